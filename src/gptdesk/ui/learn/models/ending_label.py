"""A day on the line of what is switched off: its date, and the models below it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.learn.models.endings import Ending
from gptdesk.ui.theme.theme import text_width
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import text_in

translate = QCoreApplication.translate

LEAST = 96
SPOKEN = 12


class EndingLabel(Painted):
    """Signals:
    chosen: its day.
    """

    chosen = Signal(object)

    def __init__(self, ending: Ending, today: date, parent: QWidget) -> None:
        super().__init__("ghost", parent)
        self.ending = ending
        self.is_gone = ending.day <= today
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", 4)
        self.clicked.connect(self._on_clicked)
        self._retranslate()

    def least_width(self) -> float:
        return float(self._theme.px(LEAST))

    def sizeHint(self) -> QSize:
        names = text_width(self._theme.font("secondary"), self._names())
        width = max(names, text_width(self._theme.font("section"), self._day()))
        height = self._theme.line("section") + self._theme.line("secondary")
        return QSize(width + 4, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        first = self._theme.line("section")
        day = QRect(0, 0, self.width(), first)
        role = "text-quiet" if self.is_gone else "text"
        text_in(painter, day, self._day(), self._theme.font("section"), color(role))
        font = self._theme.font("secondary")
        font.setUnderline(self.underMouse())
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(self._names(), elide, self.width())
        names = QRect(0, first, self.width(), self.height() - first)
        text_in(painter, names, shown, font, color("text-quiet"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _day(self) -> str:
        shape = translate("Explorer", "d MMM", "form of a day without its year")
        day = self.ending.day
        return QLocale().toString(QDate(day.year, day.month, day.day), shape)

    def _names(self) -> str:
        return translate("Explorer", ", ", "between abilities").join(self.ending.names)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.ending.day)

    def _retranslate(self) -> None:
        comma = translate("Explorer", ", ", "between abilities")
        names = comma.join(self.ending.names[:SPOKEN])
        if len(self.ending.names) > SPOKEN:
            more = translate(
                "Explorer", "{names} and %n more", None, len(self.ending.names) - SPOKEN
            )
            names = more.format(names=names)
        day = day_text(self.ending.day)
        text = translate("Explorer", "{date}: {names}").format(date=day, names=names)
        self.setAccessibleName(text)
        self.setToolTip(text)
