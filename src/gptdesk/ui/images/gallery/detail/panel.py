"""The side panel of the gallery: one picture, what it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.domain.images import PictureRecord
from gptdesk.ui.images.asking.tile_pictures import TilePictures
from gptdesk.ui.images.gallery import actions as a
from gptdesk.ui.images.gallery.detail.fact_rows import FactRows
from gptdesk.ui.images.gallery.detail.facts import facts_of
from gptdesk.ui.images.gallery.detail.family import FamilyRow
from gptdesk.ui.images.gallery.detail.family_view import FamilyView
from gptdesk.ui.images.gallery.detail.prompt_block import PromptBlock
from gptdesk.ui.images.gallery.words import origin_sentence
from gptdesk.ui.images.showing.result_pane import ResultPane
from gptdesk.ui.images.words import picture_name
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Badge, Label
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

EDGE = 16
LEVELS = {"practice": "info", "upload": "quiet", "model": "warn"}


class DetailPanel(QWidget):
    """Gestures out, a record with its words in.

    Signals:
        acted: id of an action of `actions`, with this picture.
        menu_requested: the button with all actions was pressed.
        picked: id of a member of the family.
        copied: a text for the clipboard.
        dragged: the picture is pulled out.
        back_requested: where it is narrow: back to the wall.
    """

    acted = Signal(str)
    menu_requested = Signal()
    picked = Signal(str)
    copied = Signal(str)
    dragged = Signal()
    back_requested = Signal()

    def __init__(self, pictures: TilePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("images.gallery.detail")
        self._theme = Theme.current()
        self._record: PictureRecord | None = None
        self._paid = ""
        self._names: Mapping[str, str] = {}
        self._stack = QStackedWidget(self)
        self._hint = Label(style="secondary", role="text-quiet", parent=self._stack)
        self._scroll = QScrollArea(self._stack)
        self._inside = QWidget()
        self.back = Button(kind="ghost", icon="arrow-left", small=True, parent=self)
        self.pane = ResultPane(self._inside)
        self.badge = Badge(parent=self._inside)
        self.prompt = PromptBlock("images.gallery.prompt", self._inside)
        self.revised = PromptBlock("images.gallery.revised", self._inside)
        self.facts = FactRows(self._inside)
        self._family_title = Label(style="section", role="text-quiet", parent=self._inside)
        self.family = FamilyView(pictures, self._inside)
        self.buttons = {
            name: Button(kind="soft", icon=icon, small=True, parent=self._inside)
            for name, icon in ((a.AGAIN, "refresh-cw"), (a.EDIT, "brush"), (a.VARY, "layers-2"))
        }
        self.tools = {
            name: IconButton(a.action_of(name).icon, small=True, parent=self._inside)
            for name in (a.FAVOURITE, a.FULL, a.COPY, a.SAVE, a.DELETE)
        }
        self.more = IconButton("ellipsis", small=True, parent=self._inside)
        self._build()
        self._connect()
        self.show_nothing()
        self._retranslate()

    @property
    def record(self) -> PictureRecord | None:
        return self._record

    def show_nothing(self) -> None:
        """No picture is chosen."""
        self._record = None
        self.pane.show_image(QImage(), "")
        self._stack.setCurrentWidget(self._hint)

    def show_record(self, record: PictureRecord, paid: str, names: Mapping[str, str]) -> None:
        """Its words; the picture itself follows."""
        is_other = self._record is None or self._record.id != record.id
        self._record, self._paid, self._names = record, paid, names
        if is_other:
            self.pane.show_image(QImage(), picture_name(record))
            self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._scroll)
        self._fit_picture()
        self._retranslate()

    def show_image(self, image: QImage, moving: bytes = b"") -> None:
        if self._record is not None:
            self.pane.show_image(image, picture_name(self._record), moving)

    def show_family(self, rows: Sequence[FamilyRow]) -> None:
        """A picture without relatives has no tree."""
        has_family = len(rows) > 1
        self._family_title.setVisible(has_family)
        self.family.setVisible(has_family)
        self.family.show_rows(rows if has_family else ())

    def set_narrow(self, is_narrow: bool) -> None:
        self._head.setVisible(is_narrow)

    def shutdown(self) -> None:
        self.pane.shutdown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._head.isHidden():
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pane.setFixedHeight(
            max(120, min(self.width() - 2 * EDGE, round(self.height() * 0.45)))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface-sunken"))
        hairline(painter, 0, 0, 1, self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(304), 400)

    def _build(self) -> None:
        self.pane.setObjectName("images.gallery.picture")
        self.back.setObjectName("images.gallery.back")
        self.more.setObjectName("images.gallery.more")
        for name, button in (*self.buttons.items(), *self.tools.items()):
            button.setObjectName(f"images.gallery.{name}")
        self.tools[a.FAVOURITE].setCheckable(True)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._hint.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setStyleSheet("QScrollArea { background: transparent; }")
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.setContentsMargins(-6, 0, 0, 0)  # the icons stand under the picture's edge
        for tool in (*self.tools.values(), self.more):
            tools.addWidget(tool)
        tools.addStretch(1)
        row = QWidget(self._inside)
        flow = FlowRow(row)
        for button in self.buttons.values():
            flow.addWidget(button)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(12)
        column.addWidget(self.pane)
        column.addWidget(self.badge)
        column.addLayout(tools)
        for widget in (row, self.prompt, self.revised, self.facts, self._family_title):
            column.addWidget(widget)
        column.addWidget(self.family)
        column.addStretch(1)
        self._scroll.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)  # the scroll area has switched it on
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(EDGE - 12, 8, EDGE, 0)
        head.addWidget(self.back)
        head.addStretch(1)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for name, button in (*self.buttons.items(), *self.tools.items()):
            button.clicked.connect(partial(self._on_acted, name))
        self.more.clicked.connect(self.menu_requested)
        self.back.clicked.connect(self.back_requested)
        self.pane.opened.connect(partial(self.acted.emit, a.FULL))
        self.pane.drag_started.connect(self.dragged)
        self.family.picked.connect(self.picked)
        for block in (self.prompt, self.revised):
            block.copy_requested.connect(self.copied)
        self._theme.changed.connect(self.updateGeometry)

    def _fit_picture(self) -> None:
        """As wide as the panel, but never all of its height."""
        width, share = self.width() - 2 * EDGE, 1.0
        if self._record is not None and self._record.file.width:
            share = self._record.file.height / self._record.file.width
        self.pane.setFixedHeight(
            max(120, min(round(width * share) + 4, round(self.height() * 0.5)))
        )

    def _on_acted(self, name: str) -> None:
        self.acted.emit(name)

    def _retranslate(self) -> None:
        self._hint.setText(
            translate("Gallery", "Choose a picture to see how it was made and what it cost.")
        )
        self.back.setText(translate("Gallery", "All pictures"))
        self.more.set_label(translate("Gallery", "More actions"))
        copy = translate("Gallery", "Copy the prompt")
        self.prompt.set_title(translate("Gallery", "Prompt"), copy)
        copy = translate("Gallery", "Copy the prompt as the service read it")
        self.revised.set_title(translate("Gallery", "As the service read it"), copy)
        self._family_title.setText(translate("Gallery", "Where it comes from, what came of it"))
        self.family.setAccessibleName(self._family_title.text())
        for name, button in self.buttons.items():
            button.setText(a.action_of(name).text)
            button.setAccessibleName(button.text())
        record = self._record
        is_favourite = record is not None and record.is_favourite
        self.tools[a.FAVOURITE].setChecked(is_favourite)
        self.tools[a.FAVOURITE].set_kind("tint" if is_favourite else "ghost")
        for name, tool in self.tools.items():
            action = a.action_of(name, is_favourite=is_favourite)
            tool.set_label(action.text, action.keys)
        if record is not None:
            self._tell(record)

    def _tell(self, record: PictureRecord) -> None:
        sentence = origin_sentence(record)
        self.badge.set_level(LEVELS[str(record.origin)])
        self.badge.setText(sentence)
        self.badge.setVisible(bool(sentence))
        self.prompt.show_text(record.prompt)
        is_other = record.revised_prompt != record.prompt
        self.revised.show_text(record.revised_prompt if is_other else "")
        self.facts.show_facts(facts_of(record, self._paid, self._names))
        groups = a.offered((record,), 1)
        there = {name for group in groups for name in group}
        for name, button in self.buttons.items():
            button.setVisible(name in there)
