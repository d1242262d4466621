#!/usr/bin/env bash
# Runs a command with a screen, an unlocked keyring and a sound server of its own, and ends them all.
#
# Everything lives in a temporary folder. The sound server has a speaker that nobody hears and a
# microphone that hears what is played into the sink "microphone_feed".
set -euo pipefail

if [ "$(uname)" != Linux ]; then
    exec "$@"
fi
if [ -z "${GPTDESK_SESSION:-}" ]; then
    GPTDESK_SESSION=$(mktemp -d "${TMPDIR:-/tmp}/gptdesk-session.XXXXXX")
    export GPTDESK_SESSION
    trap 'rm -rf "$GPTDESK_SESSION"' EXIT
    dbus-run-session -- "$0" "$@"
    exit
fi

# From here on we are inside the session bus.
run=$GPTDESK_SESSION
mkdir -m 700 -p "$run"/{runtime,home,data,config,cache}
export XDG_RUNTIME_DIR=$run/runtime HOME=$run/home
export XDG_DATA_HOME=$run/data XDG_CONFIG_HOME=$run/config XDG_CACHE_HOME=$run/cache

started=()
finish() {
    local code=$?
    trap - EXIT INT TERM
    kill "${started[@]}" 2>/dev/null || true
    wait "${started[@]}" 2>/dev/null || true
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT TERM

start_screen() {
    mkfifo "$run/display"
    Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$run/display" 2>"$run/screen.log" &
    started+=($!)
    read -r -t 30 number <"$run/display" || {
        cat "$run/screen.log" >&2
        exit 1
    }
    export DISPLAY=:$number QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY
}

start_keyring() {
    gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>"$run/keyring.log" \
        < <(printf %s "throw-away") &
    started+=($!)
}

start_sound() {
    # norewinds=1: otherwise a recording of three seconds holds one.
    cat >"$run/sound.pa" <<PA
load-module module-native-protocol-unix auth-anonymous=1 socket=$run/runtime/sound
load-module module-null-sink sink_name=speaker norewinds=1
load-module module-null-sink sink_name=microphone_feed norewinds=1
load-module module-remap-source source_name=microphone master=microphone_feed.monitor
set-default-sink speaker
set-default-source microphone
PA
    export PULSE_SERVER=unix:$run/runtime/sound
    pulseaudio -n --file="$run/sound.pa" --daemonize=no --use-pid-file=no --exit-idle-time=-1 \
        >"$run/sound.log" 2>&1 &
    started+=($!)
}

ready() {
    for _ in $(seq 100); do
        if "$@" >/dev/null 2>&1; then return; fi
        sleep 0.1
    done
    echo "This did not get ready: $*" >&2
    tail -n 20 "$run"/*.log >&2
    exit 1
}

has_keyring() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets
}

start_screen
start_keyring
start_sound
ready has_keyring
ready pactl info
"$@"
