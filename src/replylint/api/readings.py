"""How any one file is read and judged: its settings, its ruleset, and which files there are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..files.check import Reading
from .rulesets import Rulesets, suppression_levels
from .surroundings import language

if TYPE_CHECKING:
    from ..config import Config, Configs, Settings
    from ..files.terms import Terms
    from ..model import Message, Result
    from ..text.markup import Segment
    from ..text.protected import Protected

_OURS = ("replylint.toml", "pyproject.toml", "replylint-baseline.jsonl")  # no replies in them


class FileLint:
    """What ``files.check`` calls for every reply; travels to worker processes."""

    __slots__ = ("rulesets",)

    def __init__(self, rulesets: Rulesets) -> None:
        self.rulesets = rulesets

    def __call__(self, message: Message, segment: Segment, reading: Reading) -> Result:
        key = reading.settings
        assert isinstance(key, int)
        result = self.rulesets.lint(key, message, _protected(segment))
        if segment.whole or not any(each.start == each.end for each in result.findings):
            return result
        # What is missing in one part of a longer reply may stand in another.
        kept = tuple(each for each in result.findings if each.start < each.end)
        return replace(result, findings=kept)


class Readings:
    """The readings of files under ``configs``. Raises what settings, packs and terms raise.

    ``speaks`` is the language to speak where the settings leave it to the surroundings; None: the
    locale of this process.
    """

    def __init__(self, configs: Configs, rulesets: Rulesets, speaks: str | None = None) -> None:
        self._configs = configs
        self._rulesets = rulesets
        self._speaks = speaks
        self._keys: dict[Settings, int] = {}
        self._terms: dict[Settings, Terms] = {}
        self._held: set[int] = set()  # settings files already held against the rules

    def settings(self, path: Path | None) -> Settings:
        """What is set for a file; for None, what holds for words without a file."""
        settings = self.config(_folder(path)).settings(path)
        if self._speaks is not None and settings.lang == "auto":
            return replace(settings, lang=self._speaks)
        return settings

    def reading(
        self,
        path: Path | None,
        *,
        format: str | None = None,
        stream: bool = False,
        folder: Path | None = None,
    ) -> Reading:
        """How the file at ``path`` is read: ``format`` when it is named, else as the settings say;
        ``stream`` and ``folder`` as ``Reading`` has them."""
        settings = self.settings(path)
        key = self.key(settings)
        self.hold(self.config(_folder(path)), key)
        return Reading(
            format=format or self.format(settings, path),
            encoding=settings.encoding,
            fields=settings.fields,
            split=settings.split,
            message=fields(settings),
            stream=stream,
            terms=self._terms_of(settings, key),
            folder=folder,
            settings=key,
        )

    def key(self, settings: Settings) -> int:
        """The key of the ruleset for these settings."""
        if settings not in self._keys:
            self._keys[settings] = self._rulesets.add(settings)
        return self._keys[settings]

    def keys(self) -> set[int]:
        """The keys of all rulesets asked for so far."""
        return set(self._keys.values())

    def hold(self, config: Config, key: int) -> None:
        """Raise ConfigError, once for each settings file, for a rule that does not exist."""
        if id(config) not in self._held:
            self._held.add(id(config))
            self._rulesets.check(config, key)

    def config(self, folder: Path) -> Config:
        """The settings in force in a folder."""
        return self._configs.of(folder)

    def wanted(self, path: Path) -> bool:
        """Whether a file met in a folder holds replies: it is included, or of a known format."""
        config = self.config(path.parent)
        included = config.included(path)
        if included is not None:
            return included
        from ..text.markup import by_name

        if by_name(path.name) is not None:
            return True
        return self.format(config.settings(path), path) is not None

    def excluded(self, path: Path, folder: bool) -> bool:
        """Whether the settings leave out a path (a folder when ``folder``), or it is our own."""
        config = self.config(path.parent)
        ours = path.name in _OURS or path.absolute() == config.settings().baseline
        return (ours and not folder) or config.excluded(path, folder)

    def format(self, settings: Settings, path: Path | None) -> str | None:
        """The format the settings give a file; None leaves it to name and content."""
        named = [format for glob, format in settings.formats if path and glob.matches(path)]
        return named[-1] if named else None

    def _terms_of(self, settings: Settings, key: int) -> Terms:
        if settings not in self._terms:
            from datetime import date

            from ..files.terms import RULES, Terms

            self._terms[settings] = Terms(
                known=frozenset({*self._rulesets.known(key), *RULES}),
                today=date.today(),
                ran=frozenset(self._rulesets.rules(key)),
                severity=suppression_levels(settings),
                lang=language(settings.lang),
            )
        return self._terms[settings]


def fields(settings: Settings) -> dict[str, Any]:
    """Fields of ``Message`` where the input gives none."""
    given: dict[str, Any] = {"recipient": settings.recipient}
    if settings.channel:
        given["channel"] = settings.channel
    if settings.audience:
        given["audience"] = settings.audience
    return given


def _folder(path: Path | None) -> Path:
    return path.parent if path else Path.cwd()


def _protected(segment: Segment) -> tuple[Protected, ...] | None:
    """What the file protects and what the text does; None: the text alone, if anyone asks."""
    own = segment.protected
    if not own:
        return None
    from ..text.protected import protected

    found = [
        each
        for each in protected(segment.text)
        if not any(mine.start < each.end and each.start < mine.end for mine in own)
    ]
    return tuple(sorted((*own, *found), key=lambda each: each.start))
