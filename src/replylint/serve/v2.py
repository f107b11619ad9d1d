"""The interface under /v2: LanguageTool's protocol, so that its add-ons and plugins can ask us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from . import languagetool
from .annotated import Annotated
from .answers import answered
from .desk import Answer, Deadline
from .door import unlocked
from .limits import body
from .parameters import message_language, pairs, parameters
from .trouble import TroubleError

if TYPE_CHECKING:
    from .app import Server

_FORM = "application/x-www-form-urlencoded"


class V2:
    def __init__(self, server: Server) -> None:
        self._server = server
        self._limits = server.limits

    async def check(self, request: Request) -> Response:
        given = pairs(request.scope["query_string"])
        if request.method == "POST":
            given |= pairs(await self._form(request))
        self._unlock(request, given)
        asked = parameters(given)
        text: Annotated = asked.given
        fields: dict[str, Any] = {"text": text.text}
        if (lang := message_language(asked.code)) is not None:
            fields["lang"] = lang
        desk = self._server.desk

        def work(deadline: Deadline | None) -> tuple[Answer, Any]:
            answer = desk.findings(fields, deadline)
            row = languagetool.answer(text, answer.result, asked.code, asked.wanted, desk.lang)
            return answer, row

        answer, row = await self._server.bench.one(request, len(text.text), work)
        self._server.metrics.answer(answer)
        return answered(row)

    async def languages(self, request: Request) -> Response:
        return JSONResponse(languagetool.languages())

    async def most(self, request: Request) -> Response:
        return PlainTextResponse(str(self._server.desk.settings.max_chars))

    async def health(self, request: Request) -> Response:
        return PlainTextResponse("OK")

    def _unlock(self, request: Request, given: dict[str, str]) -> None:
        keys = self._server.keys
        if keys:
            kind, _, bearer = request.headers.get("authorization", "").partition(" ")
            header = bearer.strip() if kind.lower() == "bearer" else ""
            key = given.get("apiKey") or header or request.headers.get("x-api-key", "")
            unlocked(keys, key)

    async def _form(self, request: Request) -> bytes:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in (_FORM, ""):
            raise TroubleError(
                "wrong_type",
                "the body must be a form",
                f"send it with Content-Type: {_FORM}",
            )
        return await body(request, self._limits.max_body, self._limits.timeout)
