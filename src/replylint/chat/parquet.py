"""Parquet: a row a message, read in batches. Needs pyarrow, the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from ..errors import InputError, Origin, UsageError
from ..model import Conversation
from .head import Head
from .lines import title
from .nouns import Options, Unread
from .source import Source, reading
from .table import Table, Values
from .table import read as read_table

_BATCH = 4_096


def fits(head: Head) -> bool:
    """Whether it begins with Parquet's mark."""
    return head.data[:4] == b"PAR1"


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a file. Raises InputError, UsageError without pyarrow."""
    with source.open() as stream:
        header = list(_file(stream, source.shown).schema_arrow.names)

    def records() -> Iterator[tuple[int, Values] | Unread]:
        number = 0
        with source.open() as stream, reading(source.shown):
            for batch in _file(stream, source.shown).iter_batches(batch_size=_BATCH):
                columns = [column.to_pylist() for column in batch.columns]
                for cells in zip(*columns, strict=True):
                    number += 1
                    yield number, cells

    yield from read_table(Table(header, records, source.shown, title(source)), options)


def _file(stream: BinaryIO, shown: str) -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError(
            "Parquet needs pyarrow, which is not installed",
            hint='pip install "replylint[parquet]", or export it as CSV',
        ) from None
    try:
        return pyarrow.parquet.ParquetFile(stream)
    except (pyarrow.ArrowException, OSError):
        raise InputError(
            "is no Parquet file, or is cut off",
            origin=Origin(shown),
            hint="export it again",
        ) from None
