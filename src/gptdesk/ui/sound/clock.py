"""Times of a sound: as digits for eyes, and as words for ears."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def clock(seconds: float) -> str:
    """0:52, 13:05, 1:02:09: the same in every language."""
    whole = int(max(0.0, seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def spoken_time(seconds: float) -> str:
    """What a screen reader says instead of a row of digits."""
    minutes, rest = divmod(int(max(0.0, seconds)), 60)
    if not minutes:
        return translate("Clock", "%n second(s)", None, rest)
    return translate("Clock", "{minutes} {seconds}").format(
        minutes=translate("Clock", "%n minute(s)", None, minutes),
        seconds=translate("Clock", "%n second(s)", None, rest),
    )
