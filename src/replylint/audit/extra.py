"""Packages that only the audit needs: imported when asked for, named when missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import UsageError


def needed(package: str) -> Any:
    """The package. Raises UsageError that says how to get it."""
    try:
        return import_module(package)
    except ImportError:
        raise UsageError(
            f"{package} is not installed", hint='pip install "replylint[audit]" brings it'
        ) from None
