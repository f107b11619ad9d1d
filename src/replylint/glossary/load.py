"""Reads folders of YAML into a term base, refusing whatever is not meant.

The format stands in docs/glossary.md. Folders stack: a term of a later folder replaces the one with
its id, takes over forms that an earlier one claims, and the ignore lists add up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import GlossaryError, Origin, did_you_mean
from ..text.fold import fold_word
from ..text.han import is_han
from ..text.strict_yaml import Node, read
from .term import DIFFICULTIES, SCRIPTS, STATUSES, Term, TermBase

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

TERM_KEYS = (
    "id",
    "hans",
    "hant",
    "tw",
    "hk",
    "en",
    "also",
    "gloss",
    "plain",
    "status",
    "use",
    "level",
    "domain",
    "source",
    "reviewed",
)
FILE_KEYS = ("domain", "source", "reviewed", "terms", "ignore")
MOST_HAN = 30  # of a gloss in Chinese
MOST_WORDS = 15  # of a gloss in English


@dataclass(frozen=True, slots=True)
class Entry:
    """A term and where it was read."""

    term: Term
    origin: Origin


@dataclass(frozen=True, slots=True)
class Page:
    """One file: its entries and its ignored words."""

    entries: tuple[Entry, ...]
    ignore: tuple[str, ...]


def bundled() -> Path:
    """The folder that is shipped: inside the package, or at the top of a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "data" / "glossary"
    return inside if inside.is_dir() else package.parents[1] / "glossary"


def load(folders: Iterable[Path | Traversable]) -> TermBase:
    """The term base of all ``folders``, later ones over earlier ones. Raises GlossaryError."""
    read, ignore = layers(folders)
    return TermBase((entry.term for entry in merged(read).values()), ignore)


def layers(folders: Iterable[Path | Traversable]) -> tuple[list[dict[str, Entry]], list[str]]:
    """The entries of each folder by id, and the ignored words of all. Raises GlossaryError."""
    read: list[dict[str, Entry]] = []
    ignore: list[str] = []
    for folder in folders:
        own: dict[str, Entry] = {}
        for path, source in _files(folder):
            page = read_page(source, path)
            ignore.extend(page.ignore)
            _add(own, page.entries)
        _forms_once(own.values())
        read.append(own)
    return read, ignore


def merged(read: Iterable[Mapping[str, Entry]]) -> dict[str, Entry]:
    """The entries that count, those of later layers last, so that their forms win. Raises
    GlossaryError for a ``use`` that leads nowhere or in a circle."""
    entries: dict[str, Entry] = {}
    for own in read:
        for id, entry in own.items():
            entries.pop(id, None)
            entries[id] = entry
    _follow(entries)
    return entries


def read_page(source: str | bytes, path: str) -> Page:
    """One file's terms, checked each by itself. Raises GlossaryError with line and column."""
    node = read(source, path, GlossaryError)
    if node is None:
        return Page((), ())
    keys = node.keys("a glossary file", FILE_KEYS)
    ignore = keys["ignore"].texts("ignore") if "ignore" in keys else ()
    if "terms" not in keys:
        if "ignore" not in keys:
            raise node.fail('a glossary file needs "terms" or "ignore"')
        return Page((), ignore)
    if "domain" not in keys:
        raise node.fail('"domain" is missing', 'name the field of business, e.g. "domain: loans"')
    shared = _provenance(keys)
    return Page(
        tuple(Entry(_term(one, shared), one.origin) for one in keys["terms"].items("terms")), ignore
    )


def _files(folder: Path | Traversable) -> Iterator[tuple[str, bytes]]:
    """Every YAML file of a folder and of those in it, by name."""
    try:
        inside = sorted(folder.iterdir(), key=lambda one: one.name)
        for one in inside:
            if one.is_dir():
                yield from _files(one)
            elif one.name.endswith((".yaml", ".yml")):
                yield str(one), one.read_bytes()
    except OSError as fault:
        what = "cannot be read" if isinstance(folder, Path) and folder.exists() else "is not there"
        raise GlossaryError(
            f"the term base {what}: {fault.strerror}", origin=Origin(str(folder))
        ) from None


def _add(entries: dict[str, Entry], new: Iterable[Entry]) -> None:
    for entry in new:
        if entry.term.id in entries:
            raise GlossaryError(
                f'the id "{entry.term.id}" is taken',
                origin=entry.origin,
                hint=f"by the term at {entries[entry.term.id].origin}",
            )
        entries[entry.term.id] = entry


