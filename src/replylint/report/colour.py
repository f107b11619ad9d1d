"""Whether to colour, and with what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from ..model import Severity

_STYLES: dict[str, dict[str, str | bool]] = {
    Severity.ERROR: {"fg": "red", "bold": True},
    Severity.WARNING: {"fg": "yellow", "bold": True},
    Severity.INFO: {"fg": "cyan", "bold": True},
    "path": {"bold": True},
    "rule": {"fg": "bright_black"},
    "quiet": {"fg": "bright_black"},
    "good": {"fg": "green", "bold": True},
    "=": {},
    "-": {"fg": "red", "strikethrough": True},
    "+": {"fg": "green"},
}


def wanted(choice: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether output to ``stream`` is coloured: ``choice`` is ``auto``, ``always`` or ``never``.

    ``auto`` colours a terminal, unless ``NO_COLOR`` is set or ``TERM`` is ``dumb``; ``FORCE_COLOR``
    colours anything.
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


class Paint:
    """Styles words when it is on, and gives them back as they are when it is off."""

    __slots__ = ("on",)

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, words: str, style: str) -> str:
        if not self.on or not words or not _STYLES[style]:
            return words
        from click import style as styled

        return styled(words, **_STYLES[style])  # type: ignore[arg-type]
