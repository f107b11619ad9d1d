"""Packs and term bases are found by name, by folder, and where they are installed."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from replylint.errors import UsageError
from replylint.rules import find
from replylint.rules.find import bundled, locate


def install(monkeypatch: pytest.MonkeyPatch, **points: str) -> None:
    def entry_points(group: str) -> list[EntryPoint]:
        return [EntryPoint(name, value, group) for name, value in points.items()]

    monkeypatch.setattr("importlib.metadata.entry_points", entry_points)


def test_the_bundled_ones_lie_in_the_checkout_or_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bundled("rules").name == "rules"
    assert bundled("glossary").parent == bundled("rules").parent
    assert locate("rules", ["replylint"]) == [bundled("rules")]
    package = tmp_path / "site" / "replylint"
    (package / "data" / "rules").mkdir(parents=True)
    monkeypatch.setattr(find, "__file__", str(package / "rules" / "find.py"))
    assert bundled("rules") == package / "data" / "rules"
    assert bundled("glossary") == tmp_path / "glossary"


def test_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    assert locate("rules", ["./mine", "mine", str(tmp_path / "mine"), "mine"]) == [
        Path("mine"),
        tmp_path / "mine",
    ]
    with pytest.raises(UsageError, match=r'there is no folder "\./none"; a pack is a folder'):
        locate("rules", ["./none"])
    with pytest.raises(UsageError, match="a term base is a folder"):
        locate("glossary", ["none/"])


def test_installed_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bank_rules").mkdir()
    module = f"FOLDER = {str(tmp_path)!r}\nNUMBER = 3\nNOWHERE = '/no/such/folder'\n"
    (tmp_path / "bank_rules" / "__init__.py").write_text(module)
    monkeypatch.syspath_prepend(str(tmp_path))
    install(
        monkeypatch,
        bank="bank_rules",
        path="bank_rules:FOLDER",
        number="bank_rules:NUMBER",
        nowhere="bank_rules:NOWHERE",
        broken="bank_rulez",
    )
    assert locate("rules", ["bank", "path"]) == [tmp_path / "bank_rules", tmp_path]
    for name in ("number", "nowhere"):
        with pytest.raises(UsageError, match=f'the entry point of "{name}" gives no folder'):
            locate("rules", [name])
    with pytest.raises(UsageError, match="cannot be imported: ModuleNotFoundError"):
        locate("glossary", ["broken"])
    sys.modules.pop("bank_rules", None)


def test_an_unknown_name_is_told_with_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, bankrules="x")
    with pytest.raises(UsageError, match='the pack "bankrule"; did you mean "bankrules"'):
        locate("rules", ["bankrule"])
    with pytest.raises(UsageError, match=r"the term base \"zzz\"; a folder is written .* ./zzz"):
        locate("glossary", ["zzz"])
