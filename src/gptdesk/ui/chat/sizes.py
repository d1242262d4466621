"""Sizes, speeds and times as a person reads them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain.packs import InstallProgress

translate = QCoreApplication.translate

MEGA = 1_000_000
GIGA = 1_000_000_000


def size_text(count: int) -> str:
    """Decimal units, as shops and systems count downloads."""
    if count >= GIGA:
        number = QLocale().toString(count / GIGA, "f", 1)
        return translate("Size", "{number} GB").format(number=number)
    return translate("Size", "{number} MB").format(number=QLocale().toString(round(count / MEGA)))


def progress_text(progress: InstallProgress) -> str:
    """How far an installation is, in one line."""
    if progress.phase == "verify":
        return translate("Size", "Checking the files…")
    if progress.phase == "join":
        return translate("Size", "Putting the files together…")
    parts = {"done": size_text(progress.done), "total": size_text(progress.total)}
    left = progress.seconds_left
    if not progress.speed or left is None:
        return translate("Size", "{done} of {total}").format(**parts)
    speed = size_text_exact(progress.speed)
    text = translate("Size", "{done} of {total} · {speed} per second · {left}")
    return text.format(speed=speed, left=time_left(left), **parts)


def size_text_exact(count: float) -> str:
    """With one decimal, for speeds."""
    number = QLocale().toString(count / MEGA, "f", 1)
    return translate("Size", "{number} MB").format(number=number)


def time_left(seconds: float) -> str:
    if seconds < 60:
        return translate("Size", "less than a minute left")
    return translate("Size", "about %n minute(s) left", None, round(seconds / 60))
