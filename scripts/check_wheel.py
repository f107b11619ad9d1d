"""Checks that a wheel holds what it should and nothing else; says what is wrong and exits 1."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def shipped() -> set[str]:
    """Every file that belongs into the wheel, by its name there."""
    code = {
        str(path.relative_to(ROOT / "src"))
        for path in (ROOT / "src" / "replylint").rglob("*")
        if path.suffix in (".py", ".typed", ".html", ".css", ".js", ".svg")
    }
    data = {
        f"replylint/data/{path.relative_to(ROOT)}"
        for folder in ("rules", "glossary")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    return code | data


def main(wheel: str) -> int:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = shipped()
    faults = [f"missing: {name}" for name in sorted(expected - names)]
    faults += [f"not wanted: {name}" for name in sorted(names - expected)]
    licences = {Path(n).name for n in zipfile.ZipFile(wheel).namelist() if "/licenses/" in n}
    faults += [f"missing: {name}" for name in {"LICENSE", "NOTICE"} - licences]
    print("\n".join(faults) or f"{len(names)} files, as they should be")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
