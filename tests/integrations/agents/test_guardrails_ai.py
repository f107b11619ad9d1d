"""The validator inside guardrails-ai: whole replies, and streams cut as a Chinese reader would."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # it would fetch a price list
os.environ["OTEL_SDK_DISABLED"] = "true"  # and tell its makers of every guard

pytest.importorskip("guardrails", reason="pip install 'replylint[guardrails-ai]'")

from guardrails import Guard

from replylint import Linter
from replylint.agents.guardrails_ai import ReplyValidator

pytestmark = [pytest.mark.integrations, pytest.mark.filterwarnings("ignore")]

LINTER = Linter(lang="en")


def guard(on_fail: str = "noop", **fields: Any) -> Guard:
    return Guard().use(ReplyValidator(on_fail, linter=LINTER, **fields))


def test_a_clean_reply_passes() -> None:
    outcome = guard(channel="chat").validate("您好，您的退款申请已经提交。")
    assert outcome.validation_passed
    assert outcome.validated_output == "您好，您的退款申请已经提交。"


def test_what_is_wrong_is_told_with_its_place() -> None:
    outcome = guard().validate("您好，请立即处理。")
    assert not outcome.validation_passed
    summary = outcome.validation_summaries[0]
    assert "command.urgent-imperative" in summary.failure_reason
    assert [(span.start, span.end) for span in summary.error_spans] == [(4, 6)]


def test_it_is_fixed() -> None:
    outcome = guard("fix").validate("您好，请立即处理。")
    assert outcome.validated_output == "您好，我们正在协助您处理此事，您可随时联系客服。"
    refused = guard("fix", refusal="请您稍候。").validate("保本保息，绝对没有风险。")
    assert refused.validated_output == "请您稍候。"


def test_metadata_tells_about_the_message() -> None:
    text = "卡片丢失请立即挂失。"
    told = {"history": [{"role": "customer", "text": "我的卡不见了"}], "tenant": 7}
    assert guard().validate(text, metadata=told).validation_passed


def streamed(pieces: list[str], on_fail: str = "fix") -> list[str]:
    def model(*, messages: object, **_: object) -> Iterator[str]:
        yield from pieces

    chunks = guard(on_fail)(model, messages=[{"role": "user", "content": "在吗"}], stream=True)
    return [chunk.validated_output or "" for chunk in chunks]


TEXT = "您好。请立即处理！他说：“保本。”\n谢谢您的等待"
FIXED = TEXT.replace("请立即处理", "我们正在协助您处理此事，您可随时联系客服")


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_a_stream_is_fixed_sentence_by_sentence_and_nothing_is_lost(size: int) -> None:
    pieces = [TEXT[n : n + size] for n in range(0, len(TEXT), size)]
    said = streamed(pieces)
    assert "".join(said) == FIXED


def test_a_sentence_goes_out_when_it_has_ended() -> None:
    said = streamed(list("您好。再见。"))
    assert [piece for piece in said if piece] == ["您好。", "再见。"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("您好。", True),
        ("好吗？！", True),
        ("“好。”", True),
        ("他说：“好。", False),
        ("您好，", False),
        ("第一行\n", True),
        ("Thank you.", True),
        ("It costs 3.", False),
        ("Dear Mr.", False),
        ("", False),
    ],
)
def test_where_a_sentence_ends(text: str, cut: bool) -> None:
    validator = ReplyValidator("noop", linter=LINTER)
    assert validator._chunking_function(text) == ([text, ""] if cut else [])


def test_the_example_runs(example: Callable[[str], str]) -> None:
    said = "您好，您的申请已收到。我们正在协助您处理此事，您可随时联系客服。谢谢。\n"
    assert example("guardrails_ai_reply") == said
