"""What is said of a model in the choice of models, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain.catalogue import ModelFacts, Price
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.modelpicker.values import Kind, Row, Standing

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Ability:
    """A sign in a row, and what it means."""

    icon: str
    text: str


def abilities(facts: ModelFacts) -> tuple[Ability, ...]:
    """What a model takes and gives beside text."""
    signs = (
        ("picture" in facts.takes, "eye", translate("ModelPicker", "Looks at pictures")),
        ("sound" in facts.takes, "mic", translate("ModelPicker", "Listens to sound")),
        ("file" in facts.takes, "file-text", translate("ModelPicker", "Reads files such as PDF")),
        ("picture" in facts.gives, "image", translate("ModelPicker", "Makes pictures")),
        ("sound" in facts.gives, "volume-2", translate("ModelPicker", "Speaks")),
    )
    return tuple(Ability(icon, text) for has_it, icon, text in signs if has_it)


def second_line(row: Row, *, with_connection: bool) -> str:
    """The line of plain words, or what became of the model."""
    if row.offer is None:
        return row.connection
    line = end_words(row) if row.standing is Standing.GONE else facts_line(row.offer.facts)
    if not with_connection or not row.names_connection:
        return line
    text = translate("ModelPicker", "{connection} · {line}")
    return text.format(connection=row.connection, line=line)


def facts_line(facts: ModelFacts) -> str:
    if facts.line:
        return in_language(facts.line)
    if not facts.is_known:
        return translate("ModelPicker", "Nothing more is known of it; it can be tried")
    if facts.context:
        text = translate("ModelPicker", "Reads up to {count} tokens")
        return text.format(count=QLocale().toString(facts.context))
    return ""


def end_words(row: Row) -> str:
    """When it goes or went. The successor stands after it and can be pressed."""
    assert row.offer is not None
    facts = row.offer.facts
    if facts.shutdown is None:
        return ""
    if row.standing is Standing.GONE:
        return translate("ModelPicker", "gone {date}").format(date=day_text(facts.shutdown))
    return translate("ModelPicker", "until {date}").format(date=day_text(facts.shutdown))


def price_words(row: Row) -> str:
    """What a million tokens cost, or whatever the model is paid by."""
    if row.is_free:
        return translate("ModelPicker", "free")
    if row.standing is Standing.GONE:
        return ""  # nobody pays it any more, and its place is needed
    price = row.offer.facts.price if row.offer is not None else None
    if price is not None:
        return _amounts(price)
    if row.is_local:
        return translate("ModelPicker", "on this computer")
    return translate("ModelPicker", "price unknown")


def price_tip(row: Row) -> str:
    if row.is_free:
        return translate("ModelPicker", "It runs on this computer and costs nothing.")
    price = row.offer.facts.price if row.offer is not None else None
    if price is None and row.is_local:
        return translate("ModelPicker", "A server on this computer answers; it tells no price.")
    if price is None:
        return translate("ModelPicker", "The catalogue has no price for this model.")
    if price.input is not None or price.output is not None:
        said = translate(
            "ModelPicker",
            "US dollars for a million tokens, about 750,000 English words: what you send (in), "
            "and what the model writes (out).",
        )
    else:
        said = translate("ModelPicker", "In US dollars.")
    if price.as_of is None:
        return said
    text = translate("ModelPicker", "{what} As of {date}.")
    return text.format(what=said, date=day_text(price.as_of))


def row_tip(row: Row) -> str:
    """All that is known, for the whole row."""
    if row.offer is None:
        return ""
    facts = row.offer.facts
    lines = [facts.name, facts_line(facts)]
    if row.standing is not Standing.LASTING:
        lines.append(_ending(facts, row.standing))
    lines += [sign.text for sign in abilities(facts)]
    if not row.offer.override.is_empty:
        lines.append(translate("ModelPicker", "Changed by you."))
    return "\n".join(filter(None, lines))


def spoken(row: Row) -> str:
    """The row for those who listen to it."""
    if row.kind is Kind.TYPED:
        return typed_words(row)
    if row.offer is None:
        return row.text
    signs = [sign.text for sign in abilities(row.offer.facts)]
    ending = _ending(row.offer.facts, row.standing)
    parts = [row.text, row.connection, ending, facts_line(row.offer.facts), price_words(row)]
    return translate("ModelPicker", ", ", "between parts").join(filter(None, [*parts, *signs]))


def typed_words(row: Row) -> str:
    return translate("ModelPicker", "Use “{name}”").format(name=row.text)


def _ending(facts: ModelFacts, standing: Standing) -> str:
    if standing is Standing.LASTING or facts.shutdown is None:
        return ""
    ends = day_text(facts.shutdown)
    if standing is Standing.GONE:
        text = translate("ModelPicker", "Switched off by the service on {date}.")
    else:
        text = translate("ModelPicker", "The service switches it off on {date}.")
    said = text.format(date=ends)
    if not facts.successor:
        return said
    then = translate("ModelPicker", "{said} Its successor is {successor}.")
    return then.format(said=said, successor=facts.successor)


def _amounts(price: Price) -> str:
    if price.input is not None and price.output is not None:
        text = translate("ModelPicker", "{input} in · {output} out")
        return text.format(input=_dollars(price.input), output=_dollars(price.output))
    if price.input is not None:
        return translate("ModelPicker", "{input} in").format(input=_dollars(price.input))
    if price.characters is not None:
        text = translate("ModelPicker", "{price} per million characters")
        return text.format(price=_dollars(price.characters))
    if price.minute is not None:
        return translate("ModelPicker", "{price} a minute").format(price=_dollars(price.minute))
    if price.pictures:
        least = _dollars(min(price.pictures.values()))
        return translate("ModelPicker", "from {price} a picture").format(price=least)
    return translate("ModelPicker", "price unknown")


def _dollars(amount: float) -> str:
    """Cents where that is exact, as many places as it takes where it is not."""
    text = f"{amount:.2f}" if round(amount, 2) == round(amount, 6) else f"{amount:.6f}".rstrip("0")
    return f"${text}"
