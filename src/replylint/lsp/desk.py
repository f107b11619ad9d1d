"""Judges open files: each by the settings nearest to it, which are read again when they change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..api.readings import FileLint, Readings
from ..api.rulesets import Rulesets
from ..api.surroundings import language
from ..config import Configs
from ..errors import InputError, UsageError
from ..files.check import Reading, document, trouble
from ..files.discover import shown
from ..files.placing import judged
from ..model import FileResult, Source
from .memory import Memory

if TYPE_CHECKING:
    from ..config import Settings
    from ..engine.ruleset import Ruleset
    from ..text.markup import Document
    from .buffers import Buffer

SETTINGS = ("replylint.toml", "pyproject.toml")
_LANGUAGES = {
    "plaintext": "text", "jsonc": "json", "java-properties": "properties", "gettext": "po",
    "jinja": "template", "jinja-html": "template", "handlebars": "template", "erb": "template",
    "liquid": "template", "twig": "template", "nunjucks": "template",
}  # fmt: skip
"""The formats editors call by another name than we do."""

Stamps = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """One version of a file and all that is said of it.

    ``document`` is None when the file cannot be read as what it is; ``result`` then says why.
    ``again`` judges another text in its place.
    """

    buffer: Buffer
    name: str
    reading: Reading
    ruleset: Ruleset
    document: Document | None
    result: FileResult
    again: Callable[[str], tuple[Document | None, FileResult]]

    @property
    def lang(self) -> str:
        """The language to speak."""
        return self.reading.terms.lang if self.reading.terms else "en"


class Desk:
    """For one thread at a time. Raises what settings, packs, term bases and baselines raise.

    ``config`` names a settings file for all; ``options`` are settings laid over every file's;
    ``speaks`` is the language where they leave it open.
    """

    def __init__(
        self,
        config: Path | None = None,
        options: Mapping[str, object] | None = None,
        speaks: str | None = None,
    ) -> None:
        self._config = config
        self._options = options or {}
        self._speaks = language(speaks or "auto")
        self._stamps: dict[Path, Stamps] = {}
        self._read()

    def judge(self, buffer: Buffer) -> Judged | None:
        """What is said of a file; None when it holds no replies or the settings leave it out."""
        self._look_again(buffer.path)
        format = self._format(buffer)
        if format is None:
            return None
        path = buffer.path
        settings = self.readings.settings(path)
        self._sources.update((*settings.packs, *settings.glossary))
        folder = None
        if settings.baseline is not None:
            self._sources.add(str(settings.baseline))
            folder = settings.baseline.parent
        reading = self.readings.reading(path, format=format or None, folder=folder)
        name = shown(path) if path else "untitled"
        again = partial(self._judge, name=name, reading=reading, settings=settings)
        told, result = again(buffer.text)
        key = reading.settings
        assert isinstance(key, int)
        ruleset = self._rulesets.made(key)
        return Judged(buffer, name, reading, ruleset, told, result, again)

    def forget(self) -> None:
        """Read all settings and packs anew when they are next asked for."""
        self._stamps.clear()
        self._read()

    def concerns(self, paths: Iterable[Path]) -> bool:
        """Whether any of the files that changed has a say in how files are judged."""
        folders = {Path(folder) for folder in tuple(self._sources)}  # the other thread adds some
        return any(
            path.name in SETTINGS
            or path == self._config
            or path in folders
            or not folders.isdisjoint(path.parents)
            for path in paths
        )

    @property
    def lint(self) -> Memory:
        """What judges single replies."""
        return self._lint

    def _read(self) -> None:
        self._rulesets = Rulesets()
        configs = Configs(self._config, self._options)
        self.readings = Readings(configs, self._rulesets, self._speaks)
        self._lint = Memory(FileLint(self._rulesets))
        self._sources: set[str] = set()

    def _look_again(self, path: Path | None) -> None:
        """Effect: forget everything when a settings file above came, went or changed.

        An editor that watches files says so itself; this is for those that do not.
        """
        folder = (path.parent if path else Path.cwd()).absolute()
        now = _stamps(folder, self._config)
        if self._stamps.setdefault(folder, now) != now:
            self.forget()
            self._stamps[folder] = now

    def _format(self, buffer: Buffer) -> str | None:
        """The format a file is in, "" where its name or the settings say; None: do not look."""
        path = buffer.path
        if path is not None:
            if self.readings.excluded(path, False) or not self.readings.wanted(path):
                return None
            return ""
        if not buffer.untitled:
            return None  # the old side of a comparison, a page of a repository
        from ..text.markup import formats

        name = _LANGUAGES.get(buffer.language, buffer.language)
        return name if name in formats() else None

    def _judge(
        self, text: str, *, name: str, reading: Reading, settings: Settings
    ) -> tuple[Document | None, FileResult]:
        try:
            told = document(text, name, reading)
        except (InputError, UsageError) as error:
            return None, FileResult(Source(name, text), errors=(trouble(error, name),))
        (result,), _ = judged(told, name, reading, self._lint)
        if settings.baseline is not None:
            from ..files.baseline import match, read

            entries = read(settings.baseline)
            (result,) = match([result], entries, settings.baseline.parent).results
        return told, result


def _stamps(folder: Path, explicit: Path | None) -> Stamps:
    """When each settings file in force in a folder, or that could be, was changed last."""
    found = [("", date.today().toordinal(), 0)]  # a suppression may have run out overnight
    candidates = (
        [explicit]
        if explicit is not None
        else [above / name for above in (folder, *folder.parents) for name in SETTINGS]
    )
    for path in candidates:
        try:
            state = os.stat(path)
        except OSError:
            continue
        found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)
