"""Sizes, times and dates in the words of the interface language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

translate = QCoreApplication.translate

UNITS = ((10**9, "GB", 1), (10**7, "MB", 0), (10**6, "MB", 1), (10**3, "kB", 0))
"""From which size on a unit is used, and with how many digits."""

FACTORS = {"GB": 10**9, "MB": 10**6, "kB": 10**3}


def size_text(size: float) -> str:
    """A size as people read it: 491 MB, 1.1 GB."""
    for least, name, digits in UNITS:
        if size >= least:
            return f"{QLocale().toString(size / FACTORS[name], 'f', digits)} {name}"
    return translate("Settings", "%n byte(s)", None, round(size))


def speed_text(speed: float) -> str:
    """A speed with one digit, so that it is seen to move."""
    return translate("Settings", "{size} MB/s").format(
        size=QLocale().toString(speed / 10**6, "f", 1)
    )


def left_text(seconds: float) -> str:
    if seconds < 60:
        return translate("Settings", "less than a minute left")
    return translate("Settings", "about %n minute(s) left", None, round(seconds / 60))


def clock_text(moment: float) -> str:
    """The time of day: 10:44."""
    return QDateTime.fromSecsSinceEpoch(int(moment)).toString("HH:mm")


def when_text(moment: float) -> str:
    """Today's moments by their time, others by their date and time."""
    when = QDateTime.fromSecsSinceEpoch(int(moment))
    if when.date() == QDate.currentDate():
        return translate("Settings", "Today {time}").format(time=clock_text(moment))
    date = QLocale().toString(when.date(), QLocale.FormatType.LongFormat)
    return translate("Settings", "{date}, {time}").format(date=date, time=clock_text(moment))


def seconds_text(seconds: float) -> str:
    """How long something took: 1.8 s."""
    return translate("Settings", "{seconds} s").format(seconds=QLocale().toString(seconds, "f", 1))
