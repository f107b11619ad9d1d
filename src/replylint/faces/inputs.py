"""From the paths of a command line to files, each with the settings and rules that hold for it."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..api.rulesets import Rulesets, suppression_levels
from ..api.surroundings import language
from ..config import Configs
from ..engine.settings import reaches
from ..errors import UsageError, did_you_mean
from ..files.check import Reading
from ..files.discover import STDIN, Discovery, Found, discover
from ..model import FileResult, Severity, Source

if TYPE_CHECKING:
    from ..config import Config, Settings
    from ..files.terms import Terms
    from ..model import Message, Result
    from ..rules.rule import Rule
    from ..text.markup import Segment
    from ..text.protected import Protected
    from .asked import Asked

STREAM = "jsonl"
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


class Inputs:
    """The files of one run and how each is read. Raises what settings, packs and terms raise.

    ``stream`` reports every message of JSON Lines by itself; ``folder`` is what fingerprints count
    paths from; ``enough`` are the ids of the only rules that need to be read.
    """

    def __init__(
        self,
        asked: Asked,
        folder: Path | None = None,
        enough: Collection[str] | None = None,
    ) -> None:
        self.begun = time.time_ns()  # nothing was read before
        self._asked = asked
        self._configs = Configs(asked.config, asked.settings)
        self.config = self._config(Path.cwd())
        self.run = self.config.settings()
        self.lang = language(self.run.lang)
        self.folder = folder
        self.rulesets = Rulesets(enough)
        self.lint = FileLint(self.rulesets)
        self._fail_levels: dict[str, str] = {}  # by shown path
        self._keys: dict[Settings, int] = {}
        self._terms: dict[Settings, Terms] = {}
        self._held: set[int] = set()  # settings files already held against the rules
        if asked.input_format is not None:
            _check_format(asked.input_format)

    def discover(self) -> Discovery:
        """The files to check; nothing named: those below the working folder."""
        asked = self._asked
        if asked.text is not None:
            return Discovery((Found(None, STDIN),))
        return discover(
            asked.paths or (os.curdir,),
            wanted=self._wanted,
            excluded=self._excluded,
            force_exclude=asked.force_exclude,
        )

    def readings(self, files: Iterable[Found]) -> list[tuple[Found, Reading]]:
        """Each file and how it is read. Raises ConfigError for rules that do not exist, too."""
        if self.config.rules:  # they may be misspelt although there is no file
            self._hold(self.config, self.key(self.run))
        return [(named, self._reading(named)) for named in map(self._named, files)]

    def settings(self, found: Found) -> Settings:
        """What is set for a file, or for standard input by the name it goes by."""
        return self._config(self._folder(found)).settings(self._path(found))

    def rules(self) -> Mapping[str, Rule]:
        """Every rule that is on for any of the files, by id."""
        keys = set(self._keys.values()) or {self.key(self.run)}
        tables = [self.rulesets.rules(key) for key in sorted(keys)]
        return (
            tables[0] if len(tables) == 1 else {k: v for table in tables for k, v in table.items()}
        )

    def words(self) -> bytes:
        """The words of ``--text`` as the bytes of a file."""
        try:
            return os.fsencode(self._asked.text or "")
        except UnicodeEncodeError:
            raise UsageError("--text holds half of a surrogate pair (a broken emoji)") from None

    def fails(self, path: str | None, severity: Severity) -> bool:
        """Whether a finding in the file shown as ``path`` fails the run."""
        return reaches(severity, self._fail_levels.get(path or "", self.run.fail_level))

    def _named(self, found: Found) -> Found:
        name = self._asked.stdin_filename
        if found.path is not None or name is None:
            return found
        return Found(None, name.replace(os.sep, "/"))

    def _reading(self, found: Found) -> Reading:
        settings = self.settings(found)
        key = self.key(settings)
        self._hold(self._config(self._folder(found)), key)
        self._fail_levels[found.shown] = settings.fail_level
        format = self._asked.input_format
        if self._asked.text is not None and format is None:
            format = "text"
        elif format is None:
            format = self._format(settings, self._path(found))
        return Reading(
            format=format,
            encoding=settings.encoding,
            fields=settings.fields,
            split=settings.split,
            message=fields(settings),
            stream=self._asked.input_format == STREAM and self._asked.fix is None,
            terms=self._terms_of(settings, key),
            folder=self.folder,
            settings=key,
        )

    def key(self, settings: Settings) -> int:
        """The key of the ruleset for these settings."""
        if settings not in self._keys:
            self._keys[settings] = self.rulesets.add(settings)
        return self._keys[settings]

    def _hold(self, config: Config, key: int) -> None:
        if id(config) not in self._held:
            self._held.add(id(config))
            self.rulesets.check(config, key)

    def _terms_of(self, settings: Settings, key: int) -> Terms:
        if settings not in self._terms:
            from datetime import date

            from ..files.terms import RULES, Terms

            self._terms[settings] = Terms(
                known=frozenset({*self.rulesets.known(key), *RULES}),
                today=date.today(),
                ran=frozenset(self.rulesets.rules(key)),
                severity=suppression_levels(settings),
                lang=language(settings.lang),
            )
        return self._terms[settings]

    def _format(self, settings: Settings, path: Path | None) -> str | None:
        named = [format for glob, format in settings.formats if path and glob.matches(path)]
        return named[-1] if named else None

    def _path(self, found: Found) -> Path | None:
        if found.path is not None:
            return found.path
        return Path(found.shown) if self._asked.stdin_filename else None

    def _folder(self, found: Found) -> Path:
        path = self._path(found)
        return path.parent if path else Path.cwd()

    def _config(self, folder: Path) -> Config:
        return self._configs.of(folder)

    def _wanted(self, path: Path) -> bool:
        config = self._config(path.parent)
        included = config.included(path)
        if included is not None:
            return included
        from ..text.markup import by_name

        if by_name(path.name) is not None:
            return True
        return self._format(config.settings(path), path) is not None

    def _excluded(self, path: Path, folder: bool) -> bool:
        ours = path.name in _OURS or path.absolute() == self.run.baseline
        return (ours and not folder) or self._config(path.parent).excluded(path, folder)


def not_found(discovery: Discovery) -> Iterator[FileResult]:
    """A result for every path that is not there or could not be looked at."""
    for each in discovery.errors:
        if not (each.path or "").isascii():
            each = replace(each, text=f"{each.text}; words to check are given by --text")
        yield FileResult(Source(each.path, ""), errors=(each,))
    for each in discovery.incomplete:
        yield FileResult(Source(each.path, ""), incomplete=(each,))


def fields(settings: Settings) -> dict[str, Any]:
    """Fields of ``Message`` where the input gives none."""
    given: dict[str, Any] = {"recipient": settings.recipient}
    if settings.channel:
        given["channel"] = settings.channel
    if settings.audience:
        given["audience"] = settings.audience
    return given


def _check_format(name: str) -> None:
    from ..text.markup import formats

    if name not in formats():
        hint = did_you_mean(name, formats()) or f"one of: auto, {', '.join(formats())}"
        raise UsageError(f'--input-format: there is no format "{name}"', hint=hint)
