"""The table of models: what each can do, what it costs, and whether it still answers."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price, Task
from gptdesk.ui.learn.models import words
from gptdesk.ui.learn.models.table import Cell, Column, Look, Row, Table, row
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.money import Money

translate = QCoreApplication.translate

ALIVE, RETIRED, ENDING = "alive", "retired", "ending"
SEES, MAKES, SPEAKS, LISTENS, TALKS, EMBEDS = (
    "sees", "makes", "speaks", "listens", "talks", "embeds",
)  # fmt: skip
MAINLAND = "mainland"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the tables are made of. `price_of` knows the user's own prices first."""

    catalogue: Catalogue
    today: date
    money: Money = field(default_factory=Money)
    in_use: Collection[tuple[str, str]] = ()
    """Service and model of the user's own connections."""
    price_of: Callable[[ModelFacts], Price | None] = field(default=lambda facts: facts.price)

    def title(self, service_id: str) -> str:
        return words.service_title(self.catalogue.service(service_id), service_id)


def model_table(shown: Shown) -> Table:
    money = shown.money.symbol
    return Table(
        "models",
        translate("Explorer", "Models"),
        (
            Column(translate("Explorer", "Model"), widest=190),
            Column(translate("Explorer", "Service"), widest=110),
            Column(translate("Explorer", "Can do")),
            Column(
                translate("Explorer", "Context"),
                translate("Explorer", "How many tokens it can keep in view: question and answer."),
                is_number=True,
            ),
            Column(
                translate("Explorer", "In, {money} per M").format(money=money),
                translate("Explorer", "Price of a million tokens that are sent."),
                is_number=True,
            ),
            Column(
                translate("Explorer", "Out, {money} per M").format(money=money),
                translate("Explorer", "Price of a million tokens that are written."),
                is_number=True,
            ),
            Column(translate("Explorer", "Price as of")),
            Column(translate("Explorer", "Status"), widest=170),
        ),
        tuple(_row(facts, shown) for facts in in_their_order(shown)),
        {**ability_filters(), **life_filters(), **mainland_filter()},
        services_of(shown),
    )


def in_their_order(shown: Shown) -> list[ModelFacts]:
    """The user's own first, then the recommended ones, those that are gone last."""
    return sorted(
        shown.catalogue.models(),
        key=lambda facts: (
            (facts.service, facts.name) not in shown.in_use,
            facts.is_retired(shown.today),
            not facts.is_recommended,
        ),
    )


def services_of(shown: Shown) -> dict[str, str]:
    found = {facts.service for facts in shown.catalogue.models() if facts.service}
    return {one.id: shown.title(one.id) for one in shown.catalogue.services if one.id in found}


def ability_filters() -> dict[str, str]:
    return {
        TALKS: translate("Explorer", "Talks"),
        SEES: translate("Explorer", "Sees pictures"),
        MAKES: translate("Explorer", "Makes pictures"),
        SPEAKS: translate("Explorer", "Speaks"),
        LISTENS: translate("Explorer", "Listens"),
        EMBEDS: translate("Explorer", "Embeddings"),
    }


def life_filters() -> dict[str, str]:
    return {
        ALIVE: translate("Explorer", "Answers today"),
        RETIRED: translate("Explorer", "Switched off"),
    }


def mainland_filter() -> dict[str, str]:
    return {MAINLAND: translate("Explorer", "Reachable from mainland China")}


def tags_of(facts: ModelFacts, shown: Shown) -> list[str]:
    tags = [f"service:{facts.service}", RETIRED if facts.is_retired(shown.today) else ALIVE]
    service = shown.catalogue.service(facts.service)
    has = {
        TALKS: facts.task is Task.CHAT,
        SEES: "picture" in facts.takes,
        MAKES: "picture" in facts.gives,
        SPEAKS: "sound" in facts.gives,
        LISTENS: "sound" in facts.takes,
        EMBEDS: facts.task is Task.EMBEDDINGS,
        MAINLAND: service is not None and service.mainland == "yes",
    }
    return [*tags, *(tag for tag, is_so in has.items() if is_so)]


def name_cell(facts: ModelFacts, shown: Shown) -> Cell:
    """Struck through where it is gone; what the user has set up is said so."""
    is_used = (facts.service, facts.name) in shown.in_use
    look = Look.STRONG if is_used else Look.PLAIN
    if facts.is_retired(shown.today):
        look = Look.GONE
    tip = "\n".join(
        filter(None, [in_language(facts.line), words.source_tip(facts.as_of, facts.source)])
    )
    badge = translate("Explorer", "in use") if is_used else ""
    return Cell(facts.name, facts.name, tip, look, badge=badge)


def status_cell(facts: ModelFacts, today: date) -> Cell:
    tip = words.source_tip(facts.as_of, facts.source)
    day = facts.shutdown
    if day is None:
        return Cell(translate("Explorer", "Active"), float(date.max.toordinal()), tip, Look.OK)
    order = float(day.toordinal())
    if day > today:
        text = translate("Explorer", "until {date}").format(date=day_text(day))
        if facts.successor:
            after = translate("Explorer", "Afterwards: {model}")
            tip = "\n".join(filter(None, [after.format(model=facts.successor), tip]))
        return Cell(text, order, tip, Look.WARN)
    text = translate("Explorer", "gone {date}").format(date=day_text(day))
    if facts.successor:
        text = translate("Explorer", "gone {date} → {model}")
        text = text.format(date=day_text(day), model=facts.successor)
    return Cell(text, order, tip, Look.QUIET)


def usable(facts: ModelFacts, shown: Shown) -> tuple[str, str] | None:
    """What Chat can take over: a model to talk with that answers today."""
    is_fit = facts.task is Task.CHAT and not facts.is_retired(shown.today)
    return (facts.service, facts.name) if is_fit else None


def _row(facts: ModelFacts, shown: Shown) -> Row:
    price = shown.price_of(facts) or Price()
    tip = words.source_tip(price.as_of, price.source)
    own = words.source_tip(facts.as_of, facts.source)
    service = shown.title(facts.service)
    return row(
        (
            name_cell(facts, shown),
            Cell(service, service, look=Look.QUIET),
            words.signs_cell(words.abilities(facts), own),
            words.number(facts.context, own),
            words.amount(price.input, shown.money, tip),
            words.amount(price.output, shown.money, tip),
            words.day_cell(price.as_of, tip),
            status_cell(facts, shown.today),
        ),
        tags_of(facts, shown),
        usable(facts, shown),
        f"{in_language(facts.line)} {facts.service}",
    )
