"""A real browser for tests: Chromium through its own driver, by the WebDriver protocol alone."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Space": " ",
    "Left": "\ue012",
    "Up": "\ue013",
    "Right": "\ue014",
    "Down": "\ue015",
    "Home": "\ue011",
    "End": "\ue010",
    "PageDown": "\ue00f",
}


def missing() -> str:
    """Why there is no browser; empty when there is one."""
    if not shutil.which("chromedriver"):
        return "chromedriver is not installed (apt-get install chromium chromium-driver)"
    if not (shutil.which("chromium") or shutil.which("google-chrome")):
        return "chromium is not installed (apt-get install chromium chromium-driver)"
    return ""


class Browser:
    """One window. Coordinates are CSS pixels."""

    def __init__(self, address: str) -> None:
        self._address = address
        options = {
            "binary": shutil.which("chromium") or shutil.which("google-chrome"),
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--disable-gpu",
            ],
        }
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"},
        }
        made = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{made['sessionId']}"

    def open(self, page: Path) -> None:
        self._do("/url", {"url": page.as_uri()})

    def script(self, code: str, *args: object) -> Any:
        """What a function with this body gives."""
        return self._do("/execute/sync", {"script": code, "args": list(args)})

    def click(self, css: str) -> None:
        """Effect: click as a person does; fails when something else is in the way."""
        middle = "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})"
        self.script(middle, css)  # the driver would leave it under the head of the page
        self._do(f"/element/{self._find(css)}/click", {})

    def write(self, css: str, text: str) -> None:
        self._do(f"/element/{self._find(css)}/value", {"text": text})

    def choose(self, css: str, value: str) -> None:
        """Effect: pick an option of a list."""
        option = self._find(f'{css} option[value="{value}"]')
        self._do(f"/element/{option}/click", {})

    def press(self, *keys: str) -> None:
        """Effect: press keys, whatever has the focus."""
        acts = [
            {"type": kind, "value": KEYS.get(key, key)}
            for key in keys
            for kind in ("keyDown", "keyUp")
        ]
        self._do("/actions", {"actions": [{"type": "key", "id": "keys", "actions": acts}]})

    def text(self, css: str) -> str:
        """The words a person sees there."""
        return str(self.script("return document.querySelector(arguments[0]).innerText", css))

    def count(self, css: str) -> int:
        return int(self.script("return document.querySelectorAll(arguments[0]).length", css))

    def size(self, width: int, height: int, *, phone: bool = False, **features: str) -> None:
        """Effect: a window of this size; ``scheme="dark"`` as the system prefers it."""
        about = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        self._cdp("Emulation.setDeviceMetricsOverride", about)
        known = [{"name": f"prefers-color-{key}", "value": each} for key, each in features.items()]
        self._cdp("Emulation.setEmulatedMedia", {"features": known})

    def picture(self, path: Path) -> None:
        """Effect: keep what is seen, for people to look at."""
        path.write_bytes(base64.b64decode(self._ask("GET", f"{self._session}/screenshot")))

    def printed(self) -> bytes:
        """The page as a PDF."""
        return base64.b64decode(self._do("/print", {}))

    def complaints(self) -> list[str]:
        """What the browser complained of since it was last asked."""
        return [each["message"] for each in self._do("/se/log", {"type": "browser"})]

    def close(self) -> None:
        self._ask("DELETE", self._session)

    def wait(self, code: str, *args: object, seconds: float = 20) -> None:
        """Effect: wait until the function gives something true."""
        end = time.monotonic() + seconds
        while not self.script(code, *args):
            assert time.monotonic() < end, f"never came true: {code}"
            time.sleep(0.05)

    def _find(self, css: str) -> str:
        found = self._do("/element", {"using": "css selector", "value": css})
        return str(found[_ELEMENT])

    def _cdp(self, name: str, params: dict[str, Any]) -> Any:
        return self._do("/goog/cdp/execute", {"cmd": name, "params": params})

    def _do(self, path: str, body: dict[str, Any]) -> Any:
        return self._ask("POST", self._session + path, body)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(
            self._address + path, data, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(asked, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                said = json.load(error)["value"]
            raise AssertionError(f"{path}: {said.get('message')}") from None


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A browser with a profile of its own in ``folder``; ended with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen(
        ["chromedriver", f"--port={port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder), "NO_PROXY": "127.0.0.1"},
    )
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                urllib.request.urlopen(address + "/status", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        window = Browser(address)
        try:
            yield window
        finally:
            window.close()
    finally:
        driver.terminate()
        driver.wait()
