"""Tables with tabs between their cells: read as CSV is, which finds the delimiter."""

from __future__ import annotations

from . import csv
from .csv import read
from .head import Head

__all__ = ["fits", "read"]


def fits(head: Head) -> bool:
    """Whether tabs cut its lines into cells."""
    return csv.fits(head) and csv.delimiter_of(head.text) == "\t"
