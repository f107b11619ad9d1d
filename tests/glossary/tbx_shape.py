"""Judges TBX-Basic as its schemas do: what stands in what, in which order, and which values count.

Written from the standard's content models in our own notation: a pattern over the names of an
element's children. ``faults`` of a valid file is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

TBX = "urn:iso:std:iso:30042:ed-2"
MODULES = {"http://www.tbxinfo.net/ns/min": "min", "http://www.tbxinfo.net/ns/basic": "basic"}
KINDS = {  # a data category: what it counts as, its module, where it may stand, its values
    "subjectField": ("descrip", "min", "conceptEntry", ""),
    "administrativeStatus": (
        "termNote",
        "min",
        "termSec",
        "(preferred|admitted|deprecated|superseded)Term-admn-sts",
    ),
    "partOfSpeech": ("termNote", "min", "termSec", "noun|verb|adjective|adverb|other"),
    "customerSubset": ("admin", "min", "conceptEntry|termSec", ""),
    "definition": ("descrip", "basic", "conceptEntry|langSec", ""),
    "context": ("descrip", "basic", "termSec", ""),
    "source": ("admin", "basic", "conceptEntry|langSec|termSec", ""),
    "crossReference": ("ref", "basic", "conceptEntry|termSec", ""),
    "geographicalUsage": ("termNote", "basic", "termSec", ""),
    "termType": (
        "termNote",
        "basic",
        "termSec",
        "fullForm|acronym|abbreviation|shortForm|variant|phrase",
    ),
    "transactionType": (
        "transac",
        "basic",
        "conceptEntry|langSec|termSec",
        "origination|modification",
    ),
    "responsibility": ("transacNote", "basic", "conceptEntry|langSec|termSec", ""),
    "xGraphic": ("xref", "basic", "conceptEntry|langSec", ""),
}
_AUX = "((admin|descrip|descripGrp|note|ref|transacGrp|xref) )*"
CONTENT = {
    "tbx": "tbxHeader text ",
    "tbxHeader": "fileDesc (encodingDesc )?(revisionDesc )?",
    "fileDesc": "(publicationStmt )?(titleStmt )?sourceDesc ",
    "titleStmt": "title (note )*",
    "sourceDesc": "(p )+",
    "publicationStmt": "(p )+",
    "text": "(body )?(back )?",
    "body": "(conceptEntry )+",
    "conceptEntry": f"{_AUX}(langSec )+",
    "langSec": f"{_AUX}(termSec )+",
    "termSec": f"term (termNote )*{_AUX}",
    "descripGrp": "descrip ((admin|descripNote|note|ref|transacGrp|xref) )*",
    "transacGrp": "transac ((date|note|ref|transacNote|xref) )*",
}
_LEAVES = {"p", "title", "term", "note", "date", *(kind[0] for kind in KINDS.values())}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def faults(text: str) -> list[str]:
    """What a schema would say against the file, each with the element."""
    root = ElementTree.fromstring(text)
    style = root.get("style", "")
    found = [] if root.tag == f"{{{TBX}}}tbx" else [f"the root is {root.tag}"]
    if (root.get("type"), style in ("dct", "dca"), bool(root.get(_LANGUAGE))) != (
        "TBX-Basic",
        True,
        True,
    ):
        found.append("tbx: type, style or language")
    ids = [id for one in root.iter() if (id := one.get("id")) is not None]
    found += [f"id {id}" for id in ids if not re.fullmatch(r"[A-Za-z_][\w.-]*", id)]
    found += ["an id stands twice"] if len(set(ids)) < len(ids) else []
    found += [fault for one in root.iter() for fault in _content(one)]
    found += list(_placed(root, (), style, frozenset(ids)))
    return found


def _name(one: ElementTree.Element) -> tuple[str, str]:
    """What an element counts as, and its data category."""
    space, _, local = one.tag[1:].partition("}")
    if space == TBX:
        return local, one.get("type", "")
    return KINDS[local][0] if local in KINDS else f"unknown {local}", local


def _content(one: ElementTree.Element) -> Iterator[str]:
    name, _ = _name(one)
    inside = "".join(_name(child)[0] + " " for child in one)
    if name in CONTENT:
        if not re.fullmatch(CONTENT[name], inside):
            yield f"{name} holds: {inside}"
        if (one.text or "").strip() or any((child.tail or "").strip() for child in one):
            yield f"{name} holds bare text"
    elif name not in _LEAVES or inside:
        yield f"{name} is not known here, or holds: {inside}"
    if name == "conceptEntry" and not one.get("id"):
        yield "a concept without id"
    if name == "langSec" and not re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]+)*", one.get(_LANGUAGE, "")):
        yield "a language section without language"
    if name == "date" and not re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", one.text or ""):
        yield f"date {one.text}"


def _placed(
    one: ElementTree.Element, above: tuple[str, ...], style: str, ids: frozenset[str]
) -> Iterator[str]:
    """Data categories: of the style, known, with their own element, place and value."""
    name, kind = _name(one)
    foreign = not one.tag.startswith(f"{{{TBX}}}")
    if foreign or name in {known[0] for known in KINDS.values()}:
        counts_as, module, places, values = KINDS.get(kind, ("", "", "none", ""))
        space = one.tag[1:].partition("}")[0]
        level = next((place for place in reversed(above) if not place.endswith("Grp")), "")
        if foreign != (style == "dct") or (foreign and MODULES.get(space) != module):
            yield f"{kind} in the wrong style or module"
        if name != counts_as or not re.fullmatch(places, level):
            yield f"{name} {kind} in {level}"
        if values and not re.fullmatch(values, one.text or ""):
            yield f"{kind} is {one.text}"
    target = one.get("target", "http://")
    if not target.startswith(("http://", "https://")) and target not in ids:
        yield f"{kind} leads to {target}"
    for child in one:
        yield from _placed(child, (*above, name), style, ids)
