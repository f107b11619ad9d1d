"""Turns folders of YAML into one Pack: every reference resolved, every word folded, or an error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from .. import __version__
from ..errors import Origin, PackError, UsageError, did_you_mean
from ..model import Confidence, Severity
from . import turns
from .conditions import Known, conditions, never_first, optional_where, shifts
from .evidence import Evidence
from .guards import Guards
from .matches import Built, Context, build
from .merge import merged
from .pack_folder import Folder, PackFolder, opened, tables
from .proofs import examples as read_examples
from .rewrites import Context as Mending
from .rewrites import rewrite, sentence
from .rule import Example, Kind, Pack, Rule, Talk, Text
from .schema import AUDIENCES, CHANNELS, KIND_KEYS, KIND_NEEDS, NEEDED, TOPICS
from .shapes import wrong
from .vocabulary import Vocabulary, Voice, spelled, without_loss
from .wording import ALWAYS, OF_KINDS, check, check_hidden
from .yaml_source import Node, Scalar, Table

TURNS = "turns."
"""Lexicons whose names begin so belong to rules over turns alone."""
_ALWAYS_LOOKED_AT = (Kind.REQUIRE, Kind.TERM, Kind.DETECTOR, Kind.METRIC)


@dataclass(frozen=True, slots=True)
class Loaded:
    """``examples``: by rule id; empty unless they were asked for. ``folders``: of all packs."""

    pack: Pack
    examples: Mapping[str, tuple[Example, ...]]
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Written:
    """A rule as its files say it, defaults and overridden rules below it."""

    table: Table
    voice: Voice


def load(folders: Sequence[Folder], *, examples: bool = False) -> Loaded:
    """The packs of ``folders``, and those they extend, as one. Raises PackError with the place."""
    packs = opened(folders, _extended)
    return _Loader(packs).loaded(examples)


def _extended(name: str) -> Folder:
    from .find import locate

    try:
        return locate("rules", [name])[0]
    except UsageError as error:
        raise PackError(error.what, hint=error.hint) from None


def digest(packs: Sequence[PackFolder]) -> str:
    """Names what is loaded: every byte of every file, and the engine's version."""
    hashed = sha256(__version__.encode())
    for pack in packs:
        for name, data in pack.sources():
            hashed.update(f"\0{pack.name}\0{name}\0{len(data)}\0".encode())
            hashed.update(data)
    return hashed.hexdigest()


