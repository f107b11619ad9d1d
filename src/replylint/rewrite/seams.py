"""Fits new words into their place: no doubled or orphaned mark, no stray space, no doubled word.

What the writer wrote around the place wins over the wording, except where a question mark or the
end of a sentence would be lost.
"""

from __future__ import annotations

from .draft import Draft
from .edges import CLOSERS, OPENERS, PAUSES, TERMINALS, ends_clause, has_han, is_han, is_latin
from .letters import fit_case
from .template import Origin

_ENDS = TERMINALS | {"."}
_MARKS = _ENDS | PAUSES
_SPACES = " \t\u3000"
_BREAKS = "\r\n"
_SAME = {"！": "!", "？": "?", "。": ".", "．": ".", "，": ",", "；": ";", "：": ":"}
_EYES = (":", ";", "-", "=")  # of :) and its like, which end a sentence by themselves
_DOUBLED = ("麻烦您", "麻煩您", "请", "請", "您", "的", "please")


def fit(draft: Draft) -> None:
    """Trim and widen the draft until it reads well where it stands."""
    if draft.start == draft.end and draft.new:
        _close_message(draft)
    if draft.new:
        _fit_left(draft)
    if draft.new:
        _fit_right(draft)
    if not draft.new:
        _close_gap(draft)
    fit_case(draft)


def _opens(before: str) -> bool:
    """Whether something begins after ``before``: no mark may follow it."""
    rest = before.rstrip(_SPACES)
    return not rest or rest[-1] in _BREAKS or rest[-1] in OPENERS or rest[-1] in _MARKS


def _leading(text: str, chars: str | frozenset[str]) -> int:
    """How many characters at the start are among ``chars``."""
    return next((at for at, char in enumerate(text) if char not in chars), len(text))


def _trailing(text: str, chars: str | frozenset[str]) -> int:
    """How many characters at the end are among ``chars``."""
    return _leading(text[::-1], chars)


# --- an insertion at the end of the message


def _close_message(draft: Draft) -> None:
    """Give a sentence that is added at the end its own line or a finished sentence before it."""
    if draft.right.strip() or draft.end + len(draft.right) < len(draft.text):
        return
    if not draft.left.strip():
        return
    gap = _trailing(draft.left, _SPACES + _BREAKS)
    if not draft.free(draft.start - gap, draft.start):
        return
    draft.start = draft.end = draft.start - gap
    latin = not has_han(draft.new)
    last = draft.left[-1]
    ended = last in _ENDS
    if "\n" in draft.text:
        draft.put_first("\r\n" if "\r\n" in draft.text else "\n")
    elif is_latin(last) or last == "/":
        in_link = not draft.free(draft.start - 1, draft.start)
        draft.put_first(" " if in_link else ". " if latin else draft.style.stop)
    elif is_han(last) or (last in CLOSERS + "}%>" and draft.left[-2:-1] not in _EYES):
        draft.put_first(". " if latin else draft.style.stop)
    elif latin:
        draft.put_first(" ")
    if ended and (is_han(draft.new[-1]) or is_latin(draft.new[-1])):
        draft.put_last("." if latin else draft.style.stop)


# --- new words and what stands before them


def _fit_left(draft: Draft) -> None:
    if _opens(draft.left) and not draft.new.startswith(("\n", "\r")):
        draft.drop_first(_leading(draft.new, _MARKS | frozenset(_SPACES)))
    elif draft.left[-1:] in _SPACES:
        draft.drop_first(_leading(draft.new, _SPACES))
    _one_word_left(draft)
    if not draft.new or not draft.left:
        return
    gap = _trailing(draft.left, " ")
    first, last = draft.new[0], draft.left[-1]
    if gap == 1 and _is_wide(first) and _was_latin(draft):
        if is_han(draft.left[-2:-1] or " "):
            draft.take_left(1)
    elif is_latin(first) and (is_latin(last) or _latin_mark(draft.left)):
        draft.put_first(" ")


def _is_wide(char: str) -> bool:
    """Whether no space belongs between this character and a Han one."""
    return is_han(char) or char in "（）「」『』“”《》【】"


def _was_latin(draft: Draft) -> bool:
    """Whether a Latin word goes: then the spaces around it were there for its sake."""
    old = draft.text[draft.start : draft.end].strip(" ")
    return bool(old) and is_latin(old[0]) and is_latin(old[-1]) and not has_han(old)


def _latin_mark(text: str) -> bool:
    """Whether the text ends with a mark after a Latin word, which a space has to follow."""
    return text[-1] in ",.;:!?)" and is_latin(text[-2:-1] or " ")


# --- new words and what stands after them


def _fit_right(draft: Draft) -> None:
    _one_mark(draft)
    _one_word_right(draft)
    if not draft.new:
        return
    if not draft.right.lstrip(_SPACES) or draft.right[0] in _SPACES + _BREAKS:
        draft.drop_last(_trailing(draft.new, _SPACES))
    if not draft.new or not draft.right:
        return
    last, first = draft.new[-1], draft.right[0]
    gap = _leading(draft.right, " ")
    if gap == 1 and _is_wide(last) and _was_latin(draft):
        if is_han(draft.right[1:2] or " "):
            draft.take_right(1)
    elif is_latin(first):
        if is_latin(last) or _latin_mark(draft.new):
            draft.put_last(" ")
    elif last in ",;:?!" and is_han(first) and draft.style.spaced:
        draft.put_last(" ")


