"""The interface under /v1: check, batch, rewrite, and the reasons of a rule."""

from __future__ import annotations

from time import perf_counter_ns
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from ..report.words import in_language, sentence, topic
from .answers import answered, written
from .bodies import ASKED, ROOT, Options, batch, parsed
from .desk import LANGS, Deadline
from .limits import body
from .trouble import TroubleError

if TYPE_CHECKING:
    from .app import Server


class V1:
    """The endpoints; each answers from the desk that is there when its request begins."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._limits = server.limits
        self._batch = batch(server.limits.max_batch)

    async def check(self, request: Request) -> Response:
        fields, options = ASKED.read(await self._json(request), ROOT)
        desk = self._server.desk
        answer = await self._server.bench.one(
            request, len(fields["text"]), lambda deadline: desk.check(fields, options, deadline)
        )
        self._server.metrics.answer(answer)
        return answered(answer.row)

    async def rewrite(self, request: Request) -> Response:
        fields, options = ASKED.read(await self._json(request), ROOT)
        desk = self._server.desk
        row = await self._server.bench.one(
            request, len(fields["text"]), lambda deadline: desk.rewrite(fields, options, deadline)
        )
        return answered(row)

    async def batch(self, request: Request) -> Response:
        begun = perf_counter_ns()
        asked = self._batch.read(await self._json(request), ROOT)
        messages = asked["messages"]
        options = asked.get("options") or Options()
        desk, metrics = self._server.desk, self._server.metrics

        def work(number: int, deadline: Deadline | None) -> bytes:
            answer = desk.check(messages[number], options, deadline)
            metrics.answer(answer)
            return written(answer.row)

        sizes = [len(each["text"]) for each in messages]
        rows = await self._server.bench.many(request, sizes, work)
        spent = (perf_counter_ns() - begun) // 1000
        words = b'{"results":[%b],"elapsed_us":%d}' % (b",".join(rows), spent)
        return Response(words, media_type="application/json")

    async def rule(self, request: Request) -> Response:
        """Why a rule is there; ``lang`` is that of the words."""
        desk = self._server.desk
        lang = request.query_params.get("lang", desk.lang)
        if lang not in LANGS:
            raise TroubleError("wrong_value", f"lang is one of {', '.join(LANGS)}")
        rule = desk.ruleset().rules.get(request.path_params["id"])
        if rule is None:
            raise TroubleError("not_found", "there is no such rule, or it is off")
        return answered(
            {
                "id": rule.id,
                "topic": topic(rule.topic, lang),
                "says": sentence(rule.message, lang),
                "why": in_language(rule.reason, lang),
                "source": rule.source,
                "severity": rule.severity.value,
            }
        )

    async def _json(self, request: Request) -> Any:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise TroubleError(
                "wrong_type",
                "the body must be JSON",
                "send it with Content-Type: application/json",
            )
        return parsed(await body(request, self._limits.max_body, self._limits.timeout))
