"""Findings into files: JSON Lines, CSV, a workbook, Parquet; each written whole or not at all."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol

from ..errors import Origin, UsageError
from ..report.json_v1 import dumps
from . import tables
from .extra import needed
from .rows import Chunk, FindingRow

COLUMNS = tuple(name for name in FindingRow._fields if name not in ("no", "draw", "fixes"))
_SHEET_ROWS = 1_048_576  # of a worksheet, by its format
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for one


class Out(Protocol):
    """Takes findings as they come."""

    def add(self, rows: Iterable[FindingRow]) -> None: ...
    def close(self) -> None: ...


def record(row: FindingRow) -> dict[str, Any]:
    """A finding as jsonl and json print it: the keys of the contract, then what the audit knows."""
    return {
        "path": row.path,
        "conversation": row.conversation,
        "message": row.message,
        "rule": row.rule,
        "topic": row.topic,
        "severity": row.severity,
        "confidence": row.confidence,
        "start": row.start,
        "end": row.end,
        "text": row.text or "",
        "sensitive": row.sensitive,
        "fixes": json.loads(row.fixes) if row.fixes else [],
        "turn": row.turn,
        "agent": row.agent,
        "queue": row.queue,
        "channel": row.channel,
        "time": None if row.time is None else row.time.isoformat(),
    }


class JsonLines:
    """One object a line."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def add(self, rows: Iterable[FindingRow]) -> None:
        for row in rows:
            self._stream.write(dumps(record(row)).encode() + b"\n")

    def close(self) -> None:
        self._stream.flush()


class Csv:
    """RFC 4180, UTF-8, the first line names the columns."""

    def __init__(self, stream: IO[bytes]) -> None:
        import io

        self._text = io.TextIOWrapper(
            stream, "utf-8", errors="backslashreplace", newline="", write_through=False
        )
        self._writer = csv.writer(self._text, lineterminator="\r\n")
        self._writer.writerow(COLUMNS)

    def add(self, rows: Iterable[FindingRow]) -> None:
        self._writer.writerows([spreadsheet(cell) for cell in _cells(row)] for row in rows)

    def close(self) -> None:
        self._text.flush()
        self._text.detach()


class Workbook:
    """One sheet, and another whenever one is full."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._book = needed("openpyxl").Workbook(write_only=True)
        self._left = 0
        self._sheet: Any = None

    def add(self, rows: Iterable[FindingRow]) -> None:
        for row in rows:
            if not self._left:
                self._new_sheet()
            self._sheet.append([self._cell(cell) for cell in _cells(row)])
            self._left -= 1

    def _new_sheet(self) -> None:
        self._sheet = self._book.create_sheet(f"findings {len(self._book.sheetnames) + 1}")
        self._sheet.freeze_panes = "A2"
        self._sheet.append(list(COLUMNS))
        self._left = _SHEET_ROWS - 1

    def _cell(self, value: object) -> object:
        if not isinstance(value, str):
            return value
        illegal = needed("openpyxl.cell.cell").ILLEGAL_CHARACTERS_RE
        return spreadsheet(illegal.sub("\ufffd", encodable(value)))

    def close(self) -> None:
        if self._sheet is None:
            self._new_sheet()
        self._book.save(self._stream)


class Parquet:
    """The columns of the store's table of findings."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._schema = needed("pyarrow").schema(
            [field for field in tables.arrow("findings", run=False) if field.name in COLUMNS]
        )
        self._writer = needed("pyarrow.parquet").ParquetWriter(
            stream, self._schema, compression="zstd"
        )

    def add(self, rows: Iterable[FindingRow]) -> None:
        pyarrow = needed("pyarrow")
        columns = list(zip(*map(_cells, rows), strict=True))
        if columns:
            arrays = [
                pyarrow.array([encodable(cell) for cell in column], field.type)
                for column, field in zip(columns, self._schema, strict=True)
            ]
            self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))

    def close(self) -> None:
        self._writer.close()


KINDS: dict[str, Callable[[IO[bytes]], Out]] = {
    ".jsonl": JsonLines,
    ".csv": Csv,
    ".xlsx": Workbook,
    ".parquet": Parquet,
}


class Outs:
    """Several files at once. They appear under their names when all went well, else not at all."""

    def __init__(self, paths: Sequence[Path]) -> None:
        for path in paths:
            if path.suffix.lower() not in KINDS:
                raise UsageError(
                    f"--out {path.name}: what it is to be is told by its name",
                    hint=f"end it in {', '.join(KINDS)}",
                )
        self._paths = paths
        self._open: list[tuple[Path, str, IO[bytes], Out]] = []

    def __enter__(self) -> Outs:
        try:
            for path in self._paths:
                handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
                stream = os.fdopen(handle, "wb")
                self._open.append((path, name, stream, _Nothing()))
                self._open[-1] = (path, name, stream, KINDS[path.suffix.lower()](stream))
        except OSError as error:
            self._drop()
            what = f"it cannot be written: {error.strerror}"
            raise UsageError(what, origin=Origin(str(path))) from None
        except UsageError:
            self._drop()
            raise
        return self

    def add(self, chunk: Chunk) -> None:
        """Effect: write the findings of a chunk."""
        for _, _, _, out in self._open:
            out.add(chunk.findings)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if error is not None:
            self._drop()
            return
        for path, name, stream, out in self._open:
            out.close()
            stream.close()
            os.chmod(name, _usual_mode())
            os.replace(name, path)

    def _drop(self) -> None:
        for _, name, stream, out in self._open:
            with contextlib.suppress(Exception):  # nobody will read it
                out.close()
            stream.close()
            os.unlink(name)


class _Nothing:
    def add(self, rows: Iterable[FindingRow]) -> None: ...
    def close(self) -> None: ...


def spreadsheet(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula.

    >>> spreadsheet("=1+1"), spreadsheet("您好"), spreadsheet(-3)
    ("'=1+1", '您好', -3)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _cells(row: FindingRow) -> list[Any]:
    cells = dict(zip(FindingRow._fields, row, strict=True))
    if row.excerpt:
        before, marked, after, _ = json.loads(row.excerpt)
        cells["excerpt"] = f"{before}[{marked}]{after}"
    return [cells[name] for name in COLUMNS]


def encodable(value: Any) -> Any:
    """A text without half surrogate pairs, which no file can hold."""
    if not isinstance(value, str):
        return value
    return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
