"""Says that a lesson filled something in, and leads back to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.labels import ElidedLabel
from gptdesk.ui.widgets.painting import flood, hairline, icon_at

translate = QCoreApplication.translate

HEIGHT = 40


class TryBar(QWidget):
    """A thin strip above the page, hidden until a *Try it* was pressed.

    Signals:
        back_requested: to the lesson. undo_requested: as it was. dismissed: away with the strip.
        pack_requested: the way without a key.
    """

    back_requested = Signal()
    undo_requested = Signal()
    dismissed = Signal()
    pack_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("try")
        self._theme = Theme.current()
        self._lesson, self._lacks_connection = "", False
        self._words = ElidedLabel(style="secondary", parent=self)
        self.pack = Button(kind="tint", small=True, parent=self)
        self.back = Button(kind="ghost", icon="arrow-left", small=True, parent=self)
        self.undo = Button(kind="ghost", icon="undo-2", small=True, parent=self)
        self._close = IconButton("x", small=True, parent=self)
        for name, button in {"pack": self.pack, "back": self.back, "undo": self.undo}.items():
            button.setObjectName(f"try.{name}")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        for widget in (self.pack, self.back, self.undo, self._close):
            self._row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.back_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.pack.clicked.connect(self.pack_requested)
        self._close.clicked.connect(self.dismissed)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def tell(self, lesson: str, *, can_undo: bool) -> None:
        """`lesson` is the title of the page that it came from."""
        self._lesson, self._lacks_connection = lesson, False
        self.undo.setVisible(can_undo)
        self._retranslate()
        self.show()

    def offer_pack(self) -> None:
        """Nothing is there yet that could answer."""
        self._lacks_connection = True
        self._retranslate()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        flood(painter, self.rect(), self._theme.color("accent-soft"))
        hairline(painter, 0, self.height() - 1, self.width(), self.height())
        side = self._theme.icon_size(16)
        place = self.rect()
        place.setLeft(16)
        place.setWidth(side)
        icon_at(painter, place, "book-open", "accent-text", side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _restyle(self) -> None:
        self._row.setContentsMargins(16 + self._theme.icon_size(16) + 8, 0, 8, 1)
        self._retranslate()
        self.updateGeometry()
        self.update()

    def _retranslate(self) -> None:
        nothing = translate(
            "Try",
            'From the page "{lesson}". Nothing can answer yet; the offline pack needs no key.',
        )
        filled = translate(
            "Try", 'From the page "{lesson}". It is filled in, and nothing is sent yet.'
        )
        words = nothing if self._lacks_connection else filled
        self._words.setText(words.format(lesson=self._lesson))
        self.pack.setVisible(self._lacks_connection)
        self.pack.setText(translate("Try", "Get the offline pack"))
        self.back.setText(translate("Try", "Back to the page"))
        self.undo.setText(translate("Try", "Undo"))
        self._close.set_label(translate("Try", "Close"))
