from __future__ import annotations

from dataclasses import replace

from replylint.model import FileResult, Place, Placed, Source
from replylint.report.view import View, span

from .cases import PHONE, finding, fix, in_file, in_message, place

TEXT = f"您的手机号是{PHONE}，\r\n请立即联系我们。"
START = TEXT.index(PHONE)
END = START + len(PHONE)
SENSITIVE = finding(START, END, rule="privacy.mobile", sensitive=True)


def view(*findings: object) -> tuple[View, tuple[Placed, ...]]:
    result = in_file(TEXT, *findings)  # type: ignore[arg-type]
    return View(result), result.findings


def test_without_sensitive_findings_nothing_is_touched() -> None:
    seen, (placed,) = view(finding(0, 2, fixes=(fix(0, 2, PHONE),)))
    assert seen.text is TEXT
    assert seen.say(placed, PHONE) == PHONE
    assert seen.fixes(placed) == placed.finding.fixes
    assert seen.clear(0, len(TEXT))


def test_offsets_fit_the_masked_text() -> None:
    seen, _ = view(SENSITIVE)
    assert seen.text == TEXT.replace(PHONE, "*" * 11)
    assert not seen.clear(START + 3, START + 4)
    assert seen.clear(END, len(TEXT))
    assert seen.clear(0, START)


def test_silenced_findings_are_masked_too() -> None:
    shown = in_file(TEXT, finding(0, 1)).findings
    hidden = in_file(TEXT, SENSITIVE).findings
    source = Source("a.md", TEXT)
    for result in (
        FileResult(source, findings=shown, suppressed=hidden),
        FileResult(source, findings=shown, known=hidden),
    ):
        assert PHONE not in View(result).text


def test_overlapping_and_empty_sensitive_spans() -> None:
    seen, _ = view(
        finding(START, END - 4, sensitive=True),
        finding(START + 3, END, sensitive=True),
        finding(0, 0, sensitive=True),
        finding(END + 1, END + 3, sensitive=True),
    )
    assert seen.text == TEXT[:START] + "*" * 11 + "，\r\n" + TEXT[END + 3 :]


def test_a_sentence_of_another_finding_does_not_quote_it() -> None:
    seen, (_, other) = view(SENSITIVE, finding(0, END, f"“{TEXT[:END]}”太直接"))
    assert seen.sentence(other) == f"“您的手机号是{'*' * 11}”太直接"


def test_a_sentence_does_not_quote_a_part_of_it() -> None:
    seen, (_, inner) = view(
        finding(0, END, rule="privacy.account", sensitive=True),
        finding(START, START + 4, "“1380”不清楚"),
    )
    assert seen.sentence(inner) == "“****”不清楚"


def test_what_the_file_spells_otherwise_is_masked_as_it_is_said() -> None:
    text = r"name=\u738b\u5c0f\u4e8c"  # 王小二
    private = finding(5, 23, sensitive=True)
    fixes = (fix(5, 23, "客户"), fix(5, 23, "小二"), fix(0, 1, "王小二"))
    result = in_file(text, private, finding(5, 23, "“小二”是王小二", fixes=fixes))
    seen = View(replace(result, sensitive=("王小二",)))
    assert seen.text == "name=" + "*" * 18
    assert seen.sentence(result.findings[1]) == "“**”是***"
    assert seen.fixes(result.findings[1]) == fixes[:1]
    assert "王小二" not in repr(FileResult(Source("a", ""), sensitive=("王小二",)))


def test_fixes_that_would_repeat_it_are_left_out() -> None:
    keeps = fix(0, 2, "尊敬的客户，您")
    repeats = fix(0, END, f"号码{PHONE}")
    respelled = fix(0, END, "号码 138 0013 8000")
    part = fix(0, END, "尾号 8000")
    seen, (_, other) = view(SENSITIVE, finding(0, END, fixes=(keeps, repeats, respelled, part)))
    assert seen.fixes(other) == (keeps,)


def test_its_own_fix_may_keep_a_few_digits() -> None:
    own = fix(START, END, "138****8000", title=f"遮住 {PHONE}")
    seen, (placed,) = view(replace(SENSITIVE, fixes=(own,)))
    assert seen.fixes(placed) == (replace(own, title=f"遮住 {'*' * 11}"),)


def test_its_own_fix_may_not_keep_all_of_them() -> None:
    seen, (placed,) = view(replace(SENSITIVE, fixes=(fix(START, END, f"+86 {PHONE}"),)))
    assert seen.fixes(placed) == ()


def test_places_are_counted_when_the_finding_brings_none() -> None:
    start = TEXT.index("立即")
    result = in_message(TEXT, finding(start, start + 2))
    assert View(result).place(result.findings[0]) == place(TEXT, start, start + 2)
    assert span(result.findings[0]) == (start, start + 2)


def test_a_given_place_wins_over_the_offsets_of_the_message() -> None:
    given = Place(2, 2, 2, 4, 21, 23)
    placed = Placed(finding(1, 3), "a.md", given)
    assert View(FileResult(Source("a.md", TEXT), findings=(placed,))).place(placed) is given
    assert span(placed) == (21, 23)


def test_utf8_positions_in_any_order() -> None:
    text = "a𐐀b\r\n您e\u0301"
    seen = View(in_message(text))
    assert [seen.utf8_position(at) for at in (2, 3, 5, 6, 8, 0, 1)] == [
        (1, 6), (1, 7), (2, 1), (2, 4), (2, 7), (1, 1), (1, 2),
    ]  # fmt: skip
