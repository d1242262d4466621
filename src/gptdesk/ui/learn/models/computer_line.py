"""One line about this computer: its memory, its graphics card, and what runs well on it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.computer import Computer, Graphics, graphics_room
from gptdesk.domain.graphics_cards import Cards
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.languages import in_language

translate = QCoreApplication.translate


class ComputerLine(QWidget):
    """What was not found out is said so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learn.models.computer")
        self._computer: Computer | None = None
        self._cards: Cards | None = None
        self._label = Label(style="secondary", role="text-quiet", marks=True, bold_role="text")
        self._label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        self._retranslate()

    def show_computer(self, computer: Computer | None, cards: Cards | None) -> None:
        """None: it is still being looked at."""
        self._computer, self._cards = computer, cards
        self._retranslate()

    def text(self) -> str:
        return self._label.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._label.setText(self._words())
        self.setAccessibleName(self._label.text())

    def _words(self) -> str:
        if self._computer is None or self._cards is None:
            return translate("Explorer", "Looking at what this computer has…")
        memory = translate("Explorer", "not known")
        if self._computer.memory is not None:
            memory = _gigabytes(self._computer.memory)
        names = [_card_text(card) for card in self._computer.graphics]
        cards = translate("Explorer", ", ", "between abilities").join(names)
        text = translate(
            "Explorer", "This computer: memory **{memory}**, graphics card **{card}**."
        )
        said = text.format(memory=memory, card=cards or translate("Explorer", "not known"))
        room = graphics_room(self._computer, self._cards)
        step = self._cards.step(room) if room is not None else None
        if step is None:
            return said
        text = translate("Explorer", "{computer} It runs well: {models}")
        return text.format(computer=said, models=in_language(step.line))


def _card_text(card: Graphics) -> str:
    if card.memory is None:
        return card.name
    text = translate("Explorer", "{card} with {memory}")
    return text.format(card=card.name, memory=_gigabytes(card.memory))


def _gigabytes(count: float) -> str:
    return translate("Explorer", "{count} GB").format(count=f"{count:g}")
