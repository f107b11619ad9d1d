"""The hooks do their work in the real pre-commit, from a repository that has only its settings.

pre-commit installs the hook as it does for everybody: a copy of this repository, a virtual
environment of its own, pip. So this needs pre-commit (the extra dev) and a pip that finds packages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scripts import ROOT

pytest.importorskip("pre_commit", reason="pre-commit is not installed (the extra dev has it)")

_SHIPPED = ("src", "rules", "glossary", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
_CLEAN = "replies:\n  - text: 您好，您的卡片已寄出，预计3个工作日内送达。\n"
_FAULTY = "# 注释里的“请立即处理”不是回复\nreplies:\n  - id: 立即\n    text: 请立即处理\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environment it makes, for all tests of this file."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the hooks, as somebody would clone it."""
    repo = tmp_path_factory.mktemp("replylint")
    for name in (*_SHIPPED, ".pre-commit-hooks.yaml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, repo / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, repo / name)
    _commit(repo)
    return repo


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """Somebody's repository, with a good and a faulty template and things that are no replies."""
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "clean.yaml").write_text(_CLEAN, "utf-8")
    (templates / "faulty.yaml").write_text(_FAULTY, "utf-8")
    (tmp_path / "tool.py").write_text('COMMAND = "请立即处理"\n', "utf-8")
    (tmp_path / "replylint.toml").write_text('exclude = ["drafts/"]\n', "utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "new.txt").write_text("请立即处理\n", "utf-8")
    _commit(tmp_path)
    return tmp_path


def _git(*args: str, repo: Path) -> str:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.com")
    done = subprocess.run(["git", *who, *args], cwd=repo, check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def _commit(repo: Path) -> None:
    _git("init", "-q", repo=repo)
    _git("add", "-A", repo=repo)
    _git("commit", "-qm", "Start", repo=repo)


def _run(hooks: Path, hook: str, scratch: Path, home: Path, *files: str) -> tuple[int, str]:
    """The hook run as a commit would, through the repository's own settings."""
    rev = _git("rev-parse", "HEAD", repo=hooks).strip()
    (scratch / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks}\n    rev: {rev}\n    hooks: [{{id: {hook}}}]\n", "utf-8"
    )
    _git("add", "-A", repo=scratch)
    return _pre_commit("run", hook, scratch=scratch, home=home, files=files)


def _pre_commit(
    *args: str, scratch: Path, home: Path, files: tuple[str, ...] = ()
) -> tuple[int, str]:
    chosen = ("--files", *files) if files else ("--all-files",)
    command = [sys.executable, "-m", "pre_commit", *args, *chosen, "--color", "never"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env = {**kept, "PRE_COMMIT_HOME": str(home), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=scratch, env=env, capture_output=True, check=False)
    said = (done.stdout + done.stderr).decode("utf-8")
    if "No matching distribution" in said or "Could not find a version" in said:
        pytest.skip("pip finds no packages here, so pre-commit cannot install the hook")
    return done.returncode, said


def test_a_faulty_template_fails_the_commit(hooks: Path, scratch: Path, home: Path) -> None:
    code, said = _pre_commit("try-repo", str(hooks), "replylint", scratch=scratch, home=home)
    assert code == 1, said
    assert "templates/faulty.yaml:4:12" in said
    assert said.count("command.urgent-imperative\n") == 1  # no key, comment, program or draft
    assert "我们正在" in said


def test_a_good_template_passes(hooks: Path, scratch: Path, home: Path) -> None:
    code, said = _run(hooks, "replylint", scratch, home, "templates/clean.yaml")
    assert code == 0, said
    assert "Passed" in said


def test_a_named_file_that_is_excluded_is_left_out(hooks: Path, scratch: Path, home: Path) -> None:
    code, said = _run(hooks, "replylint", scratch, home, "drafts/new.txt")
    assert code == 0, said


def test_safe_fixes_are_made_and_stop_the_commit_once(
    hooks: Path, scratch: Path, home: Path
) -> None:
    template = scratch / "templates" / "safe.txt"
    template.write_text("您好，您的卡6222020200112230126已寄出，预计3个工作日内送达。\n", "utf-8")
    code, said = _run(hooks, "replylint-fix", scratch, home, "templates/safe.txt")
    assert code == 1, said
    assert "files were modified by this hook" in said
    fixed = template.read_text("utf-8")
    code, said = _run(hooks, "replylint-fix", scratch, home, "templates/safe.txt")
    assert code == 0, said
    assert template.read_text("utf-8") == fixed


def test_rules_of_ones_own_are_tested(hooks: Path, scratch: Path, home: Path) -> None:
    _house(scratch, good="它不是万无一失的。")
    code, said = _run(hooks, "replylint-rules", scratch, home)
    assert code == 0, said
    _house(scratch, good="这款产品万无一失。")
    code, said = _run(hooks, "replylint-rules", scratch, home)
    assert code != 0
    assert "house.carefree" in said


def _house(repo: Path, good: str) -> None:
    """A pack of the repository's own, switched on in its settings."""
    folder = repo / "rules" / "zh"
    folder.mkdir(parents=True, exist_ok=True)
    (repo / "replylint.toml").write_text('packs = ["./rules"]\n', "utf-8")
    (repo / "rules" / "pack.yaml").write_text(
        'pack: house\nversion: "1"\ntitle: House\ntopics: [house]\n', "utf-8"
    )
    (folder / "house.yaml").write_text(
        f"""\
lang: zh
rules:
  - id: house.carefree
    kind: phrase
    match: [万无一失]
    where: {{before: {{lacks: [不是]}}}}
    severity: warning
    confidence: high
    message: {{zh: 不说“万无一失”, en: Do not say so}}
    reason: {{zh: 没有这样的事, en: Nothing is}}
    source: 本行规范
    examples:
      bad: ["[[万无一失]]。", "您放心，[[万无一失]]！"]
      good: ["{good}", 请您先看产品说明。]
""",
        "utf-8",
    )
