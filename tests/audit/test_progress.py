"""The bar: share, rate and time left on a terminal, nothing elsewhere."""

from __future__ import annotations

import io
from pathlib import Path

from replylint.audit.progress import Progress
from replylint.audit.reading import Export, Position, export, read_so_far


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


_EXPORTS = [Export("a.csv", "a.csv", 600, ""), Export("b.csv", "b.csv", 400, "")]


def _drawn(stream: io.StringIO, positions: list[Position], lang: str = "en") -> str:
    times = iter([0.0, 0.0, 10.0, 20.0, 30.0])
    bar = Progress(stream, _EXPORTS, lang, clock=lambda: next(times), so_far=lambda _: 0.5)
    for position in positions:
        bar.tick(position)
    return stream.getvalue().rpartition("\x1b[K")[2]


def test_it_tells_how_far_how_fast_and_how_long() -> None:
    positions = [Position(), Position(0, 10, 10, 100), Position(1, 0, 40, 4000)]
    line = _drawn(_Terminal(), positions)
    assert " 80%" in line
    assert "4,000 messages" in line
    assert "/s" in line
    assert "left" in line
    assert "还需" in _drawn(_Terminal(), positions, "zh")


def test_it_says_nothing_where_nobody_looks() -> None:
    assert _drawn(io.StringIO(), [Position(), Position(1, 0, 40, 4000)]) == ""


def test_an_open_file_knows_how_far_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 1000)
    whole = export(str(path), "a.csv")
    with path.open("rb", buffering=0) as stream:
        stream.read(250)
        assert read_so_far(whole) in (0.25, None)
    assert read_so_far(whole) is None
