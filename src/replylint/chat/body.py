"""Bodies of mails and pages as they are read: without tags, quoted history and signatures.

What is taken away stays reachable: ``Body.span`` says where a stretch of the stripped text stands
in the body as the export has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..text.markup.pieces import Piece, places


@dataclass(frozen=True, slots=True)
class Body:
    """A stripped text and what it was stripped from; kept in ``Message.meta["body"]``.

    >>> body = stripped("Dear <b>Ms Li</b>, noted.", "")
    >>> body.text, body.raw[slice(*body.span(5, 10))]
    ('Dear Ms Li, noted.', 'Ms Li')
    """

    text: str
    raw: str
    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of ``raw`` that ``text[start:end]`` was read from, in code points."""
        return places(self.pieces, start, end)


_TAG = re.compile(
    r"(?i)</?(?:p|div|br|span|a|b|i|u|em|strong|font|table|tr|td|ul|ol|li|html|body|head|style|img|"
    r"h[1-6]|blockquote|pre|hr|center|section|article)(?:\s[^<>]*)?/?>"
)
_CITED = re.compile(
    r"(?i)<(?:blockquote\b|div\b[^>]*\b(?:class=[\"']?(?:gmail_quote|yahoo_quoted|moz-cite-prefix|"
    r"zd-quoted|freshdesk_quote)|id=[\"']?(?:appendonsend|divRplyFwdMsg|mail-editor-reference))|"
    r"hr\b[^>]*id=[\"']?stopSpelling)"
)
_MARKED = r"""
 [-_=]{2,}[ ]*(?:Original[ ]Message|Forwarded[ ]message|Reply[ ]message|原始邮件|原始郵件|转发邮件|
   转发的邮件|轉寄郵件|轉寄的郵件|回复的原邮件|原邮件|原郵件|元のメッセージ)[ ]*[-_=]*
"""
_ANSWERED = r"""
 (?:On|Le|Am)[ ][^\n]{6,120}(?:\n[^\n]{0,80})?[ ](?:wrote|a[ ]écrit|schrieb)[ ]?[:：][ ]*$
|[^\n]{4,120}(?:写道|寫道|さんは書きました)[ ]?[:：][ ]*$
|\*?From:\*?[ ][^\n]+\n\*?(?:Sent|Date|To|Reply-To):\*?[ ]
|(?:发件人|寄件者|寄件人|差出人)[ ]?[:：][^\n]+\n(?:
   发送时间|发送日期|时间|日期|寄件日期|傳送時間|傳送日期|
   送信日時|收件人|收件者|宛先)[ ]?[:：]
"""
_SIGNATURE = r"""
 --[ ]?$
|(?:Sent[ ]from[ ](?:my|Mail[ ]for|Yahoo|Outlook)|Get[ ]Outlook[ ]for|
   发自我的|发自[ ]?(?:网易|QQ)邮箱|
   來自我的|来自我的|傳送自我的|從我的[ ]?\w+[ ]?傳送|iPhoneから送信)
"""


def stripped(raw: str, style: str) -> Body | None:
    """What a reader sees of ``raw``; None when that is ``raw`` itself.

    ``style`` is "html", "mail", both joined by "+", or "" for a body of which nothing is known: it
    is read as a page when it has a page's tags, and only history that is marked as such is cut.
    """
    html = "html" in style or ("<" in raw and _TAG.search(raw) is not None)
    text, pieces = _read(raw) if html else (raw, (Piece(0, len(raw), 0, len(raw)),) if raw else ())
    mail = "mail" in style
    if mail or "\n" in text:
        kept = list(_kept(text, mail))
        if kept != [(0, len(text))]:
            text, pieces = _joined(text, pieces, kept)
    return None if text == raw else Body(text, raw, pieces)


def _read(raw: str) -> tuple[str, tuple[Piece, ...]]:
    """The blocks of a page, one a line, without those that are cited."""
    from ..text import markup

    cited = list(_cited(raw))
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for segment in markup.parse(raw, "html").segments:
        begin = segment.pieces[0].file_start if segment.pieces else 0
        if segment.field is not None or any(start <= begin < end for start, end in cited):
            continue
        if parts:
            length += 1
        pieces.extend(
            Piece(each.text_start + length, each.text_end + length, each.file_start, each.file_end)
            for each in segment.pieces
        )
        parts.append(segment.text)
        length += len(segment.text)
    return "\n".join(parts), tuple(pieces)


def _cited(raw: str) -> Iterator[tuple[int, int]]:
    """Stretches of a page that hold the mail it answers."""
    at = 0
    while found := _CITED.search(raw, at):
        end = len(raw)
        if found[0].lower().startswith("<blockquote"):
            end = _closed(raw, found.end())
        yield found.start(), end
        at = end


def _closed(raw: str, at: int) -> int:
    depth = 1
    for tag in re.finditer(r"(?i)<(/?)blockquote\b", raw[at:]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return at + tag.end()
    return len(raw)


def _kept(text: str, mail: bool) -> Iterator[tuple[int, int]]:
    """The stretches of a text that its writer wrote for this mail."""
    marked, answered, signature = _patterns()
    found = (answered if mail else marked).search(text)
    end = found.start() if found else len(text)
    if mail or found:
        signed = signature.search(text, 0, end)
        end = signed.start() if signed else end
    start = 0
    if mail:
        for line in re.finditer(r"(?m)^>.*\n?", text[:end]):
            if start < line.start():
                yield start, line.start()
            start = line.end()
    end = len(text) if end == len(text) else len(text[:end].rstrip())
    if start < end or not text:
        yield start, end


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    shapes = (_MARKED, f"{_MARKED}|{_ANSWERED}", _SIGNATURE)
    return tuple(re.compile(f"^(?:{each})", re.M | re.X | re.I) for each in shapes)


def _joined(
    text: str, pieces: tuple[Piece, ...], kept: list[tuple[int, int]]
) -> tuple[str, tuple[Piece, ...]]:
    """Only the ``kept`` stretches of a text, and their pieces."""
    parts: list[str] = []
    moved: list[Piece] = []
    length = 0
    for start, end in kept:
        for each in pieces:
            cut = _cut(each, start, end)
            if cut is not None:
                by = length - start
                moved.append(
                    cut._replace(text_start=cut.text_start + by, text_end=cut.text_end + by)
                )
        parts.append(text[start:end])
        length += end - start
    return "".join(parts), tuple(moved)


def _cut(piece: Piece, start: int, end: int) -> Piece | None:
    """The part of a piece within ``[start, end)`` of the text."""
    first, last = max(piece.text_start, start), min(piece.text_end, end)
    if first >= last:
        return None
    if piece.text_end - piece.text_start != piece.file_end - piece.file_start:
        return piece._replace(text_start=first, text_end=last)
    by = piece.file_start - piece.text_start
    return Piece(first, last, first + by, last + by)
