"""Sizes as little shapes side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from gptdesk.domain.image_sizes import pair_of, shape_of
from gptdesk.ui.images.words import size_text, value_title
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import panel, text_in

INSET = 2
COLUMNS = 5
LONGEST_RATIO = 21
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ShapeGrid(QWidget):
    """One of several shapes; arrows move between them.

    Signals:
        chosen: the size that was picked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._group = QButtonGroup(self)
        self._sizes: tuple[tuple[str, str], ...] = ()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(INSET, INSET, INSET, INSET)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    @property
    def current(self) -> str:
        button = self._group.checkedButton()
        return button.size_name if isinstance(button, _Shape) else ""

    def set_sizes(self, sizes: Sequence[tuple[str, str]]) -> None:
        """Sizes and the labels of those that are no shapes."""
        if tuple(sizes) == self._sizes:
            return
        self._sizes = tuple(sizes)
        for button in self._shapes():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        labels = _labels([size for size, _label in sizes])
        rows = -(-len(sizes) // COLUMNS)
        columns = -(-len(sizes) // max(1, rows)) or 1
        for number, (size, label) in enumerate(sizes):
            button = _Shape(size, label or labels[size], self)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._layout.addWidget(button, number // columns, number % columns)

    def choose(self, size: str) -> None:
        """Show a size as chosen; one that is not among them shows none."""
        self._group.setExclusive(False)
        for button in self._shapes():
            button.setChecked(button.size_name == size)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._group.setExclusive(True)
        held = self._group.checkedButton() or next(iter(self._shapes()), None)
        if held is not None:
            held.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        shapes = self._shapes()
        if step is None or not shapes:
            super().keyPressEvent(event)
            return
        now = next((i for i, shape in enumerate(shapes) if shape.isChecked()), 0)
        wanted = shapes[(now + step) % len(shapes)]
        wanted.click()
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        border = self._theme.color("button-border") if self._theme.is_high_contrast else None
        radius = self._theme.radius("control")
        panel(QPainter(self), self.rect(), radius, self._theme.color("fill"), border)

    def _shapes(self) -> list[_Shape]:
        return [button for button in self._group.buttons() if isinstance(button, _Shape)]

    def _on_clicked(self) -> None:
        size = self.current
        self.choose(size)
        self.chosen.emit(size)


class _Shape(QRadioButton):
    def __init__(self, size: str, label: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.size_name = size
        self._theme = Theme.current()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoExclusive(False)  # the group does it
        self.setProperty("focusRadius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{label}, {size_text(size)}" if pair_of(size) else label)
        self.setToolTip(size_text(size) if pair_of(size) else "")
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        icon = self._theme.icon_size(16) + 6 if pair_of(self.size_name) else 0
        width = text_width(self._theme.font("label"), self.text()) + icon + 12
        return QSize(width, self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(24), self._theme.px(32))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()  # the grid knows the neighbours
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        role = "text" if self.isChecked() else "text-quiet"
        if self.isChecked():
            flat = self._theme.is_dark and not self._theme.is_high_contrast
            fill = color("fill-pressed" if self._theme.is_dark else "surface-raised")
            outline = None if flat else color("hairline")
            panel(painter, self.rect(), self._theme.radius("tag"), fill, outline)
        elif self.underMouse():
            panel(painter, self.rect(), self._theme.radius("tag"), color("fill-hover"))
        self._draw_label(painter, role)

    def _draw_label(self, painter: QPainter, role: str) -> None:
        font = self._theme.font("label")
        width = text_width(font, self.text())
        icon = self._theme.icon_size(16) if pair_of(self.size_name) else 0
        gap = 6 if icon else 0
        if icon + gap + width > self.width() - 4:
            icon = gap = 0
        x = (self.width() - icon - gap - width) // 2
        if icon:
            self._draw_shape(painter, QRectF(x, (self.height() - icon) / 2, icon, icon), role)
        place = QRect(x + icon + gap, 0, width, self.height())
        text_in(painter, place, self.text(), font, self._theme.color(role))

    def _draw_shape(self, painter: QPainter, room: QRectF, role: str) -> None:
        pair = pair_of(self.size_name)
        assert pair is not None
        scale = (room.width() - 3) / max(pair)
        box = QRectF(0, 0, max(4.0, pair[0] * scale), max(4.0, pair[1] * scale))
        box.moveCenter(room.center())
        painter.setPen(QPen(self._theme.color(role), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 1.5, 1.5)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _labels(sizes: Sequence[str]) -> dict[str, str]:
    """Ratios, unless two sizes have the same one: then their pixels."""
    shapes = [shape_of(size) for size in sizes if pair_of(size)]
    is_same = len(set(shapes)) < len(shapes)
    return {size: _label(size, is_same) for size in sizes}


def _label(size: str, with_pixels: bool) -> str:
    pair, shape = pair_of(size), shape_of(size)
    if pair is None or shape is None:
        return value_title(size)
    if with_pixels:
        return f"{pair[0]}" if shape == (1, 1) else f"{pair[0]}×{pair[1]}"
    if max(shape) > LONGEST_RATIO:
        return f"{pair[0] / pair[1]:.1f}:1" if pair[0] > pair[1] else f"1:{pair[1] / pair[0]:.1f}"
    return f"{shape[0]}:{shape[1]}"
