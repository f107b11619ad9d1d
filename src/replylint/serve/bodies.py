"""What programs may send: a message with its options, many of them, and how the bytes are read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, NoReturn

from ..model import Message, Recipient, Role, Safety, Turn
from .shapes import Anything, Flag, Keys, Many, Name, Named, Nullable, Shape, Text, Time
from .trouble import Pointer, TroubleError

# As files write them, see text.markup.names.
_PLACES = "Hans|Hant|CN|SG|TW|HK|MO|US|GB|UK|AU|hans|hant|cn|sg|tw|hk|mo|us|gb|uk|au"
_LANG = rf"(?:zh|en)(?:[-_](?:{_PLACES}))*"


@dataclass(frozen=True, slots=True)
class Options:
    """What the answer should hold. ``lang`` is that of sentences for people; None: the server's."""

    safety: Safety = Safety.REVIEW
    lang: str | None = None
    proposal: bool = True
    changes: bool = False
    terms: bool = False


def _language(code: str) -> str:
    from ..text.markup.names import language

    return language(code) or ""


def _turn(role: Role, text: str, time: Any = None) -> Turn:
    return Turn(role, text, time)


ROLE = Text(tuple(Role), make=Role)
TURN = Named(
    "Turn",
    Keys({"role": ROLE, "text": Text(), "time": Nullable(Time())}, ("role", "text"), make=_turn),
    "An earlier message of the same conversation.",
)
_MESSAGE: dict[str, Shape] = {
    "text": Text(),
    "id": Nullable(Name()),
    "role": Nullable(ROLE),
    "channel": Nullable(Text()),
    "lang": Nullable(Text(pattern=_LANG, make=_language, said="write zh-Hans, zh-Hant or en")),
    "audience": Nullable(Text()),
    "recipient": Nullable(Text(tuple(Recipient), make=Recipient)),
    "author": Nullable(Text()),
    "time": Nullable(Time()),
    "conversation": Nullable(Text()),
    "history": Nullable(Many(TURN)),
    "meta": Nullable(Anything()),
}
OPTIONS = Named(
    "Options",
    Keys(
        {
            "safety": Text((Safety.SAFE.value, Safety.REVIEW.value), make=Safety),
            "lang": Nullable(Text(("zh", "en"))),
            "proposal": Flag(),
            "changes": Flag(),
            "terms": Flag(),
        },
        make=Options,
    ),
    "`safety` bounds what a proposal changes, `lang` is that of sentences for people, `proposal` "
    "false leaves the proposal out, `changes` adds what a proposal changes piece by piece, `terms` "
    "the terms of the trade in the message.",
)


def _message(**given: Any) -> dict[str, Any]:
    """Fields of ``Message``; what is not given comes from the settings."""
    if "history" in given:
        given["history"] = tuple(given["history"])
    if not given.get("lang"):
        given.pop("lang", None)
    return given


def _asked(**given: Any) -> tuple[dict[str, Any], Options]:
    options = given.pop("options", None) or Options()
    return _message(**given), options


MESSAGE = Named(
    "Message",
    Keys(_MESSAGE, ("text",), "meta", make=_message),
    "One message; only `text` is required, unknown keys are carried through.",
)
ASKED = Named(
    "AskedMessage",
    Keys({**_MESSAGE, "options": Nullable(OPTIONS)}, ("text",), "meta", make=_asked),
    "One message, and what the answer should hold.",
)


def batch(most: int) -> Named:
    """Many messages, at most ``most`` of them."""
    keys: dict[str, Shape] = {"messages": Many(MESSAGE, most=most), "options": Nullable(OPTIONS)}
    return Named("Batch", Keys(keys, ("messages",)), "Messages that are checked in one request.")


def message(fields: dict[str, Any], defaults: dict[str, Any]) -> Message:
    return Message(**(defaults | fields))


def parsed(body: bytes) -> Any:
    """The value a JSON body holds. Raises TroubleError with the line and column of a mistake."""
    try:
        return json.loads(body.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        line, column = _place(body[: error.start])
        raise TroubleError(
            "not_utf8", "the body is not UTF-8", "encode it anew", line=line, column=column
        ) from None
    except json.JSONDecodeError as error:
        raise TroubleError(
            "malformed_json",
            f"the body is not JSON: {error.msg}",
            'write {"text": "…"}' if not body.strip() else None,
            line=error.lineno,
            column=error.colno,
        ) from None
    except RecursionError:
        raise TroubleError("malformed_json", "the body is nested too deeply") from None
    except ValueError:
        raise TroubleError("malformed_json", "a number in the body is none of JSON's") from None


def _no_number(_: str) -> NoReturn:
    raise ValueError


def _place(before: bytes) -> tuple[int, int]:
    text = before.decode("utf-8-sig", "replace")
    return text.count("\n") + 1, len(text) - text.rfind("\n")


ROOT = Pointer()
