"""What the README and the documents show is what their commands print."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


documents = _script("documents")


@pytest.mark.parametrize("path", documents.documents(), ids=lambda path: path.name)
def test_a_document_shows_what_its_commands_print(path: Path) -> None:
    outcome = documents.run(path)
    difference = outcome.difference()
    assert not difference, f"run scripts/documents.py\n{difference}"


def test_the_readme_shows_something_to_run() -> None:
    assert ROOT / "README.md" in documents.documents()


def test_ci_finds_the_two_commands_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(re.findall(r"(?m)^\$ .*pytest.*$", readme)) == 1
    assert len(re.findall(r"(?m)^\$ .*pip install .*check examples$", readme)) == 1


def test_every_link_between_the_documents_leads_somewhere() -> None:
    broken = []
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            if not (path.parent / target).exists():
                broken.append(f"{path.name}: {target}")
    assert not broken
