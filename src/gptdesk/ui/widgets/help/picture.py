"""A picture in a page: of the app itself as it looks now, or a drawing of ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.domain.help_layout import Picture
from gptdesk.domain.resources import resource_root
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import panel


def picture_file(picture: Picture, language: str, *, is_dark: bool) -> Path | None:
    """The file for this language and theme, if it came with the app."""
    folder = resource_root() / "help"
    if picture.kind == "figure":
        name = picture.name if picture.name.endswith(".svg") else f"{picture.name}.svg"
        found = folder / "figures" / name
    else:
        theme = "dark" if is_dark else "light"
        found = folder / "pictures" / f"{picture.name}-{language.split('_')[0]}-{theme}.webp"
        if not found.is_file():
            found = found.with_name(f"{picture.name}-{language}-{theme}.webp")
    return found if found.is_file() else None


class HelpPicture(QWidget):
    """As wide as the text at most; read from the disk when it is first painted."""

    def __init__(self, picture: Picture, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help.picture")
        self.setAccessibleName(picture.seen)
        self._picture, self._language = picture, language
        self._theme = Theme.current()
        self._image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme.changed.connect(self._forget)

    def heightForWidth(self, width: int) -> int:
        size = self._size()
        return round(min(size.height(), size.height() * width / max(1.0, size.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._size()
        width = min(float(self.width()), size.width())
        area = QRectF((self.width() - width) / 2, 0, width, self.height())
        if self._picture.kind == "figure":
            from PySide6.QtSvg import QSvgRenderer

            file = self._file()
            if file is not None:
                QSvgRenderer(str(file)).render(painter, area)
            return
        path = QPainterPath()
        path.addRoundedRect(area, 12, 12)
        painter.save()
        painter.setClipPath(path)
        painter.drawImage(area, self._loaded())
        painter.restore()
        panel(painter, area, 12, None, self._theme.color("hairline"))

    def _forget(self) -> None:
        self._image = None
        self.update()

    def _file(self) -> Path | None:
        return picture_file(self._picture, self._language, is_dark=self._theme.is_dark)

    def _loaded(self) -> QImage:
        if self._image is None:
            file = self._file()
            self._image = QImage(str(file)) if file is not None else QImage()
        return self._image

    def _size(self) -> QSizeF:
        file = self._file()
        if file is None:
            return QSizeF(1, 0)
        if self._picture.kind == "figure":
            from PySide6.QtSvg import QSvgRenderer

            return QSizeF(QSvgRenderer(str(file)).defaultSize())
        from PySide6.QtGui import QImageReader

        return QSizeF(QImageReader(str(file)).size())
