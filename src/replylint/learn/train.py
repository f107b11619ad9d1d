"""From labelled sentences to a table of evidence, and the table as YAML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .fit import Weights, fit, heaviest, needs_extra, scores
from .levels import Levels, levels
from .sentences import Sentence
from .table import Clauses, table
from .topics import topics
from .waking import wakes

_WIDE = 96
_ROUNDS = 5  # of learning again with what failed
_MARGIN = 0.2


@dataclass(frozen=True, slots=True)
class Plan:
    """``most``: weights kept; ``near``: share of held-out near misses that may be raised;
    ``lost``: of held-out offences that may be doubted; ``share``: of good replies weighed."""

    topics: tuple[str, ...]
    most: int = 60_000
    near: float = 0.01
    lost: float = 0.02
    share: float = 0.08


@dataclass(frozen=True, slots=True)
class Learned:
    """``phrases``: what each weighs in a clause, what beside it, and for which topics."""

    bias: float
    levels: Levels
    starts: dict[str, float]
    wakes: tuple[str, ...]
    phrases: dict[str, tuple[float, float, dict[str, float]]] = field(repr=False)
    sentences: int = 0
    offences: int = 0


def train(sentences: Sequence[Sentence], lang: str, plan: Plan) -> Learned:
    """Learns from ``sentences`` of one language; the same sentences in the same order give the same
    table. Raises UsageError without scikit-learn or with too few sets to hold one out."""
    import numpy as np

    needs_extra()
    latin = lang == "en"
    clauses = table(sentences, latin)
    found = levels(clauses, plan.most, plan.near, plan.lost, latin)
    weights = _holding(clauses, found, plan.most)
    starts, said = topics(clauses, plan.topics)
    heavy = scores(clauses, weights) >= found.level
    phrases: dict[str, tuple[float, float, dict[str, float]]] = {
        phrase: (0.0, 0.0, votes) for phrase, votes in said.items()
    }
    for at in np.flatnonzero(weights.of):
        phrase, beside = clauses.columns[at]
        here, near, votes = phrases.get(phrase, (0.0, 0.0, {}))
        weight = float(weights.of[at])
        phrases[phrase] = (here, weight, votes) if beside else (weight, near, votes)
    return Learned(
        weights.bias,
        found,
        starts,
        wakes(clauses, weights, heavy, plan.share, latin),
        {p: row for p, row in phrases.items() if "_" not in p and "|" not in p},
        len(sentences),
        sum(bool(each.topics) for each in sentences),
    )


def _holding(clauses: Clauses, found: Levels, most: int) -> Weights:
    """Weights by which examples of rules hold: none that is good is raised, none that is bad is
    doubted, if stressing those that fail reaches it."""
    import numpy as np

    everything = np.ones(len(clauses.of), dtype=bool)
    stress = np.ones(len(clauses.sentences))
    example = np.array([not each.group for each in clauses.sentences])
    bad = np.array([bool(each.topics) for each in clauses.sentences])
    most_good = found.level - _MARGIN
    weights = fit(clauses, everything, most)
    for _ in range(_ROUNDS):
        heavy = heaviest(clauses, scores(clauses, weights))
        failing = example & np.where(bad, heavy < found.doubt + _MARGIN, heavy >= most_good)
        if not failing.any():
            break
        stress[failing] *= 4
        weights = fit(clauses, everything, most, stress[clauses.of])
    return weights


def written(learned: Learned, name: str, lang: str) -> str:
    """A file of a pack with the table under ``name``; the same table gives the same text."""
    lines = [
        "# yaml-language-server: $schema=../schema.json",
        f"# Learned by `replylint rules train` from {learned.sentences:,} sentences.",
        f"# Of them {learned.offences:,} are offences. Not to be edited: learn it again.",
        f"lang: {lang}",
        "evidence:",
        f"  {name}:",
        f"    bias: {learned.bias}",
        f"    raise: {learned.levels.level}",
        f"    doubt: {learned.levels.doubt}",
        f"    topics: {{{', '.join(f'{t}: {b}' for t, b in sorted(learned.starts.items()))}}}",
        "    wakes: |",
        *_wrapped(word.replace(" ", "_") for word in learned.wakes),
        "    phrases: |",
        *(f"      {line}" for line in _rows(learned, lang == "en")),
    ]
    return "\n".join(lines) + "\n"


def _wrapped(words: Iterable[str]) -> list[str]:
    lines, line = [], "     "
    for word in words:
        if len(line) + len(word) >= _WIDE:
            lines.append(line)
            line = "     "
        line += f" {word}"
    return [*lines, line]


def _rows(learned: Learned, latin: bool) -> list[str]:
    rows = []
    for phrase, (here, beside, votes) in sorted(learned.phrases.items()):
        core = phrase[1:-1] if latin else phrase
        said = " ".join(f"{topic} {weight:g}" for topic, weight in sorted(votes.items()))
        rows.append(f"{core.replace(' ', '_')}|{here:g}|{f'{beside:g}' if beside else ''}|{said}")
    return sorted(rows)
