"""Reads a command line that is in order without click, which costs as much as linting a message.

Anything else, a misspelt option or a call for help, is left to click and its words for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from .table import Opt

Values = dict[str, object]  # "paths", and by Opt.name: bool, str, int, list[str]


def parse(args: Sequence[str], options: Sequence[Opt]) -> Values | None:
    """The values of ``args``, those given only; None when click has to look at them."""
    by_flag = {flag: option for option in options for flag in option.flags}
    paths: list[str] = []
    values: Values = {"paths": paths}
    rest = list(args)
    while rest:
        arg = rest.pop(0)
        if arg == "--":
            paths += rest
            break
        if arg == "-" or not arg.startswith("-"):
            paths.append(arg)
            continue
        flag, equals, value = arg.partition("=")
        option = by_flag.get(flag)
        if option is None or (equals and not flag.startswith("--")):
            return None
        if option.kind == "flag":
            if equals:
                return None
            values[option.name] = True
            continue
        if not equals:
            if not flag.startswith("--") or not rest or rest[0].startswith("-"):
                return None
            value = rest.pop(0)
        if not _take(values, option, value):
            return None
    return values


def _take(values: Values, option: Opt, value: str) -> bool:
    """Whether the value is one the option can have; then it is in ``values``."""
    if option.choices and value not in option.choices:
        return False
    if option.kind == "number":
        if not value.isascii() or not value.isdecimal():
            return False
        values[option.name] = int(value)
    elif option.kind in ("many", "pairs"):
        given = values.setdefault(option.name, [])
        assert isinstance(given, list)
        given.append(value)
    else:
        values[option.name] = value
    return True
