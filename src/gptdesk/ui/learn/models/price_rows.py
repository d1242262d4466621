"""The table of prices: every kind of price that a model may have."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.catalogue import ModelFacts, Price
from gptdesk.ui.learn.models import words
from gptdesk.ui.learn.models.model_rows import (
    Shown,
    ability_filters,
    in_their_order,
    life_filters,
    mainland_filter,
    name_cell,
    services_of,
    tags_of,
    usable,
)
from gptdesk.ui.learn.models.table import Cell, Column, Look, Row, Table, row

translate = QCoreApplication.translate


def price_table(shown: Shown) -> Table:
    """Models of which at least one price is known."""
    priced = [(facts, shown.price_of(facts)) for facts in in_their_order(shown)]
    filters = {**ability_filters(), **life_filters(), **mainland_filter()}
    return Table(
        "prices",
        translate("Explorer", "Prices"),
        _columns(shown.money.symbol),
        tuple(_row(facts, price, shown) for facts, price in priced if price is not None),
        filters,
        services_of(shown),
    )


def _columns(money: str) -> tuple[Column, ...]:
    def column(title: str, tip: str = "") -> Column:
        return Column(title.format(money=money), tip, is_number=True)

    return (
        Column(translate("Explorer", "Model"), widest=205),
        Column(translate("Explorer", "Service"), widest=140),
        column(
            translate("Explorer", "In, {money} per M"),
            translate("Explorer", "Price of a million tokens that are sent."),
        ),
        column(
            translate("Explorer", "Cached"),
            translate("Explorer", "The same for what was sent shortly before: it costs less."),
        ),
        column(
            translate("Explorer", "Out, {money} per M"),
            translate("Explorer", "Price of a million tokens that are written."),
        ),
        column(
            translate("Explorer", "Picture"),
            translate("Explorer", "Price of one picture, from the smallest to the best."),
        ),
        column(
            translate("Explorer", "Minute"),
            translate("Explorer", "Price of a minute of sound."),
        ),
        column(
            translate("Explorer", "M letters"),
            translate("Explorer", "Price of a million letters that are spoken."),
        ),
        Column(translate("Explorer", "Price as of")),
        Column(translate("Explorer", "Source"), widest=150),
    )


def _row(facts: ModelFacts, price: Price, shown: Shown) -> Row:
    tip = words.source_tip(price.as_of, price.source)
    service = shown.title(facts.service)
    money = shown.money
    # Models that make pictures or sound may cost by the tokens of these
    output = next(
        (
            one
            for one in (price.output, price.audio_output, price.picture_output)
            if one is not None
        ),
        None,
    )
    return row(
        (
            name_cell(facts, shown),
            Cell(service, service, look=Look.QUIET),
            words.amount(price.input, money, tip),
            words.amount(price.cached, money, tip),
            words.amount(output, money, tip),
            _pictures(price, shown, tip),
            words.amount(price.minute, money, tip),
            words.amount(price.characters, money, tip),
            words.day_cell(price.as_of, tip),
            Cell(price.source, price.source or None, tip, Look.QUIET),
        ),
        tags_of(facts, shown),
        usable(facts, shown),
        facts.service,
    )


def _pictures(price: Price, shown: Shown, tip: str) -> Cell:
    if not price.pictures:
        return words.unknown(tip)
    low, high = min(price.pictures.values()), max(price.pictures.values())
    texts = [words.amount_text(shown.money.of(one)) for one in (low, high)]
    text = texts[0] if texts[0] == texts[1] else "–".join(texts)
    kinds = "\n".join(
        f"{kind}: {words.amount_text(shown.money.of(one))}" for kind, one in price.pictures.items()
    )
    return Cell(text, low, f"{kinds}\n{tip}".strip())
