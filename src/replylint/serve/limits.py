"""What a client may ask of the server: how much, how fast, how long, and with which key."""

from __future__ import annotations

import hashlib
import hmac
import os
from asyncio import timeout
from collections.abc import Iterable
from time import monotonic

from starlette.requests import ClientDisconnect, Request

from ..errors import ConfigError, Origin
from .trouble import TroubleError

_MOST_CLIENTS = 10_000  # whose rates are remembered; the longest silent are forgotten
_LEFT_OVER = (
    64_000_000  # bytes over the limit that are read and dropped, so that the answer arrives
)


async def body(request: Request, most: int, seconds: float) -> bytes:
    """The body of a request, at most ``most`` bytes within ``seconds``.

    Raises TroubleError ``too_large`` and ``too_slow``, ClientDisconnect when the client is gone.
    """
    parts: list[bytes] = []
    size, over = 0, _announced(request) > most
    if over and "expect" in request.headers:
        raise _too_large(most)  # it waits for our word and sends nothing
    try:
        async with timeout(seconds):
            async for part in request.stream():
                size += len(part)
                over = over or size > most
                if not over:
                    parts.append(part)
                elif size > most + _LEFT_OVER:
                    break
    except TimeoutError:
        if over:
            raise _too_large(most) from None
        raise TroubleError(
            "too_slow",
            f"the body did not arrive within {seconds:g} seconds",
            headers={"connection": "close"},
        ) from None
    if over:
        raise _too_large(most)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _announced(request: Request) -> int:
    length = request.headers.get("content-length", "0")
    return int(length) if length.isdecimal() else 0


def _too_large(most: int) -> TroubleError:
    return TroubleError(
        "too_large",
        f"the body has more than {most:,} bytes",
        "send it in parts, or raise serve.max_body",
        headers={"connection": "close"},
    )


class Keys:
    """The keys that open the interface; none: it is open. Only their hashes are kept.

    ``given`` are ``env:NAME`` or ``sha256:HEX``. Raises ConfigError for a variable that is not set.
    """

    def __init__(self, given: Iterable[str]) -> None:
        self._hashes = [_hash_of(each) for each in given]

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def known(self, key: str) -> str | None:
        """A name for the key that tells nothing of it; None for a wrong one."""
        hashed = hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
        found = None
        for each in self._hashes:  # all of them: how long it takes says nothing
            if hmac.compare_digest(each, hashed):
                found = each.hex()[:12]
        return found


def _hash_of(given: str) -> bytes:
    kind, _, value = given.partition(":")
    if kind == "sha256":
        return bytes.fromhex(value)
    secret = os.environ.get(value, "")
    if not secret:
        raise ConfigError(
            f"the environment variable {value} is not set",
            origin=Origin("serve.keys"),
            hint="set it to the key that clients send",
        )
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()


class Rates:
    """Requests a second by client: a bucket of ``burst`` that refills by ``rate``; 0: no limit."""

    def __init__(self, rate: float, burst: int) -> None:
        self._rate, self._burst = rate, max(1, burst)
        self._buckets: dict[str, tuple[float, float]] = {}  # what is left, and when it was so

    def take(self, client: str) -> None:
        """Raises TroubleError ``too_many``, with the seconds to wait."""
        if not self._rate:
            return
        now = monotonic()
        left, then = self._buckets.pop(client, (float(self._burst), now))
        left = min(float(self._burst), left + (now - then) * self._rate)
        if left >= 1:
            self._put(client, left - 1, now)
            return
        self._put(client, left, now)
        wait = max(1, round((1 - left) / self._rate + 0.5))
        raise TroubleError(
            "too_many",
            f"more than {self._rate:g} requests a second",
            f"wait {wait} s",
            headers={"retry-after": str(wait)},
        )

    def _put(self, client: str, left: float, now: float) -> None:
        self._buckets[client] = left, now
        if len(self._buckets) > _MOST_CLIENTS:
            del self._buckets[next(iter(self._buckets))]


__all__ = ["ClientDisconnect", "Keys", "Rates", "body"]
