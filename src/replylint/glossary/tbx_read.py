"""Reads TBX, ours and that of other tools: version 3 in both styles, and version 2 (MARTIF).

A concept's best name in each language becomes the term's, further ones its aliases; names marked
deprecated or superseded become terms of their own that point to it. Entities are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ..errors import GlossaryError, Origin
from .exchange import id_for
from .load import is_date
from .tbx_write import STATUS, script_of
from .term import DIFFICULTIES, SCRIPTS, Term

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ENTRY = ("conceptEntry", "termEntry")
_LANGUAGE = ("langSec", "langSet")
_NAME = ("termSec", "tig", "ntig")
_TYPED = ("descrip", "admin", "termNote", "ref", "note", "transac", "date", "xref")
_STATUS = {value: key for key, value in STATUS.items()} | {
    "deprecatedTerm": "forbidden",
    "supersededTerm": "deprecated",
    "admittedTerm": "admitted",
    "preferredTerm": "preferred",
}


@dataclass(slots=True)
class _Element:
    """An XML element; ``name`` without namespace."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[_Element] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What it says: its ``type``, or in DCT style its own name."""
        return self.attributes.get("type", "" if self.name in _TYPED else self.name)

    def all(self, *names: str) -> Iterator[_Element]:
        for child in self.children:
            if child.name in names:
                yield child
            elif child.name not in _LANGUAGE + _NAME:
                yield from child.all(*names)

    def said(self, kind: str) -> str:
        """The first text of this kind that is not a part of a language or a name further in."""
        for child in self.children:
            if child.kind == kind and child.text.strip():
                return child.text.strip()
            if child.name not in _LANGUAGE + _NAME and (inner := child.said(kind)):
                return inner
        return ""


@dataclass(slots=True)
class _Name:
    text: str
    script: str
    status: str
    region: str
    part: str  # of an id we wrote: name, tw, hk, alias-3; "" in files of others


def from_tbx(text: str, path: str = "", left_out: list[str] | None = None) -> tuple[Term, ...]:
    """The terms of a TBX file. Raises GlossaryError with the line.

    ``left_out`` is given a sentence for each concept that has no name in Chinese or English.
    """
    root = _parse(text, path)
    if root.name not in ("tbx", "martif", "TBX"):
        raise GlossaryError(f'is not TBX but "{root.name}"', origin=Origin(path, root.line))
    found: dict[str, Term] = {}
    for number, entry in enumerate(root.all(*_ENTRY), 1):
        place = Origin(path, entry.line)
        terms = tuple(_terms(entry, number))
        if not terms and left_out is not None:
            left_out.append(f"{place}: has no name in Chinese or English")
        for term in terms:
            if term.id in found:
                raise GlossaryError(f'the id "{term.id}" stands here twice', origin=place)
            found[term.id] = term
    return tuple(found.values())


def _parse(text: str, path: str) -> _Element:
    from xml.parsers import expat

    parser = expat.ParserCreate(namespace_separator=" ")
    stack = [_Element("", {}, 0)]

    def start(name: str, attributes: dict[str, str]) -> None:
        element = _Element(_local(name), {_local(k): v for k, v in attributes.items()}, 0)
        element.line = parser.CurrentLineNumber
        stack[-1].children.append(element)
        stack.append(element)

    def end(name: str) -> None:
        inner = stack.pop()
        if inner.name in ("hi", "foreign", "p", "ec", "sc", "ph"):  # marks inside a text
            stack[-1].text += inner.text

    def data(more: str) -> None:
        stack[-1].text += more

    def entity(*declaration: Any) -> None:
        line = Origin(path, parser.CurrentLineNumber)
        raise GlossaryError("entities are not allowed", origin=line)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = data, entity
    parser.buffer_text = True
    try:
        parser.Parse(re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text, count=1).encode(), True)
    except expat.ExpatError as fault:
        what = f"is not XML: {expat.ErrorString(fault.code)}"
        raise GlossaryError(what, origin=Origin(path, fault.lineno, fault.offset + 1)) from None
    except UnicodeEncodeError:
        raise GlossaryError("holds a lone surrogate", origin=Origin(path)) from None
    return stack[0].children[0]


def _local(name: str) -> str:
    return name.rpartition(" ")[2].rpartition(":")[2]


