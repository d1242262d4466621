"""How a picture is called and measured, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain.attachments import Attachment

translate = QCoreApplication.translate

KILOBYTE = 1000


def dimensions(picture: Attachment) -> str:
    return f"{picture.width} × {picture.height}"


def weight(picture: Attachment) -> str:
    """Its bytes, as people read them: 210 KB, 1.4 MB."""
    locale = QLocale()
    kilobytes = max(1, round(picture.bytes / KILOBYTE))
    if kilobytes < KILOBYTE:
        return translate("Picture", "{number} KB").format(number=locale.toString(kilobytes))
    megabytes = locale.toString(picture.bytes / KILOBYTE**2, "f", 1)
    return translate("Picture", "{number} MB").format(number=megabytes)


def as_sent(picture: Attachment) -> str:
    """Size, format and weight of what is sent."""
    text = translate("Picture", "{size} · {format} · {weight}")
    return text.format(size=dimensions(picture), format=picture.format, weight=weight(picture))


def spoken(picture: Attachment) -> str:
    """Its name for those who cannot see it."""
    if not picture.name:
        return translate("Picture", "Picture, {size}").format(size=dimensions(picture))
    text = translate("Picture", "Picture {name}, {size}")
    return text.format(name=picture.name, size=dimensions(picture))


def missing() -> str:
    return translate("Picture", "The file of this picture is no longer on this computer.")
