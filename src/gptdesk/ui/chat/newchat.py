"""What stands on the page before the first message: a greeting and three things to try."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.empty import EmptyState
from gptdesk.ui.widgets.flow import FlowRow

translate = QCoreApplication.translate

WIDEST = 704


class NewChat(QWidget):
    """The examples fill the composer; nothing is sent by them.

    Signals:
        example_chosen: the text for the composer.
    """

    example_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._greeting = EmptyState("chat", self)
        self._greeting.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._row = QWidget(self)
        self._flow = FlowRow(self._row)
        self._buttons = [Button(kind="line", small=True, parent=self._row) for _ in range(3)]
        for number, button in enumerate(self._buttons):
            button.setObjectName(f"chat.example.{number + 1}")
            button.clicked.connect(partial(self._on_clicked, number))
            self._flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 8)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(self._greeting)
        layout.addWidget(self._row)
        layout.addStretch(2)
        Theme.current().changed.connect(self._place)
        self._retranslate()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_clicked(self, number: int) -> None:
        self.example_chosen.emit(_examples()[number])

    def _place(self) -> None:
        """A flow starts at the left; equal margins put it in the middle while it is one line.

        Where a long message leaves too little room, the greeting stays and the examples go.
        """
        room = self.width() - 32
        needed = self._greeting.minimumSizeHint().height() + self._flow.heightForWidth(room) + 8
        is_low = 0 < self.height() < needed
        if is_low != self._row.isHidden():
            self._row.setVisible(not is_low)
            self._greet()
        wanted = min(self._flow.sizeHint().width(), Theme.current().px(WIDEST))
        side = max(0, (room - wanted) // 2)
        self._row.setContentsMargins(side, 0, side, 0)

    def _greet(self) -> None:
        offer = translate("NewChat", "Write below, or begin with one of these:")
        self._greeting.set_texts(
            translate("NewChat", "What would you like to know?"),
            "" if self._row.isHidden() else offer,
        )

    def _retranslate(self) -> None:
        self._greet()
        for button, text in zip(self._buttons, _examples(), strict=True):
            button.setText(text)
            button.setAccessibleName(text)
        self._place()


def _examples() -> tuple[str, str, str]:
    return (
        translate("NewChat", "Explain to me what a token is"),
        translate("NewChat", "Write a polite reminder to a colleague"),
        translate("NewChat", "Plan a simple dinner for four"),
    )
