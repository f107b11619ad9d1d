"""Fits new words into their place: no doubled or orphaned mark, no stray space, no doubled word.

What the writer wrote around the place wins over the wording, except where a question mark or the
end of a sentence would be lost.
"""

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
    ends_clause,
    has_han,
    is_han,
    is_latin,
    leading,
    trailing,
)
from .gaps import close
from .letters import fit_case
from .template import Origin

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
        close(draft)
    fit_case(draft)


def _opens(before: str) -> bool:
    """Whether something begins after ``before``: no mark may follow it."""
    rest = before.rstrip(SPACES)
    return not rest or rest[-1] in BREAKS or rest[-1] in OPENERS or rest[-1] in MARKS


# --- an insertion at the end of the message


def _close_message(draft: Draft) -> None:
    """Give a sentence that is added at the end its own line or a finished sentence before it."""
    if draft.right.strip() or draft.end + len(draft.right) < len(draft.text):
        return
    if not draft.left.strip():
        return
    gap = trailing(draft.left, SPACES + BREAKS)
    if not draft.free(draft.start - gap, draft.start):
        return
    draft.start = draft.end = draft.start - gap
    latin = not has_han(draft.new)
    last = draft.left[-1]
    ended = last in ENDS
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
        draft.drop_first(leading(draft.new, MARKS | frozenset(SPACES)))
    elif draft.left[-1:] in SPACES:
        draft.drop_first(leading(draft.new, SPACES))
    _one_word_left(draft)
    if not draft.new or not draft.left:
        return
    gap = trailing(draft.left, " ")
    first, last = draft.new[0], draft.left[-1]
    if gap == 1 and _is_wide(first) and draft.was_latin():
        if is_han(draft.left[-2:-1] or " "):
            draft.take_left(1)
    elif is_latin(first) and (is_latin(last) or _latin_mark(draft.left)):
        draft.put_first(" ")


def _is_wide(char: str) -> bool:
    """Whether no space belongs between this character and a Han one."""
    return is_han(char) or char in "（）「」『』“”《》【】"


def _latin_mark(text: str) -> bool:
    """Whether the text ends with a mark after a Latin word, which a space has to follow."""
    return text[-1] in ",.;:!?)" and is_latin(text[-2:-1] or " ")


# --- new words and what stands after them


def _fit_right(draft: Draft) -> None:
    _one_mark(draft)
    _one_word_right(draft)
    if not draft.new:
        return
    if not draft.right.lstrip(SPACES) or draft.right[0] in SPACES + BREAKS:
        draft.drop_last(trailing(draft.new, SPACES))
    if not draft.new or not draft.right:
        return
    last, first = draft.new[-1], draft.right[0]
    gap = leading(draft.right, " ")
    if gap == 1 and _is_wide(last) and draft.was_latin():
        if is_han(draft.right[1:2] or " "):
            draft.take_right(1)
    elif is_latin(first):
        if is_latin(last) or _latin_mark(draft.new):
            draft.put_last(" ")
    elif last in ",;:?!" and is_han(first) and draft.style.spaced:
        draft.put_last(" ")


def _one_mark(draft: Draft) -> None:
    """Of two marks that would meet keep one."""
    new, right = draft.new.rstrip(SPACES), draft.right
    mark = new[-1:]
    if mark not in MARKS:
        return
    spaces = len(draft.new) - len(new)
    follows = right[:1]
    if follows in ("~", "～") and follows and mark not in "？?":
        draft.drop_last(spaces + 1)
    elif follows in ENDS and follows and ends_clause(draft.text, draft.end):
        if _same(mark, follows) or mark in PAUSES or not draft.take_right(leading(right, ENDS)):
            draft.drop_last(spaces + 1)
    elif follows in PAUSES and follows:
        marks = trailing(new, MARKS)
        asks = not {"？", "?"}.isdisjoint(new[-marks:])
        if not asks or not draft.take_right(1):
            draft.drop_last(spaces + marks)
    elif mark in PAUSES and (not right.strip() or right[0] in BREAKS or right[0] in CLOSERS):
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
