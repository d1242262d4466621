"""The page of the Transcription tab: recording and text in the middle, the panel at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.dropping import DropTarget, files_in
from gptdesk.ui.transcription.floating import Floating
from gptdesk.ui.transcription.foot import StartFoot
from gptdesk.ui.transcription.panel import WIDTH, TranscriptionPanel
from gptdesk.ui.transcription.player import RecordingPlayer
from gptdesk.ui.transcription.queue import MOST_SEEN, QueueList
from gptdesk.ui.transcription.segments.model import SegmentsModel
from gptdesk.ui.transcription.segments.view import SegmentsView
from gptdesk.ui.transcription.start import StartPage
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.header import PageHeader
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

NARROWEST_TEXT = 420
LOW = 440
BUTTONS_FROM = 620
"""With less room the header's buttons have no words."""
ANY_WIDTH = 16_777_215


class TranscriptionPage(QWidget):
    """Where it is narrow, the panel and the text take turns; the big button stays.

    Signals:
        open_requested, record_requested, sample_requested: what the person wants to write down.
        dropped: a list of paths that were dropped or pasted.
        history_requested: the list of earlier transcripts is opened.
    """

    open_requested = Signal()
    record_requested = Signal()
    sample_requested = Signal()
    dropped = Signal(object)
    history_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.transcription")
        self._theme = Theme.current()
        self._is_narrow = self._is_recording = False
        self._is_panel_wanted = self._has_job = False
        self.header = PageHeader(self)
        self.open = Button(kind="ghost", icon="folder-open", small=True, parent=self.header)
        self.record = Button(kind="ghost", icon="mic", small=True, parent=self.header)
        self.past = Button(kind="ghost", icon="history", small=True, parent=self.header)
        self.settings = Button(kind="soft", icon="sliders-horizontal", small=True,
                               parent=self.header)  # fmt: skip
        self._main = QWidget(self)
        self.queue = QueueList(self._main)
        self.player = RecordingPlayer(self._main)
        self.notice = Notice(self._main, closable=True)
        self.line = Notice(self._main, small=True, closable=True)
        self.model = SegmentsModel(self)
        self.segments = SegmentsView(self.model, self._main)
        self.floating = Floating(self.segments)
        self.back = self.floating.back
        self._tools: list[Button] = []
        self.empty = StartPage(self._main)
        self.panel = TranscriptionPanel(self)
        self.foot = StartFoot(self)
        self._drops = DropTarget(self)
        self._build()
        self._connect()
        self._retranslate()
        self.show_job(False)

    def set_title(self, title: str, told: str) -> None:
        self.header.set_title(title or translate("Transcription", "Transcription"), told)

    def show_job(self, has_job: bool) -> None:
        """Either a recording with its text, or the page that says how to begin."""
        has_player = has_job and not self._is_recording
        if self.empty.isHidden() == has_job and self.player.isHidden() != has_player:
            return  # a picture of the whole page costs more than all else
        self._has_job = has_job
        self.player.setVisible(has_player)
        self.segments.setVisible(has_job)
        self.empty.setVisible(not has_job)
        self._fit_height()
        self.update()

    def show_panel(self, wanted: bool) -> None:
        """Where both do not fit: the panel instead of the text."""
        self._is_panel_wanted = wanted
        self._arrange()

    def toggle_history(self) -> None:
        if self.panel.is_history_shown and not self.panel.isHidden():
            self.panel.show_side()
            self.show_panel(False)
        else:
            self.history_requested.emit()
            self.panel.show_history()
            self.show_panel(True)

    def set_recording(self, recording: bool) -> None:
        """The button that began a recording finishes it."""
        self._is_recording = recording
        self.player.setVisible(self._has_job and not recording)
        self.record.set_icon("stop" if recording else "mic")
        self._shorten()

    def add_above(self, widget: QWidget) -> None:
        """A part that stands over recording and text, as the bar of a recording."""
        self._column.insertWidget(0, widget)

    def add_below_player(self, widget: QWidget) -> None:
        """A part between player and text, as the search."""
        self._column.insertWidget(self._column.indexOf(self.segments), widget)

    def add_tool(self, button: Button) -> None:
        """At the right end of the header; its accessible name is its word where there is room."""
        self.header.add_tool(button)
        self._tools.append(button)
        self._shorten()

    def paste(self) -> bool:
        """Take recordings from the clipboard; False if there are none."""
        paths = files_in(QGuiApplication.clipboard().mimeData())
        if paths:
            self.dropped.emit(paths)
        return bool(paths)

    def shutdown(self) -> None:
        self.segments.keep_edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        for part in (self.queue, self.player):
            if part.isVisibleTo(self):
                bottom = part.mapTo(self, part.rect().bottomLeft()).y() + 1
                hairline(painter, 0, bottom, self._main.width(), bottom + 1)

    def _build(self) -> None:
        names = {"open": self.open, "record": self.record, "past": self.past,
                 "settings": self.settings}  # fmt: skip
        for name, button in names.items():
            button.setObjectName(f"transcription.{name}")
            self.header.add_tool(button)
        self.line.setObjectName("transcription.line")
        self._column = QVBoxLayout(self._main)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.queue)
        self._column.addWidget(self.player)
        notices = QVBoxLayout()
        notices.setContentsMargins(24, 8, 24, 8)
        notices.setSpacing(12)
        notices.addWidget(self.notice)
        notices.addWidget(self.line)
        self._column.addLayout(notices)
        self._column.addWidget(self.segments, 1)
        self._column.addWidget(self.empty, 1)
        self._left = QVBoxLayout()
        self._left.setSpacing(0)
        self._left.addWidget(self.header)
        self._left.addWidget(self._main, 1)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self.panel, 1)
        self._right.addWidget(self.foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._left, 1)
        layout.addLayout(self._right)
        self._main.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        self.open.clicked.connect(self.open_requested)
        self.record.clicked.connect(self.record_requested)
        self.past.clicked.connect(self.toggle_history)
        self.settings.clicked.connect(self._on_settings)
        self.empty.open_requested.connect(self.open_requested)
        self.empty.record_requested.connect(self.record_requested)
        self.empty.sample_requested.connect(self.sample_requested)
        self._drops.dropped.connect(self.dropped)
        self.back.clicked.connect(self.segments.follow)
        self._theme.changed.connect(self._arrange)
        for keys, then in (("Ctrl+O", self.open_requested), ("Ctrl+Return", self.foot.start.click)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste)

    def _on_settings(self) -> None:
        self.panel.show_side()
        self.show_panel(self.panel.isHidden())

    def _fit_height(self) -> None:
        """Where it is low, the text comes before the other recordings and the pieces."""
        is_low = self.height() < self._theme.px(LOW)
        self.queue.set_most(1 if is_low else MOST_SEEN)
        self.player.set_low(is_low)
        self.foot.setVisible(not is_low or self._has_job or self._is_panel_wanted)

    def _arrange(self) -> None:
        self._fit_height()
        side = self._theme.px(WIDTH)
        self._is_narrow = self.width() < side + self._theme.px(NARROWEST_TEXT)
        self.panel.setVisible(not self._is_narrow or self._is_panel_wanted)
        self._main.setVisible(not self._is_narrow or not self._is_panel_wanted)
        self.settings.setVisible(self._is_narrow)
        self._put_foot()
        if self._is_narrow:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(ANY_WIDTH)
        else:
            self.panel.setFixedWidth(side)
        self.foot.setMaximumWidth(ANY_WIDTH if self._is_narrow else side)
        self._shorten()

    def _put_foot(self) -> None:
        """Below the panel; where it is narrow, panel and foot stand below the header."""
        wanted = self._left if self._is_narrow else self._right
        if wanted.indexOf(self.foot) < 0:
            for layout in (self._left, self._right):
                layout.removeWidget(self.foot)
                layout.removeWidget(self.panel)
            wanted.addWidget(self.panel, 1)
            wanted.addWidget(self.foot)

    def _shorten(self) -> None:
        room = self.width() - (0 if self._is_narrow else self._theme.px(WIDTH))
        has_words = room >= self._theme.px(BUTTONS_FROM)
        for button, text, keys in self._labels():
            button.setText(text if has_words else "")
            tip = f"{text} ({keys})" if keys else text
            button.setToolTip(tip if keys or not has_words else "")
            button.setAccessibleName(text)
        for tool in self._tools:
            tool.setText(tool.accessibleName() if has_words else "")

    def _labels(self) -> tuple[tuple[Button, str, str], ...]:
        return (
            (self.open, translate("Transcription", "Open"), "Ctrl+O"),
            (self.record, self._record_label(), "Ctrl+R"),
            (self.past, translate("Transcription", "History"), ""),
            (self.settings, translate("Transcription", "Model and language"), ""),
        )

    def _record_label(self) -> str:
        if self._is_recording:
            return translate("Transcription", "Finish")
        return translate("Transcription", "Record")

    def _retranslate(self) -> None:
        self._shorten()
        if not self._has_job:
            self.set_title("", "")
        self.floating.retranslate()
        self.segments.setAccessibleName(translate("Transcription", "Transcript"))
        self.segments.editor.retranslate()
