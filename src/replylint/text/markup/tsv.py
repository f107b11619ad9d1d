"""Tables with tabs: as those with commas, but a tab is what parts them."""

from __future__ import annotations

from .csv import read
from .model import Document, Options


def parse(text: str, options: Options) -> Document:
    """Read a table with a head. Raises BrokenError as ``csv`` does."""
    return read(text, options, "tsv", "\t,;|")
