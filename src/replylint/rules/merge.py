"""Lays a rule's keys over the defaults of its file, or over the rule it overrides."""

from __future__ import annotations

from ..errors import PackError, did_you_mean
from .yaml_source import Items, Node, Scalar, Table


def merged(under: Table | None, over: Table) -> Table:
    """``over``'s keys replace those of ``under``; guards add up, and ``-name`` removes one.

    Raises PackError for a ``-name`` that removes nothing.
    """
    entries = dict(under.entries) if under else {}
    entries.update(over.entries)
    if "guards" in over:
        below = under.scalars("guards") if under else ()
        guards: tuple[Node, ...] = _guards(below, over.scalars("guards"))
        entries["guards"] = (over.entries["guards"][0], Items(guards, over.at("guards")))
    return Table(entries, over.origin)


def _guards(below: tuple[Scalar, ...], given: tuple[Scalar, ...]) -> tuple[Scalar, ...]:
    names = {scalar.text: scalar for scalar in below}
    for scalar in given:
        if not scalar.text.startswith("-"):
            names[scalar.text] = scalar
        elif names.pop(scalar.text[1:], None) is None:
            raise PackError(
                f'there is no guard "{scalar.text[1:]}" to remove here',
                origin=scalar.origin,
                hint=did_you_mean(scalar.text[1:], names),
            )
    return tuple(names.values())
