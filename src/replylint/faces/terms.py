"""What the glossary commands print and write."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from ..api.surroundings import language
from ..errors import GlossaryError, InputError, Origin, UsageError
from ..files.decode import decode
from ..files.discover import shown
from ..glossary.edit import Fault, add_all
from ..glossary.edit import check as check_terms
from ..glossary.exchange import id_for, import_terms, wanted
from ..glossary.load import load
from ..glossary.term import SCRIPTS, Term, TermBase
from .packs import config
from .streams import note, standard_output

if TYPE_CHECKING:
    from .asked import Asked

_FAULTS = {
    "gloss": (
        "解释里用了读者未必懂的“{form}”",
        'its explanation leans on "{form}", which readers may not know',
    ),
    "ignored": ("所有写法都在忽略表中", "all its forms are on the ignore list"),
    "inside": ("“{form}”会出现在这些词里：{words}", '"{form}" stands inside {words}'),
    "script": ("{form} 中混有另一种字形", "{form} holds characters of the other script"),
    "missing": ("缺少 {form} 的名称或解释", "has no name or explanation in {form}"),
}


def base(request: Asked) -> tuple[TermBase, str]:
    """The term base of the settings, and the language to speak in."""
    from ..rules.find import locate

    settings = config(request).settings()
    return load(locate("glossary", settings.glossary)), language(settings.lang)


def show(terms: Iterable[Term], format: str) -> int:
    """Effect: print a line for each term, or all of them as JSON."""
    found = list(terms)
    out = standard_output(machine=format == "json")
    if format == "json":
        out.write(_json(found))
        return 0
    wide = max((len(term.id) for term in found), default=0)
    for term in found:
        names = " · ".join(dict.fromkeys(filter(None, (term.hans, term.hant, term.en))))
        status = "" if term.status == "preferred" else f"  ({term.status}, use {term.use})"
        out.write(f"{term.id:<{wide}}  {names}{status}\n")
    return 0


def show_fully(terms: Sequence[Term], format: str) -> int:
    """Effect: print all that is known of each term; 1 when there is none."""
    out = standard_output(machine=format == "json")
    if format == "json":
        out.write(_json(terms))
    for term in terms if format == "text" else ():
        out.write(f"{term.id}\n")
        for name in ("hans", "hant", "tw", "hk", "en"):
            if value := getattr(term, name):
                out.write(f"  {name:<5} {value}\n")
        if term.aliases:
            out.write(f"  also  {', '.join(term.aliases)}\n")
        for script in SCRIPTS:
            if term.gloss(script):
                out.write(f"  {script:<5} = {term.gloss(script)}\n")
            if term.plain(script):
                out.write(f"  {script:<5} → {term.plain(script)}\n")
        use = f", use {term.use}" if term.use else ""
        out.write(f"  {term.status}{use}, {term.difficulty}, {term.domain}")
        out.write(f", reviewed {term.reviewed or 'never'}\n")
    return 0 if terms else 1


def print_faults(known: TermBase, lang: str, *, words: bool) -> int:
    """Effect: print what a loaded term base may have wrong; 1 when there is something."""
    dictionary: Mapping[str, int] | None = None
    if words:
        from ..text.dictionary import frequencies

        dictionary = frequencies()
    faults = check_terms(known, dictionary)
    out = standard_output(machine=False)
    out.writelines(_line(fault, lang) + "\n" for fault in faults)
    out.write(f"{len(known)} terms, {len(faults)} faults\n")
    return 1 if faults else 0


def add_term(file: Path, id: str | None, also: Sequence[str], values: Mapping[str, str]) -> int:
    """Effect: add one term to a YAML file."""
    from datetime import date

    given = {name: value or "" for name, value in values.items()}
    given["reviewed"] = given["reviewed"] or date.today().isoformat()
    if id is None and not given["en"]:
        raise UsageError("the term has no id", hint="give --id or an English name")
    term = Term(id or id_for(given["en"], 1), aliases=tuple(also), **given)
    try:
        wanted(term, Origin(""))
    except GlossaryError as error:
        raise UsageError(error.what, hint=error.hint) from None
    return _grow(file, (term,))


def import_file(source: Path, format: str | None, into: Path) -> int:
    """Effect: add the terms of a CSV or TBX file to a YAML file, all or none."""
    kind = format or source.suffix.removeprefix(".").lower()
    return _grow(into, import_terms(_read(source), kind, shown(source)))


def _grow(file: Path, terms: Sequence[Term]) -> int:
    from ..files.save import replace_file

    before = _read(file) if file.exists() else ""
    text = add_all(before, terms, shown(file))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, text.encode("utf-8"), file.stat() if file.exists() else None)
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise UsageError(what, origin=Origin(shown(file))) from None
    note(f"{shown(file)}: {len(terms)} added")
    return 0


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        raise InputError(what, origin=Origin(shown(path))) from None
    return decode(data, shown(path)).text


def _line(fault: Fault, lang: str) -> str:
    said = _FAULTS[fault.kind][lang != "zh"]
    return f"{fault.term.id}: " + said.format(form=fault.form, words=", ".join(fault.words))


def _json(terms: Iterable[Term]) -> str:
    return json.dumps([asdict(term) for term in terms], ensure_ascii=False, indent=1) + "\n"
