"""A linter for customer-service replies in finance: ``from replylint import Linter``.

Names are imported when they are first asked for, so that the command line pays for none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api.linter import Linter
    from .errors import (
        ConfigError,
        GlossaryError,
        InputError,
        Origin,
        PackError,
        ReplylintError,
        UsageError,
    )
    from .model import (
        Confidence,
        Decision,
        Edit,
        Finding,
        Fix,
        Incomplete,
        Message,
        Recipient,
        Result,
        Rewrite,
        Role,
        Safety,
        Severity,
        Turn,
    )

__version__ = "0.1.0"  # also in pyproject.toml; reading it from the installed package costs 40 ms

__all__ = [
    "Confidence",
    "ConfigError",
    "Decision",
    "Edit",
    "Finding",
    "Fix",
    "GlossaryError",
    "Incomplete",
    "InputError",
    "Linter",
    "Message",
    "Origin",
    "PackError",
    "Recipient",
    "ReplylintError",
    "Result",
    "Rewrite",
    "Role",
    "Safety",
    "Severity",
    "Turn",
    "UsageError",
]

_ERRORS = frozenset(name for name in __all__ if name.endswith("Error")) | {"Origin"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    room = "api.linter" if name == "Linter" else "errors" if name in _ERRORS else "model"
    value = getattr(import_module(f".{room}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
