"""Numbers of devices: MAC addresses, IMEI, IMSI and the like, where a word names them."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .cues import label
from .hit import Hit, Public
from .lazy import compiled
from .letters import search, tier
from .masks import hide

NAME = "device-id"
CUES = (
    "设备号 设备码 设备id 设备标识 设备编号 串号 机身码 网卡 物理地址 mac地址 imei imsi meid "
    "iccid idfa oaid "
    "mac macs udid device_id hardware physical_address"
)
_MAC = (
    r"[0-9a-f]{2}(?P<sep>[:\-])(?:[0-9a-f]{2}(?P=sep)){4}[0-9a-f]{2}|"
    r"[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}"
)
_IMEI = r"[0-9](?:[ \-]?[0-9]){13,15}|[0-9]{19,20}"
_UUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16}|[0-9a-f]{32}"
_SHAPE = (
    rf"(?:(?<![0-9a-z_.])|(?<=imei)|(?<=imsi)|(?<=meid)|"
    rf"(?<=iccid))(?<![^0-9a-z][0-9a-f]{{2}}[:\-])(?<![0-9]-)(?:(?P<mac>{_MAC})|"
    rf"(?P<uuid>{_UUID})|(?P<imei>{_IMEI}))(?![0-9a-z_:*\-])(?!\.[0-9a-z])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Numbers that a word calls those of a device."""
    yield from search(text, _SHAPE, _judge)


def _judge(figures: str, match: Match[str]) -> Hit | None:
    evidence = label(figures, *match.span(), CUES, "")
    if not any(ch in "123456789abcdef" for ch in match[0]) or not evidence:
        return None
    checked = match["uuid"] is None and validate(match[0])
    return Hit(*match.span(), tier(checked, evidence), mask(match[0]))


def validate(value: str) -> bool:
    """Whether ``value`` is a MAC address, or an IMEI with the right check digit.

    >>> [validate(v) for v in ("00-00-5e-00-53-01", "00-00-00-000000-0", "12-345678-123456-0")]
    [True, False, False]
    """
    if compiled(_MAC).fullmatch(value.lower()):
        return True
    digits = [int(ch) for ch in value if ch.isdigit()]
    if len(digits) != 15 or not any(digits):
        return False
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[0::2]) + doubled) % 10 == 0


def mask(value: str) -> str:
    """The last four places.

    >>> mask("00-00-5e-00-53-01")
    '**-**-**-**-53-01'
    """
    return hide(value, 0, 4)
