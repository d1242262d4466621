"""What the gallery says of a picture in one line."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.gallery import PictureHeader
from gptdesk.domain.images import Origin, PictureRecord
from gptdesk.ui.images.words import picture_name, shortened
from gptdesk.ui.widgets.dates import day_text

translate = QCoreApplication.translate

LONGEST_TIP = 240


def day_of(moment: float) -> str:
    """The day here, where the user is."""
    return day_text(datetime.fromtimestamp(moment).date())


def header_name(header: PictureHeader, record: PictureRecord | None) -> str:
    if record is not None:
        return picture_name(record)
    return translate("Gallery", "Picture of {day}").format(day=day_of(header.created))


def spoken(header: PictureHeader, record: PictureRecord | None) -> str:
    """What a screen reader says of a tile."""
    name = header_name(header, record)
    marks = [day_of(header.created)] if record is not None else []
    if header.is_favourite:
        marks.append(translate("Gallery", "favourite"))
    if word := origin_word(header.origin):
        marks.append(word)
    sentence = translate("Gallery", "{picture}. {marks}")
    return sentence.format(picture=name, marks=", ".join(marks)) if marks else name


def tile_tip(record: PictureRecord | None) -> str:
    """The description, to be read without opening the picture."""
    return shortened(record.prompt, LONGEST_TIP) if record is not None else ""


def origin_word(origin: Origin) -> str:
    """The word on a tile; empty where nothing needs to be said."""
    words = {
        Origin.PRACTICE: translate("Gallery", "Practice"),
        Origin.UPLOAD: translate("Gallery", "Your file"),
    }
    return words.get(origin, "")


def origin_sentence(record: PictureRecord) -> str:
    """Who drew it, where that is not a model."""
    if record.is_unfinished:
        return translate("Gallery", "Unfinished: it was stopped on the way")
    words = {
        Origin.PRACTICE: translate("Gallery", "Drawn by gptdesk, not by a model"),
        Origin.UPLOAD: translate("Gallery", "A file of yours"),
    }
    return words.get(record.origin, "")


def count_text(count: int, *, is_filtered: bool) -> str:
    if is_filtered:
        return translate("Gallery", "%n picture(s) found", None, count)
    return translate("Gallery", "%n picture(s)", None, count)
