"""The page of the Images tab: what is wanted at the left, the picture large in the middle."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.images.asking.incoming import gallery_id, has_pictures, pictures_in
from gptdesk.ui.images.asking.tile_pictures import TilePictures
from gptdesk.ui.images.foot import GenerateFoot
from gptdesk.ui.images.head import ImagesHead
from gptdesk.ui.images.panel import WIDTH, ImagesPanel
from gptdesk.ui.images.showing.drop_sheet import DropSheet
from gptdesk.ui.images.showing.stage import Stage
from gptdesk.ui.images.showing.strip import Strip
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.painting import hairline
from gptdesk.ui.widgets.undo import UndoBar

translate = QCoreApplication.translate

NARROWEST_STAGE = 420
LOW = 430
"""A page lower than this has no room for the strip beside a notice."""


class ImagesPage(QWidget):
    """Where it is narrow, panel and picture take turns; the big button stays.

    Signals:
        pictures_dropped: files or images from outside.
        picture_dropped: the id of a picture of the gallery.
        arranged: it may be narrow or wide now.
    """

    pictures_dropped = Signal(list)
    picture_dropped = Signal(str)
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.images")
        self.setAcceptDrops(True)
        self._theme = Theme.current()
        self._is_narrow = self._is_panel_wanted = False
        self._is_whole = False
        self.pictures = TilePictures(self)
        self.side = _Side(self)
        self.panel = ImagesPanel(self.pictures, self.side)
        self.foot = GenerateFoot(self.side)
        self._main = QWidget(self)
        self.head = ImagesHead(self._main)
        self.stage = Stage(self._main)
        self.notice = Notice(self._main, closable=True)
        self.line = Notice(self._main, small=True, closable=True)
        self.undo = UndoBar(self._main)
        self.strip = Strip(self.pictures, self._main)
        self.sheet = DropSheet(self)
        self._build()
        self._connect()
        self.strip.set_items(())

    @property
    def is_narrow(self) -> bool:
        return self._is_narrow

    def show_panel(self, wanted: bool) -> None:
        """Where both do not fit: the panel instead of the picture."""
        self._is_panel_wanted = wanted
        self._arrange()

    def toggle_panel(self) -> None:
        self.show_panel(self.side.isHidden())

    def show_whole(self, is_whole: bool) -> None:
        """A guest such as the gallery takes the room of the strip as well."""
        self._is_whole = is_whole
        self._arrange()

    def regions(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.side, self._main]

    def tab_parts(self) -> list[QWidget]:
        """As it is seen: the panel, then the picture."""
        return [self.side, self._main]

    def shutdown(self) -> None:
        self.stage.shutdown()
        self.undo.shutdown()
        self.pictures.use(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_pictures(event.mimeData()):
            self.sheet.show_over(self.rect())
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.sheet.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.sheet.hide()
        if found := gallery_id(event.mimeData()):
            self.picture_dropped.emit(found)
        else:
            self.pictures_dropped.emit(pictures_in(event.mimeData()))
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("surface"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self.notice, self.line) and event.type() in (
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            self._arrange()
        return False

    def _build(self) -> None:
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 1, 0)
        side.setSpacing(0)
        side.addWidget(self.panel, 1)
        side.addWidget(self.foot)
        self._side_layout = side
        below = QVBoxLayout()
        below.setContentsMargins(24, 0, 24, 0)
        below.setSpacing(8)
        for widget in (self.notice, self.line, self.undo):
            below.addWidget(widget)
        self.line.setObjectName("images.line")
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self.head)
        main.addWidget(self.stage, 1)
        main.addLayout(below)
        main.addSpacing(8)
        main.addWidget(self.strip)
        self._main_layout = main
        self._main.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addWidget(self._main, 1)

    def _connect(self) -> None:
        self.head.panel_requested.connect(self.toggle_panel)
        self.strip.filled.connect(self._show_strip)
        self.notice.installEventFilter(self)
        self.line.installEventFilter(self)
        self._theme.changed.connect(self._arrange)
        editor = self.panel.asking.editor
        editor.pictures_pasted.connect(self.pictures_dropped)
        editor.picture_dropped.connect(self.picture_dropped)

    def _arrange(self) -> None:
        width = self._theme.px(WIDTH)
        self._is_narrow = self.width() < width + self._theme.px(NARROWEST_STAGE)
        self.head.panel.setVisible(self._is_narrow)
        is_side_alone = self._is_narrow and self._is_panel_wanted
        self.side.setVisible(not self._is_narrow or self._is_panel_wanted)
        for part in (self.stage, self.notice):
            part.setMinimumHeight(0)
        if self._is_narrow:
            self.side.setFixedWidth(min(width, self.width()))
        else:
            self.side.setFixedWidth(width)
        self._main.setVisible(not is_side_alone or self.width() > width + 240)
        self.arranged.emit()
        self._put_foot(is_below=self._is_narrow and not self._is_panel_wanted)
        self._show_strip()

    def _show_strip(self) -> None:
        """Where the page is low, the picture comes first."""
        has_notice = not self.notice.isHidden()
        is_low = self.height() < self._theme.px(LOW) or (
            has_notice and self.height() < self._theme.px(LOW + 170)
        )
        self.strip.setVisible(bool(self.strip.items) and not is_low and not self._is_whole)

    def _put_foot(self, *, is_below: bool) -> None:
        """Where the panel is put away, the big button stands below the picture."""
        wanted = self._main_layout if is_below else self._side_layout
        if wanted.indexOf(self.foot) < 0:
            had_focus = self.foot.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            for layout in (self._main_layout, self._side_layout):
                layout.removeWidget(self.foot)
            wanted.addWidget(self.foot)
            if had_focus:
                self.foot.generate.setFocus()


class _Side(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("images.side")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface-sunken"))
        hairline(painter, self.width() - 1, 0, self.width(), self.height())
