"""Two pictures side by side that are zoomed and moved together."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.runtime.large_pictures import Levels
from gptdesk.ui.images.canvas.zoom_pill import ZoomPill
from gptdesk.ui.images.pane import PicturePane
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import ElidedLabel
from gptdesk.ui.widgets.painting import hairline

HEAD = 8


class CompareTwo(QWidget):
    """Whichever is zoomed or moved, the other follows, also with another number of pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.compare_two")
        self.panes = (PicturePane(self), PicturePane(self))
        self.titles = (
            ElidedLabel(style="label", parent=self),
            ElidedLabel(style="label", parent=self),
        )
        self.zoom = ZoomPill(self.panes[1])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for number, (pane, title) in enumerate(zip(self.panes, self.titles, strict=True)):
            pane.setObjectName(f"images.compare_two.{number}")
            column = QVBoxLayout()
            column.setSpacing(0)
            head = QHBoxLayout()
            head.setContentsMargins(16, HEAD, 16, HEAD)
            head.addWidget(title)
            column.addLayout(head)
            column.addWidget(pane, 1)
            layout.addLayout(column, 1)
        self._is_following = False
        first, second = self.panes
        first.zoom_changed.connect(lambda: self._follow(first, second))
        second.zoom_changed.connect(lambda: self._follow(second, first))

    def show_pictures(self, first: Levels, second: Levels, titles: tuple[str, str]) -> None:
        """Both as a whole at first; the titles are their names for eyes and ears."""
        for pane, levels, title, label in zip(
            self.panes, (first, second), titles, self.titles, strict=True
        ):
            label.setText(title)
            pane.setAccessibleName(title)
            pane.show_picture(levels)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        x = self.panes[1].x() - 1
        hairline(painter, x, 0, x + 1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoom.place()

    def _follow(self, leader: PicturePane, follower: PicturePane) -> None:
        if self._is_following or not leader.has_picture:
            return
        self._is_following = True
        try:
            follower.look_as(leader.viewport)
            if follower is self.panes[1]:
                follower.zoom_changed.emit()
        finally:
            self._is_following = False
