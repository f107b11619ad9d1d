from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from replylint.model import Edit, FileResult, Fix, Source, Trouble
from replylint.report.options import Options

from .cases import (
    ERROR,
    INFO,
    REVIEW,
    SAFE,
    SHOW,
    finding,
    fix,
    in_file,
    in_message,
    report,
    rule,
)

# The official schema is not ours to ship: OASIS publishes it as sarif-schema-2.1.0.json.
SCHEMA = Path(
    os.environ.get("SARIF_SCHEMA")
    or Path(__file__).parent.parent / "data" / "sarif-schema-2.1.0.json"
)
OPTIONS = Options(
    lang="zh", version="0.1.0", rules={"command.urgent": rule()}, docs="https://example.com/rules"
)
LATE = Trouble("too slow", "a.md", 3, None, "m-1", "c-9", "clarity.long")
LOST = Trouble("not a text file", "b.md", 2, 7)


def results() -> list[FileResult]:
    """One of everything."""
    text = "您好\r\n😀请立即处理"
    fixes = (
        Fix("缓一缓", SAFE, (Edit(6, 8, "尽早"), Edit(5, 5, "方便时"))),
        fix(6, 8, "", REVIEW),
        fix(0, 1, "想法", SHOW),
    )
    first = in_file(text, finding(6, 8, "像是在下命令", fixes=fixes), path="回复/a b.md")
    silenced = in_file(text, finding(0, 2, rule="vague.soon", severity=INFO), path="回复/a b.md")
    silenced = replace(silenced.findings[0], reason="按规定")
    return [
        replace(first, suppressed=(silenced,), known=(replace(silenced, reason=None),)),
        in_message(text, finding(6, 8, severity=ERROR), conversation="c-9"),
        in_message(text, finding(6, 8), message=None),
        in_message(text, finding(6, 8), path="s.jsonl"),
        FileResult(Source("b.md", ""), errors=(LOST,), incomplete=(LATE, Trouble("stopped"))),
    ]


def run_of(*given: FileResult, options: Options = OPTIONS, exit_code: int | None = 1) -> Any:
    log = json.loads(report("sarif", given, options, exit_code))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


@pytest.mark.skipif(not SCHEMA.exists(), reason=f"no {SCHEMA}")
@pytest.mark.parametrize("given", [results(), []], ids=["everything", "nothing"])
@pytest.mark.parametrize("options", [OPTIONS, Options()], ids=["rules", "bare"])
def test_official_schema(given: list[FileResult], options: Options) -> None:
    from jsonschema import Draft4Validator, FormatChecker

    validator = Draft4Validator(
        json.loads(SCHEMA.read_text("utf-8")), format_checker=FormatChecker()
    )
    log = json.loads(report("sarif", given, options, None if not given else 3))
    assert [error.message for error in validator.iter_errors(log)] == []


def test_a_result() -> None:
    run = run_of(*results())
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    result = run["results"][0]
    region = {
        "startLine": 2,
        "startColumn": 3,
        "endLine": 2,
        "endColumn": 5,
        "charOffset": 6,
        "charLength": 2,
    }
    artifact = {"uri": "%E5%9B%9E%E5%A4%8D/a%20b.md", "uriBaseId": "%SRCROOT%"}
    assert len(result["partialFingerprints"].pop("replylint/v1")) == 32
    assert result == {
        "ruleId": "command.urgent",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "像是在下命令"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {},
        "properties": {"topic": "command", "confidence": "high"},
        "fixes": [
            {
                "description": {"text": "缓一缓"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": "尽早"}},
                            {
                                "deletedRegion": {
                                    **region,
                                    "startColumn": 2,
                                    "endColumn": 2,
                                    "charOffset": 5,
                                    "charLength": 0,
                                },
                                "insertedContent": {"text": "方便时"},
                            },
                        ],
                    }
                ],
            },
            {
                "description": {"text": "review"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": ""}}
                        ],
                    }
                ],
            },
        ],
    }


