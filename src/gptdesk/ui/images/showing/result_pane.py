"""The large picture: as big as the page allows, to look at, to drag out, and to play."""

from __future__ import annotations

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEvent,
    QIODevice,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QMovie,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from gptdesk.runtime.large_pictures import Levels
from gptdesk.ui.images.showing.chequers import draw_chequers
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import icon_at, panel

translate = QCoreApplication.translate

RADIUS = 12
SMALL = 320
"""Pictures below this many pixels are enlarged to it, but not further."""


class ResultPane(QWidget):
    """Enter or a double click opens it over the whole window; Space plays a moving picture.

    Signals:
        opened: it is to be seen over the whole window.
        drag_started: the mouse pulls it out.
        menu_requested: where the menu is to open, in global coordinates.
    """

    opened = Signal()
    drag_started = Signal()
    menu_requested = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.picture")
        self._theme = Theme.current()
        self._image = QImage()
        self._levels: Levels | None = None
        self._scaled_key = (0, 0, 0)
        self._scaled_image = QImage()
        self._movie: QMovie | None = None
        self._buffer: QBuffer | None = None
        self._grip: QPointF | None = None
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", RADIUS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 90)
        self._theme.changed.connect(self.update)

    @property
    def image(self) -> QImage:
        return self._image

    @property
    def is_moving(self) -> bool:
        """Whether it is a picture that can be played."""
        return self._movie is not None

    @property
    def is_playing(self) -> bool:
        return self._movie is not None and self._movie.state() == QMovie.MovieState.Running

    def show_levels(self, levels: Levels, name: str, moving: bytes = b"") -> None:
        """`moving` is the file of an animation, of which the picture is the first frame."""
        self.show_image(levels.whole, name, moving)
        self._levels = levels

    def show_image(self, image: QImage, name: str, moving: bytes = b"") -> None:
        self.shutdown()
        self._image, self._name, self._levels = image, name, None
        if moving:
            self._load(moving)
        self._rename()
        self.update()

    def toggle_playing(self) -> None:
        if self._movie is None:
            return
        if self.is_playing:
            self._movie.setPaused(True)
        elif self._movie.state() == QMovie.MovieState.Paused:
            self._movie.setPaused(False)
        else:
            self._movie.start()
        self._rename()
        self.update()

    def shutdown(self) -> None:
        if self._movie is not None:
            self._movie.stop()
            self._movie.deleteLater()
            self._movie = None
        if self._buffer is not None:
            self._buffer.deleteLater()
            self._buffer = None

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        place = self.place()
        shape = QPainterPath()
        shape.addRoundedRect(place, RADIUS, RADIUS)
        painter.setClipPath(shape)
        if self._image.hasAlphaChannel():
            draw_chequers(painter, place, self._theme)
        shown = self._image
        if self._movie is not None and self._movie.state() != QMovie.MovieState.NotRunning:
            shown = self._movie.currentImage()
        painter.drawImage(place, self._scaled(shown, place))
        painter.setClipping(False)
        if self._theme.is_high_contrast:
            panel(painter, place, RADIUS, None, self._theme.color("hairline"))
        if self._movie is not None and not self.is_playing:
            self._draw_play(painter, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.toggle_playing() if self._movie is not None else self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_on = self.place().contains(event.position())
        self._grip = event.position() if is_on else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        moved = (event.position() - self._grip).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._grip = None
            self.drag_started.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and self._movie is not None:
            self.toggle_playing()
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.place().contains(event.position()) and self._movie is None:
            self.opened.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rename()

    def place(self) -> QRectF:
        """Where the picture stands."""
        size = self._image.deviceIndependentSize()
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if size.isEmpty():
            return QRectF()
        ratio = self.devicePixelRatioF()
        wanted = size / ratio
        least = min(SMALL, room.width(), room.height())
        if max(wanted.width(), wanted.height()) < least:
            wanted = wanted.scaled(least, least, Qt.AspectRatioMode.KeepAspectRatio)
        if wanted.width() > room.width() or wanted.height() > room.height():
            wanted = wanted.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(0, 0), wanted)
        place.moveCenter(room.center())
        return place

    def _scaled(self, image: QImage, place: QRectF) -> QImage:
        """From the next larger copy, and only once for each size."""
        size = (place.size() * self.devicePixelRatioF()).toSize()
        if self._levels is not None and image.cacheKey() == self._image.cacheKey():
            image = self._levels.for_zoom(size.width() / max(1, image.width()))
        if size.width() >= image.width():
            return image
        key = (image.cacheKey(), size.width(), size.height())
        if key != self._scaled_key:
            ratio = Qt.AspectRatioMode.IgnoreAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled_key, self._scaled_image = key, image.scaled(size, ratio, smooth)
        return self._scaled_image

    def _load(self, data: bytes) -> None:
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        movie = QMovie(self._buffer, QByteArray(b"gif"), self)
        if not movie.isValid() or movie.frameCount() == 1:
            movie.deleteLater()
            return
        movie.frameChanged.connect(self._on_frame)
        self._movie = movie

    def _on_frame(self) -> None:
        self.update()

    def _draw_play(self, painter: QPainter, place: QRectF) -> None:
        side = self._theme.px(56)
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(place.center())
        color = self._theme.color("surface-raised")
        color.setAlphaF(0.9)
        panel(painter, disc, side / 2, color)
        icon_at(painter, disc.toRect(), "play", "accent-text", self._theme.icon_size(24))

    def _rename(self) -> None:
        self.setAccessibleName(self._name)
        hint = translate("Images", "Enter shows it on the whole screen.")
        if self._movie is not None:
            hint = translate("Images", "A moving picture. Press Space or click to play it.")
            if self.is_playing:
                hint = translate("Images", "A moving picture. Press Space or click to stop it.")
        self.setAccessibleDescription(hint)
        self.setToolTip(hint if self._movie is not None else "")
