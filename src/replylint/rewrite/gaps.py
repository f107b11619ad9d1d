"""Closes the gap where words go and none come: the writer's own words have to meet."""

from __future__ import annotations

from .draft import Draft
from .edges import (
    BREAKS,
    CLOSERS,
    ENDS,
    MARKS,
    OPENERS,
    PAUSES,
    SPACES,
    is_han,
    is_latin,
    leading,
    trailing,
)


def close(draft: Draft) -> None:
    """Take the marks, spaces and empty lines that would meet where nothing stands any more."""
    while draft.left and draft.right and _pair(draft.left[-1], draft.right[0]):
        if not (draft.free(draft.start - 1, draft.start) and draft.take_right(1)):
            break
        draft.take_left(1)
    _meet_marks(draft)
    _meet_spaces(draft)
    if draft.left and draft.right and is_latin(draft.left[-1]) and is_latin(draft.right[0]):
        draft.put_last(" ")


def _pair(opener: str, closer: str) -> bool:
    return opener in OPENERS and CLOSERS[OPENERS.index(opener)] == closer


def _meet_marks(draft: Draft) -> None:
    before, after = draft.left.rstrip(SPACES), draft.right.lstrip(SPACES)
    skipped = len(draft.right) - len(after)
    begins = not before or before[-1] in BREAKS or before[-1] in OPENERS
    ended = bool(before) and before[-1] in ENDS
    paused = bool(before) and before[-1] in PAUSES
    stops = not after or after[0] in BREAKS
    if after and after[0] in PAUSES and (begins or ended or paused):
        draft.take_right(skipped + leading(after, PAUSES))
    elif after and after[0] in ENDS and (begins or ended):
        draft.take_right(skipped + leading(after, ENDS))
        _drop_line(draft)
    elif paused and (stops or after[0] in ENDS or after[0] in CLOSERS):
        draft.take_left(len(draft.left) - len(before) + trailing(before, PAUSES))
    elif begins and stops:
        _drop_line(draft)


def _drop_line(draft: Draft) -> None:
    """Take the line break with a line of which nothing is left."""
    before, after = draft.left.rstrip(SPACES), draft.right.lstrip(SPACES)
    if before and before[-1] not in BREAKS:
        return
    if after[:1] in ("\r", "\n"):
        skipped = len(draft.right) - len(after)
        draft.take_right(skipped + (2 if after.startswith("\r\n") else 1))
    elif before and not after:
        skipped = len(draft.left) - len(before)
        draft.take_left(skipped + (2 if before.endswith("\r\n") else 1))


def _meet_spaces(draft: Draft) -> None:
    before, after = draft.left, draft.right
    here, there = trailing(before, SPACES), leading(after, SPACES)
    open_left = not before or here or before[-1] in BREAKS or before[-1] in OPENERS
    if there and open_left:
        draft.take_right(there)
        after = draft.right
    joins = not after or after[0] in BREAKS or after[0] in MARKS or after[0] in CLOSERS
    if here and (joins or _han_only(draft, before, after)):
        draft.take_left(here)


def _han_only(draft: Draft, before: str, after: str) -> bool:
    """Whether Han meets Han over spaces that were there for a Latin word between them."""
    return is_han(before.rstrip(SPACES)[-1:] or " ") and is_han(after[0]) and draft.was_latin()
