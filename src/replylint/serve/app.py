"""The application: which path is answered by what, from the rules that are in force."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from .. import __version__
from .desk import Desk
from .door import Door, refusal
from .limits import Keys, Rates
from .metrics import CONTENT_TYPE, Metrics
from .openapi import document
from .trouble import TroubleError
from .v1 import V1
from .v2 import V2
from .work import Bench

if TYPE_CHECKING:
    from ..config.settings import Serve

PAGE = Path(__file__).parent / "page"

# The page loads nothing from elsewhere and is shown in nobody's frame.
_PAGE_HEADERS = {
    "content-security-policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
}


class Server:
    """What the endpoints share. ``desk`` is exchanged as a whole when rules are loaded anew."""

    def __init__(self, desk: Desk, *, tell: bool = False) -> None:
        """``tell``: a line in the log for every request. Raises ConfigError for a key not set."""
        self.desk = desk
        self.limits: Serve = desk.settings.serve
        self.keys = Keys(self.limits.keys)
        self.metrics = Metrics()
        self.bench = Bench(self.limits.timeout)
        self.stale = False  # the last reload was refused
        self._tell = tell
        self.metrics.loaded(desk, again=False)

    def exchange(self, desk: Desk) -> None:
        """Effect: answer from ``desk`` from now on. What began before ends as it began."""
        self.desk = desk
        self.stale = False
        self.metrics.loaded(desk, again=True)

    def refuse(self) -> None:
        """Effect: remember that new rules were wrong, and the old ones stayed."""
        self.stale = True
        self.metrics.refused()

    def app(self) -> Starlette:
        routes = self._routes()
        counted = [route.path for route in routes if isinstance(route, Route)]
        door = Middleware(
            Door,
            keys=self.keys,
            rates=Rates(self.limits.rate, self.limits.burst),
            metrics=self.metrics,
            routes=counted,
            tell=self._tell,
        )
        cors = Middleware(
            CORSMiddleware,
            allow_origins=self.limits.origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "X-API-Key"],
            expose_headers=["Retry-After"],
        )
        return Starlette(
            routes=routes,
            middleware=[cors, door] if self.limits.origins else [door],
            exception_handlers={HTTPException: _http, TroubleError: _trouble},
        )

    def _routes(self) -> list[Route | Mount]:
        v1, v2 = V1(self), V2(self)
        return [
            Route("/v1/check", v1.check, methods=["POST"]),
            Route("/v1/batch", v1.batch, methods=["POST"]),
            Route("/v1/rewrite", v1.rewrite, methods=["POST"]),
            Route("/v1/rules/{id}", v1.rule, methods=["GET"]),
            Route("/v2/check", v2.check, methods=["GET", "POST"]),
            Route("/v2/languages", v2.languages, methods=["GET"]),
            Route("/v2/maxtextlength", v2.most, methods=["GET"]),
            Route("/v2/healthcheck", v2.health, methods=["GET"]),
            Route("/healthz", self._health, methods=["GET"]),
            Route("/metrics", self._metrics, methods=["GET"]),
            Route("/openapi.json", self._openapi, methods=["GET"]),
            Route("/", self._page, methods=["GET"]),
            Mount("/page", StaticFiles(directory=PAGE), name="page"),
        ]

    async def _health(self, request: Request) -> Response:
        pack = self.desk.ruleset().rules
        return JSONResponse(
            {
                "status": "stale" if self.stale else "ok",
                "version": __version__,
                "rules": len(pack),
            }
        )

    async def _metrics(self, request: Request) -> Response:
        return Response(self.metrics.text(), headers={"content-type": CONTENT_TYPE})

    async def _openapi(self, request: Request) -> Response:
        return JSONResponse(document(self.limits, keys=bool(self.keys)))

    async def _page(self, request: Request) -> Response:
        return FileResponse(PAGE / "index.html", headers=_PAGE_HEADERS)


async def _http(request: Request, error: Exception) -> Response:
    """What the router refuses: no such path, no such method."""
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if error.status_code == 405:
        trouble = TroubleError("wrong_method", "this path has no such method", headers=headers)
    else:
        trouble = TroubleError("not_found", "there is nothing at this path", headers=headers)
    return refusal(request.url.path, trouble)


async def _trouble(request: Request, error: Exception) -> Response:
    assert isinstance(error, TroubleError)
    return refusal(request.url.path, error)
