"""A clean message pays for nothing it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

COSTLY = [
    *("yaml", "regex", "jieba", "rjieba", "tomllib", "difflib", "hashlib", "tempfile", "click"),
    *("concurrent.futures", "multiprocessing", "replylint.config.keys", "replylint.files.guess"),
    *("replylint.files.suppress", "replylint.files.baseline", "replylint.files.save"),
]
PROGRAM = f"""
import sys
from pathlib import Path
from replylint.config import Configs
from replylint.files.check import check
from replylint.files.decode import decode
from replylint.files.discover import discover
found = discover(["."], wanted=lambda path: True)
assert [each.shown for each in found.files] == ["a.txt"]
assert Configs().of(Path(".")).settings(found.files[0].path).split == "file"
decode(b"\\xe5\\xa5\\xbd", "a.txt")
print(*(name for name in {COSTLY!r} if name in sys.modules))
"""


def test_nothing_costly_is_imported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("好")
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={"PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""
