"""The list of what was spoken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gptdesk.domain.speech import JobState, SpeechHeader
from gptdesk.domain.voices import voice_title
from gptdesk.ui.speech.words import clock
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.empty import EmptyState
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.menu import menu
from gptdesk.ui.widgets.money import Money, sum_text
from gptdesk.ui.widgets.painting import panel, text_in
from gptdesk.ui.widgets.text_field import SearchField
from gptdesk.ui.widgets.undo import UndoBar

translate = QCoreApplication.translate

HEADER = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2
PAUSE_MS = 250
ROW = 52


class SpeechHistory(QWidget):
    """Newest first.

    Signals:
        sought: what was typed into the search.
        opened, deleted: the id of a job.
        undone: the last deletion is to be taken back.
    """

    sought = Signal(str)
    opened = Signal(str)
    deleted = Signal(str)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speech.history")
        self.search = SearchField(self)
        self.search.setObjectName("speech.search")
        self._nothing = Label(style="secondary", role="text-quiet", parent=self)
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(8, 4, 8, 0)
        self._nothing.hide()
        self.list = _List(self)
        self.undo = UndoBar(self)
        self._empty = EmptyState("speech", self, width=240)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self._nothing)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.undo)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.search.textChanged.connect(self._on_typed)
        self.list.itemActivated.connect(self._on_opened)
        self.list.itemClicked.connect(self._on_opened)
        self.list.delete_pressed.connect(self._on_delete)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.undo.undone.connect(self.undone)
        self._retranslate()

    def set_headers(
        self, headers: Sequence[SpeechHeader], open_id: str = "", money: Money | None = None
    ) -> None:
        self.list.clear()
        for header in headers:
            line = header_line(header, money)
            item = QListWidgetItem(header.title)
            item.setData(HEADER, header)
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, line)
            self.list.addItem(item)
            if header.id == open_id:
                self.list.setCurrentItem(item)
        is_sought = bool(self.search.text().strip())
        self.search.setVisible(bool(headers) or is_sought)
        self._nothing.setVisible(is_sought and not headers)
        self._stack.setCurrentIndex(0 if headers or is_sought else 1)

    def shutdown(self) -> None:
        self._pause.stop()
        self.undo.shutdown()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_typed(self, _text: str) -> None:
        self._pause.start()

    def _on_pause(self) -> None:
        self.sought.emit(self.search.text())

    def _on_opened(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(HEADER).id)

    def _on_delete(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.undo.offer(translate("Speech", "Deleted “{title}”").format(title=item.text()))
            self.deleted.emit(item.data(HEADER).id)

    def _on_menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        if item is None:
            return
        self.list.setCurrentItem(item)
        offered = menu(self)
        offered.addAction(translate("Speech", "Open"), lambda: self._on_opened(item))
        offered.addAction(translate("Speech", "Delete"), self._on_delete)
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered.popup(self.list.viewport().mapToGlobal(place))

    def _retranslate(self) -> None:
        self.list.setAccessibleName(translate("Speech", "What was spoken"))
        search = translate("Speech", "Search in what was spoken")
        self.search.setPlaceholderText(search)
        self.search.setAccessibleName(search)
        self._nothing.setText(translate("Speech", "No text holds these words."))
        self._empty.set_texts(
            translate("Speech", "Nothing spoken yet"),
            translate(
                "Speech", "What you let be spoken stays here, with its sound, until you delete it."
            ),
        )


def header_line(header: SpeechHeader, money: Money | None = None) -> str:
    """Voice, length, what was paid for it, and day."""
    values = {
        "voice": voice_title(header.settings.voice) or header.settings.model,
        "time": clock(header.seconds),
        "day": day_text(date.fromtimestamp(header.created)),
        "cost": sum_text(header.cost, money) if header.cost and money is not None else "",
    }
    match (header.state is JobState.DONE, bool(values["cost"])):
        case (True, False):
            text = translate("Speech", "{voice} · {time} · {day}")
        case (True, True):
            text = translate("Speech", "{voice} · {time} · {cost} · {day}")
        case (False, False):
            text = translate("Speech", "{voice} · {time}, not finished · {day}")
        case _:
            text = translate("Speech", "{voice} · {time}, not finished · {cost} · {day}")
    return text.format(**values)


class _List(QListWidget):
    delete_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListWidget { background: transparent; }")
        self.setItemDelegate(_Rows(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class _Rows(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, Theme.current().px(ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = Theme.current()
        rect: QRect = option.rect
        state = option.state
        fill = ""
        if state & QStyle.StateFlag.State_Selected:
            fill = "accent-soft-strong"
        elif state & QStyle.StateFlag.State_MouseOver:
            fill = "fill"
        if fill:
            panel(painter, rect, theme.radius("control"), theme.color(fill))
        header: SpeechHeader = index.data(HEADER)
        inner = rect.adjusted(8, 0, -8, 0)
        top = rect.y() + (rect.height() - theme.line("base") - theme.line("small")) // 2
        title, quiet = theme.font("base"), theme.font("small")
        lines = ((header.title, title, "text", "base"),
                 (index.data(LINE), quiet, "text-quiet", "small"))  # fmt: skip
        for text, font, role, style in lines:
            place = QRect(inner.x(), top, inner.width(), theme.line(style))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            text_in(painter, place, shown, font, theme.color(role))
            top += theme.line(style)
