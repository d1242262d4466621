#!/usr/bin/env bash
# Makes .venv with a Python of at least 3.11. Installs what that needs, or prints the one line to run.
set -euo pipefail
cd "$(dirname "$0")/../.."

good='import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c "$good" >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    return 1
}

if ! python=$(find_python); then
    if [ "$(uname)" = Darwin ]; then
        echo "gptdesk needs Python 3.11 or newer. Run:  brew install python" >&2
        exit 1
    fi
    packaging/dev/apt.sh python3 python3-venv
    python=$(find_python) || {
        echo "This system's Python is older than 3.11. Install a newer one and run: make run PYTHON=/its/place" >&2
        exit 1
    }
fi

echo "Making the environment with $("$python" --version)"
"$python" -m venv --clear .venv
