"""Agent middleware for LangChain: what the model says is judged before anybody else sees it.

The middleware stands around the call of the model, so a reply that must not be sent never enters
the agent's messages: it is mended, or the model is told and asked again, or a refusal takes its
place. While the agent streams, the words of the model are kept back and the judged reply goes out.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from typing import Any

from ..api.linter import Linter
from ..model import Role, Turn
from .extra import missing
from .verdict import Verdict, judge

try:
    from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
except ImportError as error:
    raise missing("langchain", error) from error

REFUSAL = "抱歉，这个问题需要由同事为您处理，我们会尽快与您联系。"
_NOT_STREAMED = "nostream"  # the tag by which langgraph leaves a model's tokens out of streams

Model = Callable[[ModelRequest], ModelResponse]
AsyncModel = Callable[[ModelRequest], Awaitable[ModelResponse]]


class ReplyLintMiddleware(AgentMiddleware):
    """``create_agent(model, middleware=[ReplyLintMiddleware(channel="chat")])``.

    A reply that the policy sends back is mended where its fixes allow it. Otherwise, and where it
    is to be blocked, the model is told what is wrong and asked again, up to ``retries`` times; then
    ``refusal`` is said instead. ``fields`` are those of ``Message``; the earlier messages of both
    are its history. ``on_verdict`` is called with every verdict.
    """

    def __init__(
        self,
        linter: Linter | None = None,
        *,
        retries: int = 1,
        refusal: str = REFUSAL,
        on_verdict: Callable[[Verdict], object] | None = None,
        **fields: Any,
    ) -> None:
        super().__init__()
        self._linter = linter or Linter()
        self._retries = retries
        self._refusal = refusal
        self._on_verdict = on_verdict
        self._fields = fields

    def wrap_model_call(self, request: ModelRequest, handler: Model) -> ModelResponse:
        """Called by LangChain around every call of the model."""
        asked = _quiet(request)
        for left in range(self._retries, -1, -1):
            response = handler(asked)
            answer = self._answer(asked, request, response, left)
            if isinstance(answer, ModelResponse):
                return answer
            asked = answer
        raise AssertionError("the last answer is always a response")

    async def awrap_model_call(self, request: ModelRequest, handler: AsyncModel) -> ModelResponse:
        """The same for agents that run asynchronously."""
        asked = _quiet(request)
        for left in range(self._retries, -1, -1):
            response = await handler(asked)
            answer = self._answer(asked, request, response, left)
            if isinstance(answer, ModelResponse):
                return answer
            asked = answer
        raise AssertionError("the last answer is always a response")

    def _answer(
        self, asked: ModelRequest, request: ModelRequest, response: ModelResponse, left: int
    ) -> ModelResponse | ModelRequest:
        """What to give back; or what to ask the model next."""
        reply = response.result[-1]
        if not isinstance(reply, AIMessage) or not reply.text:
            return response
        history = tuple(_turns(request.messages))
        verdict = judge(self._linter, reply.text, {"history": history, **self._fields})
        if self._on_verdict is not None:
            self._on_verdict(verdict)
        if verdict.sendable is None and left and not reply.tool_calls:
            told = HumanMessage(verdict.told())
            return asked.override(messages=[*asked.messages, reply, told])
        words = self._refusal if verdict.sendable is None else verdict.sendable
        if words == reply.text:
            return response
        return _with_words(response, reply, words)


def _with_words(response: ModelResponse, reply: AIMessage, words: str) -> ModelResponse:
    """The response with other words; calls of tools and what else is no text stay."""
    content: str | list[Any] = words
    if not isinstance(reply.content, str):
        others = [b for b in reply.content if isinstance(b, dict) and b.get("type") != "text"]
        content = [*others, {"type": "text", "text": words}]
    said = reply.model_copy(update={"content": content})
    return ModelResponse(
        result=[*response.result[:-1], said], structured_response=response.structured_response
    )


def _quiet(request: ModelRequest) -> ModelRequest:
    """The request to a model whose tokens nobody hears before they are judged."""
    model: Any = request.model
    if isinstance(model, BaseChatModel):
        tags = [*(model.tags or ()), _NOT_STREAMED]
        return request.override(model=model.model_copy(update={"tags": tags}))
    return request.override(model=model.with_config(tags=[_NOT_STREAMED]))


def _turns(messages: Iterable[BaseMessage]) -> Iterator[Turn]:
    roles: Mapping[str, Role] = {"human": Role.CUSTOMER, "ai": Role.BOT}
    for message in messages:
        if message.type in roles and message.text:
            yield Turn(roles[message.type], message.text)
