"""What stands beside a reply and says who writes it to whom, typed as a message has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import Recipient, Role
from .names import language, names_of
from .tree import Node, Scalar, Table

ROLES = {
    **{role.value: role for role in Role},
    **dict.fromkeys(names_of("assistant staff 客服 坐席 座席 人工 员工 員工"), Role.AGENT),
    **dict.fromkeys(names_of("user client human 客户 客戶 用户 用戶 顾客 顧客"), Role.CUSTOMER),
    **dict.fromkeys(names_of("robot chatbot ai 机器人 機器人"), Role.BOT),
    "系统": Role.SYSTEM,
    "系統": Role.SYSTEM,
}
RECIPIENTS = {each.value: each for each in Recipient}
_NAMES = {
    "role": "role",
    "sender": "role",
    "speaker": "role",
    "角色": "role",
    "channel": "channel",
    "渠道": "channel",
    "audience": "audience",
    "recipient": "recipient",
    "lang": "lang",
    "language": "lang",
    "locale": "lang",
    "id": "id",
}
_HANDED_DOWN = ("channel", "audience", "recipient", "lang")


def said_of(pairs: Iterable[tuple[str, str]]) -> dict[str, object]:
    """The fields of ``Message`` among keys and their values; what is none of ours is left out."""
    found: dict[str, object] = {}
    for key, value in pairs:
        name = _NAMES.get(key.strip().lower())
        value = value.strip()
        typed: object = value or None
        if name == "role":
            typed = ROLES.get(value.lower())
        elif name == "recipient":
            typed = RECIPIENTS.get(value.lower())
        elif name == "lang":
            typed = language(value) or None
        if name and typed is not None:
            found.setdefault(name, typed)
    return found


def beside(table: Table, source: str, above: dict[str, object]) -> dict[str, object]:
    """The fields of the messages in ``table``, ``above`` being those of the table around it."""
    handed = {name: value for name, value in above.items() if name in _HANDED_DOWN}
    return {**handed, **said_of(_texts(table.own(), source))}


def _texts(entries: Iterable[tuple[str, Node]], source: str) -> Iterator[tuple[str, str]]:
    for key, node in entries:
        if isinstance(node, Scalar) and key.strip().lower() in _NAMES:
            text = node.read(source).text
            if text != "null" or node.style is not None:
                yield key, text
