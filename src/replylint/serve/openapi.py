"""The description of the interface, OpenAPI 3.1, made of the shapes that read the requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import __version__
from .bodies import ASKED, MESSAGE, OPTIONS, TURN, batch
from .desk import LANGS
from .languagetool import CODES
from .openapi_answers import answers, ref
from .openapi_v2 import DATA, LANGUAGES, MATCHES
from .shapes import Named, Schema
from .trouble import CODES as TROUBLES

if TYPE_CHECKING:
    from ..config.settings import Serve

_JSON = "application/json"
_TEXT = {"type": "string"}


def document(limits: Serve, *, keys: bool) -> dict[str, Any]:
    """The whole document. ``keys``: whether a key is needed."""
    whole: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "replylint",
            "version": __version__,
            "description": "Lints customer-service replies in finance before they are sent. "
            "Offsets count code points under /v1 and UTF-16 units under /v2.",
        },
        "paths": _paths(batch(limits.max_batch)),
        "components": {"schemas": _schemas(batch(limits.max_batch))},
    }
    if keys:
        schemes = {
            "bearer": {"type": "http", "scheme": "bearer"},
            "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
        }
        whole["components"]["securitySchemes"] = schemes
        whole["security"] = [{"bearer": []}, {"header": []}]
    return whole


def _paths(many: Named) -> dict[str, Any]:
    return {
        "/v1/check": {
            "post": _posting("check", "Check one message.", ASKED, ref("Answer")),
        },
        "/v1/batch": {
            "post": _posting("batch", "Check many messages, in order.", many, ref("Answers")),
        },
        "/v1/rewrite": {
            "post": _posting("rewrite", "Propose a reply.", ASKED, ref("Rewrite")),
        },
        "/v1/rules/{id}": {"get": _rule()},
        "/v2/check": {
            "get": _v2_check("languagetoolGet", form=False),
            "post": _v2_check("languagetool", form=True),
        },
        "/v2/languages": {
            "get": {
                "operationId": "languages",
                "summary": "The languages of /v2/check.",
                "security": [],
                "responses": {"200": _answer("The languages.", _JSON, LANGUAGES), **_v2_refused()},
            }
        },
        "/v2/maxtextlength": {"get": _plain("most", "Characters a text may have.", "^[0-9]+$")},
        "/v2/healthcheck": {"get": _plain("alive", "Whether the server answers.", "^OK$")},
        "/healthz": {"get": _open("health", "Whether the server answers.", _JSON, ref("Health"))},
        "/metrics": {
            "get": {
                "operationId": "metrics",
                "summary": "Numbers for Prometheus.",
                "responses": {
                    "200": _answer("The numbers.", "text/plain", _TEXT),
                    **_refused("wrong_key"),
                },
            }
        },
    }


def _posting(name: str, said: str, body: Named, answer: Schema) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": said,
        "requestBody": {"required": True, "content": {_JSON: {"schema": body.schema()}}},
        "responses": {
            "200": _answer("The answer.", _JSON, answer),
            **_refused(
                "malformed_json", "wrong_key", "too_slow", "too_large", "wrong_type",
                "wrong_value", "too_many", "fault", "out_of_time",
            ),
        },
    }  # fmt: skip


def _rule() -> dict[str, Any]:
    known = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*\.[a-z0-9][a-z0-9-]*$"}
    return {
        "operationId": "rule",
        "summary": "Why a rule is there.",
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": known,
             "example": "command.urgent-imperative"},
            {"name": "lang", "in": "query", "schema": {"enum": list(LANGS)}},
        ],
        "responses": {
            "200": _answer("The rule.", _JSON, ref("Rule")),
            **_refused("wrong_key", "not_found", "wrong_value", "too_many"),
        },
    }  # fmt: skip


def _v2_check(name: str, *, form: bool) -> dict[str, Any]:
    fields: dict[str, Schema] = {
        "text": {"type": "string"},
        "language": {"enum": list(CODES)},
        "enabledRules": {"type": "string"},
        "disabledRules": {"type": "string"},
        "enabledCategories": {"type": "string"},
        "disabledCategories": {"type": "string"},
    }
    answered: dict[str, Any] = {
        "operationId": name,
        "summary": "LanguageTool's protocol: check a text.",
        "responses": {
            "200": _answer("The matches.", _JSON, MATCHES),
            **_v2_refused("wrong_key", "malformed_json", "too_slow", "too_large", "wrong_type",
                          "out_of_time"),
        },
    }  # fmt: skip
    if not form:
        answered["parameters"] = [
            {"name": name, "in": "query", "required": name in ("text", "language"), "schema": each}
            for name, each in fields.items()
        ]
        return answered
    body = {
        "type": "object",
        "properties": fields,
        "required": ["text", "language"],
        "not": {"required": ["data"]},
    }
    marked = {name: each for name, each in fields.items() if name != "text"}
    annotated = {
        "type": "object",
        "properties": {**marked, "data": DATA},
        "required": ["data", "language"],
        "not": {"required": ["text"]},
    }
    content = {"schema": {"oneOf": [body, annotated]}}
    answered["requestBody"] = {
        "required": True,
        "content": {"application/x-www-form-urlencoded": content},
    }
    return answered


def _plain(name: str, said: str, pattern: str) -> dict[str, Any]:
    known = {"type": "string", "pattern": pattern}
    return {
        "operationId": name,
        "summary": said,
        "security": [],
        "responses": {"200": _answer("The answer.", "text/plain", known), **_v2_refused()},
    }


def _open(name: str, said: str, kind: str, schema: Schema) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": said,
        "security": [],
        "responses": {"200": _answer("The answer.", kind, schema)},
    }


def _answer(said: str, kind: str, schema: Schema) -> dict[str, Any]:
    return {"description": said, "content": {kind: {"schema": schema}}}


def _refused(*codes: str) -> dict[str, Any]:
    statuses = sorted({str(TROUBLES[code]) for code in codes})
    return {status: _answer("Refused.", _JSON, ref("Trouble")) for status in statuses}


def _v2_refused(*codes: str) -> dict[str, Any]:
    statuses = sorted({str(TROUBLES[code]) for code in ("too_many", *codes)})
    return {status: _answer("Refused.", "text/plain", _TEXT) for status in statuses}


def _schemas(many: Named) -> dict[str, Schema]:
    shapes = (TURN, OPTIONS, MESSAGE, ASKED, many)
    return {each.name: each.whole() for each in shapes} | answers()
