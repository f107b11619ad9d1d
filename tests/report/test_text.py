from __future__ import annotations

import io
from dataclasses import replace
from textwrap import dedent

from replylint.model import FileResult, Placed, Source, Summary, Trouble
from replylint.report.options import Options
from replylint.report.tally import Tally
from replylint.report.text import write, write_troubles

from .cases import (
    ERROR,
    INFO,
    PHONE,
    SAFE,
    SHOW,
    finding,
    fix,
    in_file,
    in_message,
    one,
    place,
    report,
    rule,
    unmarked,
)

ZH = Options(lang="zh", width=80, rules={"command.urgent": rule()})
EN = replace(ZH, lang="en")


def lines(text: str) -> str:
    return dedent(text).removeprefix("\n")


def test_a_finding_says_where_what_why_and_what_it_becomes() -> None:
    result = one("您好，👩‍👩‍👧\n请⟦立即⟧处理此事。", "尽早", says="“立即”像是在下命令")
    assert report("text", [result], ZH) == lines(
        """
        a.md:2:2 警告 command.urgent
          “立即”像是在下命令
          2 │ 请立即处理此事。
            │   ^^^^
            │ 为何 客户会觉得被指使。（手册 §3.1）
            │ 改为 请[-立即-]{+尽早+}处理此事。 (--unsafe-fixes)

        1 个文件，1 条消息：1 个警告。
        --unsafe-fixes 再改 1 个（需人工过目）。
        了解某条规则：replylint rules explain command.urgent
        """
    )


def test_english() -> None:
    text, start, end = unmarked("Please send it ⟦immediately⟧.")
    fixes = (fix(start, end, "when you can", SAFE), fix(0, 6, "Could you", SHOW))
    found = finding(start, end, "“immediately” sounds like an order", fixes=fixes)
    silenced = in_file(text, found).findings
    result = replace(in_message(text, found), suppressed=silenced, known=silenced * 2, fixed=1)
    assert report("text", [result], EN) == lines(
        """
        <stdin>#m-1:1:16 warning command.urgent
          “immediately” sounds like an order
          1 │ Please send it immediately.
            │                ^^^^^^^^^^^
            │ why The customer feels ordered about. (手册 §3.1)
            │ fix Please send it [-immediately-]{+when you can+}. (--fix)
            │ try [-Please-]{+Could you+} send it immediately.

        1 warning in 1 message, 1 suppressed, 2 in the baseline, 1 fixed.
        --fix mends 1.
        More about a rule: replylint rules explain command.urgent
        """
    )


def test_why_is_said_once_for_each_rule() -> None:
    text = "请立即处理，请立即回复"
    result = in_file(text, finding(1, 3), finding(7, 9), finding(0, 1, rule="vague.soon"))
    assert report("text", [result], ZH).count("为何") == 1


def test_a_rule_without_source_has_only_its_reason() -> None:
    options = replace(ZH, rules={"command.urgent": rule(source="")})
    assert "为何 客户会觉得被指使。\n" in report("text", [one("⟦立即⟧")], options)


def test_places() -> None:
    text = "请立即"
    found = finding(1, 3)
    heads = [
        report("text", [result], ZH).splitlines()[0]
        for result in (
            in_message(text, found, message=None),
            in_message(text, found, conversation="c-9"),
            in_message(text, found, path="s.jsonl"),
            FileResult(
                Source("a.csv", text),
                findings=(Placed(found, "a.csv", place(text, 1, 3), "m-1", "c-9"),),
            ),
        )
    ]
    assert heads == [
        "<stdin>:1:2 警告 command.urgent",
        "<stdin>#c-9/m-1:1:2 警告 command.urgent",
        "s.jsonl#m-1:1:2 警告 command.urgent",
        "a.csv:1:2 警告 command.urgent c-9/m-1",
    ]


def test_the_gutter_is_as_wide_as_the_line_number() -> None:
    shown = report("text", [one("\n" * 12344 + "请⟦立即⟧")], Options(lang="zh"))
    assert "\n 12345 │ 请立即\n       │   ^^^^\n" in shown


