"""What in a running text is not the writer's words: holes, links, code, names. No edit touches it.

Works on the original text. Nothing here looks inside files; ``markup`` adds what a format protects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .holes import SHAPES as TEMPLATES
from .holes import Shape, no_speech


@dataclass(frozen=True, slots=True)
class Protected:
    """A stretch ``[start, end)`` of the original text, in code points, and what it is.

    ``hole``           a program or a person puts something there: {{name}}, %s, [姓名], XX, ____
    ``control``        steers a template and prints nothing: {% if x %}, {{/if}}, {# note #}
    ``url``            a link or a domain
    ``email-address``  an e-mail address
    ``handle``         a person or topic on a platform: @name, #topic#
    ``code``           `inline`, ```fenced``` or <a href="…"> markup
    ``path``           of a file
    ``tag``            the sender's signature in brackets, 【某某银行】, at either end of a message
    """

    start: int
    end: int
    kind: str


_SAFE = r"A-Za-z0-9\-._~:/?#@!$&'*+,;=%"  # ASCII only: a link ends where Han begins
# …unless Han stands between a slash and a space or another part of the link.
_HAN_PART = r"(?<=[/=])[^\W\x00-\u024f]{1,20}+(?=[ /?#&.]|[A-Za-z0-9_=-])"
_REST = (
    rf"(?:[{_SAFE}]++|{_HAN_PART}"
    rf"|\([{_SAFE}]*+\)|\[[{_SAFE}]*+\]|\{{\{{?[^{{}}\s]{{1,60}}+\}}\}}?)"
)
_LINK_END = ".,;:!?'\"*-"
_START = r"[A-Za-z0-9](?<![A-Za-z0-9@._%+\-][A-Za-z0-9])"
_LABEL = r"[A-Za-z0-9\-]{0,62}+\."
_SURE = "com|cn|net|org|gov|edu|info|biz|hk|tw|io|example"
_WITH_PATH = "app|bank|cc|club|co|jp|link|me|mo|online|sg|shop|site|test|top|tv|uk|us|vip|xyz"
_AT = r"@(?<![A-Za-z0-9._%+\-]@)"
_NAME = r"[\w\-]"
# Firms are called 马上消费金融 and 你我贷: fewer words than elsewhere make it a heading.
_NO_HEADING = "(?![^】]{0,20}?(?:请|請|您|立即|立刻|必须|必須|否则|否則|不要|勿))"
_TAG = rf"{_NO_HEADING}[^【】\n，。！？；]{{1,12}}+】"

# They begin with a character for the reason given in holes.py. Of two that match the same stretch
# the one listed first gives its kind.
SHAPES = (
    Shape("tag", ("【",), rf"\A\s*+(【{_TAG})"),
    Shape("tag", ("【",), rf"【(?<=[。！？.!?\s]【){_TAG}(?=\s*+\Z)"),
    *TEMPLATES,
    Shape("code", ("```",), r"(?s:```.*?```)"),
    Shape("code", ("`",), r"`(?<!``)[^`\n]{1,300}+`(?!`)"),
    Shape("url", ("://",), rf"[HhFf](?<![A-Za-z]{{2}})(?i:ttps?|tp)://{_REST}++", _LINK_END),
    Shape(
        "url",
        ("www.", "WWW.", "Www."),
        rf"[Ww](?<![A-Za-z0-9.@\-][Ww])(?i:ww)\.{_REST}++",
        _LINK_END,
    ),
    Shape(
        "url",
        (".",),
        rf"{_START}{_LABEL}(?:[A-Za-z0-9]{_LABEL}){{0,5}}"
        rf"(?:(?i:{_SURE})(?![A-Za-z0-9\-])|(?i:{_WITH_PATH})(?=/))(?:/{_REST}*+)?",
        _LINK_END,
    ),
    Shape(
        "email-address",
        ("@",),
        rf"{_START}[A-Za-z0-9._%+\-]{{0,63}}+@(?:[A-Za-z0-9]{_LABEL}){{1,6}}"
        r"[A-Za-z]{2,24}(?![A-Za-z0-9])",
    ),
    # A Han name must be set off behind, or the sentence after it would be taken for it.
    Shape("handle", ("@",), rf"{_AT}{no_speech(_NAME)}{_NAME}{{1,20}}+(?=[\s:：])"),
    Shape("handle", ("@",), rf"{_AT}[A-Za-z0-9_]{{1,40}}+"),
    Shape("handle", ("#",), rf"#(?=\w){no_speech('[^#]')}[^#\s，。！？；,!?;]{{1,20}}+#"),
    Shape("handle", ("#",), r"#(?<![A-Za-z0-9&#]#)[A-Za-z_][A-Za-z0-9_\-]{0,39}+"),
    Shape(
        "path",
        ("/",),
        r"/(?<![A-Za-z0-9_/:.~<]/)[A-Za-z0-9._\-]{1,255}+(?:/[A-Za-z0-9._\-]{1,255}+){1,50}+/?",
        ".",
    ),
    Shape("path", (":\\",), r"[A-Za-z](?<![A-Za-z]{2}):\\[A-Za-z0-9._\-\\]{1,250}+", "."),
)

_BY_TRIGGER: dict[str, list[Shape]] = {}
for _shape in SHAPES:
    for _trigger in _shape.triggers:
        _BY_TRIGGER.setdefault(_trigger, []).append(_shape)


# A look tells of nearly every message that it holds nothing. Latin letters and full stops are rare
# enough in Chinese; in English they are not, and what they must be part of is asked for.
_SOME_WIDE = r"[`{\[<%$@#/\\_Xxw.【×○｛［＜＿Ｘ]"
_SOME_ASCII = r"[`{\[<%$@#/\\_]"
_SOME_DOMAIN = r"\.[A-Za-z]"


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def protected(text: str) -> tuple[Protected, ...]:
    """The protected stretches of ``text``, sorted and apart from each other.

    Of two that overlap the one that begins first counts, then the longer one. Time is linear in the
    length of the text.
    """
    if not _worth_a_search(text):
        return ()
    found: list[tuple[int, int, str]] = []
    for trigger, shapes in _BY_TRIGGER.items():
        if trigger in text:
            for shape in shapes:
                found += _stretches(shape, text)
    return _apart(found) if found else ()


def _worth_a_search(text: str) -> bool:
    if not text.isascii():
        return _regex(_SOME_WIDE).search(text) is not None
    return (
        _regex(_SOME_ASCII).search(text) is not None
        or _regex(_SOME_DOMAIN).search(text) is not None
        or "xx" in text
        or "XX" in text
        or "Xx" in text
    )


def _stretches(shape: Shape, text: str) -> Iterator[tuple[int, int, str]]:
    """Start, minus end and kind, which sort as ``_apart`` wants them."""
    for match in _regex(shape.pattern).finditer(text):
        start, end = match.span(match.lastindex or 0)
        if shape.trim:
            end = start + len(text[start:end].rstrip(shape.trim))
        yield start, -end, shape.kind


def _apart(found: list[tuple[int, int, str]]) -> tuple[Protected, ...]:
    """``found`` sorted and without overlaps."""
    kept: list[Protected] = []
    last = 0
    for start, minus_end, kind in sorted(found, key=lambda span: span[:2]):
        if start >= last:
            last = -minus_end
            kept.append(Protected(start, last, kind))
    return tuple(kept)
