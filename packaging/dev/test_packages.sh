#!/usr/bin/env bash
# Makes sure of the screen, keyring, sound server and fonts that the tests use on Linux.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname)" = Linux ] || exit 0

packages=()
need() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || packages+=("$package")
}
has_font() { fc-list ":lang=$1" 2>/dev/null | grep -q .; }

need xvfb command -v Xvfb
need xdotool command -v xdotool
need dbus command -v dbus-run-session
need gnome-keyring command -v gnome-keyring-daemon
need pulseaudio command -v pulseaudio
need pulseaudio-utils command -v pactl
need fontconfig command -v fc-list
need fonts-dejavu-core has_font en
need fonts-noto-cjk has_font zh-cn

[ ${#packages[@]} -eq 0 ] || packaging/dev/apt.sh "${packages[@]}"
