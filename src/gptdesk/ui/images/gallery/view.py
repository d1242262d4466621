"""The gallery as a whole: what is looked for, the wall, and one picture beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.images.asking.tile_pictures import TilePictures
from gptdesk.ui.images.gallery.comparing import ComparingView
from gptdesk.ui.images.gallery.detail.panel import DetailPanel
from gptdesk.ui.images.gallery.finding.bar import FindBar
from gptdesk.ui.images.gallery.finding.name_line import NameLine
from gptdesk.ui.images.gallery.finding.wish import Wish
from gptdesk.ui.images.gallery.model import WallModel
from gptdesk.ui.images.gallery.pictures import WallPictures
from gptdesk.ui.images.gallery.selection_bar import SelectionBar
from gptdesk.ui.images.gallery.wall import Wall
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.empty import EmptyState
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.undo import UndoBar

translate = QCoreApplication.translate

SIDE = 312
BOTH_FROM = 780
"""With less room wall and picture take turns."""


class GalleryView(QWidget):
    """Where it is narrow, the picture with its story stands in place of the wall."""

    def __init__(self, pictures: WallPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.gallery.page")
        self._theme = Theme.current()
        self._is_detail_wanted = False
        self._wish = Wish()
        self.model = WallModel(self)
        self.tiles = TilePictures(self)
        self._stack = QStackedWidget(self)
        self._browsing = QWidget(self._stack)
        self.side = QWidget(self._browsing)
        self.bar = FindBar(self.side)
        self.name = NameLine(self.side)
        self._walls = QStackedWidget(self.side)
        self.wall = Wall(self.model, pictures, self._walls)
        self.empty = EmptyState("images", self._walls, width=380)
        self.selection = SelectionBar(self.side)
        self.notice = Notice(self.side, small=True, closable=True)
        self.undo = UndoBar(self.side)
        self.detail = DetailPanel(self.tiles, self._browsing)
        self.comparing = ComparingView(self._stack)
        self._build()
        self._retranslate()

    @property
    def is_narrow(self) -> bool:
        return self.width() < self._theme.px(BOTH_FROM)

    @property
    def is_comparing(self) -> bool:
        return self._stack.currentWidget() is self.comparing

    def show_detail(self, wanted: bool) -> None:
        """Where both do not fit: the picture instead of the wall."""
        self._is_detail_wanted = wanted
        self._arrange()
        focus = self.detail.pane if wanted else self.wall
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, wish: Wish, count: int) -> None:
        """Whether there is a wall, or words in its place."""
        self._wish = wish
        self.bar.show_wish(wish, count)
        self.bar.setVisible(count > 0 or not wish.is_empty)
        self._walls.setCurrentWidget(self.wall if count else self.empty)
        if not count:
            self._is_detail_wanted = False
        self._retranslate()
        self._arrange()

    def show_comparing(self, wanted: bool) -> None:
        self._stack.setCurrentWidget(self.comparing if wanted else self._browsing)
        if not wanted:
            self.comparing.clear()
            self.wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def shutdown(self) -> None:
        self.undo.shutdown()
        self.wall.shutdown()
        self.detail.shutdown()
        self.tiles.use(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("surface"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where nothing is said below the wall, there is no room for it either."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            has_words = not (self.notice.isHidden() and self.undo.isHidden())
            self._below.setVisible(has_words)
        return False

    def _build(self) -> None:
        self.notice.setObjectName("images.gallery.notice")
        self.undo.setObjectName("images.gallery.undo")
        for button in self.undo.findChildren(QPushButton):
            button.setObjectName("images.gallery.undo.button")  # the page has one of its own
        self.empty.setObjectName("images.gallery.empty")
        self._walls.addWidget(self.wall)
        self._walls.addWidget(self.empty)
        self._below = QWidget(self.side)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(24, 8, 24, 8)
        below.setSpacing(8)
        below.addWidget(self.notice)
        below.addWidget(self.undo)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.name):
            column.addWidget(widget)
        column.addWidget(self._walls, 1)
        column.addWidget(self._below)
        column.addWidget(self.selection)
        both = QHBoxLayout(self._browsing)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.side, 1)
        both.addWidget(self.detail)
        self._stack.addWidget(self._browsing)
        self._stack.addWidget(self.comparing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._theme.changed.connect(self._arrange)
        for line in (self.notice, self.undo):
            line.installEventFilter(self)
        self._below.hide()

    def _arrange(self) -> None:
        is_narrow, has_wall = self.is_narrow, self._walls.currentWidget() is self.wall
        self.side.setVisible(not is_narrow or not self._is_detail_wanted)
        self.detail.setVisible(has_wall and (not is_narrow or self._is_detail_wanted))
        self.detail.set_narrow(is_narrow)
        self.selection.set_narrow(is_narrow)
        if is_narrow:
            self.detail.setMinimumWidth(0)
            self.detail.setMaximumWidth(16_777_215)
        else:
            self.detail.setFixedWidth(min(self._theme.px(SIDE), self.width() // 2))

    def _retranslate(self) -> None:
        self.wall.setAccessibleName(translate("Gallery", "Pictures"))
        self.wall.setAccessibleDescription(
            translate(
                "Gallery",
                "Arrow keys walk, Shift and Ctrl choose more, Enter opens, F marks a favourite, "
                "Delete removes.",
            )
        )
        self.detail.setAccessibleName(translate("Gallery", "About the picture"))
        title, text, action = self._empty_words()
        self.empty.set_texts(title, text)
        self.empty.set_action(action)

    def _empty_words(self) -> tuple[str, str, str]:
        if self._wish.is_empty:
            text = translate(
                "Gallery",
                "Every picture that you make is kept here with its description, settings and "
                "cost, so that you can find it, use it again, and see what came of it.",
            )
            return (
                translate("Gallery", "No pictures yet"),
                text,
                translate("Gallery", "Make a picture"),
            )
        show_all = translate("Gallery", "Show all pictures")
        if self._wish.is_only_collection:
            text = translate(
                "Gallery",
                "Choose pictures on the wall, press the right mouse button, and put them into it "
                "under “Collections”.",
            )
            return translate("Gallery", "Nothing in this collection yet"), text, show_all
        text = translate(
            "Gallery",
            "The words are looked for in the descriptions. Try fewer words or fewer filters.",
        )
        return translate("Gallery", "Nothing found"), text, show_all
