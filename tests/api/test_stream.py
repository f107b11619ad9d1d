"""Streams: what goes out while a reply is still being written, and what never does."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import AsyncIterator, Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint import Decision, Linter, UsageError
from replylint.api.stream import Stream
from replylint.rules.rule import Kind

CLEAN = "您好，您的退款申请已经提交，预计三个工作日内到账。如有疑问，请随时联系我们。"
SENTENCES = [
    "您好，",
    "感谢您的耐心等待。",
    "请立即处理，",
    "請立即處理。",
    "保本保息，绝对没有风险！",
    "您的卡号是6222021234567890123，请核对。",
    "他说：“你必须马上还钱。”",
    "如果有人要您立即转账，请不要相信。",
    "退款3.5元已于10:30到账，详见https://example.com/a?b=1。",
    "爱办不办，",
    "\n",
    "Hello Ms Lee, your refund is on its way. ",
    "Pay up immediately or else! ",
    "We will get back to you within two days",
    "资料我们会尽快审核😀",
]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(lang="en")


@pytest.fixture(scope="module")
def unbounded() -> Linter:
    return Linter(lang="en", stream={"max_chars": 0, "max_offence_chars": 0, "max_seconds": 0})


def run(stream: Stream, chunks: Iterable[str]) -> str:
    before = stream.text
    released = "".join(stream.through(chunks))
    assert before + released == stream.text
    return stream.text


@st.composite
def chopped(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text and some way of cutting it."""
    text = "".join(draw(st.lists(st.sampled_from(SENTENCES) | st.text(max_size=9), max_size=7)))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)) | {0, len(text)})
    return text, [text[a:b] for a, b in pairwise(cuts)]


@given(chopped())
@settings(deadline=None)
def test_without_a_bound_the_findings_are_those_of_the_whole_text(
    unbounded: Linter, given: tuple[str, list[str]]
) -> None:
    text, chunks = given
    stream = unbounded.stream(channel="chat")
    run(stream, chunks)
    whole = unbounded.check(text, channel="chat")
    assert stream.findings == whole.findings
    assert stream.blocked or stream.decision == whole.decision


@given(chopped())
@settings(deadline=None)
def test_how_a_text_is_chopped_up_changes_nothing(
    linter: Linter, given: tuple[str, list[str]]
) -> None:
    text, chunks = given
    streams = [linter.stream(channel="chat") for _ in range(3)]
    assert run(streams[0], chunks) == run(streams[1], list(text)) == run(streams[2], [text])
    assert len({(s.blocked, s.held, s.applied) for s in streams}) == 1


@given(chopped())
@settings(deadline=None)
def test_without_a_bound_nothing_offending_goes_out(
    unbounded: Linter, given: tuple[str, list[str]]
) -> None:
    stream = unbounded.stream(channel="chat")
    run(stream, given[1])
    rules = unbounded.rules
    assert not [
        each
        for each in stream.remaining
        if each.severity != "info" and rules[each.rule].kind not in (Kind.REQUIRE, Kind.METRIC)
    ]


@given(chopped())
@settings(deadline=None)
def test_what_passes_comes_out_as_it_went_in(given: tuple[str, list[str]]) -> None:
    text, chunks = given
    stream = PASSING.stream(channel="chat")
    held = 0
    out = []
    for chunk in chunks:
        out.append(stream.feed(chunk))
        held = max(held, len(stream.held))
    out.append(stream.close())
    assert "".join(out) == text
    assert held <= 40
    assert stream.findings == PASSING.check(text, channel="chat").findings


PASSING = Linter(lang="en", stream={"revise": "pass", "block": "pass"})


def test_a_clean_reply_flows(linter: Linter) -> None:
    stream = linter.stream(channel="chat")
    first = next(n for n, char in enumerate(CLEAN, 1) if stream.feed(char))
    assert first <= 40
    assert len(stream.held) < first
    run(stream, [CLEAN[first:]])
    assert (stream.text, stream.held, stream.decision) == (CLEAN, "", Decision.ALLOW)


def test_what_can_be_mended_is_mended_before_it_goes_out(linter: Linter) -> None:
    stream = linter.stream(channel="chat")
    assert (
        run(stream, "您好，请立即处理。谢谢。")
        == "您好，我们正在协助您处理此事，您可随时联系客服。谢谢。"
    )
    assert stream.applied == ("command.urgent-imperative",)
    assert not stream.blocked
    # the findings tell what was written, and what is left of it tells ``remaining``
    assert [each.rule for each in stream.findings] == ["command.urgent-imperative"]
    assert stream.decision == "revise"
    assert stream.remaining == ()


def test_what_must_not_be_sent_blocks_the_rest(linter: Linter) -> None:
    stream = linter.stream(channel="chat")
    said = run(stream, "感谢您的耐心等待。保本保息，绝对没有风险。谢谢。")
    assert said == "感谢您的耐心等待。"
    assert (stream.blocked, stream.decision) == (True, Decision.BLOCK)
    assert stream.held == "保本保息，绝对没有风险。谢谢。"
    assert {each.topic for each in stream.findings} >= {"promise"}
    assert stream.received == "感谢您的耐心等待。保本保息，绝对没有风险。谢谢。"


