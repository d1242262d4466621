"""Everything that is known of a picture, as pairs of plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from gptdesk.domain.image_options import OptionName
from gptdesk.domain.images import PRACTICE_ID, Origin, PictureRecord, PictureSettings, Way
from gptdesk.ui.images.gallery.words import day_of, origin_sentence
from gptdesk.ui.images.words import moderation_title, option_title, size_text, value_title

translate = QCoreApplication.translate

Fact = tuple[str, str]
TOLD = (
    OptionName.QUALITY,
    OptionName.BACKGROUND,
    OptionName.STYLE,
    OptionName.FIDELITY,
    OptionName.COMPLEXITY,
    OptionName.MODERATION,
    OptionName.COMPRESSION,
    OptionName.COUNT,
    OptionName.FRAMES,
    OptionName.FRAME_TIME,
)
"""Settings in the order of the page; size and file type are told of the file itself."""


def facts_of(record: PictureRecord, paid: str, names: Mapping[str, str]) -> list[Fact]:
    """`paid` is the cost in words, `names` are those of the collections."""
    made = record.origin is not Origin.UPLOAD
    facts = [
        (translate("Gallery", "Drawn by"), _drawn_by(record)),
        (translate("Gallery", "Kind of work"), _way(record.way) if made else ""),
        (translate("Gallery", "Size"), pixels(record)),
        (translate("Gallery", "Asked for"), _asked_size(record)),
        (translate("Gallery", "File"), _file(record)),
        *(_option(record.settings, name) for name in (TOLD if made else ())),
        (translate("Gallery", "Cost"), paid),
        (translate("Gallery", "Time taken"), _seconds(record.seconds)),
        (translate("Gallery", "Date"), _moment(record.created)),
        (translate("Gallery", "Collections"), _collections(record, names)),
    ]
    return [(title, text) for title, text in facts if text]


def pixels(record: PictureRecord) -> str:
    if not record.file.width:
        return ""
    return f"{record.file.width} × {record.file.height}"


def fact_lines(facts: list[Fact]) -> str:
    """For the clipboard."""
    line = translate("Gallery", "{title}: {text}")
    return "\n".join(line.format(title=title, text=text) for title, text in facts)


def _drawn_by(record: PictureRecord) -> str:
    if record.origin is Origin.PRACTICE or record.settings.connection_id == PRACTICE_ID:
        return translate("Gallery", "gptdesk, for practice")
    if record.origin is Origin.UPLOAD:
        return origin_sentence(record)
    if record.settings.model and record.service:
        text = translate("Gallery", "{model} at {service}")
        return text.format(model=record.settings.model, service=record.service)
    return record.settings.model


def _way(way: Way) -> str:
    return {
        Way.MAKE: translate("Gallery", "Made from a description"),
        Way.EDIT: translate("Gallery", "Edited from another picture"),
        Way.VARY: translate("Gallery", "Varied from another picture"),
    }[way]


def _asked_size(record: PictureRecord) -> str:
    """Only where the picture came in another size than was asked for."""
    asked = record.settings.size
    if not asked or asked == f"{record.file.width}x{record.file.height}":
        return ""
    return size_text(asked)


def _file(record: PictureRecord) -> str:
    as_usual = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    bytes_ = record.file.bytes
    size = QLocale().formattedDataSize(bytes_, 1, as_usual) if bytes_ else ""
    return " · ".join(part for part in (value_title(record.file.format.lower()), size) if part)


def _option(settings: PictureSettings, name: OptionName) -> Fact:
    value = getattr(settings, str(name))
    if value in ("", None, "auto") or (name is OptionName.COUNT and value == 1):
        return option_title(name), ""
    number: Callable[[int], str] = lambda many: QLocale().toString(many)  # noqa: E731
    if name is OptionName.COMPRESSION:
        return option_title(name), translate("Gallery", "{number} %").format(number=number(value))
    if isinstance(value, int):
        return option_title(name), number(value)
    if name is OptionName.MODERATION:
        return option_title(name), moderation_title(value)
    return option_title(name), value_title(value)


def _seconds(seconds: float) -> str:
    if seconds < 1:
        return ""
    return translate("Gallery", "%n second(s)", None, round(seconds))


def _moment(moment: float) -> str:
    when = datetime.fromtimestamp(moment)
    time = QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)
    text = translate("Gallery", "{day}, {time}", "date and time")
    return text.format(day=day_of(moment), time=time)


def _collections(record: PictureRecord, names: Mapping[str, str]) -> str:
    known = [names[one] for one in record.collections if one in names]
    return translate("Gallery", ", ", "between names").join(known)
