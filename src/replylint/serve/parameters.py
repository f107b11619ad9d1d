"""Reads what LanguageTool's clients send: parameters of a form or an address, text with markup."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from ..errors import did_you_mean
from .annotated import Annotated, Part, plain
from .languagetool import CODES, Filter
from .trouble import TroubleError

_MOST_FIELDS = 200


@dataclass(frozen=True, slots=True)
class Parameters:
    """``code`` is the language the client named, ``lang`` that of its messages, None: unknown."""

    given: Annotated
    code: str
    wanted: Filter
    key: str


def pairs(data: bytes) -> dict[str, str]:
    """The parameters of a form's body or an address; a later one of a name wins.

    Raises TroubleError.
    """
    try:
        found = parse_qsl(
            data.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except UnicodeError:
        raise TroubleError("not_utf8", "the parameters are not UTF-8") from None
    except ValueError:
        raise TroubleError("wrong_value", f"more than {_MOST_FIELDS} parameters") from None
    return dict(found)


def parameters(given: dict[str, str]) -> Parameters:
    """What ``/v2/check`` is asked. Raises TroubleError."""
    code = given.get("language", "").strip()
    if not code:
        raise TroubleError("wrong_value", "Missing 'language' parameter", f"one of {_listed()}")
    known = {each.casefold(): each for each in CODES}
    if (code := known.get(code.casefold().replace("_", "-"), code)) not in CODES:
        hint = did_you_mean(code[:10], CODES) or f"one of {_listed()}"
        raise TroubleError("wrong_value", "'language' is not a language code known here", hint)
    only = given.get("enabledOnly", "").strip().casefold()
    if only not in ("", "true", "false", "yes", "no"):
        raise TroubleError("wrong_value", "'enabledOnly' is true or false")
    wanted = Filter(
        enabled=_names(given.get("enabledRules", "")),
        disabled=_names(given.get("disabledRules", "")),
        enabled_topics=_names(given.get("enabledCategories", "")),
        disabled_topics=_names(given.get("disabledCategories", "")),
        only=only in ("true", "yes"),
    )
    if wanted.only and not (wanted.enabled or wanted.enabled_topics):
        raise TroubleError(
            "wrong_value", "'enabledOnly' is true, but no rule and no category is enabled"
        )
    return Parameters(_text(given), code, wanted, given.get("apiKey", ""))


def _text(given: dict[str, str]) -> Annotated:
    if "text" in given and "data" in given:
        raise TroubleError("wrong_value", "Set only 'text' or 'data' parameter, not both")
    if "text" in given:
        return plain(given["text"])
    if "data" in given:
        return _annotated(given["data"])
    raise TroubleError("wrong_value", "Missing 'text' or 'data' parameter")


def _annotated(data: str) -> Annotated:
    try:
        value: Any = json.loads(data)
    except json.JSONDecodeError as error:
        raise TroubleError(
            "malformed_json",
            f"'data' is not JSON: {error.msg}",
            line=error.lineno,
            column=error.colno,
        ) from None
    except (ValueError, RecursionError):
        raise TroubleError("malformed_json", "'data' is not JSON") from None
    if isinstance(value, dict) and isinstance(value.get("text"), str) and "annotation" not in value:
        return plain(value["text"])
    parts = value.get("annotation") if isinstance(value, dict) else None
    if not isinstance(parts, list):
        raise TroubleError("wrong_value", "'data' has neither 'text' nor a list 'annotation'")
    return Annotated(_part(each, number) for number, each in enumerate(parts))


def _part(given: Any, number: int) -> Part:
    """``{"text": …}``, or ``{"markup": …, "interpretAs": …}``."""
    if isinstance(given, dict):
        text, markup, read = (given.get(name) for name in ("text", "markup", "interpretAs"))
        if isinstance(text, str) and markup is None and read is None:
            return Part(text, text, False)
        if isinstance(markup, str) and text is None and isinstance(read, str | None):
            return Part(markup, read or "", True)
    raise TroubleError(
        "wrong_value",
        f"'data': annotation {number} is neither text nor markup",
        'write {"text": "…"} or {"markup": "…", "interpretAs": "…"}',
    )


def _names(given: str) -> frozenset[str]:
    return frozenset(each.strip().casefold() for each in given.split(",") if each.strip())


def _listed() -> str:
    return ", ".join(CODES)


def message_language(code: str) -> str | None:
    """The ``lang`` of a message in a language as clients name it; None: to be found out."""
    from ..text.markup.names import language

    return None if code == "auto" else language(code) or None