def _term(node: Node, shared: Mapping[str, str]) -> Term:
    keys = node.keys("a term", TERM_KEYS)
    if "id" not in keys:
        raise node.fail('a term needs an "id"')
    id = keys["id"].text("id")
    if not re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", id):
        raise keys["id"].fail(f'"{id}" is no id', "use small letters, digits and hyphens")
    named = ("hans", "hant", "tw", "hk", "en")
    names = {str(key): keys[key].text(key) for key in named if key in keys}
    if not names:
        raise node.fail(f'the term "{id}" has no name', "give hans, hant or en")
    gloss, plain = _scripts(keys, "gloss"), _scripts(keys, "plain")
    if "gloss" in keys:
        _short(keys["gloss"], gloss)
    status = _one_of(keys, "status", STATUSES, "preferred")
    level = _one_of(keys, "level", DIFFICULTIES, "common")
    use = keys["use"].text("use") if "use" in keys else ""
    if status in ("deprecated", "forbidden") and not use:
        raise node.fail(f'the {status} term "{id}" does not say what to use', 'add "use: <id>"')
    if not gloss and not use and level != "everyday":
        raise node.fail(f'the term "{id}" is not explained', "add a gloss")
    return Term(
        id,
        **names,
        aliases=_aliases(keys["also"]) if "also" in keys else (),
        **{f"gloss_{script}": text for script, text in gloss.items()},
        **{f"plain_{script}": text for script, text in plain.items()},
        status=status,
        use=use,
        difficulty=level,
        **{**shared, **_provenance(keys)},
    )


def _aliases(node: Node) -> tuple[str, ...]:
    aliases = node.texts("also")
    for item, alias in zip(node.items("also"), aliases, strict=True):
        if not fold_word(alias).strip():
            raise item.fail("a form needs characters that can be seen")
    return aliases


def _scripts(keys: Mapping[str, Node], key: str) -> dict[str, str]:
    if key not in keys:
        return {}
    inner = keys[key].keys(key, SCRIPTS)
    return {script: node.text(f"{key}.{script}") for script, node in inner.items()}


def _one_of(keys: Mapping[str, Node], key: str, known: tuple[str, ...], default: str) -> str:
    if key not in keys:
        return default
    value = keys[key].text(key)
    if value not in known:
        near = did_you_mean(value, known) or "use " + ", ".join(known)
        raise keys[key].fail(f'"{value}" is no {key}', near)
    return value


def _short(node: Node, gloss: Mapping[str, str]) -> None:
    for script, inner in node.keys("gloss").items():
        fault = too_long(script, gloss[script])
        if fault:
            raise inner.fail(fault, "one breath: what it is, nothing else")


def too_long(script: str, gloss: str) -> str | None:
    """What is wrong with the length of a gloss, or None."""
    if script == "en":
        count, most, unit = len(gloss.split()), MOST_WORDS, "words"
    else:
        count, most, unit = sum(map(is_han, gloss)), MOST_HAN, "characters"
    return f"a gloss of {count} {unit}; at most {most}" if count > most else None


def _provenance(keys: Mapping[str, Node]) -> dict[str, str]:
    """What a file says for all its terms, or a term for itself."""
    found = {
        str(key): keys[key].text(key) for key in ("domain", "source", "reviewed") if key in keys
    }
    if "reviewed" in found and not is_date(found["reviewed"]):
        raise keys["reviewed"].fail(f'"{found["reviewed"]}" is no date', "write YYYY-MM-DD")
    return found


def is_date(value: str) -> bool:
    """Whether ``value`` is YYYY-MM-DD or YYYY-MM, and in the calendar."""
    from datetime import date

    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?", value):
        return False
    try:
        date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        return False
    return True


def _forms_once(entries: Iterable[Entry]) -> None:
    """Within one folder a form names one term."""
    owners: dict[str, Entry] = {}
    for entry in entries:
        for name in entry.term.written:
            other = owners.setdefault(fold_word(name), entry)
            if other is not entry:
                raise GlossaryError(
                    f'"{name}" names "{entry.term.id}" and "{other.term.id}"',
                    origin=entry.origin,
                    hint=f"the other one is at {other.origin}",
                )


def _follow(entries: Mapping[str, Entry]) -> None:
    """Every ``use`` leads somewhere, and none in a circle."""
    for entry in entries.values():
        seen = [entry.term.id]
        term = entry.term
        while term.use:
            if term.use not in entries:
                raise GlossaryError(
                    f'"use" names no term: "{term.use}"',
                    origin=entries[term.id].origin,
                    hint=did_you_mean(term.use, entries),
                )
            if term.use in seen:
                circle = " → ".join([*seen, term.use])
                raise GlossaryError(f'"use" goes in a circle: {circle}', origin=entry.origin)
            seen.append(term.use)
            term = entries[term.use].term
