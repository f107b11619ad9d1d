from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.model import Edit
from replylint.report.excerpt import Excerpt, becomes, excerpt
from replylint.report.view import View
from replylint.report.width import columns, printable

from .cases import in_message, place, unmarked


def shown(marked: str, width: int = 40) -> Excerpt:
    text, start, end = unmarked(marked)
    return excerpt(View(in_message(text)), place(text, start, end), width)


def drawn(marked: str, width: int = 40) -> list[str]:
    part = shown(marked, width)
    return [part.before + part.marked + part.after, " " * part.indent + "^" * part.carets]


@pytest.mark.parametrize(
    ("marked", "lines"),
    [
        ("请⟦立即⟧处理", ["请立即处理", "  ^^^^"]),
        ("您好\r\n请⟦立即⟧处理\r\n谢谢", ["请立即处理", "  ^^^^"]),
        ("a\r⟦b⟧\rc", ["b", "^"]),
        ("\t你⟦们⟧", ["    你们", "      ^^"]),
        ("👩‍👩‍👧e\u0301𠮷⟦x⟧", ["👩‍👩‍👧e\u0301𠮷x", "     ^"]),
        ("⟦⟧请处理", ["请处理", "^"]),
        ("请处理⟦⟧", ["请处理", "      ^"]),
        ("⟦⟧", ["", "^"]),
        # A stretch that goes on in the next line ends with its line.
        ("请⟦立即\n处理⟧吧", ["请立即…", "  ^^^^^"]),
        ("⟦\n\n⟧x", ["…", "^"]),
    ],
)
def test_carets_stand_under_the_stretch(marked: str, lines: list[str]) -> None:
    assert drawn(marked) == lines


def test_long_lines_are_cut_around_the_stretch() -> None:
    assert drawn("甲" * 30 + "⟦立即⟧" + "乙" * 30, 20) == ["…甲甲甲立即乙乙乙乙…", "       ^^^^"]
    assert drawn("甲" * 30 + "⟦立即⟧乙", 20) == ["…甲甲甲甲甲甲立即乙", "             ^^^^"]
    assert drawn("甲⟦立即⟧" + "乙" * 30, 20) == ["甲立即乙乙乙乙乙乙…", "  ^^^^"]


def test_a_stretch_too_long_is_cut_itself() -> None:
    assert drawn("甲⟦" + "立" * 30 + "⟧乙", 20) == ["甲立立立立立立立立…", "  ^^^^^^^^^^^^^^^^^"]


def test_a_line_of_any_length_is_read_near_the_stretch_only() -> None:
    part = shown("甲" * 100_000 + "⟦立即⟧" + "乙" * 100_000)
    assert (part.before[0], part.after[-1]) == ("…", "…")
    assert shown("⟦" + "立" * 100_000 + "⟧").marked.endswith("立…")
    # Zero-width characters leave room for everything, and yet it is not all read.
    assert shown("\u200b" * 1000 + "⟦立⟧" + "\u200b" * 1000) == Excerpt("…", "立", "…", 1, 2)


PIECES = st.lists(
    st.sampled_from(["您", "a", " ", "\t", "😀", "👩‍👩‍👧", "e\u0301", "𠮷", "\r\n", "\n"]),
    max_size=60,
)


@given(PIECES, PIECES, PIECES, st.integers(8, 60))
def test_the_line_fits_and_the_carets_are_as_wide_as_the_stretch(
    before: list[str], found: list[str], after: list[str], width: int
) -> None:
    part = shown(f"{''.join(before)}⟦{''.join(found)}⟧{''.join(after)}", width)
    assert columns(part.before + part.marked + part.after) <= width
    assert part.indent == columns(part.before)
    assert part.carets == max(1, columns(part.marked))


def test_becomes_is_the_whole_line_when_it_fits() -> None:
    view = View(in_message("上一行\n  请立即处理。\n下一行"))
    start = view.text.index("立即")
    assert becomes(view, [Edit(start, start + 2, "")], 40) == [
        ("=", "请"),
        ("-", "立即"),
        ("=", "处理。"),
    ]


def test_becomes_keeps_what_stands_next_to_a_change() -> None:
    text = "甲" * 30 + "你" + "乙" * 30 + "你" + "丙" * 30
    edits = [Edit(30, 31, "您"), Edit(61, 62, "您")]
    found = becomes(View(in_message(text)), edits, 40)
    assert [(op, printable(words)) for op, words in found] == [
        ("=", "…甲甲甲甲甲甲"),
        ("-", "你"),
        ("+", "您"),
        ("=", "乙乙乙…乙乙乙"),
        ("-", "你"),
        ("+", "您"),
        ("=", "丙丙丙丙丙丙…"),
    ]


def test_becomes_never_cuts_a_change_and_keeps_what_is_short() -> None:
    found = becomes(View(in_message("好" * 9 + "立" * 50)), [Edit(9, 59, "")], 20)
    assert found == [("=", "…好好好好好好"), ("-", "立" * 50)]
    assert becomes(View(in_message("好" + "立" * 50)), [Edit(1, 51, "")], 20)[0] == ("=", "好")
    assert becomes(View(in_message("立" * 50)), [Edit(0, 50, "")], 20) == [("-", "立" * 50)]


def test_becomes_looks_no_further_than_it_needs() -> None:
    found = becomes(
        View(in_message("甲" * 5000 + "你" + "乙" * 5000)), [Edit(5000, 5001, "您")], 40
    )
    assert sum(columns(words) for _, words in found) <= 44
