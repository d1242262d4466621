"""*Try it*: says what a button will fill in, and takes it back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.domain.help_pages import Recipe
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate


class TryCard(QWidget):
    """Fills a tab and sends nothing.

    Signals:
        requested: the Recipe that is to be filled in.
        undo_requested: it is to be as it was.
    """

    requested = Signal(object)
    undo_requested = Signal()

    def __init__(
        self, recipe: Recipe, *, is_first: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"help.try.{recipe.id}")
        self.recipe = recipe
        self._is_first = is_first
        self.is_filled = False
        self._title = Label(style="button", parent=self)
        self._note = Label(style="secondary", role="text-quiet", parent=self)
        for label in (self._title, self._note):
            label.setWordWrap(True)
        self.button = Button(parent=self)
        self.button.setObjectName("help.try")
        self._build()
        self.button.clicked.connect(self._on_clicked)
        Theme.current().changed.connect(self.update)
        self.set_filled(False)

    def set_filled(self, filled: bool) -> None:
        self.is_filled = filled
        kind = "line" if filled or not self._is_first else "primary"
        self.button.set_kind(kind)
        self.button.set_icon("undo-2" if filled else "play")
        self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        panel(QPainter(self), self.rect(), theme.radius("card"), None, theme.color("hairline"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 14, 16, 14)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)

    def _on_clicked(self) -> None:
        if self.is_filled:
            self.undo_requested.emit()
        else:
            self.requested.emit(self.recipe)

    def _retranslate(self) -> None:
        recipe = self.recipe
        title = translate("Help", "Try it: {what}").format(what=recipe.title)
        self._title.setText(title)
        filled = translate("Help", "It is filled in. If you would rather not, take it back.")
        self._note.setText(filled if self.is_filled else recipe.note)
        undo, begin = translate("Help", "Undo"), translate("Help", "Try it")
        self.button.setText(undo if self.is_filled else begin)
        self.button.setAccessibleName(title)
