"""No format prints what a sensitive finding matched, however it would get there."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from replylint.model import Edit, FileResult, Fix, Message, Placed, Rewrite, Source
from replylint.report.formats import FORMATS
from replylint.report.masking import alike
from replylint.report.options import Options
from replylint.report.rewrites import Proposal, write_rewrites

from .cases import ERROR, REVIEW, SAFE, SHOW, finding, fix, in_message, place, report, rule

PHONE, CARD, EMAIL = "13800138000", "6222 0000 1111 2222", "zhang.san@example.com"
HAN, OTHER = "户主张小三", "余额是五千二百元整"
PLANTED = (PHONE, CARD, EMAIL, HAN, OTHER)
LINES = (
    f"请立即致电{PHONE}，卡号{CARD}，",
    f"邮箱{EMAIL}\t{HAN}👩‍👩‍👧。",
    f"你的{OTHER}，请立即处理。" + "这是很长的一行。" * 100,
)
TEXT = "\r\n".join(LINES)


def sensitive(value: str, *fixes: Fix) -> Placed:
    start = TEXT.index(value)
    found = finding(
        start, start + len(value), "不应出现", "privacy.x", ERROR, sensitive=True, fixes=fixes
    )
    return Placed(found, "a.md", place(TEXT, start, start + len(value)), reason=f"因为{value}")


def other(start: int, end: int, *fixes: Fix) -> Placed:
    """A finding that quotes what it matched, as rules do."""
    found = finding(start, end, f"“{TEXT[start:end]}”不合适", fixes=fixes)
    return Placed(found, "a.md", place(TEXT, start, end))


def planted() -> FileResult:
    everything = (
        fix(0, len(TEXT), TEXT, SHOW, title=f"写成{PHONE}"),
        fix(0, 20, f"（138）0013-8000 {CARD.replace(' ', '')}", SAFE),
        Fix("", REVIEW, (Edit(0, 1, "恳请"), Edit(len(TEXT) - 1, len(TEXT), "！"))),
    )
    phone = TEXT.index(PHONE)
    inside = TEXT.index(OTHER) + 3
    return FileResult(
        Source("a.md", TEXT),
        findings=(
            other(0, len(TEXT), *everything),
            other(1, 3, fix(0, phone + 20, f"方便时致电{PHONE}")),
            sensitive(PHONE, fix(phone, phone + 11, "138****8000", SAFE)),
            sensitive(EMAIL, fix(0, len(TEXT), TEXT)),
            other(inside, inside + 4, fix(inside, inside + 4, "五千二百")),
        ),
        suppressed=(sensitive(CARD), sensitive(OTHER)),
        known=(sensitive(HAN),),
    )


def assert_hidden(shown: str) -> None:
    letters = alike(shown)[0]
    for value in PLANTED:
        assert value not in shown
        assert alike(value)[0] not in letters
    assert "五千二百" not in shown


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("color", [False, True])
def test_every_format(format: str, color: bool) -> None:
    options = Options(
        lang="zh",
        color=color,
        statistics=True,
        rules={"command.urgent": rule(), "privacy.x": rule("privacy.x")},
        docs="https://example.com",
    )
    shown = report(format, [planted()], options)
    assert "privacy.x" in shown
    assert_hidden(re.sub("\x1b\\[[0-9;]*m", "", shown))


@pytest.mark.parametrize("format", FORMATS)
def test_messages_of_a_stream(format: str) -> None:
    whole = planted()
    bare = [replace(placed, path=None, place=None, message="m-1") for placed in whole.findings]
    result = replace(in_message(TEXT), findings=tuple(bare), suppressed=whole.suppressed)
    result = replace(result, known=whole.known)
    assert_hidden(report(format, [result]))


def test_rewrites_for_people() -> None:
    whole = planted()
    silenced = (*whole.findings, *whole.suppressed, *whole.known)
    after = TEXT.replace(PHONE, "138****8000")
    start = after.index(CARD)
    left = finding(start, start + len(CARD), rule="privacy.x", sensitive=True)
    proposal = Proposal(
        Message(TEXT, id="m-1"),
        Rewrite(after, ("privacy.x",), (left,)),
        tuple(placed.finding for placed in silenced),
    )
    stream = io.StringIO()
    write_rewrites("text", [proposal], stream, Options(lang="zh"))
    assert "[-***********-]{+138****8000+}" in stream.getvalue()
    assert_hidden(stream.getvalue())
