#!/usr/bin/env bash
# Runs an installed replylint the way a stranger would, outside the checkout; $1 is the command.
set -euo pipefail
tool=$1
examples=$(cd "$(dirname "$0")/../examples" && pwd)
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
cp -r "$examples" "$away/examples"
cd "$away"

expect() { # expect CODE WORDS COMMAND…: the exit code, and a word that must be printed
  local code=$1 words=$2 got=0 out
  shift 2
  out=$("$@" 2>&1) || got=$?
  if [ "$got" != "$code" ] || [[ $out != *"$words"* ]]; then
    printf 'expected exit %s and “%s”, got exit %s:\n$ %s\n%s\n' "$code" "$words" "$got" "$*" "$out"
    exit 1
  fi
}

expect 0 '.' "$tool" --version
expect 1 'command.' "$tool" check examples
expect 1 '我们正在' "$tool" check --text 请立即处理
expect 1 '我們正在' "$tool" check --text 請立即處理
expect 0 '' "$tool" check --text 感谢您的耐心配合，祝您生活愉快。
expect 0 '我们正在' "$tool" rewrite --text 请立即处理
expect 2 '' "$tool" check no-such-file.txt
expect 0 'command' "$tool" rules list
expect 0 'KYC' "$tool" glossary lookup KYC
printf 'conversation_id,sent_at,role,text\nk,2026-03-02 09:15,agent,请立即处理\n' >march.csv
expect 1 'command.urgent-imperative' "$tool" audit march.csv --report march.html
expect 0 '' test -s march.html
# what needs an extra names it
expect 2 'replylint[serve]' "$tool" serve
expect 2 'replylint[lsp]' "$tool" lsp
expect 2 'replylint[mcp]' "$tool" mcp
expect 2 'replylint[audit]' "$tool" audit march.csv --store runs.duckdb
expect 0 '' "$tool" init
"$(dirname "$tool")/python" -c '
from replylint import Linter
linter = Linter()
assert linter.check("请立即处理", channel="chat").decision == "revise"
assert linter.rewrite("請立即處理").text.startswith("我們")
'
echo 'smoke: all as expected'
