"""The pop-up in which a model is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gptdesk.ui.chat.models import ModelGroup
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import SearchField
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

WIDTH = 320
MOST_ROWS = 9
SEARCH_FROM = 8
"""With fewer models there is nothing to search for."""
ROW = 36
HEADING = 28
CHOICE = Qt.ItemDataRole.UserRole + 1


class ModelPopup(QFrame):
    """Connections as headings, their models below, a way to the settings at the foot.

    Signals:
        chosen: connection id and model.
        setup_requested: the person wants another connection.
    """

    chosen = Signal(str, str)
    setup_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("chat.models")
        self._groups: tuple[ModelGroup, ...] = ()
        self._current = ("", "")
        self._search = SearchField(self)
        self._list = QListWidget(self)
        self._setup = Button(kind="ghost", icon="settings", small=True, parent=self)
        self._build()
        self._retranslate()

    def set_groups(self, groups: Sequence[ModelGroup], current: tuple[str, str]) -> None:
        self._groups = tuple(groups)
        self._current = current
        self._fill()
        if self.isVisible():
            self._fit()

    def open_above(self, button: QWidget) -> None:
        """The composer stands at the foot of the window, so there is room above."""
        self._search.clear()
        self._fill()
        self._fit()
        corner = button.mapToGlobal(QPoint(0, -self.height() - 6))
        screen = button.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(max(screen.top(), corner.y()))
        self.move(corner)
        self.show()
        (self._search if self._search.isVisible() else self._list).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentItem())
        elif event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._list.setFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        fill, border = theme.color("surface-raised"), theme.color("hairline")
        panel(QPainter(self), self.rect(), 0, fill, border)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        for widget in (self._search, self._list, self._setup):
            layout.addWidget(widget)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._search.textChanged.connect(self._fill)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._setup.clicked.connect(self._on_setup)

    def _fill(self) -> None:
        wanted = self._search.text().casefold().strip()
        self._list.clear()
        for group in self._groups:
            models = [m for m in group.models if wanted in m[1].casefold()]
            if not models and not group.note:
                continue
            self._add_heading(group.name)
            for model, label in models:
                self._add_model((group.connection_id, model), label)
            if group.note:
                self._add_note(group.note)
        if self._list.currentItem() is None:
            self._choose_first()

    def _add_heading(self, text: str) -> None:
        theme = Theme.current()
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.font("label"))
        item.setForeground(theme.color("text-quiet"))
        item.setSizeHint(QSize(0, theme.px(HEADING)))
        self._list.addItem(item)

    def _add_model(self, choice: tuple[str, str], label: str) -> None:
        theme = Theme.current()
        item = QListWidgetItem(label)
        item.setData(CHOICE, choice)
        item.setSizeHint(QSize(0, theme.px(ROW)))
        is_current = choice == self._current
        item.setIcon(theme.icon("check", "accent-text", 16) if is_current else _no_icon())
        self._list.addItem(item)
        if is_current:
            self._list.setCurrentItem(item)

    def _add_note(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(Theme.current().color("text-quiet"))
        item.setFont(Theme.current().font("secondary"))
        item.setSizeHint(QSize(0, Theme.current().px(ROW)))
        self._list.addItem(item)

    def _choose_first(self) -> None:
        for number in range(self._list.count()):
            if self._list.item(number).data(CHOICE) is not None:
                self._list.setCurrentRow(number)
                return

    def _fit(self) -> None:
        theme = Theme.current()
        count = sum(len(group.models) for group in self._groups)
        self._search.setVisible(count >= SEARCH_FROM)
        heights = [self._list.item(n).sizeHint().height() for n in range(self._list.count())]
        self._list.setFixedHeight(min(sum(heights), theme.px(ROW) * MOST_ROWS) + 2)
        self.setFixedWidth(theme.px(WIDTH))
        self.adjustSize()

    def _choose(self, item: QListWidgetItem | None) -> None:
        choice = item.data(CHOICE) if item is not None else None
        if choice is None:
            return
        self.hide()
        self.chosen.emit(*choice)

    def _on_setup(self) -> None:
        self.hide()
        self.setup_requested.emit()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("ChatModels", "Choose a model"))
        self._search.setPlaceholderText(translate("ChatModels", "Search models"))
        self._search.setAccessibleName(translate("ChatModels", "Search models"))
        self._list.setAccessibleName(translate("ChatModels", "Models by connection"))
        self._setup.setText(translate("ChatModels", "Set up connections…"))


def _no_icon() -> QIcon:
    """An empty place as wide as the tick, so that all names start at the same edge."""
    size = Theme.current().icon_size(16)
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
