"""The playground: how a text is cut into tokens, and which sentences are near in meaning."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.learn.playground.meaning_page import MeaningPage
from gptdesk.ui.learn.playground.token_page import TokenPage
from gptdesk.ui.widgets.fields import Segments

translate = QCoreApplication.translate

PARTS = ("tokens", "meaning")


class PlaygroundPage(QWidget):
    """Signals:
    use_text: this text is to go into Chat.
    action: the id of a notice's button ("settings", "retry").
    faq_requested: the id of an FAQ entry.
    """

    use_text = Signal(str)
    action = Signal(str)
    faq_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learn.playground")
        self.tokens = TokenPage()
        self.meaning = MeaningPage()
        self._parts = Segments(small=True)
        self._parts.setObjectName("learn.playground.parts")
        self._parts.chosen.connect(self.show_part)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tokens)
        self._stack.addWidget(self.meaning)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 0)
        top.addWidget(self._parts)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.tokens.use_text.connect(self.use_text)
        self.meaning.action.connect(self.action)
        self.meaning.faq_requested.connect(self.faq_requested)
        self._retranslate()

    def show_part(self, part: str) -> None:
        """tokens or meaning."""
        self._parts.choose(part)
        self._stack.setCurrentIndex(PARTS.index(part))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Playground", "Playground"))
        self._parts.setAccessibleName(translate("Playground", "Part of the playground"))
        self._parts.set_options(
            [
                ("tokens", translate("Playground", "Tokens")),
                ("meaning", translate("Playground", "Similar in meaning")),
            ]
        )
