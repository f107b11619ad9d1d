"""From the paths of a command line to files, each with the settings and rules that hold for it."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..api.readings import FileLint, Readings
from ..api.rulesets import Rulesets
from ..api.surroundings import language
from ..config import Configs
from ..engine.settings import reaches
from ..errors import UsageError, did_you_mean
from ..files.check import Reading
from ..files.discover import STDIN, Discovery, Found, discover
from ..model import FileResult, Severity, Source

if TYPE_CHECKING:
    from ..config import Settings
    from ..files.changes import Changes
    from ..rules.rule import Rule
    from .asked import Asked

STREAM = "jsonl"


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
        self.rulesets = Rulesets(enough)
        self._readings = Readings(Configs(asked.config, asked.settings), self.rulesets)
        self.config = self._readings.config(Path.cwd())
        self.run = self.config.settings()
        self.lang = language(self.run.lang)
        self.folder = folder
        self.lint = FileLint(self.rulesets)
        self._fail_levels: dict[str, str] = {}  # by shown path
        self._changes: Changes | None = None
        if asked.diff_base is not None:
            from ..files.changes import Changes

            self._changes = Changes(asked.diff_base, staged=asked.staged)
        if asked.input_format is not None:
            _check_format(asked.input_format)

    def discover(self) -> Discovery:
        """The files to check; nothing named: those below the working folder."""
        asked = self._asked
        if asked.text is not None:
            return Discovery((Found(None, STDIN),))
        if asked.staged:
            from ..files.changes import staged

            return staged(
                asked.paths,
                base=self._changes.base if self._changes else None,
                wanted=self._readings.wanted,
                excluded=self._excluded,
                force_exclude=asked.force_exclude,
            )
        found = discover(
            asked.paths or (os.curdir,),
            wanted=self._readings.wanted,
            excluded=self._excluded,
            force_exclude=asked.force_exclude,
        )
        return self._changes.only(found) if self._changes else found

    def again(self, found: Found, reading: Reading) -> Reading:
        """How a file is read after it was written: other lines of it may have changed now."""
        if self._changes is None or found.path is None:
            return reading
        return replace(reading, touched=self._changes.again(found.path))

    def readings(self, files: Iterable[Found]) -> list[tuple[Found, Reading]]:
        """Each file and how it is read. Raises ConfigError for rules that do not exist, too."""
        if self.config.rules:  # they may be misspelt although there is no file
            self._readings.hold(self.config, self.key(self.run))
        return [(named, self._reading(named)) for named in map(self._named, files)]

    def settings(self, found: Found) -> Settings:
        """What is set for a file, or for standard input by the name it goes by."""
        return self._readings.settings(self._path(found))

    def rules(self) -> Mapping[str, Rule]:
        """Every rule that is on for any of the files, by id."""
        keys = self._readings.keys() or {self.key(self.run)}
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
        path = self._path(found)
        self._fail_levels[found.shown] = self._readings.settings(path).fail_level
        format = self._asked.input_format
        if self._asked.text is not None and format is None:
            format = "text"
        stream = self._asked.input_format == STREAM and self._asked.fix is None
        reading = self._readings.reading(path, format=format, stream=stream, folder=self.folder)
        if self._changes is None or found.path is None:
            return reading
        from ..files.touched import Touched

        return replace(reading, touched=self._changes.of(found.path) or Touched())

    def key(self, settings: Settings) -> int:
        """The key of the ruleset for these settings."""
        return self._readings.key(settings)

    def _path(self, found: Found) -> Path | None:
        if found.path is not None:
            return found.path
        return Path(found.shown) if self._asked.stdin_filename else None

    def _excluded(self, path: Path, folder: bool) -> bool:
        own = path.absolute() == self.run.baseline and not folder
        return own or self._readings.excluded(path, folder)


def not_found(discovery: Discovery) -> Iterator[FileResult]:
    """A result for every path that is not there or could not be looked at."""
    for each in discovery.errors:
        if not (each.path or "").isascii():
            each = replace(each, text=f"{each.text}; words to check are given by --text")
        yield FileResult(Source(each.path, ""), errors=(each,))
    for each in discovery.incomplete:
        yield FileResult(Source(each.path, ""), incomplete=(each,))


def _check_format(name: str) -> None:
    from ..text.markup import formats

    if name not in formats():
        hint = did_you_mean(name, formats()) or f"one of: auto, {', '.join(formats())}"
        raise UsageError(f'--input-format: there is no format "{name}"', hint=hint)
