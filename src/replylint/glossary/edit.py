"""What the glossary commands do to a term base: look up, add, and find what is stale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..errors import GlossaryError, Origin
from ..text.fold import fold_word
from .load import read_page
from .term import SCRIPTS, Term, TermBase


def find(base: TermBase, query: str, limit: int = 10) -> tuple[Term, ...]:
    """Terms for what somebody typed, best first: its id or one of its forms, then forms that begin
    with it, hold it, or are spelled like it. At most ``limit``."""
    wanted = fold_word(query).strip()
    if not wanted:
        return ()
    from difflib import get_close_matches

    forms = list(base.by_form)
    exact = [base.get(query.strip()), base.named(wanted)]
    near = [form for form in forms if form.startswith(wanted)]
    near += [form for form in forms if wanted in form]
    near += [form for form in forms if len(form) > 1 and form in wanted]
    near += get_close_matches(wanted, forms, n=limit, cutoff=0.6)
    found = {term.id: term for term in exact if term is not None}
    for form in near:
        term = base.named(form)
        if term is not None:
            found.setdefault(term.id, term)
        if len(found) >= limit:
            break
    return tuple(found.values())[:limit]


def entry(term: Term, indent: int = 2) -> str:
    """The term as an item of a ``terms:`` list, ending with a line feed; its every value written
    out, so that it means the same in any file."""
    pad = " " * (indent + 2)
    lines = [f"id: {term.id}"]
    lines += [
        f"{key}: {_quoted(value)}"
        for key in ("hans", "hant", "tw", "hk", "en")
        if (value := getattr(term, key))
    ]
    if term.aliases:
        lines.append(f"also: [{', '.join(map(_quoted, term.aliases))}]")
    for key, of in (("gloss", term.gloss), ("plain", term.plain)):
        inner = [f"  {script}: {_quoted(of(script))}" for script in SCRIPTS if of(script)]
        lines += [f"{key}:", *inner] if inner else []
    if term.status != "preferred":
        lines.append(f"status: {term.status}")
    if term.use:
        lines.append(f"use: {term.use}")
    if term.difficulty != "common":
        lines.append(f"level: {term.difficulty}")
    lines += [
        f"{key}: {_quoted(value)}"
        for key in ("domain", "source", "reviewed")
        if (value := getattr(term, key))
    ]
    return " " * indent + "- " + f"\n{pad}".join(lines) + "\n"


def add(text: str, term: Term, path: str = "glossary.yaml") -> str:
    """The YAML file ``text`` with ``term`` at the end of its list, all else as it was.

    An empty text becomes a new file. Raises GlossaryError when the file is wrong, has the id or a
    form already, has no ``terms:`` list at its end, or the term is not well formed.
    """
    return add_all(text, (term,), path)


def add_all(text: str, terms: Sequence[Term], path: str = "glossary.yaml") -> str:
    """As ``add``, for many terms, of which none may claim what another has."""
    page = read_page(text, path)
    if not terms:
        return text
    _free([(each.term, each.origin) for each in page.entries], terms)
    if not text.strip():
        text = f"domain: {_quoted(terms[0].domain)}\nterms:\n"
    elif not re.search(r"(?m)^terms:", text):
        raise GlossaryError('"terms:" is missing', origin=Origin(path), hint="add the list first")
    newline = "\r\n" if "\r\n" in text else "\n"
    indent = next((e.origin.column - 3 for e in page.entries if e.origin.column), 2)
    body = text if text.endswith("\n") else text + newline
    grown = body + "".join(entry(term, indent) for term in terms).replace("\n", newline)
    _read_back(grown, terms, len(page.entries), path)
    return grown


def _free(there: Iterable[tuple[Term, Origin | None]], terms: Iterable[Term]) -> None:
    """Raises GlossaryError when an id or a form is taken, in the file or by another new term."""
    ids: dict[str, Origin | None] = {}
    forms: dict[str, Origin | None] = {}
    for term, origin in there:
        ids[term.id] = origin
        forms.update((fold_word(name), origin) for name in term.written)
    for term in terms:
        hint = "edit that entry"
        if term.id in ids:
            raise GlossaryError(f'the id "{term.id}" is taken', origin=ids[term.id], hint=hint)
        for name in term.written:
            if fold_word(name) in forms:
                origin = forms[fold_word(name)]
                raise GlossaryError(f'"{name}" is there', origin=origin, hint=hint)
        ids[term.id] = None
        forms.update((fold_word(name), None) for name in term.written)


def _read_back(text: str, terms: Sequence[Term], before: int, path: str) -> None:
    """A file whose list is not last, or is written [in, brackets], must not be broken."""
    try:
        after = read_page(text, path).entries
    except GlossaryError as fault:
        raise GlossaryError(
            f"cannot be added to: {fault.what}", origin=fault.origin, hint=fault.hint
        ) from None
    read = [_own(each.term, term) for each, term in zip(after[before:], terms, strict=False)]
    if len(after) != before + len(terms) or read != list(terms):
        raise GlossaryError(
            "cannot be added to", origin=Origin(path), hint="let the file end with its terms list"
        )


def _own(read: Term, term: Term) -> Term:
    """``read`` without what it took from the head of the file."""
    return replace(
        read,
        domain=term.domain,
        source=term.source and read.source,
        reviewed=term.reviewed and read.reviewed,
    )


def stale(base: TermBase, today: str, months: int = 12) -> tuple[Term, ...]:
    """Terms last reviewed more than ``months`` months before ``today`` (YYYY-MM-DD), or never.

    A review date without a day counts from the first of its month.
    """
    year, month, day = map(int, today.split("-"))
    back = year * 12 + month - 1 - months
    limit = f"{back // 12:04}-{back % 12 + 1:02}-{day:02}"
    return tuple(term for term in base.terms if f"{term.reviewed}-01"[:10] < limit)


def _quoted(value: str) -> str:
    """The text as a YAML scalar that means it, without quotes where none are needed.

    >>> print(_quoted("净值"), _quoted("T+1"), _quoted("a: b"), _quoted("[x]"))
    净值 T+1 "a: b" "[x]"
    """
    if re.fullmatch(r"[^\W_](?:[\w +./()%（），、。；：《》“”-]*[\w+%)）”》])?", value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(ch if ch.isprintable() else _escape(ch) for ch in escaped) + '"'


def _escape(ch: str) -> str:
    return f"\\u{ord(ch):04x}" if ord(ch) < 0x10000 else f"\\U{ord(ch):08x}"
