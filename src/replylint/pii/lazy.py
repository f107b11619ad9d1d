"""Regular expressions that are compiled when they are first needed."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """``pattern``, compiled once."""
    return re.compile(pattern)
