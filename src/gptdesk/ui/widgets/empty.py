"""What stands where nothing is yet: a picture, a title, one line, perhaps a first step."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label

TEXT_WIDTH = 320
MARGIN = 16


class EmptyState(QWidget):
    """Stands in the middle of the room it gets.

    Signals:
        action: the first step was pressed.
    """

    action = Signal()

    def __init__(
        self, illustration: str, parent: QWidget | None = None, *, width: int = TEXT_WIDTH
    ) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._width = width
        self._picture = _Picture(illustration, self)
        self._title = Label(style="strong", parent=self)
        self._text = Label(style="secondary", role="text-quiet", parent=self)
        self._button = Button(kind="primary", parent=self)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._button.hide()
        self._button.clicked.connect(self.action)
        self._theme.changed.connect(self._restyle)

    def set_texts(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._restyle()

    def set_action(self, label: str) -> None:
        """Offer a first step; an empty label takes it away."""
        self._button.setText(label)
        self._button.setVisible(bool(label))
        self._restyle()

    def sizeHint(self) -> QSize:
        width = self._theme.px(self._width) + 2 * MARGIN
        return QSize(width, self._column_height(width) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        picture = self._picture.sizeHint()
        width = max(self.width(), picture.width() + 2 * MARGIN)
        height = self._column_height(width) - picture.height() - 16
        return QSize(picture.width() + 2 * MARGIN, height + 2 * MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """By hand: a layout that centres a label forgets that its height follows its width."""
        column = self._column()
        height = self._column_height(self.width())
        is_low = height + 2 * MARGIN > self.height() > 0
        self._picture.setVisible(not is_low)  # words before pictures
        if is_low:
            height -= self._picture.sizeHint().height() + column.pop(0)[1]
        y = max(MARGIN, (self.height() - height) // 2)
        for widget, gap in column:
            size = self._size_of(widget, self.width())
            widget.setGeometry((self.width() - size.width()) // 2, y, size.width(), size.height())
            y += size.height() + gap

    def _column(self) -> list[tuple[QWidget, int]]:
        """What is shown, from above, with the room below each."""
        below_text = 16 if not self._button.isHidden() else 0
        column: list[tuple[QWidget, int]] = [
            (self._picture, 16),
            (self._title, 8),
            (self._text, below_text),
        ]
        return column if self._button.isHidden() else [*column, (self._button, 0)]

    def _column_height(self, width: int) -> int:
        return sum(self._size_of(widget, width).height() + gap for widget, gap in self._column())

    def _size_of(self, widget: QWidget, width: int) -> QSize:
        if not isinstance(widget, Label):
            return widget.sizeHint()
        room = min(self._theme.px(self._width), max(1, width - 2 * MARGIN))
        return QSize(room, widget.heightForWidth(room))

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()


class _Picture(QWidget):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._theme = Theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        scale = min(self._theme.percent, 150) / 100
        return QSize(round(160 * scale), round(128 * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(
            QRect(0, 0, self.width(), self.height()), self._theme.illustration(self._name)
        )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
