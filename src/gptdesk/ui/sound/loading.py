"""The first use of QtMultimedia, by one thread at a time."""

from __future__ import annotations

import threading

_first = threading.Lock()


def load() -> None:
    """Load QtMultimedia and its backend; never on the UI thread, it may wait for a sound server.

    Two threads that made Qt's first decoder and first device list at the same time waited for each
    other without end: one held Python's lock, the other Qt's. Every thread of ours comes here
    before it touches QtMultimedia.
    """
    with _first:
        from PySide6.QtMultimedia import QMediaDevices

        QMediaDevices.audioInputs()
        QMediaDevices.audioOutputs()
