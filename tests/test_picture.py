"""The picture in the README shows what the command prints today."""

from __future__ import annotations

import re

from tests.scripts import script

make_picture = script("make_picture")


def _words(text: str) -> list[str]:
    lines = (re.sub(r"\x1b\[[0-9;]*m|\s", "", line) for line in text.splitlines())
    return [line for line in lines if line]


def test_the_picture_is_what_the_command_prints() -> None:
    picture = make_picture.PICTURE.read_text("utf-8")
    expected = _words(f"$ {make_picture.COMMAND}\n{make_picture.output()}")
    assert make_picture.shown(picture) == expected, "run scripts/make_picture.py"


def test_the_picture_loads_nothing_from_elsewhere() -> None:
    picture = make_picture.PICTURE.read_text("utf-8")
    assert set(re.findall(r"https?://[^\"')\s]+", picture)) == {"http://www.w3.org/2000/svg"}
