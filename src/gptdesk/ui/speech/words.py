"""Counts, times and prices of the Speech tab in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from gptdesk.domain.speech_costs import SpeechCost

translate = QCoreApplication.translate


def counts_text(characters: int, minutes: float) -> str:
    """How much text there is and how long it will sound."""
    if not characters:
        return ""
    counted = translate("Speech", "%n character(s)", None, characters)
    return translate("Speech", "{characters} · about {time}").format(
        characters=counted, time=about_text(minutes)
    )


def about_text(minutes: float) -> str:
    if minutes < 1:
        return translate("Speech", "%n s", "seconds", max(1, round(minutes * 60)))
    if minutes < 90:
        return translate("Speech", "%n min", "minutes", round(minutes))
    return translate("Speech", "{hours} h").format(hours=QLocale().toString(minutes / 60, "f", 1))


def clock(seconds: float) -> str:
    """A time on the player: 4:31, or 1:04:31 for long texts."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def speed_text(speed: float) -> str:
    digits = 1 if abs(speed * 10 - round(speed * 10)) < 0.01 else 2
    return translate("Speech", "{number} ×").format(number=QLocale().toString(speed, "f", digits))


def price_text(cost: SpeechCost) -> str:
    """Short enough for a button: one sum, or from least to most."""
    if cost.most < 0.001:
        return translate("Speech", "< $0.001")
    least, most = _dollars(cost.least), _dollars(cost.most)
    if least == most:
        return most
    return translate("Speech", "{least} – {most}").format(least=least, most=most)


def as_of_text(cost: SpeechCost) -> str:
    if cost.as_of is None:
        return ""
    day = QDate(cost.as_of.year, cost.as_of.month, cost.as_of.day)
    return translate("Speech", "Prices as of {day}").format(day=day_text(day))


def day_text(day: QDate) -> str:
    """A day with its year, short."""
    return QLocale().toString(day, translate("Speech", "d MMM yyyy", "date"))


def in_language(texts: Mapping[str, str]) -> str:
    """The text for the language of the interface, English if there is none."""
    code = QLocale().name()
    for key in (code, code.partition("_")[0], "en"):
        if key in texts:
            return texts[key]
    return ""


def format_name(kind: str) -> str:
    """What people call a kind of sound file."""
    return {"opus": "Opus", "m4a": "M4A", "ogg": "Ogg"}.get(kind, kind.upper())


def _dollars(amount: float) -> str:
    digits = 3 if amount < 0.1 else 2
    return f"${QLocale().toString(amount, 'f', digits)}"
