"""The action, the hooks and the snippets for CI: as their schemas want them, and run for real."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.scripts import ROOT

ACTION = ROOT / ".github" / "actions" / "replylint" / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
DOCUMENT = ROOT / "docs" / "repositories.md"
_BLOCK = re.compile(r"^```yaml title=(?P<title>\S+)\n(?P<body>.*?)^```$", re.S | re.M)
SNIPPETS = {m["title"]: m["body"] for m in _BLOCK.finditer(DOCUMENT.read_text("utf-8"))}


def valid(schema: str, path: Path) -> None:
    """Hold a file against the published schema that check-jsonschema carries."""
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is in the extra dev")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, str(path)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_the_action_is_one() -> None:
    valid("github-actions", ACTION)


@pytest.mark.parametrize("title", [t for t in SNIPPETS if t.startswith(".github/workflows/")])
def test_the_workflows_of_the_document_are_some(title: str, tmp_path: Path) -> None:
    path = tmp_path / "workflow.yml"
    path.write_text(SNIPPETS[title], "utf-8")
    valid("github-workflows", path)


def test_the_pipeline_of_the_document_is_one(tmp_path: Path) -> None:
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(SNIPPETS[".gitlab-ci.yml"], "utf-8")
    valid("gitlab-ci", path)


def test_pre_commit_takes_the_hooks_and_the_settings_of_the_document(tmp_path: Path) -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="pre-commit is in the extra dev")
    offered = {hook["id"] for hook in clientlib.load_manifest(str(HOOKS))}
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_text(SNIPPETS[".pre-commit-config.yaml"], "utf-8")
    used = {hook["id"] for hook in clientlib.load_config(str(path))["repos"][0]["hooks"]}
    assert used == offered == {"replylint", "replylint-fix", "replylint-rules"}


def test_the_inputs_the_document_names_are_those_of_the_action() -> None:
    action = yaml.safe_load(ACTION.read_text("utf-8"))
    text = DOCUMENT.read_text("utf-8").partition("| input | |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `([a-z-]+)`", text, re.M)) == set(action["inputs"])
    step = yaml.safe_load(SNIPPETS[".github/workflows/replies.yml"])["jobs"]["replies"]["steps"][-1]
    assert set(step["with"]) <= set(action["inputs"])


def test_no_input_of_the_action_is_read_as_a_command() -> None:
    for step in yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


class Runner:
    """Runs the action's shell steps as a runner does, in a scratch repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.repository = folder / "repository"
        self.repository.mkdir()
        self.said = ""

    def git(self, *args: str) -> None:
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.com")
        subprocess.run(["git", *who, *args], cwd=self.repository, check=True, capture_output=True)

    def __call__(self, **inputs: str) -> tuple[int, dict[str, str]]:
        """Exit code of the action and the outputs of its steps; ``inputs`` with _ for -."""
        action = yaml.safe_load(ACTION.read_text("utf-8"))
        values = {name: each["default"] for name, each in action["inputs"].items()}
        values |= {name.replace("_", "-"): value for name, value in inputs.items()}
        outputs: dict[str, str] = {}
        for step in action["runs"]["steps"]:
            if "run" not in step:
                continue
            code, written = self._step(step, values, outputs)
            outputs |= written
            if code:
                return code, outputs
        return 0, outputs

    def _step(
        self, step: dict[str, Any], inputs: dict[str, str], outputs: dict[str, str]
    ) -> tuple[int, dict[str, str]]:
        assert step["shell"] == "bash"
        file = self.folder / "output"
        file.write_text("", "utf-8")
        script = self.folder / "step.sh"
        script.write_text(step["run"], "utf-8")
        given = {
            name: _filled(value, inputs, outputs) for name, value in step.get("env", {}).items()
        }
        env = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "LC_ALL": "C.UTF-8",
            "RUNNER_TEMP": str(self.folder),
            "GITHUB_OUTPUT": str(file),
            **given,
        }
        # As GitHub has it for "shell: bash".
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
        done = subprocess.run(
            command, cwd=self.repository, env=env, capture_output=True, check=False
        )
        self.said += done.stdout.decode() + done.stderr.decode()
        rows = [row.partition("=") for row in file.read_text("utf-8").splitlines()]
        return done.returncode, {name: value for name, _, value in rows}


def _filled(value: str, inputs: dict[str, str], outputs: dict[str, str]) -> str:
    def put(found: re.Match[str]) -> str:
        name = found[1].rpartition(".")[2]
        return inputs[name] if found[1].startswith("inputs.") else outputs[name]

    return re.sub(r"\$\{\{ ([a-z.-]+) \}\}", put, value)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    if shutil.which("git") is None or shutil.which("bash") is None:
        pytest.skip("there is no git or no bash")
    runner = Runner(tmp_path)
    (runner.repository / "old templates").mkdir()
    (runner.repository / "old templates" / "sms.yaml").write_text("- text: 请立即处理\n", "utf-8")
    runner.git("init", "-q", "-b", "main")
    runner.git("add", "-A")
    runner.git("commit", "-qm", "Start")
    return runner


def test_findings_fail_the_job_and_leave_a_report(runner: Runner) -> None:
    code, outputs = runner(install="", python=sys.executable)
    assert code == 1, runner.said
    assert outputs["code"] == "1"
    report = json.loads((runner.repository / outputs["sarif"]).read_text("utf-8"))
    (result,) = report["runs"][0]["results"]
    assert result["ruleId"] == "command.urgent-imperative"
    assert "::warning file=old templates/sms.yaml,line=1" in runner.said


def test_only_what_changed_is_judged(runner: Runner) -> None:
    (runner.repository / "new.txt").write_text("您好，您的卡片已寄出。\n", "utf-8")
    code, _ = runner(install="", python=sys.executable, diff_base="main")
    assert code == 0, runner.said


def test_paths_and_options_are_words_whatever_is_in_them(runner: Runner) -> None:
    code, outputs = runner(
        install="",
        python=sys.executable,
        paths="old templates\n$(touch hacked); `touch hacked`\n",
        args="--fail-level\nnever\n--ignore=command.*",
        sarif="a report.sarif",
        annotate="false",
    )
    assert code == 2, runner.said  # there is no such path
    assert outputs == {"python": sys.executable, "sarif": "a report.sarif", "code": "2"}
    assert not (runner.repository / "hacked").exists()
    assert "::warning" not in runner.said


def test_it_installs_what_it_is_told_to(runner: Runner) -> None:
    code, _ = runner(install="replylint-of-nowhere==0", python=sys.executable)
    assert code != 0
    assert (runner.folder / "replylint-venv").is_dir()
    assert "replylint-of-nowhere" in runner.said
