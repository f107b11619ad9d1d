#!/usr/bin/env bash
# Writes everything that is generated from the packs and the commands; run it after changing a rule.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
export PYTHONPATH=src REPLYLINT_DOCS_CACHE XDG_CACHE_HOME
REPLYLINT_DOCS_CACHE=$(mktemp -d)
XDG_CACHE_HOME=$REPLYLINT_DOCS_CACHE # the packs are compiled once for all that follows
trap 'rm -rf "$REPLYLINT_DOCS_CACHE"' EXIT
"$python" -m replylint rules schema >rules/schema.new && mv rules/schema.new rules/schema.json
"$python" -m replylint rules docs docs/rules --lang en
"$python" scripts/make_coverage.py
"$python" scripts/make_picture.py
"$python" scripts/documents.py >/dev/null || { "$python" scripts/documents.py --check; exit 1; }
