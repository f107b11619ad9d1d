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
from ..glossary.edit import add_all
from ..glossary.exchange import export_terms, id_for, import_terms, unfit, wanted
from ..glossary.faults import Fault
from ..glossary.faults import check as check_terms
from ..glossary.load import load
from ..glossary.stack import Stack, Won, stack
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
    "twins": ("与“{form}”解释相同，是否同一事物", 'is explained like "{form}": one thing?'),
    "stale": ("{form} 之后没有复核", "was last reviewed {form}"),
    "plain": (
        "平实说法里用了读者未必懂的“{form}”",
        'its plain wording leans on "{form}", which readers may not know',
    ),
    "missing": ("缺少 {form} 的名称或解释", "has no name or explanation in {form}"),
}


def base(request: Asked) -> tuple[TermBase, str]:
    """The term base of the settings, and the language to speak in."""
    from ..rules.find import locate

    settings = config(request).settings()
    return load(locate("glossary", settings.glossary)), language(settings.lang)


def stacked(request: Asked) -> tuple[Stack, str]:
    """The same with where each term stands and what it replaced."""
    from ..rules.find import locate

    settings = config(request).settings()
    return stack(locate("glossary", settings.glossary)), language(settings.lang)


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


def show_fully(terms: Sequence[Term], found: Stack, format: str) -> int:
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
        out.write(f"  at {_place(found.origins[term.id])}\n")
        for won in found.won:
            if won.winner == found.origins[term.id]:
                out.write(f"  {_decided(won)}\n")
    return 0 if terms else 1


def _place(origin: Origin) -> str:
    return f"{shown(Path(origin.path))}:{origin.line}"


def _decided(won: Won) -> str:
    what = f'takes "{won.what}" from' if won.form else "replaces"
    return f"{what} the one at {_place(won.loser)}"


def print_faults(found: Stack, lang: str, *, words: bool, months: int, today: str) -> int:
    """Effect: print what a loaded term base may have wrong; 1 when there is something. What one of
    several bases took from another is told on standard error: it is no fault."""
    known = found.base
    dictionary: Mapping[str, int] | None = None
    if words:
        from ..text.dictionary import frequencies

        dictionary = frequencies()
    for won in found.won:
        note(f"{_place(won.winner)}: {won.what}: {_decided(won)}")
    faults = check_terms(known, dictionary, today, months)
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


def import_file(source: Path, format: str | None, into: Path, *, skip: bool) -> int:
    """Effect: add the terms of a file to a YAML file, all or none; with ``skip`` all that are fit,
    naming the others, and 3 when there are any."""
    kind = format or source.suffix.removeprefix(".").lower()
    left: list[str] = []
    data = _bytes(source) if kind == "xlsx" else _read(source)
    found = import_terms(data, kind, shown(source), left)
    unfits = {term.id: why for term in found if (why := unfit(term))}
    if unfits and not skip:
        id, why = next(iter(unfits.items()))
        hint = f"{len(unfits)} like this; edit the file, or leave them out with --skip"
        raise GlossaryError(f'"{id}" {why}', origin=Origin(shown(source)), hint=hint)
    for term in found:
        if term.use in unfits:
            unfits.setdefault(term.id, f'leads to "{term.use}", which is left out')
    left += [f'{shown(source)}: "{id}" {why}' for id, why in unfits.items()]
    for line in left:
        note(f"left out: {line}")
    code = _grow(into, [term for term in found if term.id not in unfits])
    return 3 if unfits else code


def export_file(known: TermBase, format: str, output: Path | None) -> int:
    """Effect: write a term base to a file, or to standard output."""
    data = export_terms(known.terms, format)
    if output is not None:
        _save(output, data)
        return 0
    out = standard_output(machine=True)
    if format == "xlsx":
        raise UsageError("a workbook is no text", hint="name a file: --output terms.xlsx")
    out.write(data.decode())
    return 0


def _grow(file: Path, terms: Sequence[Term]) -> int:
    before = _read(file) if file.exists() else ""
    _save(file, add_all(before, terms, shown(file)).encode("utf-8"))
    note(f"{shown(file)}: {len(terms)} added")
    return 0


def _save(file: Path, data: bytes) -> None:
    from ..files.save import replace_file

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, data, file.stat() if file.exists() else None)
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise UsageError(what, origin=Origin(shown(file))) from None


def _read(path: Path) -> str:
    return decode(_bytes(path), shown(path)).text


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        raise InputError(what, origin=Origin(shown(path))) from None


def _line(fault: Fault, lang: str) -> str:
    said = _FAULTS[fault.kind][lang != "zh"]
    return f"{fault.term.id}: " + said.format(form=fault.form, words=", ".join(fault.words))


def _json(terms: Iterable[Term]) -> str:
    return json.dumps([asdict(term) for term in terms], ensure_ascii=False, indent=1) + "\n"
