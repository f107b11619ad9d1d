"""The store: a DuckDB file that keeps runs, takes chunk by chunk, and can be asked in plain SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import Origin, UsageError
from . import tables
from .alias import new_key
from .extra import needed
from .outs import encodable
from .reading import Position
from .rows import CaseRow, Chunk, ConversationRow, FindingRow, ReplyRow, UnreadRow

_FORMAT = "1"
_MANY = 2_000  # rows that are read at once


class Run(NamedTuple):
    """One audit in the store. ``state`` is running, interrupted or done; ``asked`` is what it was
    asked (JSON), by which a later command knows it again."""

    run: int
    state: str
    started: datetime
    asked: str
    position: Position
    fails: str
    lang: str

    @property
    def done(self) -> bool:
        return self.state == "done"


class Store:
    """An open store; made when there is none. Use it in a ``with``. Raises UsageError."""

    def __init__(self, path: Path, *, new: bool = True) -> None:
        duckdb = needed("duckdb")
        self.path = path
        if not new and not path.exists():
            raise UsageError("there is no such store", origin=Origin(str(path)))
        try:
            self._db: Any = duckdb.connect(str(path))
            self._db.execute("SET preserve_insertion_order = true")
            self._db.execute("SET memory_limit = '64MB'")
            self._db.execute("SET threads = 1")
            for statement in tables.CREATE:
                self._db.execute(statement)
            self.key = self._own_key()
        except duckdb.Error as error:
            raise UsageError(_said(error), origin=Origin(str(path))) from None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def _own_key(self) -> bytes:
        known = dict(self._db.execute("SELECT name, value FROM about").fetchall())
        if known.get("format", _FORMAT) != _FORMAT:
            raise UsageError(
                f"this store has format {known['format']}, not {_FORMAT}",
                origin=Origin(str(self.path)),
                hint="it was written by another version; start a new one",
            )
        if "key" not in known:
            known["key"] = new_key().hex()
            self._db.execute(
                "INSERT INTO about VALUES ('format', ?), ('key', ?)", [_FORMAT, known["key"]]
            )
        return bytes.fromhex(known["key"])

    # Writing

    def begin(self, asked: str, version: str, fails: str, lang: str) -> Run:
        """A new run. ``fails`` are the failing severities, parted by spaces."""
        (last,) = self._row("SELECT coalesce(max(run), 0) FROM runs")
        self._db.execute(
            "INSERT INTO runs VALUES (?, 'running', ?, NULL, ?, ?, ?, ?, 0, 0, 0, 0)",
            [last + 1, datetime.now().replace(microsecond=0), version, asked, fails, lang],
        )
        return self.run(last + 1)

    def open_run(self, asked: str) -> Run | None:
        """The last run that was asked the same and did not come to its end."""
        found = self._db.execute(
            "SELECT run FROM runs WHERE state <> 'done' AND asked = ? ORDER BY run DESC LIMIT 1",
            [asked],
        ).fetchone()
        return None if found is None else self.run(found[0])

    def keep(self, run: int, chunk: Chunk, position: Position) -> None:
        """Effect: keep a chunk and how far the run has come, both or neither."""
        self._db.execute("BEGIN")
        try:
            for name, rows in zip(tables.NAMES, chunk, strict=True):
                self._append(run, name, rows)
            self._db.execute(
                "UPDATE runs SET file = ?, items = ?, conversations = ?, messages = ? "
                "WHERE run = ?",
                [*position, run],
            )
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def end(self, run: int, state: str) -> None:
        """Effect: say how a run ended; the file then holds all of it."""
        self._db.execute(
            "UPDATE runs SET state = ?, ended = ? WHERE run = ?",
            [state, datetime.now().replace(microsecond=0), run],
        )
        self._db.execute("CHECKPOINT")

    def _append(self, run: int, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if not rows:
            return
        pyarrow = needed("pyarrow")
        schema = tables.arrow(name)
        columns = [[run] * len(rows), *map(list, zip(*rows, strict=True))]
        arrays = [
            _array(pyarrow, column, field.type)
            for column, field in zip(columns, schema, strict=True)
        ]
        fresh = pyarrow.Table.from_arrays(arrays, schema=schema)
        self._db.register("fresh", fresh)
        self._db.execute(f"INSERT INTO {name} SELECT * FROM fresh")
        self._db.unregister("fresh")

    # Reading

    def runs(self) -> list[Run]:
        """All runs, the oldest first."""
        return [
            self.run(n) for (n,) in self._db.execute("SELECT run FROM runs ORDER BY run").fetchall()
        ]

    def run(self, number: int | None = None) -> Run:
        """The run of this number, the last one that was done for None. Raises UsageError."""
        where = "state = 'done'" if number is None else f"run = {int(number)}"
        found = self._db.execute(
            "SELECT run, state, started, asked, file, items, conversations, messages, fails, lang "
            f"FROM runs WHERE {where} ORDER BY run DESC LIMIT 1"
        ).fetchone()
        if found is None:
            what = "no run is done" if number is None else f"there is no run {number}"
            known = ", ".join(
                str(n) for (n,) in self._db.execute("SELECT run FROM runs").fetchall()
            )
            raise UsageError(
                f"{what} in this store",
                origin=Origin(str(self.path)),
                hint=f"there are {known}" if known else "it is empty",
            )
        run, state, started, asked, *position, fails, lang = found
        return Run(run, state, started, asked, Position(*position), fails, lang)

    def chunks(self, run: int) -> Iterator[Chunk]:
        """All rows of a run, table by table, in chunks of one kind each."""
        kinds: tuple[Any, ...] = (ConversationRow, FindingRow, ReplyRow, CaseRow, UnreadRow)
        for n, (name, kind) in enumerate(zip(tables.NAMES, kinds, strict=True)):
            cursor = self._db.cursor()
            columns = ", ".join(f'"{field}"' for field in kind._fields)
            # In the order they were kept, which the settings above promise without a sort.
            cursor.execute(f"SELECT {columns} FROM {name} WHERE run = {int(run)}")
            while rows := cursor.fetchmany(_MANY):
                parts: list[Any] = [()] * len(tables.NAMES)
                parts[n] = [kind._make(row) for row in rows]
                yield Chunk(*parts)

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows a query gives."""
        found: list[tuple[Any, ...]] = self._db.execute(sql, list(values)).fetchall()
        return found

    def _row(self, sql: str) -> tuple[Any, ...]:
        row = self._db.execute(sql).fetchone()
        assert row is not None
        return tuple(row)


def _array(pyarrow: Any, column: list[Any], kind: Any) -> Any:
    try:
        return pyarrow.array(column, kind)
    except UnicodeEncodeError:  # half of a surrogate pair: rare, so nobody pays for looking
        return pyarrow.array(list(map(encodable, column)), kind)


def _said(error: Exception) -> str:
    text = str(error).partition("\n")[0]
    if "lock" in text.lower():
        return "another process is using this store"
    return "this file cannot be used as a store: it is damaged, or something else"
