"""E-mail addresses, beside Chinese too: only ASCII can be part of the name in front of the @."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cues import label
from .hit import Hit, Public
from .lazy import compiled

NAME = "email"
CUES = (
    "邮箱 邮件 电邮 信箱 邮址 邮寄至 发送至 发到 寄到 email e-mail mail mailto contact reach write"
)
# Where private people have their mailboxes: an address there is somebody's, cue or not.
_PRIVATE = re.compile(
    r"(?:qq|vip\.qq|foxmail|163|vip\.163|126|sina|sohu|139|aliyun|gmail|googlemail|hotmail|outlook"
    r"|live|msn|icloud|me|yahoo|ymail|protonmail|aol|netvigator)\.com"
    r"|yahoo\.com\.(?:tw|hk)|hotmail\.com\.tw|pchome\.com\.tw|yeah\.net|hinet\.net|sina\.cn|189\.cn"
    r"|proton\.me"
)
_ADDRESS = (
    r"(?<![a-z0-9._%+\-])[a-z0-9](?:[a-z0-9._%+'\-]{0,62}[a-z0-9_+\-])?@"
    r"(?:(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.){1,6}(?:xn--[a-z0-9\-]{2,40}|[a-z]{2,24})"
    r"|[^\s@,。:;/]{1,30}\.(?:中国|公司|网络|香港|台湾))(?![a-z@])(?!\.[a-z0-9])(?!-[a-z0-9])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Addresses outside the house's own domains."""
    for match in compiled(_ADDRESS).finditer(text):
        value = match[0]
        domain = value.partition("@")[2]
        if _own(domain, public) or ".." in value:
            continue
        cued = label(text, match.start(), match.end(), CUES, "")
        if _PRIVATE.fullmatch(domain):
            tier = "strong" if cued else "checked"
        else:
            tier = "cued" if cued else "shape"
        yield Hit(match.start(), match.end(), tier, mask(value))


def _own(domain: str, public: Public) -> bool:
    return any(domain == own or domain.endswith("." + own) for own in public.domains)


def validate(value: str) -> bool:
    """Whether ``value`` is an address and nothing else.

    >>> validate("li.hua@example.com"), validate("li.hua@example"), validate("a..b@example.com")
    (True, False, False)
    """
    return ".." not in value and compiled(_ADDRESS).fullmatch(value.lower()) is not None


def mask(value: str) -> str:
    """The first letter and the domain.

    >>> mask("lihua@example.com")
    'l***@example.com'
    """
    name, _, domain = value.partition("@")
    return f"{name[:1]}***@{domain}"
