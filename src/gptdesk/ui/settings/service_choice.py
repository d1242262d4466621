"""The choice of a service: a long list in groups, searched by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.fields import Choice, SearchField
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]
PRESET = Qt.ItemDataRole.UserRole
HEIGHT = 400
ROW = 32
HEADING = 28


class ServiceChoice(Choice):
    """Its items are the presets in their order; the groups stand only in the list that opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: Groups = ()
        self._popup: ServicePopup | None = None

    def set_groups(self, groups: Groups) -> None:
        """Show these; what was chosen stays chosen."""
        chosen = self.currentData()
        self._groups = groups
        with QSignalBlocker(self):
            self.clear()
            for _, entries in groups:
                for preset, title in entries:
                    self.addItem(title, preset)
            self.choose(chosen)

    def choose(self, preset: object) -> None:
        """Without telling that the user did it; what is unknown chooses the last one."""
        index = self.findData(preset)
        self.setCurrentIndex(index if index >= 0 else self.count() - 1)

    def showPopup(self) -> None:
        if self._popup is None:
            self._popup = ServicePopup(self)
            self._popup.chosen.connect(self._on_chosen)
        self._popup.open_below(self, self._groups, self.currentData())

    def _on_chosen(self, preset: str) -> None:
        self.choose(preset)
        self.activated.emit(self.currentIndex())


class ServicePopup(QFrame):
    """Signals:
    chosen: a preset.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("settings.presets")
        self._groups: Groups = ()
        self._current = ""
        self._search = SearchField(self)
        self._search.setObjectName("settings.presets.search")
        self._list = QListWidget(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setStyleSheet("QListWidget::item { padding-left: 8px; }")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._search.textChanged.connect(self._fill)
        self._list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self._search)
        column.addWidget(self._list)
        self._retranslate()

    def open_below(self, field: QWidget, groups: Groups, current: str) -> None:
        self._groups, self._current = groups, current
        self._search.clear()
        self._fill()
        corner = field.mapToGlobal(QPoint(0, field.height() + 4))
        screen = field.screen().availableGeometry()
        height = min(Theme.current().px(HEIGHT), max(200, screen.bottom() - corner.y() - 8))
        self.setFixedSize(field.width(), height)
        self.move(corner)
        self.show()
        self._search.setFocus()

    def titles(self) -> list[str]:
        """What can be chosen now."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return [item.text() for item in items if item.data(PRESET)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

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

    def _fill(self) -> None:
        wanted = self._search.text().casefold().strip()
        self._list.clear()
        for heading, entries in self._groups:
            found = [(p, t) for p, t in entries if wanted in t.casefold() or wanted in p]
            if found:
                self._add_heading(heading)
            for preset, title in found:
                self._add(preset, title)
        self._select()

    def _add_heading(self, text: str) -> None:
        theme = Theme.current()
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.font("label"))
        item.setForeground(theme.color("text-quiet"))
        item.setSizeHint(QSize(0, theme.px(HEADING)))
        self._list.addItem(item)

    def _add(self, preset: str, title: str) -> None:
        theme = Theme.current()
        item = QListWidgetItem(title)
        item.setData(PRESET, preset)
        item.setFont(theme.font("base"))
        item.setSizeHint(QSize(0, theme.px(ROW)))
        self._list.addItem(item)

    def _select(self) -> None:
        """What is chosen, or the first that fits what was typed."""
        items = [self._list.item(row) for row in range(self._list.count())]
        usable = [item for item in items if item.data(PRESET)]
        chosen = [item for item in usable if item.data(PRESET) == self._current]
        if not self._search.text() and chosen:
            self._list.setCurrentItem(chosen[0])
        elif usable:
            self._list.setCurrentItem(usable[0])

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(PRESET):
            self.hide()
            self.chosen.emit(item.data(PRESET))

    def _retranslate(self) -> None:
        name = translate("Settings", "Search services")
        self._search.setPlaceholderText(name)
        self._search.setAccessibleName(name)
        self._list.setAccessibleName(translate("Settings", "Services"))
