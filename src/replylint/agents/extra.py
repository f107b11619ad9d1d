"""Says which extra to install when a framework is not there."""

from __future__ import annotations


def missing(extra: str, error: ImportError) -> ImportError:
    """The error to raise instead of ``error``; it names the extra."""
    return ImportError(
        f'{error.name or "a package"} is not installed; pip install "replylint[{extra}]"',
        name=error.name,
    )
