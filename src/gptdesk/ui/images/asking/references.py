"""The pictures that go along with an edit: small, in order, and each can be taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.domain.images import Reference
from gptdesk.ui.images.asking.tile_pictures import TilePictures
from gptdesk.ui.images.options.reason import Reason
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import icon_at, panel

translate = QCoreApplication.translate

SIDE = 72
RADIUS = 8
CROSS = 22
MOST = 16


class ReferenceRow(QWidget):
    """The first one is what is changed; the others are examples.

    Signals:
        add_requested: more pictures are wanted.
        removed: the place of one that is to go.
        opened: the place of one that is to be seen large.
        fit_requested: the first one is to be cropped so that the model takes it.
    """

    add_requested = Signal()
    removed = Signal(int)
    opened = Signal(int)
    fit_requested = Signal()

    def __init__(self, pictures: TilePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.references")
        self._pictures = pictures
        self._references: tuple[Reference, ...] = ()
        self._most = 1
        self._title = Label(style="label", parent=self)
        self._hint = Label(style="secondary", role="text-quiet", parent=self)
        self._row = QWidget(self)
        self._flow = FlowRow(self._row)
        self._tiles = [self._make(number) for number in range(MOST)]
        self.add = _Add(self._row)
        self._flow.addWidget(self.add)
        self.reason = Reason(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._row)
        layout.addWidget(self.reason)
        self.add.clicked.connect(self.add_requested)
        self.add.setObjectName("images.add_reference")
        self.reason.fix_requested.connect(self.fit_requested)
        pictures.ready.connect(self._update_tiles)
        self._retranslate()

    def show_references(
        self, references: Sequence[Reference], most: int, *, needs_square: bool = False
    ) -> None:
        self._references, self._most = tuple(references), most
        for number, tile in enumerate(self._tiles):
            is_used = number < len(references)
            tile.setVisible(is_used)
            if is_used:
                tile.show_reference(references[number], number)
        self.add.setVisible(len(references) < most)
        extra = len(references) - most
        text = translate("Images", "This model takes %n picture(s); the rest is left out.", None,
                         most)  # fmt: skip
        self.reason.show_note(text if extra > 0 else "")
        if needs_square:
            self.reason.show_fault(translate("Images", "This model takes only square pictures."))
            self.reason.show_link(translate("Images", "Crop it to a square"))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _make(self, number: int) -> _Tile:
        tile = _Tile(self._pictures, self._row)
        tile.setObjectName(f"images.reference.{number}")
        tile.clicked.connect(partial(self._on_opened, number))
        tile.removed.connect(partial(self.removed.emit, number))
        tile.hide()
        self._flow.addWidget(tile)
        return tile

    def _on_opened(self, number: int) -> None:
        self.opened.emit(number)

    def _update_tiles(self) -> None:
        for tile in self._tiles:
            tile.update()

    def _retranslate(self) -> None:
        self._title.setText(translate("Images", "Your pictures"))
        left = translate("Images", "drop, paste or choose, at most %n", None, self._most)
        self._hint.setText(left)
        self.setAccessibleName(self._title.text())
        self.add.setAccessibleName(translate("Images", "Add a picture"))
        self.add.setToolTip(translate("Images", "Add a picture, or drop one anywhere here"))
        for tile, reference in zip(self._tiles, self._references, strict=False):
            name = reference.file.name or f"{reference.file.width} × {reference.file.height}"
            text = translate("Images", "Picture {name}. Press Delete to take it away.")
            tile.setAccessibleName(text.format(name=name))
            tile.setToolTip(name)


class _Tile(Painted):
    removed = Signal()

    def __init__(self, pictures: TilePictures, parent: QWidget) -> None:
        super().__init__("soft", parent)
        self._pictures = pictures
        self._reference: Reference | None = None
        self._number = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", RADIUS)
        self.setMouseTracking(True)

    def show_reference(self, reference: Reference, number: int) -> None:
        self._reference, self._number = reference, number
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pixmap = None
        if self._reference is not None:
            pixmap = self._pictures.pixmap(self._reference.file)
        if pixmap is None or pixmap.isNull():
            panel(painter, self.rect(), RADIUS, self._theme.color("fill-pressed"))
            icon_at(painter, self.rect(), "image", "text-quiet", self._theme.icon_size(20))
        else:
            draw_covering(painter, QRectF(self.rect()), pixmap, RADIUS)
        panel(painter, self.rect(), RADIUS, None, self._theme.color("hairline"))
        if self.underMouse() or self.hasFocus():
            cross = self._cross()
            panel(painter, cross, 6, self._theme.color("surface"))
            icon_at(painter, cross, "x", "text", self._theme.icon_size(14))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _cross(self) -> QRect:
        side = self._theme.px(CROSS)
        return QRect(self.width() - side - 3, 3, side, side)


class _Add(Painted):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("ghost", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", RADIUS)

    def sizeHint(self) -> QSize:
        side = self._theme.px(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, _border, _role = self._colors()
        panel(painter, self.rect(), RADIUS, fill)
        painter.setPen(QPen(self._theme.color("field-border"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        icon_at(painter, self.rect(), "plus", "text-quiet", self._theme.icon_size(20))


def draw_covering(painter: QPainter, room: QRectF, pixmap: object, radius: float) -> None:
    """The middle of the picture, so that it fills the room."""
    from PySide6.QtGui import QPixmap

    assert isinstance(pixmap, QPixmap)
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    shape = QPainterPath()
    shape.addRoundedRect(room, radius, radius)
    painter.setClipPath(shape)
    scale = min(pixmap.width() / room.width(), pixmap.height() / room.height())
    part = QRectF(0, 0, room.width() * scale, room.height() * scale)
    part.moveCenter(QRectF(pixmap.rect()).center())
    painter.drawPixmap(room, pixmap, part)
    painter.restore()
