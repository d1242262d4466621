"""How near each sentence is to each: a table whose colours say what its figures say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import flood, panel, text_in

translate = QCoreApplication.translate

CELL = 40
STYLE = (
    "QTableWidget { background: transparent; }"
    "QTableCornerButton::section { background: transparent; border: none; }"
)
NEAR = Qt.ItemDataRole.UserRole + 1


class HeatMap(QTableWidget):
    """Walked with the arrow keys; each cell says which two sentences it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learn.playground.heat")
        self._texts: tuple[str, ...] = ()
        self._rows: tuple[tuple[float, ...], ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(STYLE)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_HeatDelegate(self))
        for side in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
            head = _NumberHead(side, self)
            if side is Qt.Orientation.Horizontal:
                self.setHorizontalHeader(head)
            else:
                self.setVerticalHeader(head)
        Theme.current().changed.connect(self._measure)
        self._measure()
        self._retranslate()

    def show_similarities(self, texts: Sequence[str], rows: Sequence[Sequence[float]]) -> None:
        self._texts, self._rows = tuple(texts), tuple(map(tuple, rows))
        self.setRowCount(len(rows))
        self.setColumnCount(len(rows))
        for first, row in enumerate(rows):
            for second, near in enumerate(row):
                item = QTableWidgetItem(f"{near:.2f}")
                item.setData(NEAR, near)
                self.setItem(first, second, item)
        self._measure()
        self._retranslate()

    def sizeHint(self) -> QSize:
        side = (len(self._rows) + 1) * Theme.current().px(CELL)
        return QSize(side, side + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(200), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def range(self) -> tuple[float, float]:
        """The lowest and highest of different sentences: the colours reach from one to the other.

        Models differ much in what they call near.
        """
        others = [near for i, row in enumerate(self._rows) for j, near in enumerate(row) if i != j]
        return (min(others), max(others)) if others else (0.0, 1.0)

    def _measure(self) -> None:
        side = Theme.current().px(CELL)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setDefaultSectionSize(side)
            head.setMinimumSectionSize(8)
        self.horizontalHeader().setFixedHeight(side)
        self.verticalHeader().setFixedWidth(side)
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Playground", "How near the sentences are in meaning"))
        said = translate("Playground", "“{one}” and “{other}”: {near}")
        for first, row in enumerate(self._rows):
            for second, near in enumerate(row):
                text = said.format(
                    one=self._texts[first], other=self._texts[second], near=f"{near:.2f}"
                )
                if (item := self.item(first, second)) is None:
                    continue
                item.setToolTip(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text)


class _NumberHead(QHeaderView):
    """The numbers of the sentences."""

    def __init__(self, side: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(side, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme = Theme.current()
        flood(painter, rect, theme.color("surface"))
        middle = Qt.AlignmentFlag.AlignHCenter
        quiet = theme.color("text-quiet")
        text_in(painter, rect, str(index + 1), theme.font("key"), quiet, middle)


class _HeatDelegate(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = Theme.current()
        view = option.widget
        assert isinstance(view, HeatMap)
        near = float(index.data(NEAR) or 0.0)
        low, high = view.range()
        strength = 1.0 if high - low < 1e-9 else max(0.0, min(1.0, (near - low) / (high - low)))
        painter.save()
        area = option.rect.adjusted(1, 1, -1, -1)
        border = theme.color("field-border") if theme.is_high_contrast else None
        panel(painter, area, 4, _mixed(strength), border)
        role = "on-accent" if strength > DARK_FROM else "text"
        middle = Qt.AlignmentFlag.AlignHCenter
        font = theme.font("small", tabular_figures=True)
        text_in(painter, area, f"{near:.2f}", font, theme.color(role), middle)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if has_focus and view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus-ring"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()


DARK_FROM = 0.55
"""From here on the ground is as strong as a button's, and its label stands on it."""


def _mixed(strength: float) -> QColor:
    """From the soft fill to the accent; above the middle the accent itself, to be readable."""
    theme = Theme.current()
    if theme.is_high_contrast:
        return theme.color("accent" if strength > DARK_FROM else "surface")
    pale, strong = theme.color("fill"), theme.color("accent")
    part = 0.75 + 0.25 * strength if strength > DARK_FROM else 0.55 * strength
    return QColor(
        round(pale.red() + (strong.red() - pale.red()) * part),
        round(pale.green() + (strong.green() - pale.green()) * part),
        round(pale.blue() + (strong.blue() - pale.blue()) * part),
    )
