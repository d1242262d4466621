#!/usr/bin/env bash
# Fetches the starter pack (chat, speech, transcription) where it is missing and opens gptdesk.
set -euo pipefail
cd "$(dirname "$0")/../.."

profile=()
if [ -n "${GPTDESK_PROFILE:-}" ]; then
    profile=(--profile "$GPTDESK_PROFILE")
fi

.venv/bin/python -m gptdesk --install-pack starter ${profile[@]+"${profile[@]}"} || {
    [ $? -ne 130 ] || exit 130 # stopped by Ctrl+C
    echo "gptdesk starts without it; Settings can fetch it later."
}

if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here, so no window can open. Running the self-check instead."
    export QT_QPA_PLATFORM=offscreen
    exec .venv/bin/python -m gptdesk --self-check ${profile[@]+"${profile[@]}"}
fi
exec .venv/bin/python -m gptdesk ${profile[@]+"${profile[@]}"}
