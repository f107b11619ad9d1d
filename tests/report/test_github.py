from __future__ import annotations

from dataclasses import replace

from replylint.model import Confidence, FileResult, Source, Trouble

from .cases import ERROR, INFO, finding, in_file, in_message, report


def test_annotations_worst_first() -> None:
    text = "一二\n三四"
    result = in_file(
        text,
        finding(0, 1, "a", severity=INFO),
        finding(1, 2, "b", confidence=Confidence.LOW),
        finding(1, 4, "c"),
        finding(4, 4, "d", "vague.soon", ERROR),
        path="目录/a,b.md",
    )
    assert report("github", [result]).splitlines() == [
        "::error file=目录/a%2Cb.md,line=2,endLine=2,col=2,endColumn=2,title=vague.soon::d",
        "::warning file=目录/a%2Cb.md,line=1,endLine=2,title=command.urgent::c",
        "::warning file=目录/a%2Cb.md,line=1,endLine=1,col=2,endColumn=3,title=command.urgent::b",
        "::notice file=目录/a%2Cb.md,line=1,endLine=1,col=1,endColumn=2,title=command.urgent::a",
        "replylint: 1 个错误，2 个警告，1 个提示 (GitHub: 10 / level)",
    ]


def test_escaping() -> None:
    found = finding(0, 1, "50%\r\n::error::x", severity=INFO)
    stream = in_message("您", found, message="m:1", conversation="c,9")
    assert report("github", [stream]).splitlines()[0] == (
        "::notice title=command.urgent c%2C9 m%3A1::50%25%0D%0A::error::x"
    )


def test_what_github_would_not_show_is_in_the_log() -> None:
    text = "您" * 40
    sure = [finding(i, i + 1, "sure\nso") for i in range(8)]
    unsure = [finding(i, i + 1, "low", confidence=Confidence.LOW) for i in range(20, 32)]
    shown = report("github", [in_file(text, *unsure, *sure)]).splitlines()
    annotated = [line for line in shown if line.startswith("::warning")]
    assert [line.rpartition("::")[2] for line in annotated] == ["sure%0Aso"] * 8 + ["low"] * 2
    assert sum(line.endswith("warning command.urgent: low") for line in shown) == 10
    assert shown[0] == "a.md:1:31: warning command.urgent: low"
    assert len(shown) == 21


def test_a_log_line_without_file() -> None:
    found = [finding(0, 1, "x") for _ in range(11)]
    shown = report("github", [in_message("您", *found)]).splitlines()
    assert shown[0] == "<stdin>: warning command.urgent m-1: x"


def test_troubles() -> None:
    lost = FileResult(Source("b.md", ""), errors=(Trouble("not a\ntext file", "b.md"),))
    late = Trouble("too slow", "c.md", 3, 1, rule="clarity.long")
    many = (late, *[Trouble("again", None)] * 10)
    shown = report("github", [lost, replace(in_message("x"), incomplete=many)]).splitlines()
    assert shown[0] == "::error file=b.md,title=cannot be read::not a%0Atext file"
    assert shown[1] == "::warning file=c.md,line=3,col=1,title=not checked clarity.long::too slow"
    assert shown[2] == "::warning title=not checked::again"
    assert shown[-2] == "<stdin>: not checked: again"


def test_a_path_that_is_no_utf8_can_be_written() -> None:
    found = [finding(0, 1) for _ in range(11)]
    report("github", [in_file("您", *found, path="\udcff.md")]).encode()
