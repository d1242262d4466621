#!/usr/bin/env bash
# Pins every dependency for Linux, macOS and Windows with hashes, and without any index address.
# Give --upgrade to move to newer versions: make lock UPGRADE=1
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=packaging/requirements

pin() {
    local file=$1
    shift
    .venv/bin/python -m uv pip compile "$@" --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --custom-compile-command "make lock" --quiet -o "$folder/$file"
    echo "$folder/$file"
}

[ -z "${UPGRADE:-}" ] || rm -f "$folder"/*.txt
pin run.txt pyproject.toml
pin offline.txt pyproject.toml --extra offline -c "$folder/run.txt"
pin dev.txt pyproject.toml --extra offline --extra dev -c "$folder/offline.txt"
pin build.txt "$folder/build.in" -c "$folder/dev.txt"

if grep -nE '(https?|file|git\+)[:+]|--(index|extra-index|find-links)' "$folder"/*.txt; then
    echo "An address got into the pins; see the lines above." >&2
    exit 1
fi
