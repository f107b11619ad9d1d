from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.report.width import cells, clip, columns, pad, printable, wrap

FAMILY = "👩‍👩‍👧"


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("abc", 3),
        ("您好", 4),
        ("，", 2),
        ("𠮷", 2),
        ("e\u0301", 1),
        (FAMILY, 2),
        ("👍🏻", 2),
        ("☎️", 2),
        ("☎", 1),
        ("🇨🇳🇺🇸", 4),
        ("🇨", 1),
        ("보", 2),
        ("\u1112\u1161\u11ab", 2),
        ("ｱ", 1),
        ("\t", 4),
        ("保\u200d证", 4),
        ("保\u200b证", 4),
        ("款🏻", 4),
        ("\u0301", 0),
        ("\u200d", 0),
    ],
)
def test_columns(text: str, wide: int) -> None:
    assert columns(text) == wide


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\ufffd[31m"),
        ("\x9b", "\ufffd"),
        ("\ud800", "\ufffd"),
        ("a\u202eb", "a\ufffdb"),
        ("\u2028", "\ufffd"),
        ("a\r\nb\rc\nd", "a↵b↵c↵d"),
        ("\ufeff您", "您"),
        ("plain", "plain"),
    ],
)
def test_nothing_disturbs_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_what_is_printed_can_be_printed(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)


def test_clip_makes_room_for_the_ellipsis() -> None:
    assert clip("您好", 4) == "您好"
    assert clip("您好吗", 5) == "您好…"
    assert clip("您好吗", 4) == "您…"
    assert clip("您", 1) == "…"


def test_pad() -> None:
    assert pad("您", 4) == "您  "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("一二三，四", ["一二", "三，", "四"]),
        ("一二“三”", ["一二", "“三”"]),
        ("one two", ["one", "two"]),
        ("abcdefgh", ["abcde", "fgh"]),
        ("a  bcde", ["a", "bcde"]),
        ("用T+1到账", ["用T+1", "到账"]),
    ],
)
def test_wrap(text: str, lines: list[str]) -> None:
    assert wrap(text, 5) == lines


@given(st.text(alphabet="您好，。“” ab😀\u0301", max_size=60), st.integers(4, 20))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == printable(text).replace(" ", "")


@given(st.text(max_size=40))
def test_cells_are_what_is_printed(text: str) -> None:
    assert "".join(cell for cell, _ in cells(text)) == (
        text if text.isascii() and text.isprintable() else printable(text)
    )