class _Loader:
    def __init__(self, packs: Sequence[PackFolder]) -> None:
        self._packs = packs
        self._chains = _chains(packs)
        self._words = Vocabulary(self._chains)
        self._said = Vocabulary(self._chains)  # the words of rules over turns
        self._guards = Guards(self._chains, self._words)
        self._evidence = Evidence(self._chains, self._words)
        self._rules: dict[str, _Written] = {}
        self._user_words: set[str] = set()

    def loaded(self, examples: bool) -> Loaded:
        for pack in self._packs:
            self._read(pack)
        self._words.finish()
        self._said.finish(TURNS)
        kinds = {name: self._known(name) for name in self._chains}
        rules: list[Rule] = []
        proofs: dict[str, tuple[Example, ...]] = {}
        for written in self._rules.values():
            known = kinds[written.voice.pack]
            rules.append(self._rule(written, known))
            given = written.table.table("examples")
            assert given is not None  # NEEDED has it
            proofs[rules[-1].id] = read_examples(given, rules[-1].kind)
        self._also(proofs)
        ordered = tuple(sorted(rules, key=lambda rule: rule.id))
        over_turns = tuple(rule for rule in ordered if rule.kind is Kind.TURNS)
        guards = self._guards.finish()  # before the lexicons: their lists of words are among them
        one = Pack(
            tuple(rule for rule in ordered if rule.kind is not Kind.TURNS),
            tuple(self._words.lexicons),
            guards,
            digest(self._packs),
            tuple(f"{pack.name} {pack.head.text('version')}" for pack in self._packs),
            tuple(sorted(self._user_words)),
            Talk(tuple(r.id for r in over_turns), over_turns, tuple(self._said.lexicons)),
        )
        folders = tuple(str(pack.root) for pack in self._packs)
        return Loaded(one, proofs if examples else {}, folders)

    def _read(self, pack: PackFolder) -> None:
        for table in tables(pack):
            voice = Voice(pack.name, _lang(table))
            self._user_words.update(w for ref in table.scalars("words") for w in spelled(ref))
            for section, define in (
                ("lexicons", self._define),
                ("guards", self._guards.define),
                ("evidence", self._evidence.define),
            ):
                named = table.table(section)
                for name, node in named.pairs() if named else ():
                    define(name, node, voice)
            for rule in table.tables("rules"):
                self._add(rule, table.table("defaults"), voice)
        self._disable(pack)

    def _define(self, name: Scalar, table: Node, voice: Voice) -> None:
        """Rules over turns may use all lexicons; those that are theirs nobody else reads."""
        self._said.define(name, table, voice)
        if not name.text.startswith(TURNS):
            self._words.define(name, table, voice)

    def _add(self, rule: Table, defaults: Table | None, voice: Voice) -> None:
        id = rule.text("id")
        below = self._rules.get(id)
        if below is None:
            if rule.flag("override"):
                raise PackError(
                    f'there is no rule "{id}" to override',
                    origin=rule.at("override"),
                    hint=did_you_mean(id, self._rules) or "its pack must stand in extends",
                )
            self._rules[id] = _Written(merged(defaults, rule), voice)
            return
        self._may_override(rule, below, voice)
        self._rules[id] = _Written(merged(below.table, rule), voice)

    def _may_override(self, rule: Table, below: _Written, voice: Voice) -> None:
        extended = below.voice.pack in self._chains[voice.pack][1:]
        if extended and rule.flag("override"):
            if below.voice.lang != voice.lang:
                raise PackError(
                    f'the rule it overrides is of the language "{below.voice.lang}"',
                    origin=rule.at("override"),
                    hint="put it in a file of that language",
                )
            return
        raise PackError(
            f'the rule "{rule.text("id")}" is written twice',
            origin=rule.at("id"),
            hint=f"the first is at {below.table.at('id')}"
            + ("; override: true changes it" if extended else ""),
        )

    def _disable(self, pack: PackFolder) -> None:
        below = self._chains[pack.name][1:]
        for scalar in pack.head.scalars("disable"):
            written = self._rules.get(scalar.text)
            if written is None or written.voice.pack not in below:
                raise wrong(
                    f'no pack it extends has the rule "{scalar.text}"',
                    scalar.origin,
                    scalar.text,
                    tuple(id for id, w in self._rules.items() if w.voice.pack in below),
                )
            del self._rules[scalar.text]

    def _known(self, name: str) -> Known:
        """What a pack and those it extends declare."""
        heads = [pack.head for pack in self._packs if pack.name in self._chains[name]]
        return Known(
            *(
                tuple(dict.fromkeys([*usual, *(t for head in heads for t in head.texts(key))]))
                for key, usual in (
                    ("topics", TOPICS),
                    ("channels", CHANNELS),
                    ("audiences", AUDIENCES),
                )
            )
        )

    def _rule(self, written: _Written, known: Known) -> Rule:
        table, voice = written.table, written.voice
        id = table.text("id")
        _complete(table, id, known)
        kind = Kind(table.text("kind"))
        words = self._words
        if kind is Kind.TURNS:
            words = self._said
            given_ids = tuple(self._rules)
            built = Built(turns.build(table, turns.Context(words, voice, given_ids, id)))
        else:
            built = build(Context(table, words, voice, known, self._evidence))
        where = optional_where(table, "where", words, voice, id)
        never_first(table, where)
        spoken = conditions(table, known)
        excepts = table.scalars("except")
        if found := dict(built.words).get("match"):
            without_loss(excepts, found)
        given = (*ALWAYS, *built.captures, *OF_KINDS.get(kind, ()))
        mending = Mending(built, given, words, voice, id)
        return Rule(
            id,
            kind,
            built.match,
            self._message(table, built, given),
            _text(table, "reason"),
            table.text("source"),
            Severity(table.text("severity")),
            Confidence(table.text("confidence")),
            voice.lang,
            built.wakes,
            needs=built.needs,
            always=kind in _ALWAYS_LOOKED_AT,
            edges=table.text("edges", "token"),
            sensitive=table.flag("sensitive") or False,
            where=where,
            guards=self._guards.named(table.scalars("guards"), voice),
            excepts=words.labels(excepts, voice, f"{id} except", "any"),
            rewrites=tuple(rewrite(each, mending) for each in table.tables("rewrite")),
            conditions=spoken,
            shifts=shifts(table, spoken, known, words, voice, id),
            pack=voice.pack,
            since=table.text("since"),
            origin=table.at("id"),
        )

    def _message(self, table: Table, built: Built, given: tuple[str, ...]) -> Text:
        said = table.table("message")
        assert said is not None  # NEEDED has it
        for written in (*said.scalars("zh"), *said.scalars("en")):
            check(written.text, given, written.origin)
            if table.flag("sensitive"):
                check_hidden(written.text, built.captures, written.origin)
        return _text(table, "message")

    def _also(self, proofs: Mapping[str, tuple[Example, ...]]) -> None:
        """Raises PackError for an example that names a rule there is not."""
        for id, examples in proofs.items():
            for example in examples:
                for other in example.also:
                    if other not in proofs or other == id:
                        raise wrong(
                            f'also names "{other}", which is no other rule',
                            example.origin or Origin(""),
                            other,
                            tuple(proofs),
                        )


def _text(table: Table, key: str) -> Text:
    return sentence(table.table(key)) or Text("", "")


def _chains(packs: Sequence[PackFolder]) -> dict[str, tuple[str, ...]]:
    """For each pack, itself and all it builds on, nearest first."""
    chains: dict[str, tuple[str, ...]] = {}
    for pack in packs:  # each stands after those it extends
        below = [name for one in pack.head.texts("extends") for name in chains[one]]
        chains[pack.name] = tuple(dict.fromkeys([pack.name, *below]))
    return chains


def _lang(table: Table) -> str:
    if "lang" not in table:
        for key in ("rules", "lexicons", "guards", "evidence", "defaults"):
            if key in table:
                raise PackError(
                    "the file does not say its language",
                    origin=table.at(key),
                    hint="lang: zh, en or any",
                )
    return table.text("lang", "any")


def _complete(table: Table, id: str, known: Known) -> None:
    """Raises PackError for keys that are missing or that another kind has."""
    for key in NEEDED:
        if key not in table:
            raise PackError(f'the rule "{id}" has no "{key}"', origin=table.at("id"))
    kind = table.text("kind")
    for key in KIND_NEEDS[kind]:
        if key not in table:
            raise PackError(
                f'the rule "{id}" has no "{key}", which {kind} needs', origin=table.at("id")
            )
    for other, keys in KIND_KEYS.items():
        for key in keys:
            if other != kind and key in table and key not in KIND_KEYS[kind]:
                raise PackError(f'"{key}" belongs to {other}, not {kind}', origin=table.at(key))
    topic = id.partition(".")[0]
    if topic not in known.topics:
        raise wrong(f'the topic "{topic}" is not known', table.at("id"), topic, known.topics)
