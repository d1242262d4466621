#!/usr/bin/env bash
# Makes sure of the system libraries that Qt's window and sound plug-ins load on Linux.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname)" = Linux ] || exit 0

packages=(
    libgl1 libegl1 libopengl0 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 libx11-xcb1
    libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
    libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0
    libxcb-xkb1 libxrandr2 libpulse0
)

missing() {
    local qt
    qt=$(.venv/bin/python -c 'import PySide6; print(PySide6.__path__[0])')
    ldd "$qt"/Qt/plugins/platforms/lib{qxcb,qoffscreen}.so "$qt"/Qt{Widgets,Multimedia,Network,Svg}.abi3.so \
        "$qt"/Qt/plugins/multimedia/*.so | grep 'not found' | sort -u
}

if lacking=$(missing); then
    packaging/dev/apt.sh "${packages[@]}"
    if lacking=$(missing); then
        echo "Qt still lacks these libraries:" >&2
        echo "$lacking" >&2
        exit 1
    fi
fi
