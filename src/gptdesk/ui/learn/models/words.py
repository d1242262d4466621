"""Words that several tables of the explorer share."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain.catalogue import ModelFacts, Service, Task
from gptdesk.ui.learn.models.table import Cell, Look, Order, Sign
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.money import Money

translate = QCoreApplication.translate

NOTHING = "–"


def source_tip(as_of: date | None, source: str) -> str:
    """Where a figure comes from and of when it is."""
    lines = []
    if as_of is not None:
        lines.append(translate("Explorer", "As of {date}.").format(date=day_text(as_of)))
    if source:
        lines.append(translate("Explorer", "Source: {source}").format(source=source))
    return "\n".join(lines)


def unknown(tip: str = "") -> Cell:
    """What nobody found out."""
    text = translate("Explorer", "Not known")
    return Cell(NOTHING, None, f"{text}\n{tip}".strip(), Look.QUIET)


def number(value: float | None, tip: str = "", digits: int = 0, unit: str = "") -> Cell:
    """A figure, or that it is not known. `unit` has its place in it: "{count} GB"."""
    if value is None:
        return unknown(tip)
    shown = 0 if float(value).is_integer() else digits
    text = QLocale().toString(float(value), "f", shown)
    return Cell(unit.format(count=text) if unit else text, float(value), tip)


def day_cell(day: date | None, tip: str = "", look: Look = Look.QUIET) -> Cell:
    if day is None:
        return unknown(tip)
    return Cell(day_text(day), float(day.toordinal()), tip, look)


def amount(dollars: float | None, money: Money, tip: str = "") -> Cell:
    """A price without its sign, which stands in the head of the column."""
    if dollars is None:
        return unknown(tip)
    if dollars == 0.0:
        return Cell(translate("Explorer", "Free"), 0.0, tip)
    return Cell(amount_text(money.of(dollars)), dollars, tip)


def amount_text(value: float) -> str:
    """Cents, and more digits where cents would say nothing."""
    digits = 2
    while digits < 5 and round(value, digits) != round(value, 5):
        digits += 1
    return QLocale().toString(value, "f", digits)


def gigabytes(value: float | None, tip: str = "") -> Cell:
    return number(value, tip, 1, translate("Explorer", "{count} GB"))


def order_of(text: str) -> Order:
    return text or None


def abilities(facts: ModelFacts) -> tuple[Sign, ...]:
    """Always the same icons at the same places."""
    task, takes, gives = facts.task, facts.takes, facts.gives
    is_chat = task is Task.CHAT
    return (
        Sign("message-circle", translate("Explorer", "Talks"), is_chat),
        Sign("eye", translate("Explorer", "Sees pictures"), "picture" in takes),
        Sign("image", translate("Explorer", "Makes pictures"), "picture" in gives),
        Sign("volume-2", translate("Explorer", "Speaks"), "sound" in gives),
        Sign("mic", translate("Explorer", "Listens"), "sound" in takes),
    )


def services_can(service: Service) -> tuple[Sign, ...]:
    """The same places, for what a service offers."""
    tasks = service.tasks
    return (
        Sign("message-circle", translate("Explorer", "Chat"), Task.CHAT in tasks),
        Sign("image", translate("Explorer", "Makes pictures"), Task.IMAGES in tasks),
        Sign("volume-2", translate("Explorer", "Speaks"), Task.SPEECH in tasks),
        Sign("mic", translate("Explorer", "Writes down speech"), Task.TRANSCRIPTION in tasks),
        Sign("compass", translate("Explorer", "Embeddings"), Task.EMBEDDINGS in tasks),
    )


def signs_cell(signs: tuple[Sign, ...], tip: str = "") -> Cell:
    """Sorted by how many there are."""
    there = [sign.name for sign in signs if sign.is_there]
    lines = [translate("Explorer", ", ", "between abilities").join(there), tip]
    return Cell("", float(len(there)), "\n".join(filter(None, lines)), signs=signs)


def service_title(service: Service | None, service_id: str) -> str:
    return in_language(service.title) if service is not None else service_id


def mainland_text(answer: str) -> str:
    return {
        "yes": translate("Explorer", "Yes"),
        "no": translate("Explorer", "No"),
    }.get(answer, translate("Explorer", "Not known"))
