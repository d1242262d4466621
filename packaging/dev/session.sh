#!/usr/bin/env bash
# Runs a command with a screen, an unlocked keyring and a sound server of its own, and ends them all.
#
# Everything lives in a temporary folder. The sound server has a speaker that nobody hears, and a
# microphone that hears what is played into "microphone_feed".
set -euo pipefail

if [ "$(uname)" != Linux ]; then
    exec "$@"
fi

run=$(mktemp -d "${TMPDIR:-/tmp}/gptdesk-session.XXXXXX")
started=()
finish() {
    kill "${started[@]}" 2>/dev/null || true
    wait || true
    rm -rf "$run"
}
trap finish EXIT

mkdir -m 700 "$run"/{runtime,home,data,config,cache}
export XDG_RUNTIME_DIR=$run/runtime HOME=$run/home
export XDG_DATA_HOME=$run/data XDG_CONFIG_HOME=$run/config XDG_CACHE_HOME=$run/cache

# A server ends with this script even if that is killed, and Ctrl+C reaches the command alone.
serve() {
    local name=$1
    shift
    # Without <&0 a background command reads nothing: the keyring would get no password
    setsid setpriv --pdeathsig TERM "$@" <&0 2>"$run/$name.log" &
    started+=($!)
}

not_ready() {
    echo "This did not get ready: $1" >&2
    tail -n 20 "$run"/*.log >&2
    exit 1
}

until_ready() {
    for _ in $(seq 100); do
        if "$@" >/dev/null 2>&1; then return; fi
        sleep 0.1
    done
    not_ready "$*"
}

start_screen() {
    mkfifo "$run/display"
    serve screen Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3<>"$run/display"
    read -r -t 30 display <>"$run/display" || not_ready screen
    export DISPLAY=:$display
    unset WAYLAND_DISPLAY QT_QPA_PLATFORM
}

start_bus() {
    export DBUS_SESSION_BUS_ADDRESS=unix:path=$run/runtime/bus
    serve bus dbus-daemon --session --nofork --nopidfile "--address=$DBUS_SESSION_BUS_ADDRESS"
    until_ready test -S "$run/runtime/bus"
}

start_keyring() {
    serve keyring gnome-keyring-daemon --foreground --unlock --components=secrets \
        >/dev/null < <(printf %s "throw-away")
    until_ready dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets
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
    serve sound pulseaudio -n --file="$run/sound.pa" --daemonize=no --use-pid-file=no \
        --exit-idle-time=-1
    until_ready pactl info
}

start_screen
start_bus
start_keyring
start_sound
export GPTDESK_TEST_SESSION=1
setpriv --pdeathsig TERM "$@"
