"""Writes terms as TBX-Basic (ISO 30042:2019, DCA style), which other term tools read.

A concept entry per term, a language section per script. What TBX-Basic has no category for
(difficulty, plain wording) stands in notes that begin with its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="{NAMESPACE}">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>replylint term base</title></titleStmt>
      <sourceDesc><p>Written by replylint glossary export.</p></sourceDesc>
    </fileDesc>
    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
  </tbxHeader>
  <text>
    <body>
"""
_TAIL = "    </body>\n  </text>\n</tbx>\n"


def to_tbx(terms: Iterable[Term]) -> str:
    """The whole file. Control characters that XML cannot hold are left out."""
    return _HEAD + "".join(line + "\n" for term in terms for line in _concept(term)) + _TAIL


def _concept(term: Term) -> Iterator[str]:
    yield f"      <conceptEntry id={_attribute(term.id)}>"
    yield f'        <descrip type="subjectField">{_text(term.domain)}</descrip>'
    if term.use:
        use = _attribute(term.use)
        yield f'        <ref type="crossReference" target={use}>{_text(term.use)}</ref>'
    if term.source:
        yield f'        <admin type="source">{_text(term.source)}</admin>'
    if term.reviewed:
        yield (
            '        <transacGrp><transac type="transactionType">modification</transac>'
            f"<date>{_text(term.reviewed)}</date></transacGrp>"
        )
    yield f"        <note>difficulty: {_text(term.difficulty)}</note>"
    for script in SCRIPTS:
        yield from _language(term, script)
    yield "      </conceptEntry>"


def _language(term: Term, script: str) -> Iterator[str]:
    names = [("name", term.name(script), "")]
    if script == "hant":
        names += [("tw", term.tw, "TW"), ("hk", term.hk, "HK")]
    names += [
        (f"alias-{n}", alias, "")
        for n, alias in enumerate(term.aliases, 1)
        if _script_of(alias) == script
    ]
    names = [one for one in names if one[1]]
    gloss, plain = term.gloss(script), term.plain(script)
    if not (names or gloss or plain):
        return
    yield f'        <langSec xml:lang="{LANGS[script]}">'
    if gloss:
        definition = f'<descrip type="definition">{_text(gloss)}</descrip>'
        yield f"          <descripGrp>{definition}</descripGrp>"
    if plain:
        yield f"          <note>plain: {_text(plain)}</note>"
    for part, name, region in names:
        yield from _name(term, f"{term.id}-{script}-{part}", name, region, part.startswith("alias"))
    yield "        </langSec>"


def _name(term: Term, id: str, name: str, region: str, alias: bool) -> Iterator[str]:
    status = "admitted" if alias and term.status == "preferred" else term.status
    yield f"          <termSec id={_attribute(id)}>"
    yield f"            <term>{_text(name)}</term>"
    yield f'            <termNote type="administrativeStatus">{STATUS[status]}</termNote>'
    if name.isascii() and name.isupper() and len(name) <= 8:
        yield '            <termNote type="termType">acronym</termNote>'
    if region:
        yield f'            <termNote type="geographicalUsage">{region}</termNote>'
    yield "          </termSec>"


def _script_of(alias: str) -> str:
    """Where an alias is listed; one that is the same in both scripts goes to the Simplified."""
    if not any(map(is_han, alias)):
        return "en"
    from ..text.fold_table import TRADITIONAL

    return "hans" if frozenset(TRADITIONAL).isdisjoint(alias) else "hant"


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
