"""Names of options and values of the Images tab, and why some cannot be had."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.image_options import Fix, Note, OptionName, Why
from gptdesk.domain.images import PRACTICE_ID, Origin, PictureRecord, Way

translate = QCoreApplication.translate


def option_title(name: OptionName) -> str:
    """What stands above a choice."""
    titles = {
        OptionName.SIZE: translate("Images", "Size"),
        OptionName.QUALITY: translate("Images", "Quality"),
        OptionName.BACKGROUND: translate("Images", "Background"),
        OptionName.FORMAT: translate("Images", "File type"),
        OptionName.COMPRESSION: translate("Images", "Compression"),
        OptionName.COUNT: translate("Images", "Pictures"),
        OptionName.MODERATION: translate("Images", "Safety filter"),
        OptionName.STYLE: translate("Images", "Manner"),
        OptionName.FIDELITY: translate("Images", "Closeness to your pictures"),
        OptionName.COMPLEXITY: translate("Images", "Complexity"),
        OptionName.PARTIALS: translate("Images", "Previews while it forms"),
        OptionName.FRAMES: translate("Images", "Frames"),
        OptionName.FRAME_TIME: translate("Images", "Time for each frame (ms)"),
    }
    return titles[name]


def option_tip(name: OptionName) -> str:
    """The word explained, for those who have not met it."""
    tips = {
        OptionName.QUALITY: translate(
            "Images", "More quality takes longer and costs more. Try ideas in low quality first."
        ),
        OptionName.BACKGROUND: translate(
            "Images", "Transparent pictures can be laid over others, for logos and stickers."
        ),
        OptionName.FORMAT: translate(
            "Images",
            "PNG keeps every detail, JPEG and WebP make small files. SVG is made of shapes and "
            "can be enlarged without limit, GIF moves.",
        ),
        OptionName.COMPRESSION: translate(
            "Images", "How much of the detail a JPEG or WebP file keeps: less makes it smaller."
        ),
        OptionName.MODERATION: translate(
            "Images", "How strictly the service checks what is asked for before it draws it."
        ),
        OptionName.STYLE: translate(
            "Images", "Vivid exaggerates and glows, natural looks more like a photo."
        ),
        OptionName.FIDELITY: translate(
            "Images",
            "How closely faces, logos and other details of your pictures are kept (input "
            "fidelity). High costs more.",
        ),
        OptionName.COMPLEXITY: translate(
            "Images", "How much a drawing made of shapes may hold. Less is clearer and cheaper."
        ),
        OptionName.PARTIALS: translate(
            "Images", "Unfinished pictures that are shown on the way. Each costs a little."
        ),
        OptionName.FRAMES: translate("Images", "How many single pictures a moving picture has."),
    }
    return tips.get(name, "")


def value_title(value: str) -> str:
    """A value as people call it; names that are no words stay as they are."""
    titles = {
        "": translate("Images", "Auto"),
        "auto": translate("Images", "Auto"),
        "low": translate("Images", "Low"),
        "medium": translate("Images", "Medium"),
        "high": translate("Images", "High"),
        "xhigh": translate("Images", "Very high"),
        "max": translate("Images", "Highest"),
        "standard": translate("Images", "Standard"),
        "hd": translate("Images", "HD"),
        "opaque": translate("Images", "Solid"),
        "transparent": translate("Images", "Transparent"),
        "vivid": translate("Images", "Vivid"),
        "natural": translate("Images", "Natural"),
        "png": "PNG",
        "jpeg": "JPEG",
        "webp": "WebP",
        "gif": "GIF",
        "svg": "SVG",
    }
    return titles.get(value, value)


def moderation_title(value: str) -> str:
    """Low means something else here than for quality."""
    return translate("Images", "Less strict") if value == "low" else value_title(value)


def why_text(why: Why, model: str, kind: str = "", value: str = "") -> str:
    """Why something cannot be had, as a whole sentence; `kind` is the file type now."""
    kind = value_title(kind) if kind else translate("Images", "This file type")
    texts = {
        Why.MODEL: translate("Images", "{model} does not offer this."),
        Why.SERVICE: translate("Images", "This service has no such thing."),
        Why.WAY: translate("Images", "Not for this kind of work."),
        Why.NO_ALPHA: translate("Images", "{kind} cannot store transparency."),
        Why.NOT_COMPRESSED: translate("Images", "{kind} is not compressed this way."),
        Why.ONE_FILE: translate("Images", "{kind} comes one at a time."),
        Why.MOVING: translate("Images", "Only moving pictures have this."),
        Why.NOT_MOVING: translate("Images", "Not with moving pictures."),
        Why.NO_STREAM: translate("Images", "{kind} cannot be watched while it forms."),
        Why.ONE_AT_A_TIME: translate("Images", "Only a single picture can be watched."),
        Why.NO_MASK: translate("Images", "Not together with a painted area."),
        Why.NO_MARKUP: translate("Images", "Not together with drawn marks."),
        Why.LEARNED: translate("Images", "The service refused this before."),
    }
    text = texts.get(why, texts[Why.MODEL]).format(model=model, kind=kind)
    if not value or why in (Why.NO_ALPHA, Why.NOT_COMPRESSED):
        return text
    return translate("Images", "{choice}: {reason}").format(choice=value, reason=text)


def fix_text(fix: Fix) -> str:
    """What the link does that makes it possible."""
    shown = value_title(str(fix.value))
    texts = {
        OptionName.FORMAT: translate("Images", "Change file type to {value}"),
        OptionName.BACKGROUND: translate("Images", "Change background to {value}"),
        OptionName.COUNT: translate("Images", "Make {value} at a time"),
        OptionName.PARTIALS: translate("Images", "Show {value} previews"),
    }
    usual = translate("Images", "Change “{option}” to {value}")
    text = texts.get(fix.option, usual)
    return text.format(option=option_title(fix.option), value=shown)


def note_text(note: Note) -> str:
    texts = {
        Note.ON_TRIAL: translate("Images", "Still on trial at this service."),
        Note.ON_REQUEST: translate("Images", "The service must allow it for your account first."),
        Note.UNTRIED: translate("Images", "Not known of this model: it may be refused."),
        Note.AS_EDIT: translate(
            "Images",
            "This service has no variations of its own: your picture is edited with the wish "
            "for another version.",
        ),
    }
    return texts[note]


def size_text(size: str) -> str:
    """“1536x1024” with a real times sign."""
    first, sign, second = size.partition("x")
    if sign and first.isdigit() and second.isdigit():
        return f"{first} × {second}"
    return value_title(size)


def way_title(way: Way) -> str:
    return {
        Way.MAKE: translate("Images", "New"),
        Way.EDIT: translate("Images", "Edit"),
        Way.VARY: translate("Images", "Vary"),
    }[way]


def origin_badge(record: PictureRecord) -> tuple[str, str]:
    """Level and word of the badge; the word is empty where nothing needs to be said."""
    if record.is_unfinished:
        return "warn", translate("Images", "Unfinished")
    if record.origin is Origin.PRACTICE:
        return "info", translate("Images", "Practice, drawn by gptdesk")
    if record.origin is Origin.UPLOAD:
        return "quiet", translate("Images", "Your file")
    words = {
        Way.EDIT: translate("Images", "Edited"),
        Way.VARY: translate("Images", "Varied"),
    }
    return "quiet", words.get(record.way, "")


def details_text(record: PictureRecord) -> str:
    """Model, quality, size and time in one line."""
    parts = [] if record.settings.connection_id == PRACTICE_ID else [record.settings.model]
    if record.settings.quality:
        parts.append(value_title(record.settings.quality))
    if record.file.width:
        parts.append(f"{record.file.width} × {record.file.height}")
    if record.seconds >= 1:
        parts.append(translate("Images", "{number} s").format(number=round(record.seconds)))
    return " · ".join(part for part in parts if part)


def picture_name(record: PictureRecord) -> str:
    """Its name for those who cannot see it."""
    if not record.prompt:
        return record.file.name or translate("Images", "Picture without a description")
    text = translate("Images", "Picture: {prompt}")
    return text.format(prompt=shortened(record.prompt, 120))


def shortened(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
