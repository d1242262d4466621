"""The page of the FAQ tab: questions at the left, the answer at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.help.pane import HelpPane
from gptdesk.ui.widgets.labels import ElidedLabel, Label
from gptdesk.ui.widgets.painting import flood, hairline, icon_at

translate = QCoreApplication.translate

SIDE = 336


class FaqPage(HelpPane):
    """With a strip that leads back to where one came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("faq", parent, side=SIDE)
        self.strip = ReturnStrip(self)
        self.above.addWidget(self.strip)
        self._hint = _Hint(self.side)
        self.side_foot.addWidget(self._hint)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.header.set_title(translate("Faq", "FAQ"), translate("Faq", "Everything works offline"))
        self.search.setPlaceholderText(translate("Faq", "Search, or paste an error"))
        self.search.setAccessibleName(translate("Faq", "Search the questions"))


class ReturnStrip(QWidget):
    """Hidden unless another tab led here.

    Signals:
        pressed: back to that tab.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faq.return")
        self._theme = Theme.current()
        self._tab: Callable[[], str] = str
        self._icon = ""
        self._words = ElidedLabel(style="base", parent=self)
        self.button = Button(kind="line", icon="arrow-left", small=True, parent=self)
        self.button.setObjectName("faq.back-to-tab")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.pressed)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.hide()

    def lead_back_to(self, tab: Callable[[], str], icon: str) -> None:
        """`tab` says what the tab is called, in the language of the interface."""
        self._tab, self._icon = tab, icon
        self._retranslate()
        self.show()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        flood(painter, self.rect(), self._theme.color("accent-soft"))
        hairline(painter, 0, self.height() - 1, self.width(), self.height())
        side = self._theme.icon_size(20)
        place = self.rect()
        place.setLeft(24)
        place.setWidth(side)
        icon_at(painter, place, self._icon or "message-circle", "accent-text", side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _restyle(self) -> None:
        self._row.setContentsMargins(24 + self._theme.icon_size(20) + 12, 0, 16, 1)
        self.updateGeometry()
        self.update()

    def _retranslate(self) -> None:
        tab = self._tab()
        words = translate("Faq", "You came from {tab}. Everything there is as you left it.")
        self._words.setText(words.format(tab=tab))
        self.button.setText(translate("Faq", "Back to {tab}").format(tab=tab))


class _Hint(QWidget):
    """That the search knows both languages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._words = Label(style="secondary", role="text-quiet", parent=self)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20 + self._theme.icon_size(16) + 8, 12, 16, 12)
        row.addWidget(self._words, 1)
        self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hairline(painter, 0, 0, self.width(), 1)
        side = self._theme.icon_size(16)
        place = self.rect()
        place.setLeft(20)
        place.setWidth(side)
        icon_at(painter, place, "languages", "text-quiet", side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._words.setText(translate("Faq", "Finds Chinese words too: try 额度"))
