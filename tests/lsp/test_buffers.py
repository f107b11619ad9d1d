"""Whatever is typed wherever, the server has the text the editor has."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls", reason="pygls is not installed (the extra lsp has it)")

import re

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from replylint.lsp.buffers import Buffer
from replylint.lsp.options import Options, options
from replylint.text.offsets import Unit

LETTERS = st.text(st.sampled_from("好a😊𠮷\n\r\u2028\x85\x0c\ud800 "), max_size=12)
PLACES = st.tuples(st.integers(0, 6), st.integers(0, 9))
ENCODINGS = {Unit.UTF16: "utf-16-le", Unit.UTF8: "utf-8", None: "utf-32-le"}
SIZES = {Unit.UTF16: 2, Unit.UTF8: 1, None: 4}
UNITS = st.sampled_from(list(ENCODINGS))


def offset(text: str, line: int, units: int, unit: Unit | None) -> int:
    """Where a position is, as the protocol has it, worked out the slow way."""
    lines = re.split(r"(\r\n|\n|\r)", text)
    if line * 2 >= len(lines):
        return len(text)
    start = sum(map(len, lines[: line * 2]))
    left, width = units * SIZES[unit], 0
    for char in lines[line * 2]:
        left -= len(char.encode(ENCODINGS[unit], "surrogatepass"))
        if left < 0:
            break
        width += 1
    return start + width


@given(LETTERS, st.lists(st.tuples(PLACES, PLACES, LETTERS), max_size=4), UNITS)
def test_changes_come_out_as_in_the_editor(
    text: str, changes: list[tuple[tuple[int, int], tuple[int, int], str]], unit: Unit | None
) -> None:
    buffer = Buffer("file:///a.txt", "plaintext", 1, text, unit)
    for version, (first, last, new) in enumerate(changes, 2):
        first, last = sorted((first, last))
        start, end = (offset(text, *place, unit) for place in (first, last))
        text = text[:start] + new + text[max(start, end) :]
        place = types.Range(types.Position(*first), types.Position(*last))
        part = types.TextDocumentContentChangePartial(place, new)
        buffer = buffer.changed(version, [part])
        assert (buffer.text, buffer.version) == (text, version)


@given(LETTERS, UNITS, st.data())
def test_a_place_told_is_the_place_meant(text: str, unit: Unit | None, data: st.DataObject) -> None:
    buffer = Buffer("file:///a.txt", "plaintext", 1, text, unit)
    at = data.draw(st.integers(0, len(text)))
    if text[at - 1 : at + 1] == "\r\n":
        at -= 1  # between the two there is no place
    position = buffer.position(at)
    assert offset(text, position.line, position.character, unit) == at
    assert buffer.offset(position) == at


def test_a_file_has_a_path_and_other_things_have_none() -> None:
    path = Buffer("file:///tmp/%E4%B8%AD%20a.txt", "plaintext", 1, "").path
    assert path is not None
    assert path.as_posix() == "/tmp/中 a.txt"
    for uri in ("untitled:Untitled-1", "git:/a.txt", "vscode-notebook-cell:/a.ipynb"):
        assert Buffer(uri, "plaintext", 1, "").path is None
    assert Buffer("untitled:Untitled-1", "plaintext", 1, "").untitled


@pytest.mark.parametrize(
    "given", [["channel"], {"debounceMs": -1}, {"debounceMs": "fast"}, {"config": 7}]
)
def test_options_that_cannot_be_are_refused(given: object) -> None:
    from replylint.errors import UsageError

    with pytest.raises(UsageError):
        options(given, Options())
