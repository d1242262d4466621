"""When a conversation was last touched, in the words of the list."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

translate = QCoreApplication.translate


def section(updated: float, today: date) -> str:
    """The heading under which it stands: a near day, last week, or its month."""
    day = datetime.fromtimestamp(updated).date()
    if day >= today:
        return translate("ChatList", "Today")
    if day == today - timedelta(days=1):
        return translate("ChatList", "Yesterday")
    if day >= today - timedelta(days=7):
        return translate("ChatList", "Last week")
    # Chinese writes the year with its own character, so the whole pattern is translated
    if day.year == today.year:
        pattern = translate("ChatList", "MMMM", "month heading, as in Qt's date formats")
    else:
        pattern = translate("ChatList", "MMMM yyyy", "month heading of another year")
    return QLocale().toString(_qdate(day), pattern)


def short_time(updated: float, today: date) -> str:
    """The time today and yesterday, the weekday within a week, otherwise the day."""
    moment = datetime.fromtimestamp(updated)
    day = moment.date()
    if day >= today - timedelta(days=1):
        return moment.strftime("%H:%M")
    if day >= today - timedelta(days=6):
        return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    if day.year == today.year:
        pattern = translate("ChatList", "d MMM", "day of this year, as in Qt's date formats")
    else:
        pattern = translate("ChatList", "d MMM yyyy", "day of another year")
    return QLocale().toString(_qdate(day), pattern)


def clock(moment: float) -> str:
    """Hours and minutes, for "saved 10:44"."""
    return QDateTime.fromSecsSinceEpoch(int(moment)).toString("HH:mm")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
