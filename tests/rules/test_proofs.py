"""Examples: marks become spans, message fields become what a message holds."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import Origin, PackError
from replylint.model import Message, Recipient, Role, Turn
from replylint.rules.proofs import unmark
from replylint.rules.yaml_source import Scalar

from .made import PROOFS, file, loaded, rule


def marked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    return unmark(Scalar(text, Origin("f.yaml", 1, 1), shift=0))


@pytest.mark.parametrize(
    ("text", "plain", "spans"),
    [
        ("请[[立即]]处理", "请立即处理", ((1, 3),)),
        ("[[甲]]和[[乙]]", "甲和乙", ((0, 1), (2, 3))),
        ("[[]]请讲", "请讲", ((0, 0),)),
        ("写作\\[[甲]]", "写作[[甲]]", ()),
        ("[[写\\[[甲]]", "写[[甲", ((0, 4),)),
        ("a]]b", "a]]b", ()),
        ("[[[甲]]]", "[甲]", ((0, 2),)),
    ],
)
def test_marks(text: str, plain: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert marked(text) == (plain, spans)


def test_marks_that_do_not_pair() -> None:
    with pytest.raises(PackError, match=r'a "\[\[" is not closed'):
        marked("请[[立即")
    with pytest.raises(PackError, match=r"f\.yaml:1:4: a mark inside a mark"):
        marked("[[甲[[乙]]]]")


@given(st.text("甲[]\\", max_size=14))
def test_spans_lie_in_the_text(text: str) -> None:
    try:
        plain, spans = marked(text)
    except PackError:
        return
    ends = [end for span in spans for end in span]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(plain) for end in ends)


FIELDS = """\
    examples:
      bad:
        - text: "[[甲]]"
          fixed: ""
          role: bot
          channel: sms
          lang: zh-Hant
          audience: senior
          recipient: third_party
          author: A01
          time: 2026-03-02T09:15:00+08:00
          conversation: c-9
          history:
            - {role: customer, text: no, time: "2026-03-02T09:14:00+08:00"}
            - {role: agent, text: 乙}
        - {text: "[[乙]]", history: []}
      good: [丙, {text: 丁}]
"""


def test_message_fields_are_typed(tmp_path: Path) -> None:
    text = file(rule()).replace(PROOFS, FIELDS)
    full, opening, plain, bare = loaded(tmp_path, text).examples["command.one"]
    zone = timezone(timedelta(hours=8))
    assert Message(full.text, **dict(full.context)) == Message(  # type: ignore[arg-type]
        "甲",
        role=Role.BOT,
        channel="sms",
        lang="zh-Hant",
        audience="senior",
        recipient=Recipient.THIRD_PARTY,
        author="A01",
        time=datetime(2026, 3, 2, 9, 15, tzinfo=zone),
        conversation="c-9",
        history=(
            Turn(Role.CUSTOMER, "no", datetime(2026, 3, 2, 9, 14, tzinfo=zone)),
            Turn(Role.AGENT, "乙"),
        ),
    )
    assert full.fixed == ""
    assert opening.context == (("history", ()),)
    assert (plain.context, plain.fixed, bare.fixed) == ((), None, None)
    assert full.origin is not None
    assert full.origin.line == 13


def test_a_good_example_is_not_mended(tmp_path: Path) -> None:
    proofs = "    examples: {bad: ['[[甲]]', '[[乙]]'], good: [丙, {text: 丁, fixed: 戊}]}\n"
    with pytest.raises(PackError, match="a good example is not mended"):
        loaded(tmp_path, file(rule()).replace(PROOFS, proofs))


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("lang: zh", "is not the language of a message; write zh-Hans, zh-Hant, en"),
        ("time: '2026-03-02T09:15:00'", "is no time with an offset"),
        ("time: soon", "is no time with an offset"),
        ("role: clerk", '"clerk" is not known here'),
        ("history: [{text: a}]", 'the key "role" is missing'),
        ("meta: {a: b}", 'unknown key "meta"'),
    ],
)
def test_fields_that_are_none(tmp_path: Path, field: str, says: str) -> None:
    proofs = f"    examples: {{bad: ['[[甲]]', {{text: '[[甲]]', {field}}}], good: [乙, 丙]}}\n"
    with pytest.raises(PackError, match=says):
        loaded(tmp_path, file(rule()).replace(PROOFS, proofs))
