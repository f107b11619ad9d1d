"""Sentences as a table of numbers: one line a clause, one column a phrase here or beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..text.clauses import split
from ..text.fold import fold
from ..text.weighing import phrases, plain
from .sentences import Sentence

if TYPE_CHECKING:
    import numpy as np

Column = tuple[str, bool]
"""A phrase, and whether it stands beside the clause instead of in it."""

_LEAST = {False: 4, True: 2}  # clauses that must hold a phrase for it to be looked at
_BESIDE = {False: (2,), True: (1, 2)}  # characters or words, of phrases in the clauses around one


@dataclass(slots=True)
class Clauses:
    """``values``: how often a column holds, clause by clause (scipy CSR); ``of``: the sentence of
    each clause; ``bad``: whether it offends."""

    sentences: Sequence[Sentence]
    columns: list[Column]
    values: Any
    of: np.ndarray
    bad: np.ndarray


def table(sentences: Sequence[Sentence], latin: bool) -> Clauses:
    """All that may carry weight in the clauses of ``sentences``."""
    import numpy as np
    from scipy.sparse import csr_matrix

    rows: list[Counter[Column]] = []
    of: list[int] = []
    bad: list[bool] = []
    for number, sentence in enumerate(sentences):
        for row, offends in _clauses(sentence, latin):
            rows.append(row)
            of.append(number)
            bad.append(offends)
    held = Counter(column for row in rows for column in row)
    columns = sorted(column for column, times in held.items() if times >= _LEAST[latin])
    place = {column: at for at, column in enumerate(columns)}
    ends, at, times = [0], [], []
    for row in rows:
        for column, count in row.items():
            if column in place:
                at.append(place[column])
                times.append(count)
        ends.append(len(at))
    values = csr_matrix(
        (np.array(times, dtype=np.float64), at, ends), shape=(len(rows), len(columns))
    )
    values.sort_indices()
    return Clauses(sentences, columns, values, np.array(of), np.array(bad))


def _clauses(sentence: Sentence, latin: bool) -> Iterator[tuple[Counter[Column], bool]]:
    text = fold(sentence.text).text
    clauses = split(text, latin)
    trigger = fold(sentence.trigger).text
    start = text.find(trigger) if sentence.topics else len(text)
    end = start + len(trigger) if trigger else len(text)
    if start < 0:
        start, end = 0, len(text)
    read = plain(text, clauses, latin)
    ends = (*read.starts, len(read.text))[1:]
    said = [set(phrases(read.text[a:b], latin)) for a, b in zip(read.starts, ends, strict=True)]
    sizes = _BESIDE[latin]
    for at, clause in enumerate(clauses):
        row: Counter[Column] = Counter((phrase, False) for phrase, _ in said[at])
        for other in said[max(at - 1, 0) : at] + said[at + 1 : at + 2]:
            row.update((phrase, True) for phrase, size in other if size in sizes)
        yield row, bool(sentence.topics) and clause.start < end and start < clause.end
