from __future__ import annotations

import io

import pytest

from replylint.report.colour import Paint, wanted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "answer"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_wanted(choice: str, terminal: bool, environ: dict[str, str], answer: bool) -> None:
    stream = Terminal() if terminal else io.StringIO()
    assert wanted(choice, stream, environ) is answer


def test_paint() -> None:
    assert Paint(True)("坏", "error") == "\x1b[31m\x1b[1m坏\x1b[0m"
    assert Paint(True)("", "error") == ""
    assert Paint(True)("好", "=") == "好"
    assert Paint(False)("坏", "error") == "坏"
