"""The table of graphics cards: their memory, and what fits into it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.computer import Computer
from gptdesk.domain.graphics_cards import Card, CardKind, Cards
from gptdesk.domain.search import fold
from gptdesk.ui.learn.models import words
from gptdesk.ui.learn.models.table import Cell, Column, Look, Row, Table, row
from gptdesk.ui.widgets.languages import in_language

translate = QCoreApplication.translate


def card_table(cards: Cards, computer: Computer) -> Table:
    return Table(
        "cards",
        translate("Explorer", "Graphics cards"),
        (
            Column(translate("Explorer", "Card")),
            Column(translate("Explorer", "For whom")),
            Column(translate("Explorer", "Memory"), is_number=True),
            Column(
                translate("Explorer", "For models"),
                translate("Explorer", "What a model can have of it; shared memory only in part."),
                is_number=True,
            ),
            Column(translate("Explorer", "What runs well on it"), widest=340),
            Column(
                translate("Explorer", "Tokens a second"),
                translate("Explorer", "Measured with Qwen3 8B at 4 bits in llama.cpp."),
                is_number=True,
            ),
            Column(
                translate("Explorer", "Bandwidth"),
                translate("Explorer", "Gigabytes a second between the card and its memory."),
                is_number=True,
            ),
            Column(translate("Explorer", "Generation")),
            Column(translate("Explorer", "Year"), is_number=True),
        ),
        tuple(_row(card, cards, computer) for card in cards.cards),
        kinds(),
    )


def kinds() -> dict[str, str]:
    return {
        CardKind.HOME.value: translate("Explorer", "For the home"),
        CardKind.WORK.value: translate("Explorer", "For work"),
        CardKind.DATA.value: translate("Explorer", "For data centres"),
        CardKind.SHARED.value: translate("Explorer", "Shared memory"),
    }


def is_here(card: Card, computer: Computer) -> bool:
    """Whether this computer has it, by the name that its driver tells."""
    wanted = fold(card.name).split()
    names = [fold(one.name).split() for one in computer.graphics]
    return any(name[-len(wanted) :] == wanted for name in names)


def _row(card: Card, cards: Cards, computer: Computer) -> Row:
    tip = words.source_tip(card.as_of, card.source)
    here = is_here(card, computer)
    step = cards.step(cards.usable(card))
    line = in_language(step.line) if step is not None else ""
    kind = kinds()[card.kind.value]
    year = Cell(str(card.year), float(card.year), tip) if card.year else words.unknown(tip)
    return row(
        (
            Cell(
                card.name,
                card.name,
                f"{in_language(card.note)}\n{tip}".strip(),
                Look.STRONG if here else Look.PLAIN,
                badge=translate("Explorer", "this computer") if here else "",
            ),
            Cell(kind, kind, tip, Look.QUIET),
            words.gigabytes(card.memory, tip),
            words.gigabytes(cards.usable(card), tip),
            Cell(line or words.NOTHING, step.memory if step else None, f"{line}\n{tip}".strip()),
            words.number(card.speed, tip),
            words.number(card.bandwidth, tip),
            Cell(card.generation or words.NOTHING, card.generation or None, tip, Look.QUIET),
            year,
        ),
        [card.kind.value],
        None,
        f"{card.maker} {card.compute} {in_language(card.note)}",
    )
