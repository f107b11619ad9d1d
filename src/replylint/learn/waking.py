"""Which words must be there for anything to be weighed: in few good replies, in most offences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.weighing import spellings
from .fit import Weights
from .table import Clauses

if TYPE_CHECKING:
    import numpy as np

_LEAST = 3  # offences a word must be in


def wakes(
    clauses: Clauses, weights: Weights, heavy: np.ndarray, share: float, latin: bool
) -> tuple[str, ...]:
    """Words that speak for an offence, as folded text may write them, those first that most of the
    ``heavy`` clauses hold and fewest good replies; no more than ``share`` of these hold one."""
    import numpy as np

    good_one = np.array([not each.topics and not each.near for each in clauses.sentences])
    plain = good_one[clauses.of]
    columns = [
        at
        for at, (phrase, beside) in enumerate(clauses.columns)
        if not beside and weights.of[at] > 0 and spellings(phrase, latin) and _long(phrase, latin)
    ]
    values = (clauses.values[:, columns] > 0).tocsc()
    bad = np.asarray(values[heavy & clauses.bad].sum(0)).ravel()
    good = np.asarray(values[plain].sum(0)).ravel()
    order = np.argsort(-(bad / (good + 1)), kind="stable")
    replies = len(set(clauses.of[plain].tolist())) or 1
    met = np.zeros(len(clauses.sentences), dtype=bool)
    found: set[str] = set()
    for at in order:
        if bad[at] < _LEAST:
            continue
        holding = clauses.of[values.indices[values.indptr[at] : values.indptr[at + 1]]]
        holding = holding[good_one[holding]]
        if np.count_nonzero(met) + np.count_nonzero(~met[holding]) > share * replies:
            continue
        met[holding] = True
        found.update(spellings(clauses.columns[columns[at]][0], latin))
    return tuple(sorted(found))


def _long(phrase: str, latin: bool) -> bool:
    return len(phrase) > (4 if latin else 1)  # English: with the spaces around it