def _one_mark(draft: Draft) -> None:
    """Of two marks that would meet keep one."""
    new, right = draft.new.rstrip(_SPACES), draft.right
    mark = new[-1:]
    if mark not in _MARKS:
        return
    spaces = len(draft.new) - len(new)
    follows = right[:1]
    if follows in ("~", "～") and follows and mark not in "？?":
        draft.drop_last(spaces + 1)
    elif follows in _ENDS and follows and ends_clause(draft.text, draft.end):
        if _same(mark, follows) or mark in PAUSES or not draft.take_right(_leading(right, _ENDS)):
            draft.drop_last(spaces + 1)
    elif follows in PAUSES and follows:
        marks = _trailing(new, _MARKS)
        asks = not {"？", "?"}.isdisjoint(new[-marks:])
        if not asks or not draft.take_right(1):
            draft.drop_last(spaces + marks)
    elif mark in PAUSES and (not right.strip() or right[0] in _BREAKS or right[0] in CLOSERS):
        draft.drop_last(spaces + 1)
    elif mark in "，。" and is_han(right.lstrip(" ")[:1] or "a") and right[0] == " ":
        draft.drop_last(1)  # this writer puts a space where others put a mark


def _same(one: str, other: str) -> bool:
    return _SAME.get(one, one) == _SAME.get(other, other)


def _one_word_left(draft: Draft) -> None:
    """Leave out a word of courtesy or address that stands before; only of the wording's own."""
    own = draft.chunks[0].text if draft.chunks and draft.chunks[0].origin is Origin.PACK else ""
    stands = draft.left.rstrip(" ")
    for word in _DOUBLED:
        if own.startswith(word) and stands.endswith(word) and draft.new != word:
            draft.drop_first(len(word))
            return
    if own.startswith(("麻烦", "麻煩")) and draft.left.endswith(("请", "請")):
        draft.take_left(1)


def _one_word_right(draft: Draft) -> None:
    """Leave out a word of courtesy or address that follows already; only of the wording's own."""
    own = draft.chunks[-1].text if draft.chunks and draft.chunks[-1].origin is Origin.PACK else ""
    follows = draft.right.lstrip(" ")
    for word in _DOUBLED:
        doubled = follows.startswith((word, "你") if word == "您" else word)
        if doubled and own.endswith(word) and draft.new != word:
            draft.drop_last(len(word))
            return


# --- nothing comes: the writer's own words have to meet


def _close_gap(draft: Draft) -> None:
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
    before, after = draft.left.rstrip(_SPACES), draft.right.lstrip(_SPACES)
    skipped = len(draft.right) - len(after)
    begins = not before or before[-1] in _BREAKS or before[-1] in OPENERS
    ended = bool(before) and before[-1] in _ENDS
    paused = bool(before) and before[-1] in PAUSES
    stops = not after or after[0] in _BREAKS
    if after and after[0] in PAUSES and (begins or ended or paused):
        draft.take_right(skipped + _leading(after, PAUSES))
    elif after and after[0] in _ENDS and (begins or ended):
        draft.take_right(skipped + _leading(after, _ENDS))
        _drop_line(draft)
    elif paused and (stops or after[0] in _ENDS or after[0] in CLOSERS):
        draft.take_left(len(draft.left) - len(before) + _trailing(before, PAUSES))
    elif begins and stops:
        _drop_line(draft)


def _drop_line(draft: Draft) -> None:
    """Take the line break with a line of which nothing is left."""
    before, after = draft.left.rstrip(_SPACES), draft.right.lstrip(_SPACES)
    if before and before[-1] not in _BREAKS:
        return
    if after[:1] in ("\r", "\n"):
        skipped = len(draft.right) - len(after)
        draft.take_right(skipped + (2 if after.startswith("\r\n") else 1))
    elif before and not after:
        skipped = len(draft.left) - len(before)
        draft.take_left(skipped + (2 if before.endswith("\r\n") else 1))


def _meet_spaces(draft: Draft) -> None:
    before, after = draft.left, draft.right
    here, there = _trailing(before, _SPACES), _leading(after, _SPACES)
    open_left = not before or here or before[-1] in _BREAKS or before[-1] in OPENERS
    if there and open_left:
        draft.take_right(there)
        after = draft.right
    joins = not after or after[0] in _BREAKS or after[0] in _MARKS or after[0] in CLOSERS
    if here and (joins or _han_only(draft, before, after)):
        draft.take_left(here)


def _han_only(draft: Draft, before: str, after: str) -> bool:
    """Whether Han meets Han over spaces that were there for a Latin word between them."""
    return is_han(before.rstrip(_SPACES)[-1:] or " ") and is_han(after[0]) and _was_latin(draft)