def test_the_policy_is_set(linter: Linter) -> None:
    text = "请立即处理。谢谢。"
    stops = Linter(lang="en", stream={"revise": "block"}).stream()
    assert (run(stops, text), stops.blocked) == ("", True)
    lets = Linter(lang="en", stream={"revise": "pass"}).stream()
    assert (run(lets, text), lets.blocked, lets.decision) == (text, False, "revise")
    masks = Linter(lang="en", stream={"block": "rewrite"}).stream(recipient="owner")
    said = run(masks, "您的卡号是6222021234567890123，请核对。")
    assert not masks.blocked
    assert "6222021234567890123" not in said


def test_an_offence_is_not_judged_before_its_sentence_ends(linter: Linter) -> None:
    """Told by whom, or why: what follows may take a finding back."""
    text = "如果有人说让您立即转账到安全账户，那是诈骗，请不要相信。"
    assert linter.check(text).decision == "allow"
    stream = linter.stream()
    assert run(stream, text) == text


def test_earlier_turns_count(linter: Linter) -> None:
    text = "卡片丢失请立即挂失。"
    told = [{"role": "customer", "text": "我的卡不见了"}]
    assert run(linter.stream(history=told), text) == text
    with pytest.raises(UsageError, match="did you mean"):
        linter.stream(chanel="chat")


def test_a_sentence_with_an_offence_waits_no_longer_than_its_bound() -> None:
    linter = Linter(lang="en", stream={"max_offence_chars": 60})
    stream = linter.stream()
    longest = 0
    for char in "请立即处理，" + "还有一些没有说完的话，" * 30:
        stream.feed(char)
        if not stream.blocked:
            longest = max(longest, len(stream.held))
    assert longest <= 60
    assert "立即" not in stream.text


def test_what_could_not_be_checked_does_not_go_out() -> None:
    short = Linter(lang="en", max_chars=20)
    stream = short.stream()
    text = "我们会尽力为您办理，请您不要着急，结果出来后马上告诉您。"
    said = run(stream, text)
    assert len(said) < 20
    assert stream.blocked
    assert stream.incomplete


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_waits_longer_than_it_may(linter: Linter) -> None:
    clock = Clock()
    stream = linter.stream()
    stream._clock = clock
    assert stream.waits is None
    assert stream.feed("我们") == ""
    clock.now = 1.5
    assert stream.feed("会为您") == ""
    assert stream.waits == 0.5
    clock.now = 2.0
    assert stream.feed("") == "我们会为您"
    assert stream.waits is None
    stream.feed("。您给我立即还款")
    clock.now = 4.0
    stream.feed("")
    assert "立即还款" not in stream.text


def test_a_closed_stream_stays_closed(linter: Linter) -> None:
    stream = linter.stream()
    stream.feed("您好")
    assert stream.close() == "您好"
    assert stream.close() == ""
    with pytest.raises(UsageError, match="closed"):
        stream.feed("再见")


def test_a_long_reply_is_looked_at_from_its_end(linter: Linter) -> None:
    text = CLEAN * 80 + "请立即处理。" + CLEAN
    stream = linter.stream()
    run(stream, [text[n : n + 7] for n in range(0, len(text), 7)])
    assert stream.text == text.replace("请立即处理", "我们正在协助您处理此事，您可随时联系客服")


def test_an_async_source_is_followed_and_not_waited_for() -> None:
    linter = Linter(lang="en", stream={"max_seconds": 0.05})

    async def words() -> AsyncIterator[str]:
        yield "我们会"
        await asyncio.sleep(0.3)
        for char in "尽力。请立即处理。":
            yield char

    async def collect() -> tuple[list[str], Stream]:
        stream = linter.stream()
        return [piece async for piece in stream.athrough(words())], stream

    pieces, stream = asyncio.run(collect())
    assert pieces[0] == "我们会"
    assert "立即" not in "".join(pieces)
    assert stream.closed


def test_a_source_that_breaks_says_so(linter: Linter) -> None:
    async def words() -> AsyncIterator[str]:
        yield "您好，"
        raise ConnectionError("gone")

    async def collect() -> list[str]:
        return [piece async for piece in linter.stream().athrough(words())]

    with pytest.raises(ConnectionError):
        asyncio.run(collect())


def test_a_linter_that_streamed_can_still_be_pickled(linter: Linter) -> None:
    run(linter.stream(), CLEAN)
    again = pickle.loads(pickle.dumps(linter))
    assert run(again.stream(), "请立即处理。") == run(linter.stream(), "请立即处理。")


def test_checks_run_beside_an_event_loop(linter: Linter) -> None:
    async def many() -> list[str]:
        texts = ["请立即处理", "您好"] * 20
        return [r.decision for r in await asyncio.gather(*map(linter.acheck, texts))]

    assert asyncio.run(many()) == ["revise", "allow"] * 20
