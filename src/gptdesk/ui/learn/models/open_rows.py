"""The table of open models: each size, what memory it needs, and whether it fits here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.computer import Computer, Fit, Fitting, fitting
from gptdesk.domain.graphics_cards import Cards
from gptdesk.domain.open_models import Bits, Commercial, OpenModel, OpenModels, Size
from gptdesk.ui.learn.models import words
from gptdesk.ui.learn.models.model_rows import ALIVE
from gptdesk.ui.learn.models.table import Cell, Column, Look, Row, Table, row
from gptdesk.ui.widgets.languages import in_language

translate = QCoreApplication.translate

FITS, SELLS, HISTORY = "fits", "sells", "history"


def open_table(models: OpenModels, computer: Computer, cards: Cards) -> Table:
    return Table(
        "open",
        translate("Explorer", "Open models"),
        (
            Column(translate("Explorer", "Model")),
            Column(translate("Explorer", "Maker"), widest=160),
            Column(
                translate("Explorer", "Memory"),
                translate(
                    "Explorer",
                    "What it needs while it answers, stored with 4 bits a number: small, and "
                    "almost as good.",
                ),
                is_number=True,
            ),
            Column(
                translate("Explorer", "Fits my computer?"),
                translate(
                    "Explorer",
                    "Reckoned from the memory read here. More bits a number are more exact.",
                ),
            ),
            Column(translate("Explorer", "Licence"), widest=180),
            Column(translate("Explorer", "Earn money with it")),
            Column(translate("Explorer", "Today"), widest=460),
        ),
        tuple(
            _row(model, size, models, computer, cards)
            for model in models.models
            for size in model.sizes or (Size(""),)
        ),
        {
            FITS: translate("Explorer", "Fits my computer"),
            SELLS: translate("Explorer", "For earning money"),
            ALIVE: translate("Explorer", "Models of today"),
            HISTORY: translate("Explorer", "Models of the past"),
        },
    )


def _row(model: OpenModel, size: Size, models: OpenModels, computer: Computer, cards: Cards) -> Row:
    tip = words.source_tip(model.as_of, model.source)
    name = f"{model.name} {size.name}".strip()
    found = fitting(models, size, computer, cards)
    maker, today = in_language(model.maker), in_language(model.today)
    look = Look.QUIET if model.is_history else Look.PLAIN
    return row(
        (
            Cell(name, name, f"{in_language(model.line)}\n{tip}".strip(), look),
            Cell(maker, maker or None, tip, Look.QUIET),
            _memory(size, models),
            fit_cell(found, computer),
            Cell(model.licence or words.NOTHING, model.licence or None, _terms(model, tip)),
            _commercial(model, tip),
            Cell(today, today or None, f"{today}\n{tip}".strip(), Look.QUIET),
        ),
        _tags(model, found),
        None,
        " ".join([in_language(model.line), model.ollama, size.ollama, *model.languages]),
    )


def _tags(model: OpenModel, found: Fitting) -> list[str]:
    has = {
        FITS: found.fit in (Fit.GRAPHICS, Fit.PROCESSOR),
        SELLS: model.commercial is Commercial.YES,
        HISTORY: model.is_history,
        ALIVE: not model.is_history,
    }
    return [tag for tag, is_so in has.items() if is_so]


def _memory(size: Size, models: OpenModels) -> Cell:
    need = models.memory(size, Bits.FOUR)
    rule = words.source_tip(models.rule.as_of, models.rule.source)
    if need is None:
        return words.unknown()
    lines = [translate("Explorer", "Measured by its makers.")] if need.is_measured else [rule]
    for bits in Bits:
        if more := models.memory(size, bits):
            text = translate("Explorer", "With {bits} bits: {count} GB")
            lines.insert(0, text.format(bits=int(bits), count=f"{more.gigabytes:g}"))
    return words.gigabytes(need.gigabytes, "\n".join(lines))


def fit_cell(found: Fitting, computer: Computer) -> Cell:
    """Where it runs, and how finely."""
    if found.fit is Fit.UNKNOWN:
        return words.unknown()
    if found.fit is Fit.NO or found.bits is None:
        text = translate("Explorer", "No", "it does not fit")
        return Cell(text, 0.0, translate("Explorer", "It needs more memory."), Look.QUIET)
    bits = int(found.bits)
    if found.fit is Fit.GRAPHICS:
        text = translate("Explorer", "Yes, with {bits} bits").format(bits=bits)
        tip = translate("Explorer", "It fits into the graphics card and answers quickly.")
        return Cell(text, 100.0 + bits, tip, Look.OK)
    text = translate("Explorer", "Slowly, with {bits} bits").format(bits=bits)
    tip = translate("Explorer", "It fits into the memory, and the processor does the work.")
    return Cell(text, float(bits), tip, Look.WARN)


def _terms(model: OpenModel, tip: str) -> str:
    return f"{in_language(model.terms)}\n{tip}".strip()


def _commercial(model: OpenModel, tip: str) -> Cell:
    text = {
        Commercial.YES: translate("Explorer", "Yes"),
        Commercial.CONDITIONS: translate("Explorer", "With conditions"),
        Commercial.NO: translate("Explorer", "No"),
    }.get(model.commercial)
    if text is None:
        return words.unknown(tip)
    return Cell(text, text, _terms(model, tip), Look.QUIET)
