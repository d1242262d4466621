"""A picture that is still being made: the latest preview, how far it is, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.images.showing.result_pane import RADIUS, ResultPane
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import ElidedLabel
from gptdesk.ui.widgets.painting import icon_at, panel
from gptdesk.ui.widgets.progress import ProgressBar

translate = QCoreApplication.translate


class FormingView(QWidget):
    """While nothing has come, an empty sheet in the shape of the picture.

    Signals:
        stop_requested: end it and keep what came.
    """

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = _Sheet(self)
        self.pane = ResultPane(self)
        self.bar = ProgressBar(self)
        self._text = ElidedLabel(style="secondary", parent=self)
        self.stop = Button(kind="soft", icon="stop", small=True, parent=self)
        self.bar.setObjectName("images.progress")
        self.stop.setObjectName("images.stop_this")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._text, 1)
        line.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._top = QStackedWidget(self)
        self._top.addWidget(self.sheet)
        self._top.addWidget(self.pane)
        layout.addWidget(self._top, 1)
        layout.addWidget(self.bar)
        layout.addLayout(line)
        self.stop.clicked.connect(self.stop_requested)
        self._retranslate()

    def show_state(
        self, text: str, fraction: float | None, image: QImage | None, shape: tuple[int, int]
    ) -> None:
        """What is going on in words, how far it is, and what can be seen of it."""
        self._text.setText(text)
        self.bar.set_fraction(fraction)
        self.bar.setAccessibleDescription(text)
        has_image = image is not None and not image.isNull()
        self._top.setCurrentWidget(self.pane if has_image else self.sheet)
        self.sheet.set_shape(shape)
        if image is not None and has_image and image.cacheKey() != self.pane.image.cacheKey():
            self.pane.show_image(image, translate("Images", "Unfinished picture"))

    @property
    def text(self) -> str:
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(translate("Images", "Progress"))
        self.stop.setText(translate("Images", "Stop"))
        self.stop.setAccessibleName(translate("Images", "Stop, keep what came"))


class _Sheet(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._shape = (1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 90)

    def set_shape(self, shape: tuple[int, int]) -> None:
        self._shape = shape
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        scale = min(room.width() / self._shape[0], room.height() / self._shape[1])
        place = QRectF(0, 0, self._shape[0] * scale, self._shape[1] * scale)
        place.moveCenter(room.center())
        panel(painter, place, RADIUS, self._theme.color("fill"))
        painter.setPen(QPen(self._theme.color("button-border"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        icon_at(painter, place.toRect(), "image", "text-quiet", self._theme.icon_size(32))
