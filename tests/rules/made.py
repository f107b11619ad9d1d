"""Writes small packs for tests: one rule of every needed key, changed where a test says so."""

from __future__ import annotations

from pathlib import Path

from replylint.rules.load import Loaded, load

PACK = 'pack: house\nversion: "1"\n'
SAID = """\
    message: {zh: 说, en: said}
    reason: {zh: 因, en: why}
    source: 手册 §3.1
    severity: warning
    confidence: high
"""
PROOFS = """\
    examples:
      bad: ["[[甲]]", "[[乙]]"]
      good: [丙, 丁]
"""


def rule(body: str = "    match: [立即]\n", id: str = "command.one", kind: str = "phrase") -> str:
    """The YAML of one rule; ``body`` holds its other keys, four columns in."""
    return f"  - id: {id}\n    kind: {kind}\n{SAID}{body}{PROOFS}"


def file(*rules: str, above: str = "", lang: str = "zh") -> str:
    """A file of rules; ``above`` stands between ``lang`` and them."""
    return f"lang: {lang}\n{above}rules:\n" + "".join(rules)


def write(folder: Path, files: dict[str, str] | str, head: str = PACK) -> Path:
    """A pack's folder; one text is its only file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(head, encoding="utf-8")
    for name, text in ({"rules.yaml": files} if isinstance(files, str) else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def loaded(folder: Path, files: dict[str, str] | str, head: str = PACK) -> Loaded:
    return load([write(folder, files, head)], examples=True)
