"""The table of services: where they are, what they offer, and who can reach them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.catalogue import Certainty, Service
from gptdesk.ui.learn.models import words
from gptdesk.ui.learn.models.model_rows import MAINLAND, Shown, mainland_filter
from gptdesk.ui.learn.models.table import Cell, Column, Look, Row, Table, row
from gptdesk.ui.widgets.languages import in_language

translate = QCoreApplication.translate


def service_table(shown: Shown) -> Table:
    return Table(
        "services",
        translate("Explorer", "Services"),
        (
            Column(translate("Explorer", "Service")),
            Column(translate("Explorer", "Kind")),
            Column(
                translate("Explorer", "Mainland China"),
                translate("Explorer", "Whether people in mainland China can reach it."),
            ),
            Column(translate("Explorer", "Offers")),
            Column(translate("Explorer", "Key")),
            Column(translate("Explorer", "Address")),
            Column(translate("Explorer", "As of")),
            Column(translate("Explorer", "In a sentence"), widest=460),
        ),
        tuple(_row(one) for one in shown.catalogue.services),
        {**kinds(), **mainland_filter()},
    )


def kinds() -> dict[str, str]:
    return {
        "cloud": translate("Explorer", "Online"),
        "local": translate("Explorer", "On your computer"),
        "cluster": translate("Explorer", "For servers"),
    }


def _row(service: Service) -> Row:
    tip = words.source_tip(service.as_of, service.source)
    title = in_language(service.title)
    kind = kinds()[service.kind]
    reach = words.mainland_text(service.mainland)
    key = translate("Explorer", "needed") if service.needs_key else translate("Explorer", "none")
    note = in_language(service.note)
    address = service.places[0].base_url
    return row(
        (
            Cell(title, title, f"{note}\n{tip}".strip()),
            Cell(kind, kind, tip, Look.QUIET),
            _reach(service, reach, tip),
            words.signs_cell(words.services_can(service), _sure(service, tip)),
            Cell(key, key, tip, Look.QUIET),
            Cell(address, address, _addresses(service), Look.QUIET),
            words.day_cell(service.as_of, tip),
            Cell(note, note or None, f"{note}\n{tip}".strip(), Look.QUIET),
        ),
        [service.kind, *([MAINLAND] if service.mainland == "yes" else [])],
        None,
        service.id,
    )


def _reach(service: Service, text: str, tip: str) -> Cell:
    looks = {"yes": Look.OK, "no": Look.WARN}
    order = text if service.mainland in looks else None
    return Cell(text, order, tip, looks.get(service.mainland, Look.QUIET))


def _sure(service: Service, tip: str) -> str:
    """What could not be confirmed is said."""
    if all(sure is Certainty.CONFIRMED for sure in service.tasks.values()):
        return tip
    said = translate("Explorer", "A part of this could not be confirmed.")
    return f"{said}\n{tip}".strip()


def _addresses(service: Service) -> str:
    return "\n".join(f"{in_language(one.title)}: {one.base_url}" for one in service.places)
