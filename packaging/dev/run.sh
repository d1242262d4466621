#!/usr/bin/env bash
# Fetches the starter model where it is missing and opens gptdesk.
set -euo pipefail
cd "$(dirname "$0")/../.."

profile=()
if [ -n "${GPTDESK_PROFILE:-}" ]; then
    profile=(--profile "$GPTDESK_PROFILE")
fi

.venv/bin/python -m gptdesk --install-pack starter ${profile[@]+"${profile[@]}"}

if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here, so no window can open. Running the self-check instead."
    export QT_QPA_PLATFORM=offscreen
    exec .venv/bin/python -m gptdesk --self-check ${profile[@]+"${profile[@]}"}
fi
exec .venv/bin/python -m gptdesk ${profile[@]+"${profile[@]}"}
