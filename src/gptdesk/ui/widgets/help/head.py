"""What stands above the text of a page: where it belongs, its title, and when it was checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.help.stack import Stack
from gptdesk.ui.widgets.labels import Badge, ElidedLabel, Label
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Heading:
    """`badge` stands first where it says more than the section does: the number of an error."""

    title: str
    section: str = ""
    place: str = ""
    line: str = ""
    as_of: date | None = None
    badge: str = ""


class PageHead(Stack):
    """Breadcrumb and date in one line, then the title, then a quiet line."""

    def __init__(self, heading: Heading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading
        self._crumbs = QWidget(self)
        row = QHBoxLayout(self._crumbs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if heading.badge:
            row.addWidget(Badge("error", heading.badge, self._crumbs))
        crumbs = " › ".join(one for one in (heading.section, heading.place) if one)
        row.addWidget(ElidedLabel(crumbs, style="secondary", role="text-quiet", parent=self), 1)
        if heading.as_of is not None:
            row.addWidget(AsOfBadge(heading.as_of, self._crumbs))
        self.add(self._crumbs)
        self.title = Label(heading.title, style="title", parent=self)
        self.title.setWordWrap(True)
        self.add(self.title, 8)
        if heading.line:
            line = Label(heading.line, style="reading", role="text-quiet", parent=self)
            line.setWordWrap(True)
            self.add(line, 4)


class AsOfBadge(QWidget):
    """The day on which the facts of a page were checked."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help.as-of")
        self._day = day
        self._theme = Theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.updateGeometry)
        self._retranslate()

    def sizeHint(self) -> QSize:
        width = text_width(self._theme.font("key"), self._text()) + self._theme.icon_size(12) + 20
        return QSize(width, self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        border = color("ok") if self._theme.is_high_contrast else None
        panel(painter, self.rect(), self._theme.radius("tag"), color("ok-soft"), border)
        side = self._theme.icon_size(12)
        icon_at(painter, QRect(8, 0, side, self.height()), "calendar-check", "ok", side)
        room = QRect(8 + side + 4, 0, self.width(), self.height())
        text_in(painter, room, self._text(), self._theme.font("key"), color("ok"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _text(self) -> str:
        return translate("Help", "Checked {day}").format(day=self._day.isoformat())

    def _retranslate(self) -> None:
        self.setAccessibleName(self._text())
        self.setToolTip(translate("Help", "The day on which the facts of this page were checked"))
        self.updateGeometry()
        self.update()
