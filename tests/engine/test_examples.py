"""Every promise an example makes is kept by good rules, and each way of breaking it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.examples import Failure, disguises, message, run
from replylint.errors import Origin
from replylint.model import (
    Confidence,
    Finding,
    Message,
    Result,
    Rewrite,
    Role,
    Severity,
)
from replylint.rules.rule import Example, Kind, Pack, Phrase, Rule, Text
from replylint.text.fold import fold

HERE = Origin("rules.yaml", 7, 9)
Finds = Callable[[str], list[tuple[int, int]]]


def rule(id: str = "command.urgent", *wakes: str) -> Rule:
    said = Text("说", "said")
    return Rule(
        id,
        Kind.PHRASE,
        Phrase(0),
        said,
        said,
        "手册",
        Severity.WARNING,
        Confidence.HIGH,
        "zh",
        wakes or ("立即",),
    )


def literal(word: str, plain: bool = False) -> Finds:
    """Finds a word in folded text, or with ``plain`` as it is written."""

    def find(text: str) -> list[tuple[int, int]]:
        folded = fold(text)
        where = text if plain else folded.text
        at = where.find(word)
        if at < 0:
            return []
        return [(at, at + len(word)) if plain else folded.span(at, at + len(word))]

    return find


def failures(
    example: Example,
    finds: dict[str, Finds] | None = None,
    rewrite: Callable[[str], str] = lambda text: text,
    good: Example | None = None,
    rules: tuple[Rule, ...] | None = None,
) -> list[Failure]:
    known = finds or {"command.urgent": literal("立即")}

    def result(given: Message, ids: list[str]) -> Result:
        found = [
            Finding(id, "", Severity.INFO, Confidence.LOW, start, end, "")
            for id in ids
            for start, end in known[id](given.text)
        ]
        return Result(given, tuple(found))

    miss = good or Example("我们立马做", origin=HERE)
    proofs = {"command.urgent": (example, miss)}
    return list(
        run(
            Pack(rules or (rule("command.urgent", "立"),), (), (), ""),
            proofs,
            lambda id, given: result(given, [id]),
            lambda given: result(given, list(known)),
            lambda given: Rewrite(rewrite(given.text)),
        )
    )


BAD = Example("请立即处理ATM的事", ((1, 3),), origin=HERE)


def test_a_good_rule_keeps_every_promise() -> None:
    assert failures(BAD) == []


def test_a_rule_without_examples_is_no_failure_here() -> None:
    made = run(Pack((rule(),), (), (), ""), {}, *[lambda *_: Result(Message(""))] * 3)  # type: ignore[list-item]
    assert [failure.what for failure in made] == ["near-miss"]


def test_alone() -> None:
    (failure,) = failures(replace(BAD, spans=((0, 3),)))
    assert failure == Failure(
        "command.urgent", "alone", HERE, "alone it finds “请[[立即]]处理ATM的事”"
    )
    (failure,) = failures(Example("请处理", ((0, 1),)))
    assert failure.detail == "alone it finds nothing"
    (failure,) = failures(BAD, good=Example("立即", origin=HERE))
    assert failure.what == "alone"


def test_a_good_example_must_wake_the_rule() -> None:
    (failure,) = failures(BAD, good=Example("请稍等", origin=HERE))
    assert (failure.what, failure.origin) == ("near-miss", HERE)
    assert failures(BAD, good=Example("我们 立 马 做")) == []
    spaced = (rule("command.urgent", "立马"),)
    assert failures(BAD, good=Example("我们立 马做"), rules=spaced) == []


def test_a_rule_that_nothing_wakes_needs_no_near_miss() -> None:
    always = (replace(rule(), wakes=(), always=True),)
    assert failures(BAD, good=Example("请稍等"), rules=always) == []


def test_among_all_rules() -> None:
    both = {"command.urgent": literal("立即"), "shirk.go": literal("处理")}
    (failure,) = failures(BAD, both)
    assert (failure.what, failure.detail) == (
        "all",
        "shirk.go also finds “请立即[[处理]]ATM的事”",
    )
    assert failures(replace(BAD, also=("shirk.go",)), both) == []
    (failure,) = failures(replace(BAD, also=("shirk.gone",)))
    assert failure.detail == "shirk.gone finds nothing among all rules"


def test_good_examples_may_name_others_too() -> None:
    both = {"command.urgent": literal("立即"), "shirk.go": literal("立马")}
    assert failures(BAD, both, good=Example("立马", also=("shirk.go",))) == []
    assert [f.what for f in failures(BAD, both, good=Example("立马"))] == ["all"]


def calm(text: str) -> str:
    return text.replace("立即", "尽快")


def test_fixed() -> None:
    assert failures(replace(BAD, fixed="请尽快处理ATM的事"), rewrite=calm) == []
    (failure,) = failures(replace(BAD, fixed="请处理ATM的事"), rewrite=calm)
    assert (failure.what, failure.detail) == (
        "fixed",
        "it becomes “请尽快处理ATM的事”, not “请处理ATM的事”",
    )
    (failure,) = failures(replace(BAD, fixed="请尽快处理ATM的事"))
    assert failure.what == "fixed"


def test_the_fixed_text_finds_nothing_new_and_stays() -> None:
    two = {"command.urgent": literal("立即"), "vague.soon": literal("尽快")}
    (failure,) = failures(BAD, two, calm)
    assert (failure.what, failure.detail) == (
        "again",
        "vague.soon finds something in “请尽快处理ATM的事”",
    )
    (failure,) = failures(BAD, rewrite=lambda text: text + "。")
    assert failure.what == "again"
    assert "when it is rewritten again" in failure.detail


@pytest.mark.parametrize(
    ("find", "text", "what"),
    [
        (literal("处理", plain=True), "请处理", ["hant", "zero-width"]),
        (literal("處理", plain=True), "請處理", ["hans", "zero-width"]),
        (literal("ATM", plain=True), "用ATM取", ["wide"]),
    ],
)
def test_disguised(find: Finds, text: str, what: list[str]) -> None:
    ((start, end),) = find(text)
    found = failures(Example(text, ((start, end),)), {"command.urgent": find})
    assert [failure.what for failure in found] == what


def test_a_script_that_was_said_is_not_said_of_the_other() -> None:
    seen: list[Message] = []

    def alone(id: str, given: Message) -> Result:
        seen.append(given)
        start = fold(given.text).text.find("处理")
        found = Finding(id, "", Severity.INFO, Confidence.LOW, start, start + 2, "")
        return Result(given, (found,) if "\u200b" not in given.text else ())

    example = Example("请处理", ((1, 3),), context=(("lang", "zh-Hans"), ("role", Role.BOT)))
    list(
        run(
            Pack((replace(rule(), wakes=()),), (), (), ""),
            {"command.urgent": (example,)},
            alone,
            lambda given: alone("command.urgent", given),
            lambda given: Rewrite(given.text),
        )
    )
    langs = {given.text: given.lang for given in seen}
    assert langs["请处理"] == "zh-Hans"
    assert langs["請處理"] is None
    assert all(given.role is Role.BOT for given in seen)


def test_something_missing_stays_at_its_place() -> None:
    start: Finds = lambda text: [] if "您好" in fold(text).text else [(0, 0)]  # noqa: E731
    end: Finds = lambda text: [] if "谢谢" in fold(text).text else [(len(text), len(text))]  # noqa: E731
    for find, span in ((start, (0, 0)), (end, (4, 4))):
        example = Example("请稍等哦", (span,))
        good = Example("您好立马谢谢")
        assert failures(example, {"command.urgent": find}, good=good) == []


def test_what_is_one_thing_is_not_respelled() -> None:
    texts = {d.what: d.text for d in disguises("见 https://a.example/x 或 {name}")}
    assert "wide" not in texts
    assert next(iter(disguises("Ok?"))).text == "Ｏｋ?"
    assert list(disguises("…")) == []


def test_a_message_has_the_context_of_its_example() -> None:
    example = Example("甲", context=(("channel", "sms"),))
    assert message(example) == Message("甲", channel="sms")
    assert message(example, "乙") == Message("乙", channel="sms")


@given(st.text("请立即處理保ATM5 ，\u200b", max_size=12))
def test_a_disguise_folds_to_the_same(text: str) -> None:
    for disguise in disguises(text):
        assert fold(disguise.text).text == fold(text).text
        assert len(disguise.places) == len(text) + 1
        assert disguise.places[-1] == len(disguise.text)
        assert list(disguise.places) == sorted(disguise.places)
