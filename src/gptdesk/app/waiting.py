"""Letting the window live until something is so, for the jobs that use it without a person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, QTimer

POLL_MS = 25


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Let the window live until the condition holds; False if it does not in time."""
    loop = QEventLoop()
    owner = QObject()
    poll = QTimer(owner)
    poll.timeout.connect(lambda: loop.quit() if condition() else None)
    deadline = QTimer(owner)
    deadline.setSingleShot(True)
    deadline.timeout.connect(loop.quit)
    poll.start(POLL_MS)
    deadline.start(round(seconds * 1000))
    if not condition():
        loop.exec()
    poll.stop()
    deadline.stop()
    return condition()
