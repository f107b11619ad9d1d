// Starts `replylint lsp` and hands it the settings of VS Code; everything else is the server's.
"use strict";

const vscode = require("vscode");
const { LanguageClient, State } = require("vscode-languageclient/node");

// What the server is asked about: it leaves out itself what holds no replies.
const SELECTOR = [{ scheme: "file" }, { scheme: "untitled" }];

let client;

/** The settings as the server takes them; what is empty is left to the settings files. */
function options() {
  const given = vscode.workspace.getConfiguration("replylint");
  const said = {};
  for (const name of ["config", "debounceMs", "channel", "audience", "lang"]) {
    const value = given.get(name);
    if (value !== undefined && value !== "") said[name] = value;
  }
  return said;
}

async function start() {
  const given = vscode.workspace.getConfiguration("replylint").get("command");
  const [command, ...args] = given && given.length ? given : ["replylint", "lsp"];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const cwd = folder?.scheme === "file" ? folder.fsPath : undefined;
  client = new LanguageClient(
    "replylint",
    "replylint",
    { command, args, options: { cwd } },
    { documentSelector: SELECTOR, initializationOptions: options() }
  );
  try {
    await client.start();
  } catch (error) {
    const what = `replylint: "${command}" did not start: pip install "replylint[lsp]"`;
    vscode.window.showErrorMessage(`${what} (${error.message})`);
  }
}

async function stop() {
  if (client && client.state === State.Running) await client.stop();
  client = undefined;
}

async function activate(context) {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand("replylint.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("replylint.command")) return restart();
      if (!change.affectsConfiguration("replylint") || !client) return undefined;
      const settings = { replylint: options() };
      return client.sendNotification("workspace/didChangeConfiguration", { settings });
    })
  );
  await start();
}

module.exports = { activate, deactivate: stop };
