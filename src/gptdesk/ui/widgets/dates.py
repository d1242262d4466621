"""Writes a day so that nobody reads it as another one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate


def day_text(when: date) -> str:
    """With the month as a word: 1/2 is another day elsewhere."""
    shape = translate("Date", "d MMM yyyy", "form of a date")
    return QLocale().toString(QDate(when.year, when.month, when.day), shape)
