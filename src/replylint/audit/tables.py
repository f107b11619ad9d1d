"""The tables of a store, one column after the other: what plain SQL may rely on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from .extra import needed

if TYPE_CHECKING:
    import pyarrow

# In the order of the fields of Chunk. Every row begins with the number of its run.
TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "conversations": (
        ("no", "INTEGER"),
        ("path", "VARCHAR"),
        ("conversation", "VARCHAR"),
        ("channel", "VARCHAR"),
        ("queue", "VARCHAR"),
        ("lang", "VARCHAR"),
        ("agent", "VARCHAR"),
        ("begun", "TIMESTAMP"),
        ("messages", "INTEGER"),
        ("replies", "INTEGER"),
        ("flagged", "INTEGER"),
        ("errors", "INTEGER"),
        ("warnings", "INTEGER"),
        ("infos", "INTEGER"),
        ("first_wait", "DOUBLE"),
        ("longest_wait", "DOUBLE"),
        ("length", "DOUBLE"),
        ("open", "BOOLEAN"),
        ("moods", "VARCHAR"),
        ("incomplete", "VARCHAR"),
    ),
    "findings": (
        ("no", "INTEGER"),
        ("path", "VARCHAR"),
        ("conversation", "VARCHAR"),
        ("message", "VARCHAR"),
        ("turn", "INTEGER"),
        ("rule", "VARCHAR"),
        ("topic", "VARCHAR"),
        ("severity", "VARCHAR"),
        ("confidence", "VARCHAR"),
        ("start", "INTEGER"),
        ("end", "INTEGER"),
        ("sensitive", "BOOLEAN"),
        ("agent", "VARCHAR"),
        ("queue", "VARCHAR"),
        ("channel", "VARCHAR"),
        ("time", "TIMESTAMP"),
        ("draw", "DOUBLE"),
        ("text", "VARCHAR"),
        ("fixes", "VARCHAR"),
        ("excerpt", "VARCHAR"),
    ),
    "replies": (
        ("agent", "VARCHAR"),
        ("queue", "VARCHAR"),
        ("channel", "VARCHAR"),
        ("hour", "TIMESTAMP"),
        ("replies", "INTEGER"),
        ("flagged", "INTEGER"),
    ),
    "cases": (
        ("no", "INTEGER"),
        ("kind", "VARCHAR"),
        ("points", "DOUBLE"),
        ("shown", "VARCHAR"),
    ),
    "unread": (("path", "VARCHAR"), ("line", "INTEGER"), ("reason", "VARCHAR")),
}
NAMES = tuple(TABLES)
_RUNS = """CREATE TABLE IF NOT EXISTS runs (run INTEGER PRIMARY KEY, state VARCHAR,
started TIMESTAMP, ended TIMESTAMP, version VARCHAR, asked VARCHAR, fails VARCHAR, lang VARCHAR,
file INTEGER, items BIGINT, conversations BIGINT, messages BIGINT)"""
_ABOUT = "CREATE TABLE IF NOT EXISTS about (name VARCHAR PRIMARY KEY, value VARCHAR)"
CREATE = (
    _ABOUT,
    _RUNS,
    *(
        f"CREATE TABLE IF NOT EXISTS {name} (run INTEGER, "
        + ", ".join(f'"{column}" {kind}' for column, kind in columns)
        + ")"
        for name, columns in TABLES.items()
    ),
)


@cache
def arrow(name: str, *, run: bool = True) -> pyarrow.Schema:
    """The same columns as pyarrow knows them. Raises UsageError when it is not installed."""
    pyarrow = needed("pyarrow")
    kinds: dict[str, Any] = {
        "INTEGER": pyarrow.int32(),
        "VARCHAR": pyarrow.string(),
        "TIMESTAMP": pyarrow.timestamp("us"),
        "DOUBLE": pyarrow.float64(),
        "BOOLEAN": pyarrow.bool_(),
    }
    first = [("run", pyarrow.int32())] if run else []
    return pyarrow.schema([*first, *((column, kinds[kind]) for column, kind in TABLES[name])])
