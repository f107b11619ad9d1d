"""From which turn on the customer is known to be the account holder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import Message, Recipient, Role

_SAID = """
true yes y 1 verified passed pass ok success done owner
是 已核实 已验证 通过 已通过 成功 本人 已核實 已驗證 通過 已通過
"""
_YES = frozenset(_SAID.split())


def verified_field(meta: Mapping[str, object], names: Iterable[str]) -> bool:
    """Whether a field of the export says that the customer was verified."""
    for name in names:
        value = meta.get(name)
        if value is True or (value is not None and str(value).strip().lower() in _YES):
            return True
    return False


def verifies(message: Message, said: int, yes: int, no: int) -> bool:
    """Whether a turn of these words (a mask) says that the customer was verified."""
    return message.role is not Role.CUSTOMER and bool(said & yes) and not said & no


def recipient(message: Message, verified: bool) -> Recipient:
    """Who reads a message; what the export says of the message itself counts first."""
    if verified and message.recipient is Recipient.UNVERIFIED:
        return Recipient.OWNER
    return message.recipient
