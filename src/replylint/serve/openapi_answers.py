"""The answers under /v1 as the description has them."""

from __future__ import annotations

from ..model import Confidence, Decision, Safety, Severity
from .shapes import Schema
from .trouble import CODES as TROUBLES

_TEXT = {"type": "string"}
_OR_NULL = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_SPAN = {"start": _COUNT, "end": _COUNT}


def answers() -> dict[str, Schema]:
    """By name."""
    edit = _object({**_SPAN, "text": _TEXT})
    fix = _object({"title": _TEXT, "safety": {"enum": [*Safety]}, "edits": _list(edit)})
    finding = _object(
        {
            "path": {"type": "null"},
            "conversation": _OR_NULL,
            "message": _OR_NULL,
            "rule": _TEXT,
            "topic": _TEXT,
            "severity": {"enum": [*Severity]},
            "confidence": {"enum": [*Confidence]},
            **_SPAN,
            "text": _TEXT,
            "sensitive": {"type": "boolean"},
            "fixes": _list(fix),
        }
    )
    missed = _list(_object({"reason": _TEXT, "rule": _OR_NULL}))
    beside = {
        "incomplete": missed,
        "changes": _list(_object({"op": {"enum": ["same", "removed", "added"]}, "text": _TEXT})),
    }
    term = _object(
        {**_SPAN, "id": _TEXT, "name": _TEXT, "gloss": _TEXT, "plain": _TEXT,
         "explained": {"type": "boolean"}}
    )  # fmt: skip
    answer = _object(
        {
            "message": _OR_NULL,
            "decision": {"enum": [*Decision]},
            "findings": _list(ref("Finding")),
            "proposal": _OR_NULL,
            "elapsed_us": _COUNT,
        },
        {**beside, "terms": _list(term)},
    )
    rewrite = _object(
        {
            "message": _OR_NULL,
            "text": _TEXT,
            "applied": _list(_TEXT),
            "remaining": _list(_object({"rule": _TEXT, **_SPAN})),
            "elapsed_us": _COUNT,
        },
        beside,
    )
    about = ("id", "topic", "says", "why", "source")
    error = _object(
        {"code": {"enum": sorted(TROUBLES)}, "what": _TEXT},
        {"hint": _TEXT, "pointer": _TEXT, "line": _COUNT, "column": _COUNT},
    )
    return {
        "Finding": finding,
        "Answer": answer,
        "Answers": _object({"results": _list(ref("Answer")), "elapsed_us": _COUNT}),
        "Rewrite": rewrite,
        "Rule": _object({**dict.fromkeys(about, _TEXT), "severity": {"enum": [*Severity]}}),
        "Health": _object({"status": {"enum": ["ok", "stale"]}, "version": _TEXT, "rules": _COUNT}),
        "Trouble": _object({"error": error}),
    }


def _object(keys: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**keys, **(optional or {})},
        "required": list(keys),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
