"""The quick parser reads what click reads, and leaves the rest to click."""

from __future__ import annotations

from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.faces import table
from replylint.faces.app import linting
from replylint.faces.asked import asked
from replylint.faces.quick import parse
from replylint.faces.table import Opt

_WORDS = st.sampled_from(["a.txt", "-", "jsonl", "zh", "command.*", "a,b", "auto", "3", "x=y", ""])


def by_click(args: list[str], options: tuple[Opt, ...], name: str) -> dict[str, Any] | None:
    command = linting(name)
    try:
        values = command.make_context(name, list(args)).params
    except (click.ClickException, click.exceptions.Exit):
        return None
    return {**values, "paths": list(values.pop("paths"))}


def given_ones(values: dict[str, Any]) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        return list(value) if isinstance(value, tuple) else value

    kept = {name: plain(value) for name, value in values.items()}
    return {name: value for name, value in kept.items() if value not in (None, False, [])}


@pytest.mark.parametrize(("name", "options"), [("check", table.CHECK), ("rewrite", table.REWRITE)])
@given(data=st.data())
def test_both_parsers_agree(name: str, options: tuple[Opt, ...], data: st.DataObject) -> None:
    flags = st.sampled_from([flag for option in options for flag in option.flags])
    both = st.builds("{}={}".format, flags, _WORDS)
    args = data.draw(st.lists(st.one_of(flags, _WORDS, both, st.just("--")), max_size=6))
    quick = parse(args, options)
    if quick is not None:
        slow = by_click(args, options, name)
        assert slow is not None
        assert given_ones(quick) == given_ones(slow)


@pytest.mark.parametrize(
    "args",
    [["--help"], ["--formt", "x"], ["--jobs", "x"], ["--color", "pink"], ["--text"], ["-qo"]],
)
def test_click_has_the_words_for_what_is_wrong(args: list[str]) -> None:
    assert parse(args, table.CHECK) is None


def test_settings_are_told_from_the_rest() -> None:
    values = parse(
        ["a", "--select", "x.*,y", "--severity=x=error", "--no-cache", "--fix"], table.CHECK
    )
    assert values is not None
    told = asked(values, table.CHECK)
    assert told.paths == ("a",)
    assert told.settings == {"select": ["x.*", "y"], "severity": {"x": "error"}, "cache": False}
    assert told.fix is not None
