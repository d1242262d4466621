"""Before and after in one place, with a handle between them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from gptdesk.runtime.large_pictures import Levels
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

STEPS = 1000
KNOB = 32
LINE = 2
LABEL = 26
INSET = 12
GROUND = QColor(26, 20, 26, 190)
WHITE = QColor("#FFFFFF")
ICON = "chevrons-left-right"


class BeforeAfter(QAbstractSlider):
    """A slider whose value is how much of the earlier picture is seen, from 0 to 1000.

    Dragging anywhere moves the handle; so do the arrow keys, Home and End.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.compare")
        self._theme = Theme.current()
        self._pictures: tuple[Levels, Levels] | None = None
        self._pixmaps = (QPixmap(), QPixmap())
        self._what = ""
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 50)
        self.setPageStep(STEPS // 10)
        self.setValue(STEPS // 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", self._theme.radius("card"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self._theme.changed.connect(self.update)
        self.valueChanged.connect(self.update)
        self._retranslate()

    def show_pictures(self, before: Levels, after: Levels, what: str = "") -> None:
        """`what` are the words that were asked for; they stand at the later picture."""
        self._pictures, self._what = (before, after), what
        self._scale()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    @property
    def place(self) -> QRectF:
        """Where both pictures lie; the later one says in which proportions."""
        if self._pictures is None:
            return QRectF()
        size = QSizeF(*self._pictures[1].size).scaled(
            QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(QPointF(0, 0), size)
        place.moveCenter(QRectF(self.rect()).center())
        return QRectF(place.toRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self.place
        if place.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        round_place = QPainterPath()
        radius = self._theme.radius("card")
        round_place.addRoundedRect(place, radius, radius)
        painter.setClipPath(round_place)
        split = self._split(place)
        for pixmap, left, right in (
            (self._pixmaps[0], place.left(), split),
            (self._pixmaps[1], split, place.right()),
        ):
            part = QRectF(left, place.top(), right - left, place.height())
            density = pixmap.devicePixelRatio()
            source = part.translated(-place.topLeft())
            corner, size = source.topLeft() * density, source.size() * density
            painter.drawPixmap(part, pixmap, QRectF(corner, size))
        self._draw_labels(painter, place.toRect(), split)
        painter.fillRect(QRectF(split - LINE / 2, place.top(), LINE, place.height()), WHITE)
        painter.restore()
        self._draw_knob(painter, QPointF(split, place.center().y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scale()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _split(self, place: QRectF) -> float:
        return place.left() + place.width() * self.value() / STEPS

    def _move_to(self, x: float) -> None:
        place = self.place
        if not place.isEmpty():
            self.setValue(round((x - place.left()) / place.width() * STEPS))

    def _scale(self) -> None:
        """Once for each size: moving the handle only copies."""
        density = self.devicePixelRatioF()
        size = (self.place.size() * density).toSize()
        if self._pictures is not None and not size.isEmpty():
            before, after = self._pictures
            self._pixmaps = _scaled(before, size, density), _scaled(after, size, density)

    def _draw_knob(self, painter: QPainter, middle: QPointF) -> None:
        side = self._theme.px(KNOB)
        knob = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        panel(painter, knob, side / 2, WHITE, QColor(0, 0, 0, 40))
        icon = self._theme.icon_size(16)
        icon_at(painter, knob.toRect(), ICON, "accent", icon)

    def _draw_labels(self, painter: QPainter, place: QRect, split: float) -> None:
        before, after = translate("Compare", "Before"), translate("Compare", "After")
        if self._what:
            after = translate("Compare", "After: “{words}”").format(words=self._what)
        self._draw_label(painter, place, before, round(split) - place.left(), at_left=True)
        self._draw_label(painter, place, after, place.right() - round(split), at_left=False)

    def _draw_label(
        self, painter: QPainter, place: QRect, text: str, room: int, *, at_left: bool
    ) -> None:
        """Only while its picture has room for it."""
        font = self._theme.font("label")
        height = self._theme.px(LABEL)
        most = room - 2 * INSET - self._theme.px(KNOB) // 2 - 16
        if most < self._theme.px(40):
            return
        width = min(most, text_width(font, text))
        x = place.left() + INSET if at_left else place.right() - INSET - width - 16
        box = QRect(x, place.top() + INSET, width + 16, height)
        panel(painter, box, self._theme.radius("tag"), GROUND)
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        text_in(painter, box.adjusted(8, 0, 0, 0), shown, font, WHITE)

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Compare", "How much of the picture before is seen"))
        self.setToolTip(translate("Compare", "Drag to compare, or use the arrow keys"))
        self.update()


def _scaled(levels: Levels, size: QSize, density: float) -> QPixmap:
    image = levels.for_zoom(size.width() / levels.size[0])
    ratio, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    pixmap = QPixmap.fromImage(image.scaled(size, ratio, smooth))
    pixmap.setDevicePixelRatio(density)
    return pixmap
