"""The middleware inside a LangChain agent, with the library's own fake models."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("langchain", reason="pip install 'replylint[langchain]'")

from langchain.agents import create_agent
from langchain_core.language_models import FakeListChatModel
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from replylint import Linter
from replylint.agents.langchain import REFUSAL, ReplyLintMiddleware
from replylint.agents.verdict import Verdict

pytestmark = pytest.mark.integrations

LINTER = Linter(lang="en")
ASKED = {"messages": [("user", "我的退款呢")]}
BAD = "保本保息，绝对没有风险。"


class Telling(FakeListChatModel):
    """Remembers what it was asked."""

    asked: list[Any]

    def _call(self, messages: Any, *args: Any, **options: Any) -> str:
        self.asked.append(messages)
        return super()._call(messages, *args, **options)


def agent(*replies: str, **options: Any) -> tuple[Any, Telling]:
    model = Telling(responses=list(replies), asked=[])
    return create_agent(model, middleware=[ReplyLintMiddleware(LINTER, **options)]), model


def last(result: Any) -> str:
    return str(result["messages"][-1].text)


def test_a_clean_reply_is_left_alone() -> None:
    desk, _ = agent("您好，您的退款申请已经提交。", channel="chat")
    assert last(desk.invoke(ASKED)) == "您好，您的退款申请已经提交。"


def test_a_reply_that_can_be_mended_is_mended_in_place() -> None:
    verdicts: list[Verdict] = []
    desk, model = agent("您好，请立即处理。", on_verdict=verdicts.append)
    result = desk.invoke(ASKED)
    assert last(result) == "您好，我们正在协助您处理此事，您可随时联系客服。"
    assert [message.type for message in result["messages"]] == ["human", "ai"]
    assert len(model.asked) == 1
    assert [each.decision for each in verdicts] == ["revise"]


def test_the_model_is_asked_again() -> None:
    desk, model = agent(BAD, "您好，理财产品有风险，请您先看说明书。")
    result = desk.invoke(ASKED)
    assert last(result) == "您好，理财产品有风险，请您先看说明书。"
    assert [message.type for message in result["messages"]] == ["human", "ai"]
    told = model.asked[1][-1].text
    assert "promise" in told
    assert model.asked[1][-2].text == BAD


def test_in_the_end_a_refusal_is_said() -> None:
    desk, model = agent(BAD, BAD, BAD)
    assert last(desk.invoke(ASKED)) == REFUSAL
    assert len(model.asked) == 2
    desk, model = agent(BAD, retries=0, refusal="请您稍候。")
    assert last(desk.invoke(ASKED)) == "请您稍候。"


def test_earlier_messages_count() -> None:
    text = "卡片丢失请立即挂失。"
    desk, _ = agent(text)
    assert last(desk.invoke({"messages": [("user", "我的卡不见了")]})) == text


def test_the_async_way_is_the_same() -> None:
    desk, _ = agent(BAD, "您好，请立即处理。")
    result = asyncio.run(desk.ainvoke(ASKED))
    assert last(result) == "您好，我们正在协助您处理此事，您可随时联系客服。"


@pytest.mark.parametrize("mode", ["messages", "values", "updates"])
def test_no_stream_lets_out_what_was_not_judged(mode: str) -> None:
    desk, _ = agent(BAD, "您好，请立即处理。")
    said = str(list(desk.stream(ASKED, stream_mode=mode)))
    assert "保本" not in said
    assert "立即" not in said
    assert "我们正在协助您处理此事" in said


def test_a_model_that_is_chosen_while_it_runs_is_kept_quiet_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from langchain.chat_models import base

    model = FakeListChatModel(responses=["您好，请立即处理。"])
    monkeypatch.setattr(base, "_init_chat_model_helper", lambda *_, **__: model)
    chosen = base.init_chat_model(configurable_fields="any", config_prefix="desk")
    desk = create_agent(chosen, middleware=[ReplyLintMiddleware(LINTER)])
    said = str(list(desk.stream(ASKED, stream_mode="messages")))
    assert "立即" not in said
    assert "我们正在协助您处理此事" in said


def test_calls_of_tools_stay() -> None:
    def refund(order: str) -> str:
        """Refund an order."""
        return f"refunded {order}"

    class Calling(GenericFakeChatModel):
        def bind_tools(self, *_: Any, **__: Any) -> Any:
            return self

    call = {"name": "refund", "args": {"order": "A1"}, "id": "1"}
    steps = [AIMessage("请立即处理", tool_calls=[call]), AIMessage("已经退款。")]
    desk = create_agent(
        Calling(messages=iter(steps)), [refund], middleware=[ReplyLintMiddleware(LINTER)]
    )
    messages = desk.invoke(ASKED)["messages"]
    assert [each.type for each in messages] == ["human", "ai", "tool", "ai"]
    assert messages[2].text == "refunded A1"
    assert "立即" not in messages[1].text


def test_what_is_no_text_in_a_reply_stays() -> None:
    blocks = [{"type": "reasoning", "reasoning": "…"}, {"type": "text", "text": "请立即处理"}]
    model = GenericFakeChatModel(messages=iter([AIMessage(blocks)]))
    desk = create_agent(model, middleware=[ReplyLintMiddleware(LINTER)])
    content = desk.invoke(ASKED)["messages"][-1].content
    assert [block["type"] for block in content] == ["reasoning", "text"]
    assert "立即" not in content[1]["text"]


def test_the_example_runs(example: Callable[[str], str]) -> None:
    assert example("langchain_reply") == "您好，我们正在协助您处理此事，您可随时联系客服。\n"
