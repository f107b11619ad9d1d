"""The way in and out of the server: who may ask, what is counted; no fault shows what it held."""

from __future__ import annotations

import logging
from collections.abc import Collection
from time import perf_counter

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .limits import Keys, Rates
from .metrics import Metrics
from .trouble import TroubleError

LOG = logging.getLogger("replylint.serve")
GONE = 499  # what counts a client that left before its answer


class Door:
    """Middleware around everything: counts, times, keeps faults inside; and asks for a key and
    holds the rate under ``locked`` paths."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        keys: Keys,
        rates: Rates,
        metrics: Metrics,
        routes: Collection[str],
        tell: bool = False,
    ) -> None:
        self._app = app
        self._keys, self._rates, self._metrics = keys, rates, metrics
        self._routes = frozenset(routes)
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = perf_counter()
        path: str = scope["path"]
        route = path if path in self._routes else _family(path)
        status = GONE

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._answer(scope, receive, sending, path)
        except ClientDisconnect:
            status = GONE
        except TroubleError as trouble:
            await refusal(path, trouble)(scope, receive, sending)
        except Exception as error:
            LOG.error("%s %s", scope["method"], fault(error, route))
            if status == GONE:
                await refusal(path, TroubleError("fault", _SORRY))(scope, receive, sending)
        spent = perf_counter() - begun
        self._metrics.request(route, status, spent)
        if self._tell:
            LOG.info("%s %s %d %.1f ms", scope["method"], route, status, spent * 1000)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, path: str) -> None:
        if scope["method"] != "OPTIONS" and path.startswith(_LOCKED):
            self._admit(scope, path)
        await self._app(scope, receive, send)

    def _admit(self, scope: Scope, path: str) -> None:
        client = (scope.get("client") or ("",))[0]
        if self._keys and not path.startswith(_OWN_KEY):
            headers = Headers(scope=scope)
            kind, _, bearer = headers.get("authorization", "").partition(" ")
            given = bearer.strip() if kind.lower() == "bearer" else headers.get("x-api-key", "")
            client = unlocked(self._keys, given)
        if path.startswith(("/v1/", "/v2/")):
            self._rates.take(client)


_LOCKED = ("/v1/", "/v2/", "/metrics")
_OWN_KEY = "/v2/"  # LanguageTool's clients send theirs as a parameter
_SORRY = "a fault of replylint; its place is in the server's log"


def unlocked(keys: Keys, given: str) -> str:
    """A name for the key a client gave. Raises TroubleError for none and a wrong one."""
    name = keys.known(given)
    if name is None:
        raise TroubleError(
            "wrong_key",
            "the key is wrong" if given else "a key is needed",
            "send Authorization: Bearer KEY",
            headers={"www-authenticate": "Bearer"},
        )
    return name


def refusal(path: str, trouble: TroubleError) -> Response:
    """An error as the client of that path expects it: LanguageTool's are told in plain text."""
    if path.startswith("/v2/"):
        words = f"Error: {trouble.sentence()}"
        status = 400 if trouble.status == 422 else trouble.status  # it knows no other
        return PlainTextResponse(words, status, headers=trouble.headers)
    return JSONResponse(trouble.body(), trouble.status, headers=trouble.headers)


def fault(error: BaseException, route: str) -> str:
    """A fault of ours by its place alone: its words may be a customer's."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" in {trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}"
    return f"{route}: a fault of replylint: {type(error).__name__}{place}; please report it"


def _family(path: str) -> str:
    """What counts a path that has no counter of its own: never the path itself."""
    for family in ("/v1/rules/", "/page/"):
        if path.startswith(family):
            return family
    return "other"
