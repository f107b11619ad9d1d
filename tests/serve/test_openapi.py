"""/openapi.json is valid, names every path there is, and describes the answers that are given."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from starlette.routing import Route

from replylint.config import Config
from replylint.config.settings import Serve
from replylint.serve.app import Server
from replylint.serve.desk import Desk
from replylint.serve.openapi import document
from tests.serve.serving import PACK, Served

NOT_FOR_PROGRAMS = {"/", "/openapi.json"}


@pytest.fixture(scope="module")
def described(served: Served) -> Any:
    return served.get("/openapi.json").json


def test_every_path_and_method_is_described(described: Any) -> None:
    server = Server(Desk(Config().with_options({"packs": [str(PACK)], "glossary": []})))
    routes = {
        (route.path, method.lower())
        for route in server.app().routes
        if isinstance(route, Route) and route.path not in NOT_FOR_PROGRAMS
        for method in (route.methods or ()) - {"HEAD"}
    }
    said = {(path, method) for path, methods in described["paths"].items() for method in methods}
    assert said == routes


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (
            "/v1/check",
            {"text": "立即找别人去,爱办不办", "options": {"terms": True, "changes": True}},
        ),
        ("/v1/check", {"text": "好" * 1_000_001}),
        ("/v1/rewrite", {"text": "立即爱办不办", "options": {"changes": True}}),
        ("/v1/batch", {"messages": [{"text": "立即"}, {"text": "您好"}]}),
        ("/v1/check", {"text": 1}),
        ("/v1/check", "{"),
    ],
)
def test_answers_are_as_described(served: Served, described: Any, path: str, body: Any) -> None:
    got = served.post(path, body)
    responses = described["paths"][path]["post"]["responses"]
    schema = responses[str(got.status)]["content"]["application/json"]["schema"]
    whole = {**schema, "components": described["components"]}
    jsonschema.Draft202012Validator(whole).validate(got.json)


def test_what_may_be_sent_is_described_too(described: Any) -> None:
    def fits(value: Any) -> bool:
        schema = {"$ref": "#/components/schemas/AskedMessage"}
        whole = {**schema, "components": described["components"]}
        return jsonschema.Draft202012Validator(whole).is_valid(value)

    assert fits({"text": "您好", "more": 1, "history": [{"role": "bot", "text": ""}]})
    assert not fits({"text": "您好", "role": "agnet"})
    assert not fits({"text": "您好", "options": {"more": 1}})
    assert not fits({"id": "1"})


def test_a_key_is_described_where_one_is_needed() -> None:
    assert "security" not in document(Serve(), keys=False)
    said = document(Serve(), keys=True)
    assert said["security"] == [{"bearer": []}, {"header": []}]
    assert said["paths"]["/healthz"]["get"]["security"] == []
    most = document(Serve(max_batch=7), keys=False)["components"]["schemas"]["Batch"]
    assert most["properties"]["messages"]["maxItems"] == 7
