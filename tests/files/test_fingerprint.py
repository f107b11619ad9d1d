"""A fingerprint outlives edits elsewhere, tells equals apart, and gives nothing away."""

from __future__ import annotations

import pytest

from replylint.files.fingerprint import Fingerprints, surroundings


def one(text: str, word: str, sensitive: list[str] | None = None, path: str = "a.md") -> str:
    start = text.index(word)
    cuts = [(text.index(each), text.index(each) + len(each)) for each in sensitive or []]
    return Fingerprints(path).of("privacy.phone", text, start, start + len(word), cuts)


def test_edits_elsewhere_change_nothing() -> None:
    before = one("您好！请立即处理。谢谢。", "立即")
    assert one("尊敬的客户！\n  请 立即处理。祝好", "立即") == before
    assert one("您好！请您立即处理。谢谢。", "立即") != before


def test_letters_and_width_of_spaces_change_nothing() -> None:
    assert one("Reply NOW\u3000please!", "NOW") == one("reply now please\n", "now")


def test_what_is_sensitive_does_not_show() -> None:
    # Any number at all gives the same fingerprint, so none can be found out by trying.
    first = one("请拨打13912345678联系张三丰。", "13912345678", ["13912345678", "张三丰"])
    again = one("请拨打8765-4321联系李四。", "8765", ["8765-4321", "李四"])
    assert first == again


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("卡号6222021234567890，请立即处理", "卡号６２１７００，请立即处理"),
        ("写信给 wang.xm@example.com，请立即处理", "写信给 li_s@example.org，请立即处理"),
        ("余额１２３.４５元，请立即处理", "余额9.1元，请立即处理"),
    ],
)
def test_numbers_and_addresses_do_not_show_even_when_no_rule_saw_them(
    text: str, other: str
) -> None:
    assert one(text, "立即") == one(other, "立即")


@pytest.mark.parametrize(
    ("cuts", "left"),
    [
        ([], "甲乙丙丁戊"),
        ([(1, 3)], "甲\0丁戊"),
        ([(0, 2), (1, 3)], "\0\0丁戊"),
        ([(3, 9)], "甲乙丙\0"),
        ([(0, 9)], "\0"),
        ([(6, 7)], "甲乙丙丁戊"),
    ],
)
def test_cuts_may_overlap_and_reach_out(cuts: list[tuple[int, int]], left: str) -> None:
    assert surroundings("甲乙丙丁戊。己庚", 1, 2, cuts) == left


def test_a_sentence_without_end_is_looked_at_only_so_far() -> None:
    text = "好" * 500 + "立即" + "的" * 500
    assert surroundings(text, 500, 502, []) == "好" * 200 + "立即" + "的" * 200


def test_a_place_to_insert() -> None:
    assert surroundings("您好。请处理。", 0, 0, []) == "您好"
    assert surroundings("您好。请处理", 6, 6, []) == "请处理"
    assert surroundings("", 0, 0, []) == ""


def test_equals_are_counted_rules_and_paths_told_apart() -> None:
    text = "请立即处理。请立即处理。"
    prints = Fingerprints("a.md")
    names = [
        prints.of("command.urgent", text, 1, 3, []),
        prints.of("command.urgent", text, 7, 9, []),
        prints.of("vague.soon", text, 1, 3, []),
        Fingerprints("b.md").of("command.urgent", text, 1, 3, []),
    ]
    assert len(set(names)) == 4
    assert Fingerprints("a.md").of("command.urgent", text, 7, 9, []) == names[0]
    assert all(len(name) == 20 and int(name, 16) >= 0 for name in names)


def test_half_a_surrogate_pair_is_no_reason_to_fail() -> None:
    assert one("a\ud800b", "a")
