"""What an offence is of: each phrase speaks for the topics whose offences hold it."""

from __future__ import annotations

from collections.abc import Sequence

from .table import Clauses

_MOST = 40_000  # of what phrases say, the strongest


def topics(
    clauses: Clauses, known: Sequence[str]
) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """What each topic starts from, and by phrase what it says for or against topics: by how much
    likelier an offence of the topic is to hold it than one of all (naive Bayes, all topics as
    likely as each other)."""
    import numpy as np

    here = np.array([at for at, (_, beside) in enumerate(clauses.columns) if not beside])
    first = np.array([(each.topics or ("",))[0] for each in clauses.sentences])[clauses.of]
    values = (clauses.values[:, here] > 0).tocsr()
    held = np.vstack(
        [np.asarray(values[clauses.bad & (first == topic)].sum(0)).ravel() for topic in known]
    )
    likely = np.log((held + 1) / (held + 1).sum(1, keepdims=True))
    weights = likely - likely.mean(0)
    worth = np.abs(weights) * np.sqrt(held.sum(0))
    least = np.sort(worth, axis=None)[-min(_MOST, worth.size)]
    said: dict[str, dict[str, float]] = {}
    for row, column in zip(*np.nonzero((worth >= least) & (worth > 0)), strict=True):
        phrase = clauses.columns[here[column]][0]
        said.setdefault(phrase, {})[known[row]] = round(float(weights[row, column]), 1)
    return dict.fromkeys(known, 0.0), said
