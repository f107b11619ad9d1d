"""Splits folded text into clauses, each with its sentence and what closes it.

A clause ends at punctuation, at a line's end, at a shape or emoji, and at a space between two Han
characters; what stands in brackets or quotation marks has clauses of its own in the same sentence;
、 《》 and [] do not end one. English also splits before a conjunction that opens a new subject.
Numbers, times, links, versions and abbreviations stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .disguise import COUNTERS, PICTURES
from .han import UNLATIN
from .openers import openers


class Clause(NamedTuple):
    """One clause without its punctuation: offsets in the folded text, the index of its sentence.

    ``open`` is the bracket or quotation mark in front of it, ``close`` the punctuation up to the
    next clause (``?``, ``。”``, a line feed), each empty where there is none.
    """

    start: int
    end: int
    sentence: int
    open: str = ""
    close: str = ""


_OPENING = "(“「『【〔"
# What ends a clause wherever it stands; a run of these is one edge.
_ALWAYS = rf"。!?;…|\n\r\t\"”」』】〕{_OPENING[1:]}{COUNTERS}{PICTURES}"
_SHORT = r"(?<![0-9a-z]\([0-9a-z]\))(?<![0-9a-z]\([0-9a-z]{2}\))(?<![0-9a-z]\([0-9a-z]{3}\))"
_EDGE = rf"""(?x)
    [{_ALWAYS},.:~—()\-\ ]
    (?: (?<![,.:~—()\-\ ]) [{_ALWAYS}]*
      | (?<=,) (?! (?<=[0-9],) (?:[0-9]{{3}}|\ [0-9]{{4}}) (?![0-9]) )    # 1,234 and 5, 2026
      | (?<=\.) (?: \.+ | (?![0-9a-z_@/,\-]) | (?<=[^\x00-\x7f]\.) )      # 3.5, a.com, e.g.,
      | (?<=:) (?!//) (?! (?<=[0-9]:)[0-9] | (?<=[a-z]:)[0-9a-z] )        # https://, 18:00, tel:1
      | (?<=~) (?![0-9/])                                                 # 3~5
      | (?<=—) (?! (?<=[0-9]—)[0-9] )                                     # 3—5
      | (?<=\() (?! (?<=[0-9a-z]\()[0-9a-z]{{1,3}}\) )                    # fee(s), 401(k)
      | (?<=\)) {_SHORT}
      | (?<=-) (?: (?<=[\s-]-)(?=[\s-]) | (?<=--) | (?=-) )
      | (?<=\ ) (?: (?<={UNLATIN}\ )[ ]*(?={UNLATIN}) | (?=[0-9]{{1,2}}[.)、]{UNLATIN}) )
    )"""
# Most Chinese texts hold none of the marks that sometimes stand inside a word.
_SOMETIMES = r"[.:~—()\-\ ]"
_PLAIN_EDGE = rf"[{_ALWAYS}]+|,(?!(?<=[0-9],)(?:[0-9]{{3}}|\ [0-9]{{4}})(?![0-9]))"
_LINK = (
    r"(?:https?://|www\.|[a-z0-9](?<![a-z0-9.\-].)[a-z0-9-]*+(?:\.[a-z0-9-]++)++/)"
    r"[a-z0-9\-._~:/?#@!$&*+;=%]*"
)
_WORD = re.compile(r"[^\W_]")
# Bullets, Markdown and stray signs around a clause.
_LEADING = " *#>_`·-'/、"
_TRAILING = " *_`·-'/、"

_ABBREVIATIONS = " mr mrs ms dr prof st jr sr vs approx dept acct inc ltd co corp cf est "
# Abbreviations in front of a number, else words or the ends of sentences.
_BEFORE_DIGITS = (
    " no nos ext tel fig art sec vol pp ref jan feb mar apr jun jul aug sep sept oct nov dec "
)
_INITIALS = re.compile(r"(?:[a-z]\.)*[a-z]")
_LAST_TOKEN = re.compile(r"(?<![\w'/])[a-z][a-z.]*\Z")
_SENTENCE_ENDS = frozenset("。!?\n\r")


def split(text: str, latin: bool) -> tuple[Clause, ...]:
    """The clauses of folded ``text`` in order; ``latin``: its running language is English.

    Together they hold every letter, digit and Han character.

    >>> text = "您好,申请已转交 请问还有别的吗?"
    >>> [text[clause.start : clause.end] for clause in split(text, latin=False)]
    ['您好', '申请已转交', '请问还有别的吗']
    """
    clauses: list[Clause] = []
    begun: tuple[int, int, int, str] | None = None
    start = sentence = 0
    opening = closing = ""
    for edge, after in _edges(text, latin):
        span = _trimmed(text, start, edge)
        mark = text[edge:after]
        if " " in mark:
            mark = mark.strip(" ")
        if span is not None:
            if begun is not None:
                clauses.append(Clause(*begun, closing))
            begun = (*span, sentence, opening)
            opening = closing = ""
        start = after
        if mark:
            kept = mark.rstrip(_OPENING)
            closing += kept
            opening = mark[len(kept) :] if kept else opening + mark
            if begun is not None and begun[2] == sentence and _ends(text, begun, mark, after):
                sentence += 1
    if begun is not None:
        clauses.append(Clause(*begun, closing))
    return tuple(clauses)


def _edges(text: str, latin: bool) -> Iterator[tuple[int, int]]:
    """Where clauses may end, and where the next may begin, in order; last the end of the text."""
    if not latin and _compiled(_SOMETIMES).search(text) is None:
        for m in _compiled(_PLAIN_EDGE).finditer(text):
            yield m.span()
        yield len(text), len(text)
        return
    link_end = 0
    links = _compiled(_LINK).finditer(text) if "/" in text or "www." in text else iter(())
    link = next(links, None)
    conjunctions = openers(text) if latin else iter(())
    opener = next(conjunctions, None)
    for m in _compiled(_EDGE).finditer(text):
        start, end = m.span()
        while link is not None and link.start() <= start:
            link_end = link.start() + len(link[0].rstrip(".:;!?~"))
            link = next(links, None)
        if start < link_end or (m[0] == "." and _abbreviates(text, start)):
            continue
        while opener is not None and opener < start:
            yield opener, opener + 1
            opener = next(conjunctions, None)
        yield start, end
    while opener is not None:
        yield opener, opener + 1
        opener = next(conjunctions, None)
    yield len(text), len(text)


def _abbreviates(text: str, dot: int) -> bool:
    """Whether the full stop at ``dot``, a space behind it, belongs to the word before it."""
    if text[dot + 1 : dot + 2] != " ":
        return False
    token = _LAST_TOKEN.search(text[max(0, dot - 16) : dot])
    if token is None:
        return False
    word = token[0]
    if f" {word} " in _BEFORE_DIGITS:
        return text[dot + 2 : dot + 3].isdigit()
    initials = word != "i" and _INITIALS.fullmatch(word) is not None
    return initials or f" {word} " in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without what surrounds its words; None when it has none."""
    if start == end:
        return None
    if text[start].isalnum() and text[end - 1].isalnum():
        return start, end
    if _WORD.search(text, start, end) is None:
        return None
    piece = text[start:end]
    start = end - len(piece.lstrip(_LEADING))
    if text[start - 1 : start] == "-" and text[start].isdigit() and start > end - len(piece):
        start -= 1  # a minus
    return start, start + len(text[start:end].rstrip(_TRAILING))


def _ends(text: str, last: tuple[int, int, int, str], mark: str, after: int) -> bool:
    """Whether ``mark`` ends the sentence whose last clause is ``last``."""
    if mark == ".":
        numbers_an_item = text[last[0] : last[1]].isdigit()
        return not numbers_an_item and text[after : after + 1] != ")"
    return not _SENTENCE_ENDS.isdisjoint(mark)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
