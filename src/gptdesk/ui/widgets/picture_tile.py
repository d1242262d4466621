"""A picture as a small square that opens the large view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.domain.attachments import Attachment
from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import icon_at, panel
from gptdesk.ui.widgets.picture_words import as_sent, missing, spoken
from gptdesk.ui.widgets.thumbnails import SIDE, Thumbnails

RADIUS = 8


class PictureTile(Painted):
    """88 px square. Pressed like a button, by mouse, Enter or Space."""

    def __init__(self, thumbnails: Thumbnails | None, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self._thumbnails = thumbnails
        self._picture: Attachment | None = None
        self.setObjectName("picture.tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", RADIUS)
        if thumbnails is not None:
            thumbnails.ready.connect(self._on_ready)

    @property
    def picture(self) -> Attachment | None:
        return self._picture

    @property
    def is_missing(self) -> bool:
        """Known only after it was looked for."""
        pixmap = self._pixmap()
        return pixmap is not None and pixmap.isNull()

    def show_picture(self, picture: Attachment) -> None:
        self._picture = picture
        self._retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.px(SIDE)
        self._draw_square(QPainter(self), QRect(0, 0, side, side))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _draw_square(self, painter: QPainter, square: QRect) -> None:
        pixmap = self._pixmap()
        if pixmap is None or pixmap.isNull():
            panel(painter, square, RADIUS, self._theme.color("fill-pressed"))
            icon = "image" if pixmap is None else "eye-off"
            icon_at(painter, square, icon, "text-quiet", self._theme.icon_size(20))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(square), RADIUS, RADIUS)
        painter.setClipPath(shape)
        panel(painter, square, 0, self._theme.color("surface"))
        painter.drawPixmap(square, pixmap)
        painter.restore()
        panel(painter, square, RADIUS, None, self._theme.color("hairline"))

    def _pixmap(self) -> QPixmap | None:
        if self._thumbnails is None or self._picture is None:
            return None
        return self._thumbnails.pixmap(self._picture)

    def _on_ready(self, picture_id: str) -> None:
        if self._picture is not None and self._picture.id == picture_id:
            self._retranslate()
            self.update()

    def _retranslate(self) -> None:
        if self._picture is None:
            return
        self.setAccessibleName(spoken(self._picture))
        about = missing() if self.is_missing else as_sent(self._picture)
        self.setAccessibleDescription(about)
        self.setToolTip(f"{self._picture.name}\n{about}".strip())