def _terms(entry: _Element, number: int) -> Iterator[Term]:
    """The term of a concept, then one for each name it advises against."""
    names: list[_Name] = []
    for section in entry.all(*_LANGUAGE):
        if script := _script(section.attributes.get("lang", "")):
            names += _names(section, script)
    if not names:
        return
    ours = any(name.part for name in names)
    id = _known_id(entry.attributes.get("id", ""))
    if not re.fullmatch(_ID, id):
        id = id_for(id or next((n.text for n in names if n.script == "en"), ""), number)
    wrong = [n for n in names if n.status in ("deprecated", "forbidden")]
    all_wrong = len(wrong) == len(names)
    kept = names if ours or all_wrong else [n for n in names if n not in wrong]
    term = _with_names(Term(id, **_concept(entry), **_explanations(entry, ours)), kept)
    if not (ours or all_wrong):  # to others a reference only says "see also"
        term = replace(term, use="")
    if ours or all_wrong:
        main = next((name for name in names if not name.part.startswith("alias-")), names[0])
        yield replace(term, status=main.status)
        return
    yield term
    for count, name in enumerate(wrong, 1):
        other = Term(f"{id}-not-{count}", status=name.status, use=id, domain=term.domain)
        yield replace(_with_names(other, [name]), source=term.source, reviewed=term.reviewed)


def _explanations(entry: _Element, ours: bool) -> dict[str, Any]:
    """``gloss_…`` and ``plain_…``, of the languages, else of the concept as a whole. What others
    wrote is a sentence on several lines: ours stand in brackets, without a full stop."""
    found: dict[str, Any] = {}
    for section in entry.all(*_LANGUAGE):
        if script := _script(section.attributes.get("lang", "")):
            found.setdefault(f"gloss_{script}", section.said("definition"))
            found.setdefault(f"plain_{script}", _noted(section, "plain"))
    for key in (f"{what}_{script}" for what in ("gloss", "plain") for script in SCRIPTS):
        found[key] = found.get(key) or _noted(entry, key)
    if whole := entry.said("definition"):  # its language is not always said
        script = "en" if whole.isascii() else script_of(whole)
        found[f"gloss_{script}"] = found[f"gloss_{script}"] or whole
    if not ours:
        found = {key: " ".join(text.split()).rstrip(".。") for key, text in found.items()}
    return found


def _concept(entry: _Element) -> dict[str, Any]:
    difficulty = _noted(entry, "difficulty")
    dates = sorted(one.text.strip()[:10] for one in entry.all("date"))  # the last change counts
    date = entry.said("date")[:10] or (dates[-1] if dates else _noted(entry, "reviewed"))
    refs = (ref.attributes.get("target", "") for ref in entry.all("ref", "crossReference"))
    use = next(map(_known_id, refs), "") or _noted(entry, "use")
    return {
        "domain": entry.said("subjectField") or "general",
        "source": entry.said("source"),
        "reviewed": date if is_date(date) else "",
        "difficulty": difficulty if difficulty in DIFFICULTIES else "common",
        "use": use if re.fullmatch(_ID, use) or not use else id_for(use, 0),
    }


def _noted(element: _Element, what: str) -> str:
    for note in element.children:
        if note.name == "note" and note.text.strip().startswith(f"{what}: "):
            return note.text.strip().removeprefix(f"{what}: ")
    return ""


def _script(lang: str) -> str:
    tag = lang.lower().replace("_", "-")
    if tag.startswith("zh"):
        return "hant" if {"hant", "tw", "hk", "mo"}.intersection(tag.split("-")) else "hans"
    return "en" if tag.partition("-")[0] == "en" else ""


def _names(section: _Element, script: str) -> Iterator[_Name]:
    for one in section.all(*_NAME):
        text = next((term.text.strip() for term in one.all("term")), "")
        if text:
            yield _Name(
                text,
                script,
                _STATUS.get(one.said("administrativeStatus"), "preferred"),
                one.said("geographicalUsage").lower(),
                _part(one.attributes.get("id", ""), script),
            )


def _part(id: str, script: str) -> str:
    found = re.search(rf"\.{script}\.(name|tw|hk|alias-[0-9]+)$", id)
    return found[1] if found else ""


def _known_id(id: str) -> str:
    """An id without the ``_`` that keeps a digit from being first."""
    return id[1:] if id[:1] == "_" and id[1:2].isdigit() else id


def _with_names(term: Term, names: list[_Name]) -> Term:
    """The first preferred name of each script is the term's, the others are aliases."""
    own: dict[str, Any] = {}
    aliases: list[tuple[int, str]] = []
    for name in sorted(names, key=lambda n: n.status != "preferred"):
        slot = name.region if name.script == "hant" and name.region in ("tw", "hk") else name.script
        if name.part.startswith("alias-") or (not name.part and slot in own):
            number = int(name.part[6:]) if name.part else len(aliases) + 1
            aliases.append((number, name.text))
        else:
            own[slot] = name.text
    ordered = [text for _number, text in sorted(aliases, key=lambda alias: alias[0])]
    return replace(term, **own, aliases=tuple(dict.fromkeys(ordered)))
