"""What is proposed for the replies of a file becomes edits of it, spelled as the file has to."""

from __future__ import annotations

import re

import pytest

from replylint.files.check import Reading, check
from replylint.files.decode import Decoded
from replylint.files.discover import Found
from replylint.files.mend import Mended, mend
from replylint.files.save import edited
from replylint.model import (
    Confidence,
    Edit,
    Finding,
    Fix,
    Message,
    Place,
    Placed,
    Result,
    Safety,
    Severity,
)
from replylint.text.markup import Segment

_WORDS = {
    "立即": ("command.urgent", Safety.SAFE, "及时"),
    "你": ("courtesy.you", Safety.SAFE, "您"),
    "找别人": ("shirk.others", Safety.REVIEW, "我来办"),
    "换行": ("structure.lines", Safety.SAFE, "甲\n乙"),
}


def lint(message: Message, segment: Segment, reading: Reading) -> Result:
    """Words with a fix each, outside what the file protects."""
    findings = [
        _finding(match)
        for match in re.finditer("|".join(_WORDS), message.text)
        if not any(p.start < match.end() and match.start() < p.end for p in segment.protected)
    ]
    return Result(message, tuple(findings))


def _finding(match: re.Match[str]) -> Finding:
    rule, safety, new = _WORDS[match[0]]
    fix = Fix("…", safety, (Edit(match.start(), match.end(), new),))
    topic = rule.partition(".")[0]
    return Finding(rule, topic, Severity.WARNING, Confidence.HIGH, *match.span(), "…", fixes=(fix,))


def mended(
    text: str, path: str, silenced: tuple[Placed, ...] = (), safety: Safety = Safety.REVIEW
) -> tuple[Mended, str]:
    told = mend(Decoded(text), path, Reading(), lint, silenced, safety)
    return told, edited(text, told.edits)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.txt", "请立即处理。\r\n你好\r\n", "请及时处理。\r\n您好\r\n"),
        ("a.txt", "换行\r\n好", "甲\r\n乙\r\n好"),
        ("a.json", '{"text": "请\\u7acb\\u5373处理"}', '{"text": "请及时处理"}'),
        ("a.json", '{"text": "换行"}', '{"text": "甲\\n乙"}'),
        ("a.html", "<p>请<b>立即</b>处理，你</p>", "<p>请<b>及时</b>处理，您</p>"),
        ("a.md", "请 `立即` 来，立即。\n", "请 `立即` 来，及时。\n"),
        ("a.yaml", "reply: |\n  请立即处理\n  你好\n", "reply: |\n  请及时处理\n  您好\n"),
    ],
)
def test_only_the_faults_change(path: str, before: str, after: str) -> None:
    told, text = mended(before, path)
    assert text == after
    assert told.dropped == 0
    assert mended(after, path)[0].edits == ()


def test_every_reply_is_proposed_for_with_its_line() -> None:
    told, _ = mended(
        '{"id": "a", "text": "您好"}\n{"id": "b", "text": "立即，找别人"}\n', "a.jsonl"
    )
    assert [(each.message.id, each.line, each.rewrite.text) for each in told.replies] == [
        ("a", 1, "您好"),
        ("b", 2, "及时，我来办"),
    ]
    assert [each.rule for each in told.replies[1].findings] == ["command.urgent", "shirk.others"]


def test_safety_bounds_the_edits() -> None:
    assert mended("立即，找别人", "a.txt", safety=Safety.SAFE)[1] == "及时，找别人"


def _silenced(text: str, word: str, rule: str, nth: int = 0) -> Placed:
    start = [match.start() for match in re.finditer(word, text)][nth]
    place = Place(1, start + 1, 1, start + 3, start, start + len(word))
    finding = Finding(rule, "x", Severity.WARNING, Confidence.HIGH, 0, 0, "…")
    return Placed(finding, "a.txt", place)


def test_what_is_silenced_stays_and_what_stands_beside_it_is_mended() -> None:
    text = "请立即处理，你好"
    hushed = _silenced(text, "立即", "command.urgent")
    assert mended(text, "a.txt", (hushed,))[1] == "请立即处理，您好"


def test_the_same_words_may_be_silenced_in_one_place_only() -> None:
    text = "请立即处理。这里也立即。你好"
    for nth, after in ((0, "请立即处理。这里也及时。您好"), (1, "请及时处理。这里也立即。您好")):
        hushed = _silenced(text, "立即", "command.urgent", nth)
        assert mended(text, "a.txt", (hushed,))[1] == after


def test_what_the_file_cannot_spell_is_not_tried() -> None:
    text = "<p>请立<b>即</b>处理，你</p>"
    told, after = mended(text, "a.html")
    assert after == "<p>请立<b>即</b>处理，您</p>"
    assert [each.rewrite.applied for each in told.replies] == [("courtesy.you",)]


def test_a_file_that_was_mended_reads_as_proposed() -> None:
    text = 'name,text\na,"请立即处理，""你""好"\nb,找别人\n'
    told, after = mended(text, "a.csv")
    again = check(Found(None, "a.csv"), lint, Reading(), after.encode())
    assert again.results[0].findings == ()
    assert [each.rewrite.text for each in mended(after, "a.csv")[0].replies] == [
        each.rewrite.text for each in told.replies
    ]
