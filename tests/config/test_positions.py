"""Every key and value of a TOML text is found where it stands."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.config.positions import Positions

TEXT = '''\
# a comment with [brackets] = "and"
select = ["a.*", # why = ["x"]
  'b',
]
"quoted key" = """
not = "a key"
""" # tail
a.b . c = { d = 1, "e f" = [ {g = 2}, 3 ] }

[public] # note
hotlines = ["95588"]

[[overrides]]
paths = ["x"]
[overrides.limits]
sms = 70
[[overrides]]
paths = ['y']
severity = {"command.*" = "info"}
when = 2026-01-02T03:04:05Z
text = \'\'\'it''s\'\'\'\'
last = true'''


def test_the_text_is_valid() -> None:
    assert tomllib.loads(TEXT)["overrides"][1]["last"] is True


@pytest.mark.parametrize(
    ("keys", "key", "value"),
    [
        (("select",), (2, 1), (2, 10)),
        (("select", 0), (2, 11), (2, 11)),
        (("select", 1), (3, 3), (3, 3)),
        (("quoted key",), (5, 1), (5, 16)),
        (("a", "b", "c"), (8, 7), (8, 11)),
        (("a", "b"), (8, 3), (8, 3)),
        (("a", "b", "c", "d"), (8, 13), (8, 17)),
        (("a", "b", "c", "e f"), (8, 20), (8, 28)),
        (("a", "b", "c", "e f", 0, "g"), (8, 31), (8, 35)),
        (("a", "b", "c", "e f", 1), (8, 39), (8, 39)),
        (("public",), (10, 2), (10, 2)),
        (("public", "hotlines", 0), (11, 13), (11, 13)),
        (("overrides",), (13, 3), (13, 3)),
        (("overrides", 0), (13, 3), (13, 3)),
        (("overrides", 0, "paths"), (14, 1), (14, 9)),
        (("overrides", 0, "limits", "sms"), (16, 1), (16, 7)),
        (("overrides", 1), (17, 3), (17, 3)),
        (("overrides", 1, "paths", 0), (18, 10), (18, 10)),
        (("overrides", 1, "severity", "command.*"), (19, 13), (19, 27)),
        (("overrides", 1, "when"), (20, 1), (20, 8)),
        (("last",), None, None),
        (("overrides", 1, "last"), (22, 1), (22, 8)),
        (("public", "nowhere"), (10, 2), (10, 2)),
    ],
)
def test_places(
    keys: tuple[str | int, ...], key: tuple[int, int] | None, value: tuple[int, int] | None
) -> None:
    positions = Positions(TEXT)
    assert positions.find(keys) == key
    assert positions.find(keys, value=True) == value


_names = st.sampled_from(["a", "b-c", "1", "键", "x y", 'q"', "p.q"])
_values = st.recursive(
    st.sampled_from(['"s"', "'l'", '"""\nm]"""', "'''m\n'''", "1", "true", "2026-01-02"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda v: "[" + ", # c ]\n ".join(v) + "]")
        | st.dictionaries(_names, inner, max_size=3).map(
            lambda d: "{" + ", ".join(f"{_spelled(k)} = {v}" for k, v in d.items()) + "}"
        )
    ),
    max_leaves=6,
)


def _spelled(name: str) -> str:
    return '"' + name.replace('"', '\\"') + '"'


def _paths(value: object, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        pairs: list[tuple[str | int, object]] = list(value.items())
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    else:
        return [at]
    return [at, *(path for key, each in pairs for path in _paths(each, (*at, key)))]


@given(st.lists(st.tuples(_names, _values), max_size=4, unique_by=lambda pair: pair[0]))
def test_everything_tomllib_reads_has_its_own_place(pairs: list[tuple[str, str]]) -> None:
    text = "".join(f"{_spelled(name)} = {value}\n" for name, value in pairs)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # a line break in an inline table, before TOML 1.1
        return
    positions = Positions(text)
    paths = _paths(data)[1:]
    places = [positions.find(path) for path in paths]
    assert None not in places
    lines = text.split("\n")
    for path, place in zip(paths, places, strict=True):
        assert place is not None
        if isinstance(path[-1], str):
            assert lines[place[0] - 1][place[1] - 1 :].startswith(_spelled(path[-1]))
