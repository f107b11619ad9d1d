"""A server in a process of its own, asked over real connections; what it logged can be read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import replylint

PACK = Path(__file__).parent.parent / "faces" / "pack"
SOURCES = str(Path(replylint.__file__).parents[1])
_PATIENCE = 120  # seconds until a server must have begun: machines are shared


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    headers: Mapping[str, str]
    raw: bytes

    @property
    def text(self) -> str:
        return self.raw.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.raw)


class Served:
    """One running server."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
        self.process = process
        self.folder = folder
        self._log = log
        self.port = 0

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8", "replace")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def connection(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answered:
        connection = self.connection()
        try:
            data = body.encode() if isinstance(body, str) else body
            connection.request(method, path, data, dict(headers or {}))
            answer = connection.getresponse()
            given = {name.lower(): value for name, value in answer.getheaders()}
            return Answered(answer.status, given, answer.read())
        finally:
            connection.close()

    def post(self, path: str, value: Any, headers: Mapping[str, str] | None = None) -> Answered:
        """Send JSON; bytes and strings as they are."""
        body = value if isinstance(value, bytes | str) else json.dumps(value, ensure_ascii=False)
        return self.ask("POST", path, body, {"content-type": "application/json", **(headers or {})})

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answered:
        return self.ask("GET", path, None, headers)

    def form(self, path: str, body: str, headers: Mapping[str, str] | None = None) -> Answered:
        kind = {"content-type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, body, {**kind, **(headers or {})})

    def wait_for(self, words: str, times: int = 1) -> None:
        """Until the log holds ``words`` so often."""
        until = time.monotonic() + _PATIENCE
        while self.log.count(words) < times:
            assert self.process.poll() is None or words in self.log, self.log
            assert time.monotonic() < until, f"no “{words}” in:\n{self.log}"
            time.sleep(0.02)

    def stop(self, how: int = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(60)


def settings(folder: Path, more: str = "") -> Path:
    """Settings beside a small pack, that loads at once."""
    path = folder / "replylint.toml"
    path.write_text(f'packs = ["{PACK.as_posix()}"]\nglossary = []\n{more}', encoding="utf-8")
    return path


@contextmanager
def serving(folder: Path, *options: str, **environ: str) -> Iterator[Served]:
    """A server whose settings are those in ``folder``; it is stopped at the end."""
    log = folder / "server.log"
    environment = {**os.environ, "PYTHONPATH": SOURCES, "LANG": "en_GB.UTF-8", "LC_ALL": ""}
    command = [sys.executable, "-m", "replylint", "serve", "--port", "0", *options]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=folder, env={**environment, **environ}, stdout=out, stderr=out
        )
    served = Served(process, folder, log)
    try:
        served.wait_for("serves on http://")
        line = next(each for each in served.log.splitlines() if "serves on" in each)
        served.port = int(line.split(":")[-1].split(" ")[0])
        yield served
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(60)
