#!/usr/bin/env bash
# Installs Debian or Ubuntu packages where it may; otherwise prints the one line to run and stops.
set -euo pipefail

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo -n)
fi

if ! command -v apt-get >/dev/null; then
    echo "Please install what these Debian packages hold, then try again: $*" >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
    echo "These system packages are missing. Run this line, then try again:" >&2
    echo "  sudo apt-get install --no-install-recommends $*" >&2
    exit 1
fi

echo "Installing system packages: $*"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
install() { ${as_root[@]+"${as_root[@]}"} apt-get install -y -qq --no-install-recommends "$@"; }
{ ${as_root[@]+"${as_root[@]}"} apt-get update -qq && install "$@"; } >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
}
