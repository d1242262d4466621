"""What can be done with several pictures at once; it stands below the wall."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.images.gallery import actions as a
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.labels import ElidedLabel
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

LEAST_LABEL = 72


class SelectionBar(QWidget):
    """Hidden while fewer than two are chosen; on a narrow page one leads to its story.

    Signals:
        acted: id of an action.
        cleared: only the current picture is to stay chosen.
    """

    acted = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("images.gallery.selection")
        self._theme = Theme.current()
        self._count = 0
        self._is_narrow = False
        self.label = ElidedLabel(style="label", parent=self)
        self.buttons = {
            name: Button(kind="soft", icon=a.action_of(name).icon, small=True, parent=self)
            for name in (a.STORY, a.COMPARE, a.FAVOURITE, a.COLLECT, a.COPY, a.SAVE, a.DELETE)
        }
        self.close_button = IconButton("x", small=True, parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.label, 1)
        for name, button in self.buttons.items():
            button.setObjectName(f"images.gallery.selection.{name}")
            button.clicked.connect(partial(self._on_acted, name))
            layout.addWidget(button)
        layout.addWidget(self.close_button)
        self.close_button.setObjectName("images.gallery.selection.close")
        self.close_button.clicked.connect(self.cleared)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._retranslate()
        self.hide()

    def show_count(self, count: int) -> None:
        self._count = count
        self.buttons[a.STORY].setVisible(count == 1)
        self.buttons[a.COMPARE].setVisible(count == 2)
        self.close_button.setVisible(count > 1)
        self._retranslate()
        self.setVisible(count > 1 or (count == 1 and self._is_narrow))

    def set_narrow(self, is_narrow: bool) -> None:
        """Whether the story of a picture does not stand beside it."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.show_count(self._count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        hairline(painter, 0, 0, self.width(), 1)

    def _on_acted(self, name: str) -> None:
        self.acted.emit(name)

    def _retranslate(self) -> None:
        self.label.setText(translate("Gallery", "%n chosen", None, self._count))
        self._name_buttons(has_words=True)
        if self._wanted_width() > self.width():
            self._name_buttons(has_words=False)
            story = self.buttons[a.STORY]
            if not story.isHidden():
                story.setText(a.action_of(a.STORY).text)
        self.close_button.set_label(translate("Gallery", "Choose only one again"))

    def _name_buttons(self, *, has_words: bool) -> None:
        short = {a.FAVOURITE: translate("Gallery", "Favourite")}
        for name, button in self.buttons.items():
            text = short.get(name, a.action_of(name).text)
            is_told = has_words and name not in (a.COPY, a.DELETE, a.FAVOURITE)
            button.setText(text if is_told else "")
            button.setToolTip("" if is_told else text)
            button.setAccessibleName(text)

    def _wanted_width(self) -> int:
        shown = [one for one in self.buttons.values() if not one.isHidden()]
        widths = sum(one.sizeHint().width() + 8 for one in (*shown, self.close_button))
        label = max(self.label.sizeHint().width(), self._theme.px(LEAST_LABEL))
        return widths + label + 40
