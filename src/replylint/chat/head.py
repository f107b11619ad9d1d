"""The beginning of a file, as the formats look at it to know their own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property

from ..errors import InputError
from .source import Source
from .wording import sampled

_SIZE = 1 << 16


@dataclass(frozen=True)
class Head:
    """``name`` of the file, its first 64 KiB as text ("" for no text) and as bytes."""

    name: str
    text: str
    data: bytes

    @cached_property
    def lines(self) -> list[str]:
        """The first lines, without their ends; the last may be cut."""
        return self.text.splitlines()[:200]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of JSON that occur, at any depth."""
        if not self.text.lstrip().startswith(("{", "[")):
            return frozenset()
        return frozenset(re.findall(r'"([^"\\\n]{1,40})"\s*:', self.text))

    @cached_property
    def by_line(self) -> bool:
        """Whether every line is an object of its own: JSON Lines."""
        lines = [line for line in self.lines if line.strip()]
        if not lines or not lines[0].lstrip().startswith("{"):
            return False
        try:
            json.loads(lines[0])
        except ValueError:
            return len(lines) == 1 and self.suffix in ("jsonl", "ndjson")
        return len(lines) > 1 or self.suffix in ("jsonl", "ndjson")

    @property
    def suffix(self) -> str:
        """What stands behind the last dot of the name, in small letters."""
        return self.name.rpartition(".")[2].lower()


def head_of(source: Source, encoding: str = "auto") -> Head:
    """The head of ``source``. Raises InputError for what cannot be unpacked."""
    data = source.head(_SIZE)
    try:
        text = sampled(data, source.shown, encoding).text.removeprefix("\ufeff")
    except InputError:
        text = "" if b"\0" in data[:512] else data.decode("utf-8", "replace")
    return Head(source.name, text, data)
