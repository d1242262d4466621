"""The table of what is switched off when: next ones first, then what has gone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.ui.learn.models import words
from gptdesk.ui.learn.models.model_rows import (
    ENDING,
    RETIRED,
    Shown,
    ability_filters,
    name_cell,
    services_of,
    tags_of,
    usable,
)
from gptdesk.ui.learn.models.table import Cell, Column, Look, Row, Table, row
from gptdesk.ui.widgets.dates import day_text

translate = QCoreApplication.translate


def end_table(shown: Shown) -> Table:
    ending = [facts for facts in shown.catalogue.models() if facts.shutdown is not None]
    filters = {
        ENDING: translate("Explorer", "Still to come"),
        RETIRED: translate("Explorer", "Switched off"),
    }
    return Table(
        "retirements",
        translate("Explorer", "Switched off"),
        (
            Column(translate("Explorer", "Day")),
            Column(translate("Explorer", "Model")),
            Column(translate("Explorer", "Service"), widest=140),
            Column(
                translate("Explorer", "Days left"),
                translate("Explorer", "From today until it does not answer any more."),
                is_number=True,
            ),
            Column(translate("Explorer", "What to use instead")),
            Column(translate("Explorer", "Source"), widest=320),
        ),
        tuple(_row(facts, shown) for facts in sorted(ending, key=lambda one: _when(one, shown))),
        {**filters, **ability_filters()},
        services_of(shown),
    )


def _when(facts: ModelFacts, shown: Shown) -> tuple[bool, int, str]:
    """What is next comes first; of what has gone, the last."""
    assert facts.shutdown is not None
    day = facts.shutdown.toordinal()
    is_gone = facts.is_retired(shown.today)
    return is_gone, -day if is_gone else day, facts.name


def _row(facts: ModelFacts, shown: Shown) -> Row:
    assert facts.shutdown is not None
    tip = words.source_tip(facts.as_of, facts.source)
    left = (facts.shutdown - shown.today).days
    is_gone = left <= 0
    service = shown.title(facts.service)
    gone = Cell(words.NOTHING, None, translate("Explorer", "It is gone already."), Look.QUIET)
    return row(
        (
            words.day_cell(facts.shutdown, tip, Look.QUIET if is_gone else Look.WARN),
            name_cell(facts, shown),
            Cell(service, service, look=Look.QUIET),
            gone if is_gone else words.number(float(left), tip),
            Cell(facts.successor or words.NOTHING, facts.successor or None, tip),
            Cell(facts.source, facts.source or None, tip, Look.QUIET),
        ),
        [*tags_of(facts, shown), *([] if is_gone else [ENDING])],
        usable(facts, shown),
        f"{facts.service} {day_text(facts.shutdown)} {facts.shutdown.isoformat()}",
    )
