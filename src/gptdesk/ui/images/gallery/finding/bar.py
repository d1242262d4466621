"""The lines above the wall: what is looked for, and how much was found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.domain.gallery import Collection
from gptdesk.ui.images.gallery.finding.collection_menu import fill_collection_menu
from gptdesk.ui.images.gallery.finding.filter_menu import fill_filter_menu
from gptdesk.ui.images.gallery.finding.filter_words import filter_word
from gptdesk.ui.images.gallery.finding.wish import Wish
from gptdesk.ui.images.gallery.words import count_text
from gptdesk.ui.images.words import shortened
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.chips import Chip
from gptdesk.ui.widgets.fields import SearchField
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Label, LinkLabel
from gptdesk.ui.widgets.menu import menu

translate = QCoreApplication.translate

WORDS_FROM = 560
LONGEST_NAME = 22


class FindBar(QWidget):
    """Gestures out, what is looked for in.

    Signals:
        text_edited: what is typed into the search field.
        favourites_toggled: only favourites, or all again.
        filter_toggled: field and value of a filter.
        collection_chosen: its id; empty for all pictures.
        collection_action: "new", "rename" or "remove" for the chosen one.
        cleared: everything is to be shown again.
        wall_wanted: the keyboard goes down to the pictures.
    """

    text_edited = Signal(str)
    favourites_toggled = Signal()
    filter_toggled = Signal(str, str)
    collection_chosen = Signal(str)
    collection_action = Signal(str)
    cleared = Signal()
    wall_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._wish = Wish()
        self._count = 0
        self._models: Sequence[str] = ()
        self._collections: Sequence[Collection] = ()
        self._chips: list[Chip] = []
        self.search = _Search(self)
        self.favourites = Button(kind="soft", icon="star", parent=self)
        self.collection = Button(kind="soft", icon="folder", trailing_icon="chevron-down",
                                 parent=self)  # fmt: skip
        self.filter = Button(kind="soft", icon="sliders-horizontal", parent=self)
        self.count = Label(style="secondary", role="text-quiet", tabular=True)
        self.clear = LinkLabel()
        self._build()
        self._retranslate()

    def show_wish(self, wish: Wish, count: int) -> None:
        """What holds now and how many pictures that finds."""
        has_other_chips = wish.filters != self._wish.filters
        self._wish, self._count = wish, count
        if self.search.text() != wish.text:
            self.search.setText(wish.text)
        if has_other_chips:
            self._show_chips()
        self._retranslate()

    def set_models(self, models: Sequence[str]) -> None:
        self._models = models

    def set_collections(self, collections: Sequence[Collection]) -> None:
        self._collections = collections
        self._retranslate()

    def open_filters(self) -> None:
        offered = menu(self)
        fill_filter_menu(offered, self._wish, self._models, self.filter_toggled.emit)
        self._popup(self.filter, offered)

    def open_collections(self) -> None:
        offered = menu(self)
        fill_collection_menu(
            offered,
            self._collections,
            self._wish.collection,
            self.collection_chosen.emit,
            self.collection_action.emit,
        )
        self._popup(self.collection, offered)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_chips()
            self._retranslate()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._retranslate()

    def _build(self) -> None:
        names = {
            "images.gallery.search": self.search,
            "images.gallery.favourites": self.favourites,
            "images.gallery.collections": self.collection,
            "images.gallery.filters": self.filter,
            "images.gallery.clear": self.clear,
            "images.gallery.count": self.count,
        }
        for name, widget in names.items():
            widget.setObjectName(name)
        self.favourites.setCheckable(True)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.search, 1)
        for button in (self.favourites, self.collection, self.filter):
            first.addWidget(button)
        second = QWidget(self)
        self._flow = FlowRow(second)
        self._flow.addWidget(self.count)
        self._flow.add_end(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 8)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addWidget(second)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.search.textEdited.connect(self.text_edited)
        self.search.textChanged.connect(self._on_text)
        self.search.down_pressed.connect(self.wall_wanted)
        self.favourites.clicked.connect(self.favourites_toggled)
        self.collection.clicked.connect(self.open_collections)
        self.filter.clicked.connect(self.open_filters)
        self.clear.activated.connect(self.cleared)

    def _popup(self, button: Button, offered: object) -> None:
        from PySide6.QtWidgets import QMenu

        assert isinstance(offered, QMenu)
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_text(self, text: str) -> None:
        if text != self._wish.text:
            self.text_edited.emit(text)

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._flow.take(chip)
        self._chips = []
        for field, value in self._wish.filters:
            chip = Chip(filter_word(field, value), chosen=True, closable=True)
            chip.setObjectName(f"images.gallery.chip.{field}.{value}")
            taken = partial(self.filter_toggled.emit, field, value)
            chip.removed.connect(taken)
            chip.clicked.connect(taken)
            self._flow.addWidget(chip)
            self._chips.append(chip)

    def _collection_name(self) -> str:
        for one in self._collections:
            if one.id == self._wish.collection:
                return one.name
        return translate("Gallery", "All pictures")

    def _retranslate(self) -> None:
        has_words = self.width() >= self._theme.px(WORDS_FROM)
        favourites, filters = translate("Gallery", "Favourites"), translate("Gallery", "Filter")
        name = self._collection_name()
        for button, text in ((self.favourites, favourites), (self.filter, filters)):
            button.setText(text if has_words else "")
            button.setToolTip("" if has_words else text)
            button.setAccessibleName(text)
        self.collection.setText(shortened(name, LONGEST_NAME) if has_words else "")
        spoken = translate("Gallery", "Collection: {name}").format(name=name)
        self.collection.setAccessibleName(spoken)
        self.collection.setToolTip(spoken)
        self.favourites.setChecked(self._wish.is_favourite)
        self.favourites.set_kind("tint" if self._wish.is_favourite else "soft")
        self.collection.set_kind("tint" if self._wish.collection else "soft")
        self.filter.set_kind("tint" if self._wish.filters else "soft")
        placeholder = translate("Gallery", "Search descriptions")
        self.search.setPlaceholderText(placeholder)
        self.search.setAccessibleName(placeholder)
        self.count.setText(count_text(self._count, is_filtered=not self._wish.is_empty))
        self.clear.setText(translate("Gallery", "Show all"))
        self.clear.setVisible(not self._wish.is_empty)


class _Search(SearchField):
    down_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
