"""What the editors' side says is true of the server, and starts it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from replylint.__main__ import main
from replylint.config.schema import config_schema
from tests.scripts import ROOT

DOCUMENT = (ROOT / "docs" / "editors.md").read_text("utf-8")
EXTENSION = ROOT / "docs" / "editors" / "vscode"
_OWN = {"command", "config", "debounceMs"}
_STUBS = {
    "vscode": """\
const given = JSON.parse(process.env.GIVEN);
exports.workspace = {
  getConfiguration: () => ({ get: (name) => given[name] }),
  onDidChangeConfiguration: (heard) => { exports.heard = heard; },
  workspaceFolders: [{ uri: { scheme: "file", fsPath: "/home/me/templates" } }],
};
exports.commands = { registerCommand: (name, run) => { exports[name] = run; } };
exports.window = { showErrorMessage: (text) => console.log(JSON.stringify({ text })) };
""",
    "vscode-languageclient": """\
exports.State = { Running: 2 };
exports.LanguageClient = class {
  constructor(id, name, server, client) { this.told = { server, client }; this.state = 2; }
  async start() {
    console.log(JSON.stringify(this.told));
    if (process.env.BROKEN) throw new Error("ENOENT");
  }
  async stop() { console.log(JSON.stringify({ stopped: true })); }
  async sendNotification(name, params) { console.log(JSON.stringify({ name, params })); }
};
""",
}
_PLAY = """\
const extension = require(process.argv[2]);
const vscode = require("vscode");
(async () => {
  await extension.activate({ subscriptions: [] });
  const change = (name) => ({ affectsConfiguration: (asked) => name.startsWith(asked) });
  await vscode.heard(change("replylint.channel"));
  await vscode.heard(change("replylint.command"));
  await vscode.heard(change("editor.fontSize"));
  await extension.deactivate();
})();
"""


def test_the_snippets_can_be_read_and_start_the_server() -> None:
    blocks = {m[1]: m[2] for m in re.finditer(r"```([a-z]+)[^\n]*\n(.*?)```", DOCUMENT, re.S)}
    helix = tomllib.loads(blocks["toml"])["language-server"]["replylint"]
    sublime = json.loads(blocks["json"])["clients"]["replylint"]
    assert [helix["command"], *helix["args"]] == sublime["command"] == ["replylint", "lsp"]
    assert "{ 'replylint', 'lsp' }" in blocks["lua"]
    assert '"replylint" "lsp"' in blocks["elisp"]
    for options in (helix["config"], sublime["initializationOptions"]):
        assert set(options) <= set(config_schema()["properties"])


def test_every_kind_of_action_the_document_names_is_offered() -> None:
    pytest.importorskip("pygls", reason="pygls is not installed (the extra lsp has it)")
    from replylint.lsp.actions import FIX_ALL, REWRITE

    assert FIX_ALL in DOCUMENT
    assert REWRITE.value in DOCUMENT
    assert FIX_ALL in (EXTENSION / "README.md").read_text("utf-8")


def test_the_extension_offers_only_settings_there_are() -> None:
    package = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    names = {
        name.removeprefix("replylint.")
        for name in package["contributes"]["configuration"]["properties"]
    }
    assert names >= _OWN
    assert names - _OWN <= set(config_schema()["properties"])
    assert (EXTENSION / package["main"]).is_file()
    readme = (EXTENSION / "README.md").read_text("utf-8")
    assert all(name in readme for name in names)


def play(folder: Path, **env: str) -> list[dict[str, object]]:
    """What the extension did, with what it stands on in VS Code replaced."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node")
    shutil.copy(EXTENSION / "extension.js", folder)
    for name, code in _STUBS.items():
        module = folder / "node_modules" / name
        module.mkdir(parents=True)
        (module / ("index.js" if name == "vscode" else "node.js")).write_text(code, "utf-8")
    script = folder / "play.js"
    script.write_text(_PLAY, "utf-8")
    done = subprocess.run(
        [node, str(script), str(folder / "extension.js")],
        env={"PATH": "", **env},
        capture_output=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_the_extension_starts_the_server_with_what_is_set(tmp_path: Path) -> None:
    given = {"channel": "email", "lang": "", "debounceMs": 0, "command": ["x/replylint", "lsp"]}
    started, told, stopped, again, ended = play(tmp_path, GIVEN=json.dumps(given))
    server = {"command": "x/replylint", "args": ["lsp"], "options": {"cwd": "/home/me/templates"}}
    assert started == again
    assert started["server"] == server
    options = {"channel": "email", "debounceMs": 0}
    client = started["client"]
    assert isinstance(client, dict)
    assert client["initializationOptions"] == options
    assert told == {
        "name": "workspace/didChangeConfiguration",
        "params": {"settings": {"replylint": options}},
    }
    assert stopped == ended == {"stopped": True}


def test_the_extension_says_what_to_install(tmp_path: Path) -> None:
    said = play(tmp_path, GIVEN="{}", BROKEN="1")
    assert 'pip install "replylint[lsp]"' in str(said[1]["text"])


def test_without_pygls_the_command_names_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [n for n in sys.modules if n.startswith(("replylint.lsp", "pygls"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    assert main(["lsp"]) == 2
    assert 'pip install "replylint[lsp]"' in capsys.readouterr().err
