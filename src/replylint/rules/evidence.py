"""Reads tables of evidence: phrases that weigh a little each, and what a clause of them is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import Origin, PackError, did_you_mean
from ..text.fold import fold
from ..text.weighing import standard
from .literals import minimal
from .rule import Lexicon, Weighted
from .shapes import wrong
from .vocabulary import Vocabulary, Voice
from .yaml_source import Node, Scalar, Table

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_LINE = re.compile(
    rf"(?P<phrase>[^|]+)\|(?P<here>{_NUMBER})\|(?P<beside>{_NUMBER})?"
    rf"\|(?P<topics>(?:[a-z_]+ {_NUMBER}(?: |$))*)"
)
_SCRIPTS = {"zh": ("hans", "hant"), "en": ("en",)}


@dataclass(slots=True)
class _Entry:
    name: Scalar
    table: Table
    lang: str
    known: tuple[Weighted, tuple[str, ...]] | None = None


@dataclass(slots=True)
class Evidence:
    """``chains``: for each pack the packs whose tables it may use, itself first."""

    chains: Mapping[str, tuple[str, ...]]
    words: Vocabulary
    _entries: dict[tuple[str, str, str], _Entry] = field(default_factory=dict)

    def define(self, name: Scalar, table: Node, voice: Voice) -> None:
        """A table of a file. Raises PackError when the pack has it in that language."""
        key = voice.pack, name.text, voice.lang
        if key in self._entries:
            raise PackError(
                f'the evidence "{name.text}" is written twice',
                origin=name.origin,
                hint=f"the first is at {self._entries[key].name.origin}",
            )
        if voice.lang not in _SCRIPTS:
            raise PackError(
                "evidence is of one language", origin=name.origin, hint="lang: zh or en"
            )
        assert isinstance(table, Table)  # the schema allows nothing else
        self._entries[key] = _Entry(name, table, voice.lang)

    def named(self, name: Scalar, topic: str, voice: Voice) -> tuple[Weighted, tuple[str, ...]]:
        """The match of a rule of ``topic`` by a table, and the words that wake it. Raises PackError
        for a table there is not, that is wrong, or that says nothing of the topic."""
        for pack in self.chains[voice.pack]:
            entry = self._entries.get((pack, name.text, voice.lang))
            if entry is not None:
                break
        else:
            near = {key[1] for key in self._entries if key[2] == voice.lang}
            raise PackError(
                f'there is no evidence "{name.text}" in this language',
                origin=name.origin,
                hint=did_you_mean(name.text, near),
            )
        if entry.known is None:
            entry.known = self._read(entry)
        topics = tuple(known for known, _ in entry.known[0].topics)
        if topic not in topics:
            what = f'the evidence "{name.text}" does not know the topic "{topic}"'
            raise wrong(what, name.origin, topic, topics)
        return entry.known

    def _read(self, entry: _Entry) -> tuple[Weighted, tuple[str, ...]]:
        table, lang = entry.table, entry.lang
        topics = table.table("topics")
        assert topics is not None  # the schema needs it
        starts = tuple((topic, float(topics.text(topic))) for topic in topics.entries)
        (written,) = table.scalars("phrases")
        rows = _rows(written, tuple(topics.entries), lang == "en")
        label = len(self.words.lexicons)
        phrases = tuple(sorted(rows))
        weights = tuple(rows[phrase] for phrase in phrases)
        self.words.lexicons.append(
            Lexicon(f"evidence.{entry.name.text}", lang, phrases, (), "any", weights)
        )
        doubts = float(table.text("doubt")) if "doubt" in table else None
        match = Weighted(label, float(table.text("bias")), _raises(table, lang), doubts, starts)
        (wakes,) = table.scalars("wakes")
        return match, _wakes(wakes, lang == "en")


def _raises(table: Table, lang: str) -> tuple[tuple[str, float], ...]:
    scripts = _SCRIPTS[lang]
    of_scripts = table.table("raise")
    if of_scripts is None:
        return tuple((script, float(table.text("raise"))) for script in scripts)
    for key, _ in of_scripts.pairs():
        if key.text not in scripts:
            raise wrong(f'"{key.text}" is no script of "{lang}"', key.origin, key.text, scripts)
    for script in scripts:
        if script not in of_scripts:
            raise PackError(f'nothing is said of "{script}"', origin=of_scripts.origin)
    return tuple((script, float(of_scripts.text(script))) for script in scripts)


def _wakes(written: Scalar, latin: bool) -> tuple[str, ...]:
    words = sorted({word.replace("_", " ") for word in written.text.split()})
    for word in words:
        if fold(word).text != word:
            raise PackError(f'"{word}" is not folded', origin=written.origin)
    return tuple(words) if latin else minimal(words)  # a longer word holds no shorter one there


def _rows(written: Scalar, topics: Sequence[str], latin: bool) -> dict[str, str]:
    """By phrase, as text.weighing has it, what it weighs. Raises PackError with its line."""
    rows: dict[str, str] = {}
    together = "\n".join(line.partition("|")[0] for line in written.text.splitlines())
    together = together.replace("_", " ")
    all_plain = standard(fold(together).text, latin) == together  # one look, not one for each
    for number, line in enumerate(written.text.splitlines(), 1):
        found = _LINE.fullmatch(line)
        origin = _line(written.origin, number)
        if found is None:
            raise PackError(
                "this line is no evidence", origin=origin, hint="phrase|weight|beside|topic weight"
            )
        phrase = found["phrase"].replace("_", " ")
        if not all_plain and standard(fold(phrase).text, latin) != phrase:
            raise PackError(f'no text that is weighed holds "{phrase}"', origin=origin)
        phrase = f" {phrase} " if latin else phrase
        if phrase in rows:
            raise PackError("this phrase is written twice", origin=origin)
        said = found["topics"].split()
        for topic in said[::2]:
            if topic not in topics:
                raise wrong(f'the topic "{topic}" does not start', origin, topic, tuple(topics))
        rows[phrase] = f"{found['here']}|{found['beside'] or '0'}|{' '.join(said)}"
    return rows


def _line(origin: Origin, number: int) -> Origin:
    """A line of a text that stands below its key."""
    return Origin(origin.path, origin.line + number if origin.line else None)
