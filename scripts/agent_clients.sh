#!/usr/bin/env bash
# Proves the adapters for AI agents against the real packages, each in a fresh environment of its own.
# Without arguments all of them; scripts/agent_clients.sh mcp langchain only these.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PIP_DISABLE_PIP_VERSION_CHECK=1 LC_ALL=C.UTF-8
[ $# -gt 0 ] || set -- mcp openai-agents langchain guardrails-ai nemoguardrails
for extra in "$@"; do
  case $extra in
    nemoguardrails) tests=test_nemo.py ;;
    *) tests=test_${extra//-/_}.py ;;
  esac
  printf '\n== %s (%ss)\n' "$extra" "$SECONDS"
  python3 -m venv "$work/env"
  "$work/env/bin/pip" install -q -c constraints.txt pytest jsonschema ".[$extra]"
  # nothing was skipped: the package is there
  "$work/env/bin/python" -m pytest -q -p no:cacheprovider -rs "tests/integrations/agents/$tests" |
    tee "$work/said"
  ! grep -q SKIPPED "$work/said"
  rm -rf "$work/env"
done
printf '\n== done (%ss)\n' "$SECONDS"
