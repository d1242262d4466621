"""A part of the screen, picked with the mouse or taken whole with Enter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import panel, text_in

translate = QCoreApplication.translate

SETTLE_MS = 300
"""Until the window is gone from the screen, with the movement that some systems make of it."""
SMALLEST = 4
SHADE = QColor(0, 0, 0, 110)


def can_capture() -> bool:
    """Under Wayland a program sees only its own windows."""
    return not QGuiApplication.platformName().startswith("wayland")


class ScreenCapture(QObject):
    """Grabs the screen on which the window is and lets a part of it be picked.

    Signals:
        taken: the picked part, as an image.
        ended: always, last; also if nothing was picked.
    """

    taken = Signal(QImage)
    ended = Signal()

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._is_hidden = False
        self.picker: RegionPicker | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._grab)

    def start(self, *, without_window: bool) -> None:
        if not without_window:
            self._grab()
            return
        self._is_hidden = True
        self._window.hide()
        self._settle.start()

    def shutdown(self) -> None:
        self._settle.stop()
        if self.picker is not None:
            self.picker.close()

    def _grab(self) -> None:
        screen = self._window.screen()
        picture = screen.grabWindow(0).toImage()
        if picture.isNull():
            self._on_done(QImage())
            return
        self.picker = RegionPicker(picture, screen)
        self.picker.done.connect(self._on_done)
        self.picker.showFullScreen()
        self.picker.activateWindow()

    def _on_done(self, image: QImage) -> None:
        if self.picker is not None:
            self.picker.close()
            self.picker.deleteLater()
            self.picker = None
        if self._is_hidden:
            self._is_hidden = False
            self._window.show()
            self._window.activateWindow()
        if not image.isNull():
            self.taken.emit(image)
        self.ended.emit()


class RegionPicker(QWidget):
    """The screen as it was, shaded but for the part that is being picked.

    Signals:
        done: the part, or a null image if nothing is wanted.
    """

    done = Signal(QImage)

    def __init__(self, picture: QImage, screen: QScreen) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.setObjectName("chat.screen")
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self._help())
        self._picture = picture
        self._first = QPoint()
        self._area = QRect()

    def pick(self, area: QRect) -> None:
        """Take this part, in the coordinates of the widget."""
        ratio = self._picture.width() / max(1, self.width())
        corner, size = area.topLeft() * ratio, area.size() * ratio
        found = self._picture.copy(QRect(corner, size))
        found.setDevicePixelRatio(1.0)
        self.done.emit(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._picture)
        painter.fillRect(self.rect(), SHADE)
        if not self._area.isEmpty():
            ratio = self._picture.width() / max(1, self.width())
            part = QRect(self._area.topLeft() * ratio, self._area.size() * ratio)
            painter.drawImage(self._area, self._picture, part)
            painter.setPen(QPen(QColor(Qt.GlobalColor.white), 2))
            painter.drawRect(self._area)
        self._draw_help(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._first = event.position().toPoint()
        self._area = QRect()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._area = QRect(self._first, event.position().toPoint()).normalized()
        self._area &= self.rect()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if min(self._area.width(), self._area.height()) >= SMALLEST:
            self.pick(self._area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit(QImage())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pick(self.rect())
        else:
            super().keyPressEvent(event)

    def _draw_help(self, painter: QPainter) -> None:
        theme = Theme.current()
        font = theme.font("strong")
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._help()) + 32
        box = QRect((self.width() - width) // 2, 24, width, theme.px(40))
        panel(painter, box, theme.radius("control"), theme.color("surface-raised"))
        centre = Qt.AlignmentFlag.AlignHCenter
        text_in(painter, box, self._help(), font, theme.color("text"), centre)

    def _help(self) -> str:
        return translate(
            "Attach", "Drag over the part you want. Enter takes the whole screen, Esc goes back."
        )
