"""What the README and the documents show is what their commands print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.scripts import ROOT, script

documents = script("documents")


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
