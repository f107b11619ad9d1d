"""What LanguageTool's protocol adds to the description: what clients send, what they are told."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_LANGUAGE = {
    "type": "object",
    "properties": {"name": _TEXT, "code": _TEXT},
    "required": ["name", "code"],
}
_PART = {
    "oneOf": [
        {
            "type": "object",
            "properties": {"text": _TEXT},
            "required": ["text"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {"markup": _TEXT, "interpretAs": _TEXT},
            "required": ["markup"],
            "additionalProperties": False,
        },
    ]
}
DATA: Schema = {
    "type": "string",
    "format": "annotated-text",
    "description": "JSON in a string: text and markup in turns.",
    "contentMediaType": "application/json",
    "contentSchema": {
        "type": "object",
        "properties": {"annotation": {"type": "array", "items": _PART}},
        "required": ["annotation"],
    },
}
LANGUAGES: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": _TEXT, "code": _TEXT, "longCode": _TEXT},
        "required": ["name", "code", "longCode"],
    },
}
_RULE = {
    "type": "object",
    "properties": {
        "id": _TEXT,
        "description": _TEXT,
        "issueType": _TEXT,
        "category": {
            "type": "object",
            "properties": {"id": _TEXT, "name": _TEXT},
            "required": ["id", "name"],
        },
    },
    "required": ["id", "description", "issueType", "category"],
}
_MATCH = {
    "type": "object",
    "properties": {
        "message": _TEXT,
        "shortMessage": _TEXT,
        "offset": _COUNT,
        "length": {"type": "integer", "minimum": 1},
        "replacements": {
            "type": "array",
            "items": {"type": "object", "properties": {"value": _TEXT}, "required": ["value"]},
        },
        "context": {
            "type": "object",
            "properties": {"text": _TEXT, "offset": _COUNT, "length": _COUNT},
            "required": ["text", "offset", "length"],
        },
        "sentence": _TEXT,
        "rule": _RULE,
    },
    "required": ["message", "offset", "length", "replacements", "context", "rule"],
}
MATCHES: Schema = {
    "type": "object",
    "properties": {
        "software": {"type": "object"},
        "language": _LANGUAGE,
        "warnings": {"type": "object"},
        "matches": {"type": "array", "items": _MATCH},
        "sentenceRanges": {
            "type": "array",
            "items": {"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2},
        },
    },
    "required": ["software", "language", "matches"],
}