def test_no_message_text() -> None:
    shown = report("sarif", results(), OPTIONS)
    assert "请立即处理" not in shown
    assert "snippet" not in shown


def test_silenced_results() -> None:
    _, suppressed, known, *_ = run_of(*results())["results"]
    assert suppressed["level"] == "note"
    assert suppressed["suppressions"] == [{"kind": "inSource", "justification": "按规定"}]
    assert known["suppressions"] == [{"kind": "external"}]


def test_messages_without_a_file_are_logical_locations() -> None:
    *_, told, untold, stream = run_of(*results())["results"]
    assert told["locations"] == [
        {"logicalLocations": [{"fullyQualifiedName": "c-9/m-1", "kind": "message"}]}
    ]
    assert untold["locations"] == [
        {"logicalLocations": [{"fullyQualifiedName": "<stdin>", "kind": "message"}]}
    ]
    assert stream["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "s.jsonl", "uriBaseId": "%SRCROOT%"}},
            "logicalLocations": [{"fullyQualifiedName": "m-1", "kind": "message"}],
        }
    ]
    assert told["properties"] == {
        "topic": "command", "confidence": "high", "start": 6, "end": 8
    }  # fmt: skip
    assert "fixes" not in told


def test_absolute_paths_are_file_uris() -> None:
    (result,) = run_of(in_file("您", finding(0, 1), path="/回/a.md"))["results"]
    (location,) = result["locations"]
    uri = {"uri": "file:///%E5%9B%9E/a.md"}
    assert location["physicalLocation"]["artifactLocation"] == uri


def test_rules() -> None:
    run = run_of(*results())
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("replylint", "0.1.0")
    urgent, soon = driver["rules"]
    assert all(
        driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"]
    )
    assert soon == {"id": "vague.soon", "helpUri": "https://example.com/rules/vague.soon.md"}
    assert urgent["helpUri"] == "https://example.com/rules/command.urgent.md"
    assert urgent["shortDescription"] == {"text": "“…”像是在下命令"}
    assert urgent["fullDescription"] == {"text": "客户会觉得被指使。"}
    assert urgent["help"]["text"] == "客户会觉得被指使。 手册 §3.1"
    assert urgent["help"]["markdown"].startswith("# `command.urgent`\n")
    assert urgent["defaultConfiguration"] == {"level": "warning"}
    assert urgent["properties"] == {
        "tags": ["command", "replylint"],
        "precision": "high",
        "problem.severity": "warning",
    }


def test_the_invocation_says_what_was_not_checked() -> None:
    (invocation,) = run_of(*results(), exit_code=3)["invocations"]
    source = {"uriBaseId": "%SRCROOT%"}
    assert invocation == {
        "executionSuccessful": False,
        "exitCode": 3,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": "not a text file"},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": "b.md", **source},
                            "region": {"startLine": 2, "startColumn": 7},
                        }
                    }
                ],
            },
            {
                "level": "warning",
                "message": {"text": "too slow"},
                "associatedRule": {"id": "clarity.long"},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": "a.md", **source},
                            "region": {"startLine": 3, "startColumn": 1},
                        },
                        "logicalLocations": [{"fullyQualifiedName": "c-9/m-1", "kind": "message"}],
                    }
                ],
            },
            {"level": "warning", "message": {"text": "stopped"}},
        ],
    }


def test_a_run_that_went_well() -> None:
    run = run_of(in_file("您好"), options=Options(), exit_code=None)
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert run["results"] == []
    assert run["tool"] == {"driver": {"name": "replylint", "rules": []}}


def test_a_trouble_of_a_whole_file_has_no_region() -> None:
    lost = FileResult(Source("b.md", ""), errors=(replace(LOST, line=None),))
    (invocation,) = run_of(lost)["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert "region" not in notification["locations"][0]["physicalLocation"]