def test_long_reasons_and_fixes_are_wrapped_under_themselves() -> None:
    options = replace(ZH, width=40, rules={"command.urgent": rule(why_zh="客户会觉得被指使，" * 3)})
    result = one("请⟦立即⟧", "在您方便的时候，经由您习惯的渠道", says="“立即”像是在下命令" * 3)
    assert report("text", [result], options).splitlines()[1:12] == [
        "  “立即”像是在下命令“立即”像是在下命令",
        "  “立即”像是在下命令",
        "  1 │ 请立即",
        "    │   ^^^^",
        "    │ 为何 客户会觉得被指使，客户会觉得",
        "    │      被指使，客户会觉得被指使，",
        "    │      （手册 §3.1）",
        "    │ 改为 请[-立即-]{+在您方便的时候，",
        "    │      经由您习惯的渠道+}",
        "    │      (--unsafe-fixes)",
        "",
    ]


def test_sensitive_stretches_are_masked_on_every_line_shown() -> None:
    text = f"请立即致电{PHONE}"
    private = finding(5, 16, "手机号以明文出现", "privacy.mobile", ERROR, sensitive=True)
    kept = replace(private, fixes=(fix(5, 16, "138****8000", SAFE),))
    other = finding(1, 3, f"“{text}”像是在下命令", fixes=(fix(0, 16, f"请致电{PHONE}"),))
    shown = report("text", [in_file(text, other, kept)], Options(lang="zh"))
    assert PHONE not in shown
    assert shown.splitlines()[:10] == [
        "a.md:1:2 警告 command.urgent",
        "  “请立即致电***********”像是在下命令",
        "  1 │ 请立即致电***********",
        "    │   ^^^^",
        "    │ 改为 有一处改写会重复敏感内容，不予显示",
        "",
        "a.md:1:6 错误 privacy.mobile",
        "  手机号以明文出现",
        "  1 │ 请立即致电***********",
        "    │           ^^^^^^^^^^^",
    ]
    assert "改为 请立即致电[-***********-]{+138****8000+} (--fix)" in shown


def test_colour_marks_instead_of_brackets() -> None:
    shown = report("text", [one("请⟦立即⟧处理", "尽早")], replace(ZH, color=True))
    assert "[-" not in shown
    assert "请\x1b[31m\x1b[9m立即\x1b[0m\x1b[32m尽早\x1b[0m处理" in shown
    assert "\x1b[33m\x1b[1m^^^^\x1b[0m" in shown


def test_control_characters_do_not_reach_the_terminal() -> None:
    result = one("请\x1b]0;x\x07⟦立\x1b[2J即⟧", says="“\x1b[2J”")
    result = replace(
        result,
        findings=(replace(result.findings[0], path="a\x1b[0m.md", message="m\x1b"),),
        errors=(Trouble("x\x1by", "p\x1bq"),),
    )
    assert "\x1b" not in report("text", [result], ZH)


def test_troubles_come_where_they_happen_and_are_counted() -> None:
    lost = FileResult(
        Source("b.csv", ""), errors=(Trouble("not a text file; give --format", "b.csv"),)
    )
    late = Trouble("took more than 0.1 s", None, 3, 1, "m-7", "c-9", "clarity.long")
    missed = replace(in_message("x"), incomplete=(late,))
    assert report("text", [lost, missed], Options(lang="zh")) == lines(
        """
        b.csv 无法读取: not a text file; give --format
        <stdin>:3:1 未检查 c-9/m-7 clarity.long: took more than 0.1 s
        1 条消息：没有发现问题，1 处未检查，1 处无法读取。
        """
    )


def test_troubles_alone() -> None:
    stream = io.StringIO()
    summary = Summary(errors=(Trouble("lost", "b"),), incomplete=(Trouble("late", "a", 1),))
    write_troubles(summary, stream, Options(lang="en"))
    assert stream.getvalue() == "b cannot be read: lost\na:1 not checked: late\n"


def test_statistics() -> None:
    text = "您" * 12
    names = ["vague.soon", *["command.urgent"] * 11]
    result = in_file(text, *(finding(i, i + 1, rule=name) for i, name in enumerate(names)))
    shown = report("text", [result], replace(ZH, statistics=True))
    assert "\n\n11  command.urgent  “…”像是在下命令\n 1  vague.soon\n\n1 个文件" in shown


def test_statistics_of_nothing() -> None:
    assert report("text", [], replace(EN, statistics=True)) == "Nothing found in 0 messages.\n"


def test_all_severities_and_the_time_are_in_the_summary() -> None:
    text = "您您您"
    levels = (ERROR, INFO, INFO)
    result = in_file(text, *(finding(i, i + 1, severity=s) for i, s in enumerate(levels)))
    stream = io.StringIO()
    tally = Tally()
    write(tally.through([result]), lambda: tally.summary(12.345), stream, EN)
    assert "\n1 error, 2 infos in 1 file, 1 message [12.3 s].\n" in stream.getvalue()
