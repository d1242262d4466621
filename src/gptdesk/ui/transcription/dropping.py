"""Recordings that are dropped on the page, with a sheet over it that says what happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QRect, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

KINDS = (
    "mp3", "m4a", "wav", "flac", "ogg", "oga", "opus", "aac", "wma", "aif", "aiff", "amr", "3gp",
    "mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "wmv", "ts", "caf", "mka",
)  # fmt: skip
MARGIN = 16
MOST_OF_A_FOLDER = 500
ENTERING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


def files_in(data: QMimeData | None) -> list[Path]:
    """The local files and folders in what is dragged or pasted."""
    if data is None or not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def recordings_of(paths: Sequence[Path]) -> list[Path]:
    """Files as they are, also with odd names; of folders only what is a recording by its name."""
    found: list[Path] = []
    for path in paths:
        found.extend(_inside(path) if path.is_dir() else [path])
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> Iterator[Path]:
    wanted = (
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower().lstrip(".") in KINDS and path.is_file()
    )
    for _, path in zip(range(MOST_OF_A_FOLDER), wanted, strict=False):
        yield path


class DropTarget(QObject):
    """Watches the page.

    Signals:
        dropped: a list of paths, of files and folders.
    """

    dropped = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.sheet = DropSheet(page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        self.sheet.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in ENTERING and isinstance(event, QDropEvent):
            if not files_in(event.mimeData()):
                return False
            self.sheet.show_over(self._page.rect())
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.sheet.hide()
            if paths := files_in(event.mimeData()):
                event.acceptProposedAction()
                self.dropped.emit(paths)
            return True
        if event.type() == QEvent.Type.DragLeave and watched is self.sheet:
            self.sheet.hide()
        return False


class DropSheet(QWidget):
    """Lies over the page while something is dragged across it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("transcription.drop")
        self.setAcceptDrops(True)
        self.hide()

    def show_over(self, area: QRect) -> None:
        self.setAccessibleName(_text())
        self.setGeometry(area)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        veil = theme.color("surface")
        veil.setAlphaF(0.92)
        painter.fillRect(self.rect(), veil)
        area = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        panel(painter, area, theme.radius("card"), theme.color("accent-soft"))
        painter.setPen(QPen(theme.color("accent-text"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, theme.radius("card"), theme.radius("card"))
        middle, size = area.center().y(), theme.icon_size(24)
        place = QRect(area.left(), middle - size - 8, area.width(), size)
        icon_at(painter, place, "audio-lines", "accent-text", size)
        line = QRect(area.left(), middle + 8, area.width(), theme.line("heading"))
        centre = Qt.AlignmentFlag.AlignHCenter
        text_in(painter, line, _text(), theme.font("strong"), theme.color("text"), centre)


def _text() -> str:
    return translate("Transcription", "Drop recordings here to write them down")
