"""Running where nobody sees a screen."""

from __future__ import annotations

import os
import sys


def has_screen() -> bool:
    """Whether a window could be seen; only Linux can be without a screen."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def use_hidden_screen() -> None:
    """Let Qt draw into memory where there is no screen; before the QApplication is made."""
    if not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
