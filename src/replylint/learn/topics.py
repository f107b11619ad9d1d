"""What an offence is of: each phrase speaks for the topics whose offences hold it."""

from __future__ import annotations

from collections.abc import Sequence

from .table import Clauses

_MOST = 12_000  # weights kept
_STRENGTH = 0.3


def topics(
    clauses: Clauses, known: Sequence[str]
) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """What each topic starts from, and by phrase what it says for or against topics."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    here = np.array([at for at, (_, beside) in enumerate(clauses.columns) if not beside])
    first = np.array([(each.topics or ("",))[0] for each in clauses.sentences])[clauses.of]
    among = clauses.bad & np.isin(first, known)
    values = clauses.values[among][:, here]
    held = np.asarray((values > 0).sum(0)).ravel()
    model = LogisticRegression(C=_STRENGTH, max_iter=60, tol=1e-3).fit(values, first[among])
    worth = np.abs(model.coef_) * np.sqrt(held)
    least = np.partition(worth, -min(_MOST, worth.size), axis=None)[-min(_MOST, worth.size)]
    starts = {str(t): round(float(b), 2) for t, b in zip(model.classes_, model.intercept_, strict=True)}
    said: dict[str, dict[str, float]] = {}
    for row, column in zip(*np.nonzero(worth >= max(least, 1e-9)), strict=True):
        weight = round(float(model.coef_[row, column]), 2)
        if weight:
            phrase = clauses.columns[here[column]][0]
            said.setdefault(phrase, {})[str(model.classes_[row])] = weight
    return starts, said
