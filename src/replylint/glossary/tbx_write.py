"""Writes terms as TBX-Basic (ISO 30042:2019) in either style, which other term tools read.

A concept entry per term, a language section per script that has a name. What TBX-Basic has no
category for (difficulty, plain wording, a gloss without a name) stands in notes that begin with
what it is. In DCT style a data category is an element of its module (``min:subjectField``), in DCA
style an attribute (``<descrip type="subjectField">``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ..text.han import is_han
from .term import SCRIPTS, Term

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANGS = {"hans": "zh-Hans", "hant": "zh-Hant", "en": "en"}
STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "supersededTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
# The data categories used: the element of the DCA style, the module of the DCT style.
_CATEGORIES = {
    "subjectField": ("descrip", "min"),
    "administrativeStatus": ("termNote", "min"),
    "definition": ("descrip", "basic"),
    "source": ("admin", "basic"),
    "crossReference": ("ref", "basic"),
    "transactionType": ("transac", "basic"),
    "geographicalUsage": ("termNote", "basic"),
    "termType": ("termNote", "basic"),
}
_MODULES = "".join(f' xmlns:{name}="http://www.tbxinfo.net/ns/{name}"' for name in ("min", "basic"))
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="%s" xml:lang="en" xmlns="{NAMESPACE}"%s>
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>replylint term base</title></titleStmt>
      <sourceDesc><p>Written by replylint glossary export.</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
"""
_TAIL = "  </text>\n</tbx>\n"


def to_tbx(terms: Iterable[Term], style: str = "dct") -> str:
    """The whole file, ``style`` ``dct`` or ``dca``. Control characters XML cannot hold are left
    out."""
    write = _Writer(style)
    made = tuple(terms)
    ids = frozenset(term.id for term in made)
    lines = [line + "\n" for term in made for line in write.concept(term, ids)]
    body = ["    <body>\n", *lines, "    </body>\n"] if lines else []  # an empty body is refused
    return _HEAD % (style, _MODULES if style == "dct" else "") + "".join(body) + _TAIL


def xml_id(id: str) -> str:
    """An id as XML asks for it: not with a digit first."""
    return "_" + id if id[:1].isdigit() else id


class _Writer:
    """Lines of one style."""

    def __init__(self, style: str) -> None:
        self._dct = style == "dct"

    def _said(self, kind: str, text: str, target: str = "") -> str:
        """One data category: an element with the text in it."""
        element, module = _CATEGORIES[kind]
        name, more = (f"{module}:{kind}", "") if self._dct else (element, f' type="{kind}"')
        more += f" target={_attribute(target)}" if target else ""
        return f"<{name}{more}>{_text(text)}</{name}>"

    def concept(self, term: Term, ids: Collection[str]) -> Iterator[str]:
        yield f"      <conceptEntry id={_attribute(xml_id(term.id))}>"
        pad = " " * 8
        yield pad + self._said("subjectField", term.domain)
        if term.use in ids:
            yield pad + self._said("crossReference", term.use, xml_id(term.use))
        elif term.use:  # a reference must have its target in the file
            yield pad + _note("use", term.use)
        if term.source:
            yield pad + self._said("source", term.source)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", term.reviewed):
            what = self._said("transactionType", "modification")
            yield pad + f"<transacGrp>{what}<date>{term.reviewed}</date></transacGrp>"
        elif term.reviewed:  # a month is no date of XML
            yield pad + _note("reviewed", term.reviewed)
        yield pad + _note("difficulty", term.difficulty)
        named = [script for script in SCRIPTS if _names(term, script)]
        for script in SCRIPTS:
            if script not in named:  # a language section must hold a name
                for key in ("gloss", "plain"):
                    if value := getattr(term, f"{key}_{script}"):
                        yield pad + _note(f"{key}_{script}", value)
        for script in named:
            yield from self._language(term, script)
        yield "      </conceptEntry>"

    def _language(self, term: Term, script: str) -> Iterator[str]:
        yield f'        <langSec xml:lang="{LANGS[script]}">'
        if gloss := term.gloss(script):
            yield f"          <descripGrp>{self._said('definition', gloss)}</descripGrp>"
        if plain := term.plain(script):
            yield "          " + _note("plain", plain)
        for part, name, region in _names(term, script):
            yield from self._name(term, script, part, name, region)
        yield "        </langSec>"

    def _name(self, term: Term, script: str, part: str, name: str, region: str) -> Iterator[str]:
        alias = part.startswith("alias") and term.status == "preferred"
        pad = " " * 12
        # A full stop is in no id of ours, so that no name's id is another term's.
        yield f"          <termSec id={_attribute(f'{xml_id(term.id)}.{script}.{part}')}>"
        yield pad + f"<term>{_text(name)}</term>"
        yield pad + self._said("administrativeStatus", STATUS["admitted" if alias else term.status])
        if name.isascii() and name.isupper() and len(name) <= 8:
            yield pad + self._said("termType", "acronym")
        if region:
            yield pad + self._said("geographicalUsage", region)
        yield "          </termSec>"


def _names(term: Term, script: str) -> list[tuple[str, str, str]]:
    """(part, name, region) of every name in a script, the first one first."""
    names = [("name", term.name(script), "")]
    if script == "hant":
        names += [("tw", term.tw, "TW"), ("hk", term.hk, "HK")]
    aliases = [alias for alias in term.aliases if script_of(alias) == script]
    places = {alias: n for n, alias in enumerate(term.aliases, 1)}
    names += [(f"alias-{places[alias]}", alias, "") for alias in aliases]
    return [one for one in names if one[1]]


def _note(what: str, value: str) -> str:
    return f"<note>{what}: {_text(value)}</note>"


def script_of(text: str) -> str:
    """The script of a name or a gloss; what is the same in both scripts counts as Simplified."""
    if not any(map(is_han, text)):
        return "en"
    from ..text.fold_table import TRADITIONAL

    return "hans" if frozenset(TRADITIONAL).isdisjoint(text) else "hant"


def _text(value: str) -> str:
    return escape(_allowed(value), {"\r": "&#13;"})


def _attribute(value: str) -> str:
    return quoteattr(_allowed(value))


def _allowed(value: str) -> str:
    return "".join(
        ch
        for ch in value
        if (ch >= " " or ch in "\t\n\r")
        and not "\ud800" <= ch <= "\udfff"
        and ch not in "\ufffe\uffff"
    )
