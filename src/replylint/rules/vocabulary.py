"""All words of all packs: resolves ``$names``, folds literals, and numbers the lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import PackError, did_you_mean
from .expand import folded
from .rule import Label, Lexicon
from .yaml_source import Node, Scalar, Table


@dataclass(frozen=True, slots=True)
class Voice:
    """Who names something: the pack and the language of the file it stands in."""

    pack: str
    lang: str


@dataclass(slots=True)
class _Entry:
    voice: Voice
    name: Scalar
    table: Table
    label: Label | None = None
    busy: bool = False


@dataclass(slots=True)
class Vocabulary:
    """``chains``: for each pack the packs whose lexicons it may use, itself first."""

    chains: Mapping[str, tuple[str, ...]]
    lexicons: list[Lexicon] = field(default_factory=list)
    _entries: dict[tuple[str, str], dict[str, _Entry]] = field(default_factory=dict)
    _unnamed: dict[tuple[str, tuple[str, ...], tuple[str, ...], str], Label] = field(
        default_factory=dict
    )

    def define(self, name: Scalar, table: Node, voice: Voice) -> None:
        """A named lexicon of a file. Raises PackError when the pack has it in that language."""
        langs = self._entries.setdefault((voice.pack, name.text), {})
        if voice.lang in langs:
            raise PackError(
                f'the lexicon "{name.text}" is written twice',
                origin=name.origin,
                hint=f"the first is at {langs[voice.lang].name.origin}",
            )
        assert isinstance(table, Table)  # the schema allows nothing else
        langs[voice.lang] = _Entry(voice, name, table)

    def finish(self, below: str = "") -> None:
        """Resolves every named lexicon whose name begins with ``below``; to be called once, when
        all files are read."""
        for (_, name), langs in self._entries.items():
            if name.startswith(below):
                for entry in langs.values():
                    self._resolved(entry)

    def labels(
        self, refs: Sequence[Scalar], voice: Voice, name: str, edges: str = "token"
    ) -> tuple[Label, ...]:
        """The labels of lexicons and, if there are literals, of one unnamed list of them.

        ``name`` is what that list is called in traces. Raises PackError for an unknown lexicon.
        With the edges ``long`` a literal of several characters counts wherever it stands
        (谢谢 in 谢谢您, which a tokenizer takes for one word), a single one as a token.
        """
        labels: list[Label] = []
        literals: list[str] = []
        for ref in refs:
            if ref.text.startswith("$"):
                labels += self.named(ref, voice)
            else:
                literals += spelled(ref)
        if edges != "long":
            parts = [(edges, literals)]
        else:
            parts = [
                ("any", [word for word in literals if len(word) > 1]),
                ("token", [word for word in literals if len(word) < 2]),
            ]
        for of, words in parts:
            if words:
                labels.append(self._unnamed_list(words, (), voice.lang, of, name))
        return tuple(dict.fromkeys(labels))

    def label(self, refs: Sequence[Scalar], voice: Voice, name: str, edges: str | None) -> Label:
        """One label for all of ``refs``. ``edges`` None: those of the lexicons, or ``token``."""
        named = [ref for ref in refs if ref.text.startswith("$")]
        literals = [word for ref in refs if ref not in named for word in spelled(ref)]
        labels = list(dict.fromkeys(label for ref in named for label in self.named(ref, voice)))
        if len(labels) == 1 and not literals:
            return labels[0]
        lexicons = [self.lexicons[label] for label in labels]
        judged = {lexicon.edges for lexicon in lexicons}
        if literals:
            judged.add(edges or "token")
        if len(judged) > 1:
            raise PackError(
                "these words judge their edges differently",
                origin=refs[0].origin,
                hint="give the rule or its lexicons the same edges",
            )
        literals += [word for lexicon in lexicons for word in lexicon.words]
        excepts = tuple(sorted({text for lexicon in lexicons for text in lexicon.excepts}))
        return self._unnamed_list(literals, excepts, voice.lang, judged.pop(), name)

    def words(self, labels: Iterable[Label]) -> tuple[str, ...]:
        return tuple(sorted({word for label in labels for word in self.lexicons[label].words}))

    def named(self, ref: Scalar, voice: Voice, skip: str | None = None) -> list[Label]:
        """The labels of ``$name`` in its language and in ``any``; in all, where that is ``any``."""
        name = ref.text[1:]
        for pack in self.chains[voice.pack]:
            langs = self._entries.get((pack, name), {}) if pack != skip else {}
            fitting = [
                self._resolved(entry, ref)
                for lang, entry in langs.items()
                if voice.lang in (lang, "any") or lang == "any"
            ]
            if fitting:
                return fitting
        raise PackError(
            f'there is no lexicon "${name}" here', origin=ref.origin, hint=self._hint(name, voice)
        )

    def _hint(self, name: str, voice: Voice) -> str | None:
        seen = [key for key in self._entries if key[0] in self.chains[voice.pack]]
        langs = [lang for key in seen if key[1] == name for lang in self._entries[key]]
        if langs:
            return f"it is one of the language {langs[0]}, and this file is {voice.lang}"
        if any(key[1] == name for key in self._entries):
            return "the pack that has it must stand in extends"
        return did_you_mean(name, {key[1] for key in seen})

    def _resolved(self, entry: _Entry, by: Scalar | None = None) -> Label:
        if entry.label is not None:
            return entry.label
        if entry.busy:
            origin = by.origin if by else entry.name.origin
            raise PackError(f'the lexicon "{entry.name.text}" includes itself', origin=origin)
        entry.busy = True
        words = {word for ref in entry.table.scalars("words") for word in self._literal(ref)}
        excepts: set[str] = set()
        for ref in entry.table.scalars("include"):
            for label in self._included(ref, entry):
                words.update(self.lexicons[label].words)
                excepts.update(self.lexicons[label].excepts)
        if not words:
            raise PackError(
                f'the lexicon "{entry.name.text}" has no words', origin=entry.name.origin
            )
        excepts.update(without_loss(entry.table.scalars("except"), words))
        entry.label = len(self.lexicons)
        self.lexicons.append(
            Lexicon(
                entry.name.text,
                entry.voice.lang,
                tuple(sorted(words)),
                tuple(sorted(excepts)),
                entry.table.text("edges", "token"),
            )
        )
        return entry.label

    def _literal(self, ref: Scalar) -> tuple[str, ...]:
        if ref.text.startswith("$"):
            raise PackError(
                f'"{ref.text}" is a lexicon, not a word', origin=ref.origin, hint="use include"
            )
        return spelled(ref)

    def _included(self, ref: Scalar, entry: _Entry) -> list[Label]:
        if not ref.text.startswith("$"):
            raise PackError(
                f'"{ref.text}" is no lexicon', origin=ref.origin, hint="write $name, or use words"
            )
        # a lexicon that includes its own name adds to the one of the extended pack
        own = ref.text[1:] == entry.name.text and len(self.chains[entry.voice.pack]) > 1
        return self.named(ref, entry.voice, skip=entry.voice.pack if own else None)

    def _unnamed_list(
        self, words: Iterable[str], excepts: tuple[str, ...], lang: str, edges: str, name: str
    ) -> Label:
        listed = tuple(sorted(set(words)))
        key = (lang, listed, excepts, edges)
        label = self._unnamed.get(key)
        if label is None:
            label = self._unnamed[key] = len(self.lexicons)
            self.lexicons.append(Lexicon(name, lang, listed, excepts, edges))
        return label


def spelled(ref: Scalar) -> tuple[str, ...]:
    """The folded words of a literal. Raises PackError at its place."""
    try:
        return folded(ref.text)
    except PackError as error:
        raise PackError(error.what, origin=ref.origin, hint=error.hint) from None


def without_loss(refs: Iterable[Scalar], words: Iterable[str]) -> list[str]:
    """The exceptions, folded. Raises PackError for one that no word can stand inside."""
    known = tuple(words)
    excepts: list[str] = []
    for ref in refs:
        for text in spelled(ref):
            if not any(word in text and word != text for word in known):
                raise PackError(
                    f'no word can stand inside the exception "{text}"',
                    origin=ref.origin,
                    hint="an exception is a longer word that holds one of the words",
                )
            excepts.append(text)
    return excepts
