"""Counts, times and texts of the Speech tab in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

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


def format_name(kind: str) -> str:
    """What people call a kind of sound file."""
    return {"opus": "Opus", "m4a": "M4A", "ogg": "Ogg"}.get(kind, kind.upper())


def example_text() -> str:
    """A few sentences that show what a voice can do."""
    return translate(
        "Speech",
        "The lamp was lit at a quarter past five, ten minutes earlier than yesterday. "
        "By seven the rain had come in from the sea.\n\n"
        "“Is anyone there?” he asked into the dark. Nobody answered. "
        "Then, quite near, somebody laughed.",
    )
