"""Fits weights to clauses: a linear model, held back more where a phrase is rare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from .table import Clauses

if TYPE_CHECKING:
    import numpy as np

_LIGHTEST = 0.05  # what weighs less is left out
_STRENGTH = 0.03  # what one more unit of weight must explain; found by leaving sets out


@dataclass(slots=True)
class Weights:
    """``of``: the weight of each column, 0 where it was left out. A clause's score is their sum and
    ``bias``."""

    bias: float
    of: np.ndarray


def needs_extra() -> None:
    """Raises UsageError when what learning needs is not installed."""
    try:
        import sklearn  # noqa: F401
    except ImportError:
        raise UsageError(
            "scikit-learn is not installed", hint="pip install 'replylint[train]'"
        ) from None


def fit(
    clauses: Clauses, among: np.ndarray, most: int, stress: np.ndarray | None = None
) -> Weights:
    """Weights learned from the clauses ``among`` (a mask), of at most ``most`` columns.

    A column counts by the logarithm of how rare it is, and that is part of its weight in the end.
    ``stress``: how often each clause counts. Columns are left out without learning again: a model
    of fewer columns would trust them more.
    """
    import numpy as np
    from scipy.sparse import diags

    values, bad = clauses.values[among], clauses.bad[among]
    held = np.asarray((values > 0).sum(0)).ravel()
    scale = np.log(values.shape[0] / (held + 1)) + 1
    model = _model().fit(
        (values @ diags(scale)).tocsr(), bad, None if stress is None else stress[among]
    )
    weights = model.coef_[0] * scale
    worth = np.abs(weights) * np.sqrt(held)
    weights[np.argsort(-worth, kind="stable")[most:]] = 0
    weights[np.abs(weights) < _LIGHTEST] = 0
    return Weights(round(float(model.intercept_[0]), 2), np.round(weights, 2))


def scores(clauses: Clauses, weights: Weights) -> np.ndarray:
    """The score of each clause."""
    found: np.ndarray = clauses.values @ weights.of + weights.bias
    return found


def heaviest(clauses: Clauses, scores: np.ndarray) -> np.ndarray:
    """The highest score of a clause, sentence by sentence; -inf for one without clauses."""
    import numpy as np

    found = np.full(len(clauses.sentences), -np.inf)
    np.maximum.at(found, clauses.of, scores)
    return found


def _model() -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(
        C=_STRENGTH, solver="liblinear", tol=1e-2, max_iter=200, random_state=0
    )
