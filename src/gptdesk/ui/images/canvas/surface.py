"""Draws picture, mask and notes as a viewport shows them."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF, QTransform, qRgba

from gptdesk.domain.mask import FULL_TILE, SIDE, Mask
from gptdesk.domain.picture_steps import Rotate
from gptdesk.runtime.large_pictures import Levels
from gptdesk.ui.images.canvas.tools import dashed_line
from gptdesk.ui.images.canvas.viewport import Viewport
from gptdesk.ui.theme.theme import Theme

VEIL = QColor("#B03A9B")
"""The same in every theme: it has to stand out from pictures, not from the page."""
STRENGTH = 0.62
SHARP = 3.0
"""From this zoom on pixels are seen as squares."""
SQUARE = 8
DASH = 4


def veil_table(*, inverted: bool) -> list[int]:
    """The colour for each strength of the mask, with its opacity worked in."""
    colors = []
    for value in range(256):
        alpha = (255 - value if inverted else value) / 255 * STRENGTH
        colors.append(qRgba(VEIL.red(), VEIL.green(), VEIL.blue(), round(alpha * 255)))
    return colors


EDGE_TABLE = [qRgba(255, 255, 255, 255 if value >= 128 else 0) for value in range(256)]


class Surface:
    """Knows how things look, not where they come from."""

    def __init__(self) -> None:
        self.is_inverted = False
        self.shows_mask = True
        self._tables = {flag: veil_table(inverted=flag) for flag in (False, True)}
        self._dashes = QImage()
        self._squares = QImage()

    def draw_picture(
        self, painter: QPainter, exposed: QRect, viewport: Viewport, levels: Levels
    ) -> None:
        place = viewport.place
        painter.save()
        painter.setClipRect(place.toAlignedRect().intersected(exposed))
        image = levels.for_zoom(viewport.zoom)
        if image.hasAlphaChannel():
            self._draw_squares(painter, place)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, viewport.zoom < SHARP)
        shrunk = levels.whole.width() / image.width(), levels.whole.height() / image.height()
        painter.setTransform(QTransform.fromScale(*shrunk) * viewport.transform(), True)
        painter.drawImage(0, 0, image)
        painter.restore()

    def draw_rotated(
        self, painter: QPainter, exposed: QRect, viewport: Viewport, levels: Levels, step: Rotate
    ) -> None:
        """How the picture would be turned, in a frame of what would be left of it."""
        middle = viewport.place.center()
        turned = QTransform.fromTranslate(middle.x(), middle.y())
        turned.rotate(step.degrees)
        turned.translate(-middle.x(), -middle.y())
        image = levels.for_zoom(viewport.zoom)
        shrunk = levels.whole.width() / image.width(), levels.whole.height() / image.height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(QTransform.fromScale(*shrunk) * viewport.transform() * turned, True)
        painter.drawImage(0, 0, image)
        painter.restore()
        left = QRectF(QPointF(0, 0), QSizeF(*step.placement(levels.size).size) * viewport.scale)
        left.moveCenter(middle)
        outside = QPainterPath()
        outside.addRect(QRectF(exposed))
        outside.addRect(left)
        dim = Theme.current().color("surface-sunken")
        dim.setAlphaF(0.72)
        painter.fillPath(outside, dim)
        dashed_line(painter, QPolygonF(left))

    def draw_mask(self, painter: QPainter, exposed: QRect, viewport: Viewport, mask: Mask) -> None:
        """The veil and its dashed outline."""
        if not self.shows_mask or (mask.is_empty and not self.is_inverted):
            return
        area = viewport.place.toAlignedRect().intersected(exposed)
        if area.isEmpty():
            return
        density = viewport.density
        rim = ceil(density)
        left, top = floor(area.x() * density) - rim, floor(area.y() * density) - rim
        right = ceil((area.x() + area.width()) * density) + rim
        bottom = ceil((area.y() + area.height()) * density) + rim
        device = QRect(left, top, right - left, bottom - top)
        veil = self._layer(device, viewport, mask, self._tables[self.is_inverted])
        layers = [veil]
        if not mask.is_empty:
            layers.append(self._outline(device, viewport, mask, rim))
        painter.save()
        painter.setClipRect(area)
        for layer in layers:
            layer.setDevicePixelRatio(density)
            painter.drawImage(QPointF(left / density, top / density), layer)
        painter.restore()

    def round_corners(self, painter: QPainter, viewport: Viewport) -> None:
        """A picture that is seen as a whole lies there with soft corners."""
        place = viewport.place
        radius = Theme.current().radius("card")
        path = QPainterPath()
        path.addRect(place.adjusted(-1, -1, 1, 1))
        path.addRoundedRect(place, radius, radius)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, Theme.current().color("surface-sunken"))
        painter.restore()

    def _layer(self, device: QRect, viewport: Viewport, mask: Mask, table: list[int]) -> QImage:
        """The mask in these colours, for a rectangle of the screen's own pixels."""
        layer = QImage(device.size(), QImage.Format.Format_ARGB32_Premultiplied)
        layer.fill(Qt.GlobalColor.transparent)
        zoom, density = viewport.zoom, viewport.density
        shift = viewport.origin * density - QPointF(device.topLeft())
        transform = QTransform(zoom, 0, 0, zoom, shift.x(), shift.y())
        seen = transform.inverted()[0].mapRect(QRectF(layer.rect()))
        picture = QRect(0, 0, mask.width, mask.height)
        seen_pixels = seen.toAlignedRect().intersected(picture)
        painter = QPainter(layer)
        painter.setTransform(transform)
        painter.setClipRect(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for row in range(seen_pixels.top() // SIDE, seen_pixels.bottom() // SIDE + 1):
            for column in range(seen_pixels.left() // SIDE, seen_pixels.right() // SIDE + 1):
                self._draw_tile(painter, mask, (column, row), table)
        painter.end()
        return layer

    def _draw_tile(
        self, painter: QPainter, mask: Mask, key: tuple[int, int], table: list[int]
    ) -> None:
        tile = mask.tile(key)
        area = QRect(key[0] * SIDE, key[1] * SIDE, SIDE, SIDE)
        if tile is None or tile is FULL_TILE:
            color = QColor.fromRgba(table[0 if tile is None else 255])
            if color.alpha():
                painter.fillRect(area, color)
            return
        image = self._tile_image(bytes(tile))
        image.setColorTable(table)
        painter.drawImage(area.topLeft(), image)

    def _outline(self, device: QRect, viewport: Viewport, mask: Mask, rim: int) -> QImage:
        """The pixels at the inner side of the edge, light and dark in turns."""
        shape = self._layer(device, viewport, mask, EDGE_TABLE)
        inside = shape.copy()
        painter = QPainter(inside)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        for x, y in ((rim, 0), (-rim, 0), (0, rim), (0, -rim)):
            painter.drawImage(x, y, shape)
        painter.end()
        painter = QPainter(shape)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        painter.drawImage(0, 0, inside)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.setBrushOrigin(-device.topLeft())
        painter.fillRect(shape.rect(), self._dash_pattern(rim))
        painter.end()
        return shape

    def _dash_pattern(self, rim: int) -> QImage:
        side = DASH * rim
        if self._dashes.width() != 2 * side:
            self._dashes = _chequers(side, QColor("#FFFFFF"), QColor("#3A1233"))
        return self._dashes

    def _draw_squares(self, painter: QPainter, place: QRectF) -> None:
        """What shows through where a picture is transparent."""
        theme = Theme.current()
        light, dark = theme.color("surface"), theme.color("fill-pressed")
        self._squares = _chequers(SQUARE, light, dark)
        painter.setBrushOrigin(place.topLeft())
        painter.fillRect(place, self._squares)

    @staticmethod
    def _tile_image(tile: bytes) -> QImage:
        return QImage(tile, SIDE, SIDE, SIDE, QImage.Format.Format_Indexed8)


def _chequers(side: int, one: QColor, other: QColor) -> QImage:
    image = QImage(2 * side, 2 * side, QImage.Format.Format_RGB32)
    image.fill(one)
    painter = QPainter(image)
    painter.fillRect(0, 0, side, side, other)
    painter.fillRect(side, side, side, side, other)
    painter.end()
    return image
