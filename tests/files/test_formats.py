"""Suppressions in every kind of comment a file can have, on the real readers of the formats."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from replylint.files.check import Reading, check
from replylint.files.discover import Found
from replylint.files.suppress import Terms
from replylint.model import Confidence, Finding, Message, Result, Severity
from replylint.text.markup import Segment

YAML = """\
replies:
  # replylint: ignore[command.*] law
  - text: |
      请立即处理
      请立即回电
  - text: 请立即处理 # replylint: ignore[command.urgent] why; until 2027-01-01
  - id: 3
    # replylint: ignore[command.*]
    text: >-
      请立即
      处理
  - text: |  # replylint: ignore[command.*]
      请立即
  - text: 请立即
  # replylint: ignore-next-line[command.*]
  - text: 请立即
  # replylint: ignore-start[command.*]
  - text: 请立即
  - text: "请立即"
  # replylint: ignore-end[command.*]
  - text: 请立即
"""
TOML = '''\
# replylint: ignore[command.*] law
text = """
请立即
请立即"""
body = "请立即" # replylint: ignore[command.*]
message = "请立即"
'''
PO = """\
# replylint: ignore[command.*] law
msgid "x"
msgstr "请立即"

msgid "y"
msgstr "请立即"
"""
CSV = """\
id,text,replylint
1,请立即,ignore[command.*] ok
2,请立即,
3,"请
立即",ignore[command.*]
"""
PROPERTIES = """\
# replylint: ignore[command.*]
a.text=请立即\\
 处理
b.text=请立即
"""
JSON = """\
{"replies": [
  {"text": "请立即", "replylint": "ignore[command.*] ok"},
  {"text": "请立即"}]}
"""
HTML = """\
<p>请立即</p>
<!-- replylint: ignore[command.*] -->
<p>请立即<br>请立即</p>
<p>请立即</p>
"""


def lint(message: Message, segment: Segment, reading: Reading) -> Result:
    found = []
    at = message.text.find("立即")
    while at >= 0:
        high, error = Confidence.HIGH, Severity.ERROR
        found.append(Finding("command.urgent", "command", error, high, at, at + 2, "…"))
        at = message.text.find("立即", at + 2)
    return Result(message, tuple(found))


@pytest.mark.parametrize(
    ("name", "text", "kept", "silenced"),
    [
        ("a.yaml", YAML, [14, 21], [4, 5, 6, 10, 13, 16, 18, 19]),
        ("a.toml", TOML, [6], [3, 4, 5]),
        ("a.po", PO, [6], [3]),
        ("a.csv", CSV, [3], [2, 5]),
        ("a.properties", PROPERTIES, [4], [2]),
        ("a.json", JSON, [3], [2]),
        ("a.html", HTML, [1, 4], [3, 3]),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_suppressed(
    name: str, text: str, kept: list[int], silenced: list[int], newline: str
) -> None:
    data = text.replace("\n", newline).encode("gb18030")
    reading = Reading(terms=Terms(["command.urgent"], date(2026, 6, 1)))
    (result,) = check(Found(Path(name), name), lint, reading, data).results
    assert [each.place and each.place.line for each in result.findings] == kept
    assert [each.place and each.place.line for each in result.suppressed] == silenced
    assert {each.finding.rule for each in result.findings} == {"command.urgent"}
    assert not result.errors
