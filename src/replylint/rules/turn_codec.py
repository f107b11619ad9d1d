"""Rules over turns as plain data for the cache, and back: nouns as the fields they fill."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

from .turn import Lapse, Limit, Repeats, Scan, Test, Turns

_NOUNS = {kind.__name__: kind for kind in (Limit, Lapse, Repeats, Test, Scan, Turns)}


def out(value: object) -> Any:
    """A noun becomes ``{"": its name, field: value…}``, a tuple a list."""
    if isinstance(value, tuple):
        return [out(each) for each in value]
    name = type(value).__name__
    if name not in _NOUNS:
        return value
    given = {
        each.name: out(found)
        for each in fields(_NOUNS[name])
        if (found := getattr(value, each.name)) != each.default or each.default is MISSING
    }
    return {"": name, **given}


def back(data: Any) -> Any:
    """The same noun. Raises LookupError and TypeError for what is no such data."""
    if isinstance(data, list):
        return tuple(map(back, data))
    if isinstance(data, dict):
        return _NOUNS[data[""]](**{name: back(value) for name, value in data.items() if name})
    return data
