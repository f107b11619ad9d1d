"""What one command line asks for, typed: settings apart from everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..model import Safety
from .table import Opt


@dataclass(frozen=True, slots=True)
class Asked:
    """One run. ``settings`` are laid over the settings files; None stands for not said."""

    paths: tuple[str, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    config: Path | None = None
    text: str | None = None
    input_format: str | None = None
    stdin_filename: str | None = None
    force_exclude: bool = False
    fix: Safety | None = None
    diff: bool = False
    diff_base: str | None = None
    staged: bool = False
    statistics: bool = False
    watch: bool = False
    quiet: bool = False
    prune: bool = False
    output: Path | None = None
    color: str = "auto"
    format: str | None = None  # of rewrite; that of check is a setting
    safety: Safety = Safety.REVIEW


def asked(values: Mapping[str, Any], options: Sequence[Opt]) -> Asked:
    """The values a parser read from ``options``. Raises UsageError where they contradict."""
    given = {name: value for name, value in values.items() if value not in (None, False, [], ())}
    settings: dict[str, object] = {}
    for option in options:
        if option.setting and option.name in given:
            settings[option.setting] = _setting(option, given.pop(option.name))
    paths = tuple(given.pop("paths", ()))
    text = given.get("text")
    if text is not None and paths:
        raise UsageError("--text stands in for files", hint="leave out the paths or --text")
    input_format = given.pop("input_format", None)
    unsafe = given.pop("unsafe_fixes", False)
    fix = given.pop("fix", False) or given.get("diff") or unsafe
    _hold_git(given, paths, writes=bool(fix) and not given.get("diff"))
    for name, kind in (("config", Path), ("output", Path), ("safety", Safety)):
        if name in given:
            given[name] = kind(given[name])
    return Asked(
        paths=paths,
        settings=settings,
        input_format=None if input_format == "auto" else input_format,
        fix=(Safety.REVIEW if unsafe else Safety.SAFE) if fix else None,
        **given,
    )


def _hold_git(given: Mapping[str, Any], paths: Sequence[str], *, writes: bool) -> None:
    """Raise UsageError where git is asked about what it cannot know."""
    for name in ("diff_base", "staged"):
        flag = f"--{name.replace('_', '-')}"
        if name in given and ("text" in given or "-" in paths):
            raise UsageError(f"{flag} looks at files", hint="name some, or leave it out")
    if "staged" in given and writes:
        raise UsageError(
            "--fix changes files, and --staged looks at the index",
            hint="fix without --staged, or look with --diff at what would change",
        )
    if "staged" in given and given.get("watch"):
        raise UsageError("--watch looks at files, and --staged at the index")


def _setting(option: Opt, value: Any) -> object:
    if option.name == "cache":
        return False
    if option.kind == "pairs":
        return dict(_pair(option, each) for each in _split(value))
    return _split(value) if option.kind == "many" else value


def _split(values: Sequence[str]) -> list[str]:
    """``a,b`` is two values."""
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def _pair(option: Opt, value: str) -> tuple[str, str]:
    name, equals, level = value.partition("=")
    if not equals or not name or not level:
        raise UsageError(f'{option.flags[0]}: "{value}" is no pair', hint=f"write {option.metavar}")
    return name.strip(), level.strip()
