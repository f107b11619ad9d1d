"""What can be wrong with a request: a status, a code programs can act on, words that hold no text
of the message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn

CODES = {
    "malformed_json": 400,
    "not_utf8": 400,
    "wrong_key": 401,
    "not_found": 404,
    "wrong_method": 405,
    "too_slow": 408,
    "too_large": 413,
    "wrong_type": 415,
    "wrong_value": 422,
    "too_many": 429,
    "fault": 500,
    "out_of_time": 503,
}
"""Every code and the status it comes with."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in a JSON body as RFC 6901 writes it."""

    parts: tuple[str | int, ...] = ()

    def below(self, part: str | int) -> Pointer:
        return Pointer((*self.parts, part))

    def refuse(self, what: str, hint: str | None = None) -> NoReturn:
        """Raise: the value at this place cannot be."""
        raise TroubleError("wrong_value", what, hint, pointer=str(self))

    def __str__(self) -> str:
        """
        >>> str(Pointer(("messages", 3, "a/b")))
        '/messages/3/a~1b'
        """
        return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in self.parts)


class TroubleError(Exception):
    """A request that is answered with an error. Nothing in it is of a message's text."""

    def __init__(
        self,
        code: str,
        what: str,
        hint: str | None = None,
        *,
        pointer: str | None = None,
        line: int | None = None,
        column: int | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(what)
        self.code = code
        self.status = CODES[code]
        self.what = what
        self.hint = hint
        self.headers = headers or {}
        self._place = {"pointer": pointer, "line": line, "column": column}

    def body(self) -> dict[str, Any]:
        """As the interface under /v1 answers it."""
        place = {name: value for name, value in self._place.items() if value is not None}
        hint = {} if self.hint is None else {"hint": self.hint}
        return {"error": {"code": self.code, "what": self.what, **hint, **place}}

    def sentence(self) -> str:
        """As one line for people."""
        place = self._place
        where = place["pointer"] or ""
        if place["line"] is not None:
            where = f"line {place['line']}, column {place['column']}"
        text = f"{where}: {self.what}" if where else self.what
        return text if self.hint is None else f"{text}; {self.hint}"
