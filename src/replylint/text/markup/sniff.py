"""Which format a file is in: by the end of its name, or else by how it begins."""

from __future__ import annotations

import re

SUFFIXES = {
    "text": "txt text",
    "markdown": "md markdown mdown mkd",
    "html": "html htm xhtml",
    "yaml": "yaml yml",
    "json": "json",
    "jsonl": "jsonl ndjson",
    "toml": "toml",
    "csv": "csv",
    "tsv": "tsv tab",
    "properties": "properties",
    "po": "po pot",
    "xliff": "xlf xliff",
    "template": "j2 jinja jinja2 hbs handlebars mustache erb njk liquid twig",
}
_BY_SUFFIX = {suffix: name for name, all in SUFFIXES.items() for suffix in all.split()}
_HEAD = 4096  # characters that are looked at

_MARKUP = re.compile(r"(?i)<!doctype\s+html|<html[\s>]|<(?:body|div|p|table|h[1-6])[\s>]")
_PO = re.compile(r'(?m)^msgid ".*"[ \t]*\r?\n(?:"|msgid_plural |msgstr)')
_ROW = re.compile(r'\{"[^"\\\r\n]{1,60}"[ \t]*:')
_OBJECT = re.compile(r'(?:\[\s*)*(?:\{\s*(?:"[^"\\\r\n]{1,60}"\s*:|\})|"[^"\r\n]*"\s*[,\]])')
_YAML = re.compile(
    r"(?:%YAML.*\r?\n)?---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?:- )?[\w.-]+:(?:[ \t]|\r?\n)"
)
_FRONT = re.compile(r"(?:.*\r?\n)+?(?:---|\.\.\.)[ \t]*\r?\n[ \t\r\n]*\S")
_HEADING = re.compile(r"(?m)^#{1,6} \S|^```|^[ \t]*(?:[-*]) \[[ x]\] |\]\(https?://")


def suffixes() -> frozenset[str]:
    """The ends of names, without the dot, whose format is known."""
    return frozenset(_BY_SUFFIX)


def by_name(path: str) -> str | None:
    """The format that ``path`` names, None when it names none.

    >>> by_name("mail/welcome.HTML"), by_name("welcome.html.j2"), by_name("README")
    ('html', 'template', None)
    """
    name = path.replace("\\", "/").rpartition("/")[2]
    return _BY_SUFFIX.get(name.rpartition(".")[2].lower()) if "." in name else None


def sniff(path: str, text: str) -> str:
    """The format of the file ``path`` that reads ``text``: by name, then by content, else text."""
    return by_name(path) or by_content(text)


def is_page(text: str) -> bool:
    """Whether blocks of HTML stand at the beginning of ``text``, behind whatever it may be."""
    return _MARKUP.search(text, 0, _HEAD) is not None


def by_content(text: str) -> str:
    """The format that ``text`` begins like; ``text`` when it is like none."""
    head = text[:_HEAD].lstrip()
    if head.startswith("<"):
        if "<xliff" in head:
            return "xliff"
        if _MARKUP.match(head) or "<html" in head.lower():
            return "html"
    if head.startswith(("{", "[")) and _OBJECT.match(head):
        rows = [line for line in head.splitlines() if line.strip()]
        return "jsonl" if len(rows) > 1 and all(map(_ROW.match, rows[:2])) else "json"
    if _PO.search(head):
        return "po"
    if _YAML.match(head):
        body = head.partition("\n")[2]
        return "markdown" if _FRONT.match(body) else "yaml"
    return "markdown" if _HEADING.search(head) else "text"
