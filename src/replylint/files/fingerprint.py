"""Names a finding from run to run by what stands around it, not by its line, and without its text.

A fingerprint is a hash of the file's path, the rule, the sentence the finding stands in and a count
among its equals in the file. Its reader may not be meant to have the text (a baseline of
exported chats), so nothing that could be found out by trying is hashed: the stretches of all
sensitive findings are cut out of the sentence first, and so are all digits and addresses with an @,
whether a rule found them or not. A phone number's hash is undone in seconds by hashing all
phone numbers; a key stored beside the hashes would not change that, and one stored elsewhere would
keep a colleague or a CI job from reading the baseline. What is left of the sentence is what the
house writes to everybody. The price: a number put in another's place is the same finding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

Stretch = tuple[int, int]

_REACH = 200  # code points of a sentence looked at on each side
_SENTENCE_END = "。！？!?；;\r\n"
_ADDRESS = re.compile(r"[^\s@，。；、：:;,()（）<>]+@[^\s@，。；、：;,()（）<>]+")
_DIGITS = re.compile(r"\d+")


def surroundings(text: str, start: int, end: int, sensitive: Sequence[Stretch]) -> str:
    """The sentence around ``[start, end)`` without spaces, digits, addresses and ``sensitive``.

    >>> surroundings("您好。请立即 回电13912345678！", 4, 6, [])
    '请立即回电'
    """
    first, last = _sentence(text, start, end)
    kept = []
    at = first
    for cut_start, cut_end in sorted(sensitive):
        if cut_start < last and at < cut_end:
            kept.append(text[at : max(at, cut_start)])
            at = max(at, cut_end)
    kept.append(text[at:last])
    joined = _DIGITS.sub("", _ADDRESS.sub("", "\0".join(kept)))
    return "".join(joined.lower().split()).strip(_SENTENCE_END)


def _sentence(text: str, start: int, end: int) -> Stretch:
    first = max(0, start - _REACH)
    for mark in _SENTENCE_END:
        first = max(first, text.rfind(mark, first, start) + 1)
    last = min(len(text), end + _REACH)
    for mark in _SENTENCE_END:
        at = text.find(mark, end, last)
        last = at if at >= 0 else last
    return first, last


@dataclass(slots=True)
class Fingerprints:
    """Fingerprints of a file's findings, asked for in file order; ``path`` is as baselines say."""

    path: str
    _seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def of(self, rule: str, text: str, start: int, end: int, sensitive: Sequence[Stretch]) -> str:
        """20 hexadecimal digits, unlike those of any other finding of the file.

        ``text`` is the message, ``sensitive`` its stretches that must not be known.
        """
        from hashlib import blake2b

        around = surroundings(text, start, end, sensitive)
        self._seen[rule, around] += 1
        parts = (self.path, rule, around, str(self._seen[rule, around]))
        data = "\n".join(parts).encode("utf-8", "surrogatepass")
        return blake2b(data, digest_size=10, person=b"replylint").hexdigest()
