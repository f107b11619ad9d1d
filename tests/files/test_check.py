"""A file goes in, findings come out in their places; what cannot be read is said, never dropped."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import InputError, Origin, UsageError
from replylint.files import check as module
from replylint.files.check import Checked, Reading, check, check_all, trouble
from replylint.files.discover import Found
from replylint.files.save import save
from replylint.files.suppress import Terms
from replylint.model import (
    Confidence,
    Edit,
    FileResult,
    Finding,
    Fix,
    Incomplete,
    Message,
    Placed,
    Result,
    Role,
    Safety,
    Severity,
    Trouble,
)
from replylint.text.markup import Segment

KNOWN = ("command.urgent", "privacy.phone")
TERMS = Terms(KNOWN, date(2026, 6, 1), lang="en")
READING = Reading(terms=TERMS)


def lint(message: Message, segment: Segment, reading: Reading) -> Result:
    """Finds 立即 with a fix to 尽快, and 热线 as something sensitive; 超时 cannot be finished."""
    return Result(message, tuple(_found(message.text)), tuple(_unfinished(message.text)))


def _found(text: str) -> Iterator[Finding]:
    high, warning = Confidence.HIGH, Severity.WARNING
    for word, rule in (("立即", "command.urgent"), ("热线", "privacy.phone")):
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            fix = Fix("…", Safety.SAFE, (Edit(at, end, "尽快"),))
            sensitive = word == "热线"
            yield Finding(rule, rule[:7], warning, high, at, end, "…", sensitive, (fix,))
            at = text.find(word, end)


def _unfinished(text: str) -> Iterator[Incomplete]:
    if "超时" in text:
        yield Incomplete("took too long", "command.urgent")
    if "太长" in text:
        yield Incomplete("too long")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(name: str, text: str | bytes, reading: Reading = READING) -> Checked:
    data = text if isinstance(text, bytes) else text.encode()
    Path(name).write_bytes(data)
    return check(Found(Path(name), name), lint, reading)


def only(checked: Checked) -> FileResult:
    (result,) = checked.results
    return result


def spots(placed: tuple[Placed, ...]) -> list[tuple[int, int, int, int]]:
    places = [each.place for each in placed if each.place]
    return [(p.line, p.column, p.end_line, p.end_column) for p in places]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", codecs.BOM_UTF8), ("gb18030", b""), ("utf-16-le", codecs.BOM_UTF16_LE)],
)
def test_places_and_edits_count_in_the_decoded_file(root: Path, encoding: str, mark: bytes) -> None:
    text = "您好😊，\r\n感谢您的耐心等待。请立即处理\r\n"
    checked = run("a.txt", mark + text.encode(encoding))
    result = only(checked)
    assert result.source.path == "a.txt"
    assert result.source.text == text
    assert result.messages == 1
    assert spots(result.findings) == [(2, 11, 2, 13)]
    (placed,) = result.findings
    assert placed.place
    assert text[placed.place.start : placed.place.end] == "立即"
    assert placed.finding.start == text.replace("\r\n", "\n").index("立即")
    (fix,) = placed.finding.fixes
    assert fix.edits == (Edit(placed.place.start, placed.place.end, "尽快"),)
    assert checked.decoded
    save(Path("a.txt"), checked.decoded, fix.edits)
    assert Path("a.txt").read_bytes() == mark + text.replace("立即", "尽快").encode(encoding)


def test_edits_are_spelled_for_the_file(root: Path) -> None:
    text = r'[{"text": "请\u7acb\u5373处理"}]'
    result = only(run("a.json", text))
    (placed,) = result.findings
    assert spots(result.findings) == [(1, 13, 1, 25)]
    (edit,) = placed.finding.fixes[0].edits
    assert (edit.start, edit.end) == (12, 24)
    assert edit.text in ("尽快", r"\u5c3d\u5feb")


def test_a_fix_that_cannot_be_written_there_is_counted(root: Path) -> None:
    checked = run("a.html", "<p>请立<b>即</b>处理</p>")
    (placed,) = only(checked).findings
    assert placed.finding.fixes == ()
    assert checked.dropped == 1


def test_what_the_file_says_of_a_message_wins_over_the_settings(root: Path) -> None:
    seen: list[Message] = []

    def look(message: Message, segment: Segment, reading: Reading) -> Result:
        seen.append(message)
        return Result(message)

    Path("a.jsonl").write_text(
        '{"text": "好", "role": "customer"}\n{"text": "好", "channel": "sms"}'
    )
    reading = Reading("jsonl", message={"channel": "email", "role": Role.BOT})
    check(Found(Path("a.jsonl"), "a.jsonl"), look, reading)
    assert [(each.role, each.channel) for each in seen] == [
        (Role.CUSTOMER, "email"),
        (Role.BOT, "sms"),
    ]


def test_findings_come_in_the_order_of_the_file(root: Path) -> None:
    result = only(run("a.txt", "热线立即热线"))
    assert [each.finding.rule for each in result.findings] == [
        "privacy.phone",
        "command.urgent",
        "privacy.phone",
    ]


def test_what_is_sensitive_is_handed_on_where_the_file_spells_it_otherwise(root: Path) -> None:
    text = r'[{"text": "打\u70ed\u7ebf"}, {"text": "打热线，立\u5373"}]'
    result = only(run("a.json", text))
    assert result.sensitive == ("热线",)  # to be masked wherever a report comes upon it
    assert only(run("a.json", '[{"text": "打热线"}]')).sensitive == ()
    reading = Reading("jsonl", stream=True)
    stream = run("a.jsonl", r'{"text": "打\u70ed\u7ebf"}', reading)
    assert only(stream).sensitive == ()


class TestSuppression:
    def test_comments_of_the_file(self, root: Path) -> None:
        text = (
            "<p>请立即</p>\n<!-- replylint: ignore[command.*] agreed -->\n<p>请立即</p>\n"
            "<!-- replylint: ignore[privacy.*] -->\n"
        )
        result = only(run("a.html", text))
        assert spots(result.suppressed) == [(3, 5, 3, 7)]
        assert result.suppressed[0].reason == "agreed"
        assert [
            (each.finding.rule, each.place and each.place.line) for each in result.findings
        ] == [
            ("command.urgent", 1),
            ("suppression.unused", 4),
        ]

    def test_a_key_beside_the_reply(self, root: Path) -> None:
        text = '[{"text": "请立即", "replylint": "ignore[command.*]"}, {"text": "请立即"}]'
        result = only(run("a.json", text))
        assert len(result.suppressed) == len(result.findings) == 1

    @pytest.mark.parametrize(
        ("text", "unused"),
        [
            ("好", {"command.*", "privacy.phone"}),
            ("好 超时", {"privacy.phone"}),
            ("好 太长", set()),
        ],
    )
    def test_of_a_rule_that_did_not_finish_is_not_unused(
        self, root: Path, text: str, unused: set[str]
    ) -> None:
        comment = "<!-- replylint: ignore-file[command.*, privacy.phone] -->"
        result = only(run("a.html", f"<p>{text}</p>{comment}"))
        found = {
            result.source.text[each.finding.start : each.finding.end] for each in result.findings
        }
        assert found == unused

    def test_can_be_left_alone(self, root: Path) -> None:
        text = "<!-- replylint: ignore[command.*] -->\n<p>请立即</p>\n"
        result = only(run("a.html", text, Reading()))
        assert len(result.findings) == 1
        assert result.suppressed == ()


class TestStreams:
    READING = Reading("jsonl", stream=True, terms=TERMS)

    def test_offsets_count_in_the_message(self, root: Path) -> None:
        text = '{"id": "m-1", "conversation": "c", "text": "\\u8bf7立即处理"}\n\n{"text": "好"}\n'
        first, second = run("a.jsonl", text, self.READING).results
        assert (first.source.path, first.source.text) == ("a.jsonl", "请立即处理")
        (placed,) = first.findings
        assert (placed.finding.start, placed.finding.end, placed.place) == (1, 3, None)
        assert placed.finding.fixes[0].edits == (Edit(1, 3, "尽快"),)
        assert (placed.message, placed.conversation) == ("m-1", "c")
        assert (second.messages, second.findings) == (1, ())

    def test_a_message_without_id_goes_by_its_line(self, root: Path) -> None:
        text = '{"text": "好"}\n\n{"text": "请立即"}\n'
        results = run("a.jsonl", text, self.READING).results
        assert results[1].findings[0].message == "3"

    def test_suppression_beside_the_text(self, root: Path) -> None:
        text = '{"text": "请立即", "replylint": "ignore[command.*] ok"}\n{"text": "请立即"}\n'
        first, second = run("a.jsonl", text, self.READING).results
        assert (first.findings, len(first.suppressed)) == ((), 1)
        assert (first.suppressed[0].place, first.suppressed[0].reason) == (None, "ok")
        assert len(second.findings) == 1

    def test_what_concerns_the_file_is_said_of_the_file(self, root: Path) -> None:
        text = '{"text": "好", "replylint": "ignore[command.*]"}\n{"text": 1}\n'
        first, last = run("a.jsonl", text, self.READING).results
        assert first.findings == ()
        assert [each.finding.rule for each in last.findings] == ["suppression.unused"]
        assert spots(last.findings) == [(1, 36, 1, 45)]
        assert (last.source.text, last.messages) == (text, 0)
        assert [(each.line, each.column) for each in last.errors] == [(2, 1)]

    def test_an_empty_stream_is_still_a_result(self, root: Path) -> None:
        checked = run("a.jsonl", "", self.READING)
        assert only(checked).messages == 0
        assert checked.note == "the file is empty"


class TestWhatCannotBeChecked:
    def test_nothing_in_it(self, root: Path) -> None:
        checked = run("a.txt", " \n")
        assert only(checked) == FileResult(only(checked).source)
        assert checked.note

    def test_unfinished_rules(self, root: Path) -> None:
        result = only(run("a.txt", "您好\n\n请立即 超时", Reading(split="paragraph")))
        assert result.incomplete == (
            Trouble("took too long", "a.txt", 3, 1, rule="command.urgent"),
        )
        assert len(result.findings) == 1

    def test_binary_and_broken_bytes(self, root: Path) -> None:
        assert only(run("a.txt", b"a\0b")).errors == (
            Trouble(
                "a NUL byte: this is taken for a binary file, it was not checked; "
                "leave it out with the setting exclude",
                "a.txt",
                1,
                2,
            ),
        )
        (error,) = only(run("a.txt", b"ok\nok \xff")).errors
        assert (error.line, error.column) == (2, 4)

    def test_broken_markup(self, root: Path) -> None:
        checked = run("a.json", '{"text": ')
        (error,) = only(checked).errors
        assert error.path == "a.json"
        assert error.line == 1
        assert checked.decoded is None

    def test_bad_rows_and_good_ones(self, root: Path) -> None:
        result = only(run("a.jsonl", '{"text": "请立即"}\n{nope\n'))
        assert len(result.findings) == 1
        assert [each.line for each in result.errors] == [2]

    def test_a_way_to_split_that_does_not_exist(self, root: Path) -> None:
        (error,) = only(run("a.txt", "好", Reading(split="word"))).errors
        assert error.path == "a.txt"
        assert "word" in error.text

    def test_vanished(self, root: Path) -> None:
        checked = check(Found(Path("gone.txt"), "gone.txt"), lint, Reading())
        assert only(checked).incomplete == (
            Trouble("cannot be read: it is gone since it was found", "gone.txt"),
        )
        assert only(checked).errors == ()

    def test_not_readable(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", refuse)
        checked = check(Found(Path("a.txt"), "a.txt"), lint, Reading())
        assert [each.text for each in only(checked).incomplete] == [
            "cannot be read: Permission denied"
        ]

        def odd(_: Path) -> bytes:
            raise OSError

        monkeypatch.setattr(Path, "read_bytes", odd)
        checked = check(Found(Path("a.txt"), "a.txt"), lint, Reading())
        assert [each.text for each in only(checked).incomplete] == ["cannot be read: OSError"]

    def test_an_error_that_knows_no_place(self) -> None:
        assert trouble(UsageError("no"), "a") == Trouble("no", "a")
        error = InputError("no", origin=Origin("b", 1, 2), hint="do")
        assert trouble(error, "a") == Trouble("no; do", "b", 1, 2)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("请立即".encode("gb18030")))
    monkeypatch.setattr(sys, "stdin", stdin)
    result = only(check(Found(None, "-"), lint, Reading()))
    assert result.source.path == "-"
    assert spots(result.findings) == [(1, 2, 1, 4)]


def test_the_bytes_may_be_given() -> None:
    checked = check(Found(Path("open in an editor.txt"), "x.txt"), lint, Reading(), "立即".encode())
    assert len(only(checked).findings) == 1


class TestFingerprints:
    def test_only_when_asked_for(self, root: Path) -> None:
        assert only(run("a.txt", "请立即")).findings[0].fingerprint == ""

    def test_equal_from_run_to_run_and_unequal_in_a_run(self, root: Path) -> None:
        reading = Reading(terms=TERMS, folder=root)
        text = "<p>请立即。</p><p>请立即！</p><!-- replylint: ignore[privacy.*] -->"
        first = [each.fingerprint for each in only(run("a.html", text, reading)).findings]
        again = [each.fingerprint for each in only(run("a.html", f"\n{text}", reading)).findings]
        assert first == again
        assert len({*first, ""}) == 4

    def test_do_not_depend_on_what_is_sensitive(self, root: Path) -> None:
        reading = Reading(folder=root)
        (one, _) = only(run("a.txt", "请立即打热线", reading)).findings
        (other, _) = only(run("a.txt", "请立即打热线热线"[:6], reading)).findings
        assert one.fingerprint == other.fingerprint
        plain = only(run("a.txt", "请立即打电话", reading)).findings[0]
        assert plain.fingerprint != one.fingerprint


def dies(message: Message, segment: Segment, reading: Reading) -> Result:
    if message.text == "die":
        os._exit(1)
    return lint(message, segment, reading)


class TestManyFiles:
    def inputs(self, *texts: str) -> list[tuple[Found, Reading]]:
        found = []
        for number, text in enumerate(texts):
            Path(f"{number}.txt").write_text(text)
            found.append((Found(Path(f"{number}.txt"), f"{number}.txt"), Reading()))
        return found

    @pytest.mark.parametrize("jobs", [1, 3])
    def test_in_their_order_whoever_is_first(self, root: Path, jobs: int) -> None:
        inputs = self.inputs("请立即" * 2000, "好", "请立即")
        results = [only(each) for each in check_all(inputs, lint, jobs)]
        assert [each.source.path for each in results] == ["0.txt", "1.txt", "2.txt"]
        assert [len(each.findings) for each in results] == [2000, 0, 1]

    def test_one_file_needs_no_other_process(self, root: Path) -> None:
        pids: list[int] = []

        def here(message: Message, segment: Segment, reading: Reading) -> Result:
            pids.append(os.getpid())
            return Result(message)

        list(check_all(self.inputs("好"), here, 4))
        assert pids == [os.getpid()]

    def test_what_a_process_does(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "_lint", None)
        module._begin(lint)
        ((found, reading),) = self.inputs("请立即")
        assert module._work(found, reading, None) == check(found, lint, reading)

    def test_who_stops_early_does_not_wait(self, root: Path) -> None:
        results = check_all(self.inputs("请立即", *["好"] * 50), lint, 2)
        assert len(only(next(results)).findings) == 1
        results.close()  # type: ignore[attr-defined]
        assert list(results) == []

    def test_standard_input_beside_files(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("立即".encode())))
        inputs = [*self.inputs("好"), (Found(None, "-"), Reading())]
        assert [len(only(each).findings) for each in check_all(inputs, lint, 2)] == [0, 1]

    def test_a_process_that_dies_is_told_and_loses_no_file(self, root: Path) -> None:
        results = [only(each) for each in check_all(self.inputs("die", "die", "die"), dies, 2)]
        assert [each.source.path for each in results] == ["0.txt", "1.txt", "2.txt"]
        assert {each.text for result in results for each in result.incomplete} == {
            "the process that checked it ended; try it alone, with --jobs 1"
        }
        assert all(each.incomplete for each in results)


@given(st.text("请立即\n\r热线😊 é", max_size=30))
def test_the_slice_of_the_file_is_what_was_found(text: str) -> None:
    checked = check(Found(Path("a.txt"), "a.txt"), lint, Reading(), text.encode())
    for placed in only(checked).findings:
        place = placed.place
        assert place
        assert text[place.start : place.end] in ("立即", "热线")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] in ("立即", "热线")
