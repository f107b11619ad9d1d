"""Puts a capital where an English sentence now starts, and takes it where none starts any more."""

from __future__ import annotations

import re

from .draft import Draft, part_of
from .edges import clause, has_han, starts_sentence
from .template import Chunk, Origin

# A capital that may only be due to the start of a sentence: one word, no abbreviation, no "I", and
# not the first of two capitalised words, which is how names look.
_ORDINARY = re.compile(r"(?:[A-Z][a-z]+|A)(?:['’][a-z]+)?(?![A-Za-z0-9]|[ \-][A-Z0-9])")
_LOWER = re.compile(r"[a-z](?![A-Z])")
_ALWAYS = re.compile(
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August"
    "|September|October|November|December|Mr|Mrs|Ms|Miss|Dr|Prof|English|Chinese"
)


def fit_case(draft: Draft) -> None:
    """Fit the first letters of the new words, of copied words and of what follows."""
    if has_han(draft.new) or has_han(
        draft.text[slice(*clause(draft.text, draft.start, draft.end))]
    ):
        return
    before = draft.left
    chunks: list[Chunk] = []
    for number, chunk in enumerate(draft.chunks):
        if chunk.origin is Origin.COPIED or (number == 0 and chunk.origin is Origin.PACK):
            chunks.extend(_fitted(draft, chunk, starts_sentence(before)))
        else:
            chunks.append(chunk)
        before += chunk.text
    draft.chunks[:] = chunks
    _fit_next(draft, before)


def _fitted(draft: Draft, chunk: Chunk, starts: bool) -> list[Chunk]:
    text = draft.text
    copied = chunk.origin is Origin.COPIED
    started = not copied or starts_sentence(text[max(0, chunk.source - 80) : chunk.source])
    letter = _case(draft.near, chunk.text, started, starts)
    if letter is None or (copied and started == starts):
        return [chunk]
    rest = part_of(chunk, 1, len(chunk.text))
    return [Chunk(letter), rest] if copied else [Chunk(letter + rest.text)]


def _case(text: str, words: str, started: bool, starts: bool) -> str | None:
    """The first letter as it has to be; None when it is right already."""
    if starts and _LOWER.match(words):
        return words[0].upper()
    if started and not starts:
        match = _ORDINARY.match(words)
        if match and not _is_name(text, match[0]):
            return words[0].lower()
    return None


def _is_name(text: str, word: str) -> bool:
    """Whether a word is always capitalised, or is so within a sentence of this message."""
    within = rf"[a-z,] {re.escape(word)}(?![a-z])"
    return bool(_ALWAYS.fullmatch(word) or re.search(within, text))


def _fit_next(draft: Draft, before: str) -> None:
    """Fit the word after the place, which may start a sentence now, or no longer."""
    spaces = len(draft.right) - len(draft.right.lstrip(" "))
    at = draft.end + spaces
    if not draft.free(at, at + 1):
        return
    started = starts_sentence(draft.text[max(0, at - 80) : at])
    starts = starts_sentence(before + " " * spaces)
    if started == starts or (starts and not draft.new and _writes_small(draft)):
        return
    letter = _case(draft.near, draft.text[at : at + 80], started, starts)
    if letter is not None:
        if spaces:
            draft.chunks.append(Chunk(" " * spaces, Origin.COPIED, draft.end))
        draft.put_last(letter)
        draft.end = at + 1


def _writes_small(draft: Draft) -> bool:
    """Whether the sentence of which the first word goes began with a small letter anyway."""
    return draft.text[draft.start : draft.end].lstrip()[:1].islower()
