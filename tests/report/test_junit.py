from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from replylint.model import FileResult, Severity, Source, Trouble
from replylint.report.options import Options

from .cases import ERROR, INFO, finding, in_file, in_message, report


def suites(*results: FileResult, options: Options | None = None) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(report("junit", results, options))
    assert root.tag == "testsuites"
    return list(root)


def test_a_case_for_each_rule_of_a_file() -> None:
    text = "一二\n三四"
    result = in_file(
        text,
        finding(0, 1, "小心 <b>&\"'"),
        finding(3, 4, "更糟", severity=ERROR),
        finding(4, 5, "顺便", "vague.soon", INFO),
    )
    (suite,) = suites(result)
    assert suite.attrib == {"name": "a.md", "tests": "2", "failures": "1", "errors": "0"}
    urgent, soon = suite
    assert urgent.attrib == {"classname": "a.md", "name": "command.urgent"}
    (failure,) = urgent
    assert failure.attrib == {"type": "command.urgent", "message": "更糟"}
    assert failure.text == (
        "1:1 warning command.urgent 小心 <b>&\"'\n2:1 error command.urgent 更糟"
    )
    (output,) = soon
    assert (output.tag, output.text) == ("system-out", "2:2 info vague.soon 顺便")


def test_the_failing_level_decides() -> None:
    options = Options(fail_level=Severity.ERROR)
    (suite,) = suites(in_file("您", finding(0, 1)), options=options)
    assert suite.attrib["failures"] == "0"


def test_a_clean_file_passes() -> None:
    (suite,) = suites(in_file("您好"))
    assert suite.attrib == {"name": "a.md", "tests": "1", "failures": "0", "errors": "0"}
    assert [(case.attrib["name"], list(case)) for case in suite] == [("replylint", [])]


def test_messages_of_a_stream_share_a_suite() -> None:
    found = finding(0, 1)
    suite, other = suites(
        in_message("您", found, conversation="c"), in_message("您", found, message="m-2"),
        in_file("您好"),
    )  # fmt: skip
    assert suite.attrib["name"] == "<stdin>"
    names = [case.attrib["name"] for case in suite]
    assert names == ["c m-1 command.urgent", "m-2 command.urgent"]
    assert other.attrib["name"] == "a.md"


def test_troubles_are_errors() -> None:
    lost = FileResult(Source("b.md", ""), errors=(Trouble("not a text file", "b.md"),))
    late = replace(
        in_file("x", path="b.md"),
        incomplete=(Trouble("too slow", "b.md", rule="a.b"), Trouble("stopped", "b.md")),
    )
    (suite,) = suites(lost, late)
    assert suite.attrib["errors"] == "3"
    assert [(case.attrib["name"], case[0].attrib["message"]) for case in suite] == [
        ("input", "not a text file"),
        ("a.b", "too slow"),
        ("incomplete", "stopped"),
    ]


def test_what_xml_cannot_hold_is_replaced() -> None:
    (suite,) = suites(in_file("您", finding(0, 1, "a\x00\x1b\ud800\ufffeb\t😀"), path="\x01.md"))
    assert suite.attrib["name"] == "\ufffd.md"
    assert suite[0][0].text == "1:1 warning command.urgent a\ufffd\ufffd\ufffd\ufffdb\t😀"
