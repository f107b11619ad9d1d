"""Network addresses, IPv4 and IPv6, that are no version and no clock time."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .cues import label
from .hit import Hit, Public
from .lazy import compiled
from .letters import search

NAME = "ip"
CUES = "登录 地址 来源 网络 ip ipv4 ipv6 login host server"
_OTHER = "版本 固件 章节 条款 第 v ver version release build section firmware"
_FOUR = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_V4 = rf"{_FOUR}(?:\.{_FOUR}){{3}}"
_SHAPE = (
    rf"(?<![0-9a-z_.\-])(?<![0-9]:)(?<!::)(?:{_V4}(?:/[0-9]{{1,2}})?(?![0-9a-z_\-])(?!\.[0-9])"
    rf"|"
    rf"(?=[0-9a-f:]*:[0-9a-f:]*:)[0-9a-f:]{{2,39}}(?:(?<=:){_V4})?(?:%[0-9a-z]{{1,15}})?(?:/[0-9]{{1,3}})?(?![0-9a-z_:\-])(?!\.[0-9]))"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Addresses that can be, not those of every machine to itself."""
    if text.count(".") >= 3 or "::" in text or text.count(":") >= 7:
        yield from search(text, _SHAPE, _judge)


def _judge(figures: str, match: Match[str]) -> Hit | None:
    value = match[0]
    if not validate(value) or not any(ch.isdigit() for ch in value):
        return None
    evidence = label(figures, *match.span(), CUES, _OTHER)
    if evidence == "other":
        return None
    if not evidence and compiled(r" ?(?:版|version|release|build)").match(figures, match.end()):
        return None
    return Hit(*match.span(), "cued" if evidence else "shape", mask(value))


def validate(value: str) -> bool:
    """Whether ``value`` is an address.

    >>> [validate(v) for v in ("192.0.2.17", "192.0.2.317", "2001:db8::1", "12:30:15", "::")]
    [True, False, True, False, False]
    """
    value = value.lower().partition("/")[0].partition("%")[0]
    if ":" not in value:
        return compiled(_V4).fullmatch(value) is not None
    head, dots, tail = value.rpartition(":")
    if "." in tail:
        if compiled(_V4).fullmatch(tail) is None:
            return False
        value = f"{head}{dots}0:0"
    left, gap, right = value.partition("::")
    groups = [*(left.split(":") if left else ()), *(right.split(":") if right else ())]
    if not groups or not all(compiled("[0-9a-f]{1,4}").fullmatch(group) for group in groups):
        return False
    return len(groups) < 8 if gap else len(groups) == 8


def mask(value: str) -> str:
    """The network and not the machine.

    >>> mask("192.0.2.17"), mask("2001:db8::1")
    ('192.0.*.*', '2001:db8:****')
    """
    if ":" in value:
        return ":".join(value.split(":")[:2]) + ":****"
    return ".".join(value.split(".")[:2]) + ".*.*"
