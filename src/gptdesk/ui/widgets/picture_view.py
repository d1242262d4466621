"""A picture over the whole window: zoom, move, copy, save, and Esc goes back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.labels import ElidedLabel

translate = QCoreApplication.translate

MARGIN = 24
STEP = 1.25
LARGEST = 8.0
KEYS = {
    Qt.Key.Key_Plus: STEP,
    Qt.Key.Key_Equal: STEP,
    Qt.Key.Key_Minus: 1 / STEP,
}


class PictureView(QWidget):
    """Covers its window until it is closed, and gives the keyboard back where it was.

    Signals:
        save_requested: the picture is to be saved as a file.
        closed: it has gone.
    """

    save_requested = Signal()
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("picture.view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", "none")
        self._window = window
        self._before: QWidget | None = None
        self._image = QImage()
        self._text = ""
        self._zoom = 1.0
        self._middle = QPointF()
        self._grip: QPointF | None = None
        self.title = ElidedLabel(style="strong", parent=self)
        self.smaller = IconButton("minus", parent=self)
        self.larger = IconButton("plus", parent=self)
        self.copy = IconButton("copy", parent=self)
        self.save = IconButton("download", parent=self)
        self.close_button = IconButton("x", parent=self)
        self._build()
        self._retranslate()
        self.hide()

    @property
    def zoom(self) -> float:
        """1.0 shows the whole picture."""
        return self._zoom

    def open(self, title: str) -> None:
        """Cover the window; the picture comes with `show_image`."""
        self._before = self._window.focusWidget()
        self._image, self._text, self._zoom = QImage(), "", 1.0
        self._middle = QPointF()
        self.title.setText(title)
        self.setAccessibleName(title)
        self.setGeometry(self._window.rect())
        self._enable()
        self.raise_()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_image(self, image: QImage, otherwise: str = "") -> None:
        """The picture, or the words that stand there instead of it."""
        self._image, self._text = image, otherwise
        self._enable()
        self.update()

    def zoom_by(self, factor: float) -> None:
        self._zoom = min(LARGEST, max(1.0, self._zoom * factor))
        self._keep_inside()
        self._enable()
        self.update()

    def leave(self) -> None:
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        if self._image.isNull():
            painter.setPen(theme.color("text-quiet"))
            painter.setFont(theme.font("reading"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRect(self._room())
        painter.drawImage(self._place(), self._image)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in KEYS:
            self.zoom_by(KEYS[key])
        elif key == Qt.Key.Key_0:
            self.zoom_by(1 / LARGEST)
        else:
            super().keyPressEvent(event)
        event.accept()  # nothing behind it is meant

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._image.isNull() or not self._place().contains(event.position()):
            self.leave()
            return
        self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._middle += event.position() - self._grip
            self._grip = event.position()
            self._keep_inside()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """The Tab key stays in here while the window is covered."""
        parts = [self, *(button for button in self._buttons() if button.isEnabled())]
        now = next((n for n, part in enumerate(parts) if part.hasFocus()), 0)
        step = 1 if forwards else -1
        parts[(now + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _buttons(self) -> list[IconButton]:
        return [self.smaller, self.larger, self.copy, self.save, self.close_button]

    def _room(self) -> QRectF:
        head = Theme.current().px(48)
        return QRectF(self.rect()).adjusted(MARGIN, head, -MARGIN, -MARGIN)

    def _place(self) -> QRectF:
        """Where the picture is drawn; never larger than it is unless somebody zooms."""
        room = self._room()
        size = QSizeF(self._image.size()) / self.devicePixelRatioF()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        size *= self._zoom
        place = QRectF(QPointF(0, 0), size)
        place.moveCenter(room.center() + self._middle)
        return place

    def _keep_inside(self) -> None:
        """It cannot be pushed further than to its edges."""
        room, place = self._room(), self._place()
        x = max(0.0, (place.width() - room.width()) / 2)
        y = max(0.0, (place.height() - room.height()) / 2)
        self._middle = QPointF(min(x, max(-x, self._middle.x())), min(y, max(-y, self._middle.y())))

    def _enable(self) -> None:
        has_image = not self._image.isNull()
        self.smaller.setEnabled(has_image and self._zoom > 1.0)
        self.larger.setEnabled(has_image and self._zoom < LARGEST)
        self.copy.setEnabled(has_image)
        self.save.setEnabled(has_image)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setImage(self._image)

    def _build(self) -> None:
        self._window.installEventFilter(self)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 8, 12, 8)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for button in self._buttons():
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addStretch(1)
        self.smaller.clicked.connect(lambda: self.zoom_by(1 / STEP))
        self.larger.clicked.connect(lambda: self.zoom_by(STEP))
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self.save_requested)
        self.close_button.clicked.connect(self.leave)

    def _retranslate(self) -> None:
        self.smaller.set_label(translate("PictureView", "Smaller"), "-")
        self.larger.set_label(translate("PictureView", "Larger"), "+")
        self.copy.set_label(translate("PictureView", "Copy the picture"))
        self.save.set_label(translate("PictureView", "Save as…"))
        self.close_button.set_label(
            translate("PictureView", "Close"), translate("PictureView", "Esc", "name of the key")
        )
