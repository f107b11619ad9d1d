"""schemathesis against the running server: what /openapi.json says is what it does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serve.serving import Served

pytest.importorskip("schemathesis", reason="pip install schemathesis")

pytestmark = pytest.mark.integrations

ROOT = Path(__file__).parent.parent.parent
COMMAND = shutil.which("schemathesis", path=str(Path(sys.executable).parent))


def test_the_server_does_what_its_description_says(served: Served, tmp_path: Path) -> None:
    assert COMMAND is not None
    hooks = "tests.integrations.annotated_text"
    ran = subprocess.run(
        [COMMAND, "run", f"{served.url}/openapi.json", "--max-examples", "60", "--no-color"],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "SCHEMATHESIS_HOOKS": hooks, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Tested: 11" in ran.stdout
    assert "fault of replylint" not in served.log
