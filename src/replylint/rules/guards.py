"""Collects guards: one name may be written once in each language, and its tests add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import PackError, did_you_mean
from .conditions import where
from .rule import Guard
from .vocabulary import Vocabulary, Voice
from .yaml_source import Items, Node, Scalar, Table


@dataclass(slots=True)
class Guards:
    """``chains``: for each pack the packs whose guards it may use, itself first."""

    chains: Mapping[str, tuple[str, ...]]
    words: Vocabulary
    _entries: dict[tuple[str, str], dict[str, tuple[Scalar, Node]]] = field(default_factory=dict)

    def define(self, name: Scalar, node: Node, voice: Voice) -> None:
        """A guard of a file. Raises PackError when the pack has it in that language."""
        langs = self._entries.setdefault((voice.pack, name.text), {})
        if voice.lang in langs:
            raise PackError(
                f'the guard "{name.text}" is written twice',
                origin=name.origin,
                hint=f"the first is at {langs[voice.lang][0].origin}",
            )
        langs[voice.lang] = (name, node)

    def named(self, names: Sequence[Scalar], voice: Voice) -> tuple[str, ...]:
        """What the pack calls the guards a rule names. Raises PackError for unknown ones."""
        return tuple(dict.fromkeys(self._named(name, voice) for name in names))

    def _named(self, name: Scalar, voice: Voice) -> str:
        chain = self.chains[voice.pack]
        if name.text.startswith("-"):
            raise PackError(
                f'there is no guard "{name.text[1:]}" to remove here',
                origin=name.origin,
                hint="only what defaults or an overridden rule gave can be removed",
            )
        for pack in chain:
            langs = self._entries.get((pack, name.text), {})
            if any(voice.lang in (lang, "any") or lang == "any" for lang in langs):
                return self._called(pack, name.text)
        known = {guard for pack, guard in self._entries if pack in chain}
        raise PackError(
            f'there is no guard "{name.text}" here',
            origin=name.origin,
            hint=did_you_mean(name.text, known),
        )

    def _called(self, pack: str, name: str) -> str:
        """The first pack that has a name keeps it; another's is told apart by its pack."""
        first = next(p for p, known in self._entries if known == name)
        return name if first == pack else f"{name}@{pack}"

    def finish(self) -> tuple[Guard, ...]:
        """All guards, resolved. Raises PackError for what a test names in vain."""
        guards = []
        for (pack, name), langs in self._entries.items():
            tests = tuple(
                where(test, self.words, Voice(pack, lang), f"guard {name}")
                for lang, (_, node) in langs.items()
                for test in _tables(node)
            )
            guards.append(Guard(self._called(pack, name), tests))
        return tuple(guards)


def _tables(node: Node) -> tuple[Table, ...]:
    nodes = node.items if isinstance(node, Items) else (node,)
    return tuple(each for each in nodes if isinstance(each, Table))
