"""Where to raise and where to doubt: scores of sentences whose whole set was held out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..text.fold import fold
from .fit import fit, heaviest, scores
from .sentences import Sentence
from .table import Clauses

if TYPE_CHECKING:
    import numpy as np

_SCRIPT = re.compile(r"_(?:zh|en|hans|hant|zh_hans|zh_hant)$")
_KIN = 0.5  # of the three-letter pieces of the shorter of two sentences


@dataclass(frozen=True, slots=True)
class Levels:
    """``recall``: of held-out offences, by script, what ``level`` raises."""

    level: float
    doubt: float
    recall: dict[str, float]


def levels(clauses: Clauses, most: int, near: float, lost: float, latin: bool) -> Levels:
    """``near``: the share of held-out near misses that may be raised, in the set and
    script where most are: the next hand may write as that one does. ``lost``: of held-out offences
    that may be doubted. Raises UsageError when nothing can be held out."""
    import numpy as np

    sentences = clauses.sentences
    sets = _sets(sentences)
    held = _held_out(clauses, sets, most)
    known = np.isfinite(held)
    close = np.array([each.near for each in sentences]) & known
    bad = np.array([bool(each.topics) for each in sentences]) & known
    hant = np.array([each.hant for each in sentences])
    scripts = {"en": ~hant} if latin else {"hans": ~hant, "hant": hant}
    level = -np.inf
    for script, those in scripts.items():
        if not (close & those).any() or not (bad & those).any():
            raise UsageError(
                f"no offence and near miss of {script} can be held out",
                hint="give several files of labelled sentences, near misses among them",
            )
        for hand in sorted(set(sets[close & those].tolist())):
            of_hand = held[close & those & (sets == hand)]
            level = max(level, float(np.quantile(of_hand, 1 - near)))
    level = round(level, 2)
    recall = {name: float(np.mean(held[bad & those] >= level)) for name, those in scripts.items()}
    return Levels(level, round(float(np.quantile(held[bad], lost)), 2), recall)


def _sets(sentences: Sequence[Sentence]) -> np.ndarray:
    """Whose hand each sentence is of: files that differ in their script alone are one's."""
    import numpy as np

    return np.array([_SCRIPT.sub("", each.group) for each in sentences])


def _held_out(clauses: Clauses, sets: np.ndarray, most: int) -> np.ndarray:
    """The score of each sentence by weights that saw nothing of its set, nor examples of rules
    written after it; not a number for what is never held out."""
    import numpy as np

    sentences = clauses.sentences
    found = np.full(len(sentences), np.nan)
    hands = sorted({s for s, e in zip(sets, sentences, strict=True) if s and (e.topics or e.near)})
    if len(hands) < 2:
        return found
    for hand in hands:
        held = sets == hand
        among = ~held & ~_kin(sentences, held)
        weights = fit(clauses, among[clauses.of], most)
        found[held] = heaviest(clauses, scores(clauses, weights))[held]
    return found


def _kin(sentences: Sequence[Sentence], held: np.ndarray) -> np.ndarray:
    """The sentences without a set that share half of their pieces with one of those ``held``."""
    import numpy as np

    pieces = [_pieces(each.text) for each in sentences]
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number in map(int, np.flatnonzero(held)):
        for piece in pieces[number]:
            holding[piece].append(number)
    kin = np.zeros(len(sentences), dtype=bool)
    for number, sentence in enumerate(sentences):
        if sentence.group:
            continue
        shared = Counter(other for piece in pieces[number] for other in holding[piece])
        kin[number] = any(
            times >= _KIN * min(len(pieces[number]), len(pieces[other]))
            for other, times in shared.most_common(5)
        )
    return kin


def _pieces(text: str) -> set[str]:
    text = fold(text).text
    return {text[at : at + 3] for at in range(len(text) - 2)}
