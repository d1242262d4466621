"""The page of the Speech tab: the text in the middle, how to speak it at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.speech.editor import EDGE, SpeechEditor
from gptdesk.ui.speech.foot import SpeakFoot
from gptdesk.ui.speech.panel import WIDTH, SpeechPanel
from gptdesk.ui.speech.player.card import PlayerCard
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.empty import EmptyState
from gptdesk.ui.widgets.header import PageHeader
from gptdesk.ui.widgets.notice import Notice

translate = QCoreApplication.translate

NARROWEST_TEXT = 400
CARD_EDGE = 24
FIRST_WIDE = "\u2e80"
LONGEST_TITLE = 24
"""The counts beside it matter more."""
LOW = 380
BUTTONS_FROM = 640
"""With less room the header's buttons have no words."""


class SpeechPage(QWidget):
    """Where it is narrow, the panel and the text take turns; the big button stays.

    Signals:
        open_requested: a file is to be read.
        batch_requested: each paragraph is to become a file of its own.
        example_requested: the person wants to see what a text may look like.
    """

    open_requested = Signal()
    batch_requested = Signal()
    example_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.speech")
        self._theme = Theme.current()
        self._is_narrow = False
        self._is_panel_wanted = False
        self._is_silent = False
        self._has_example = True
        self._main = QWidget(self)
        self.header = PageHeader(self)
        self.open = Button(kind="ghost", icon="folder-open", small=True, parent=self.header)
        self.past = Button(kind="ghost", icon="history", small=True, parent=self.header)
        self.batch = Button(kind="ghost", icon="list-plus", small=True, parent=self.header)
        self.settings = Button(kind="soft", icon="sliders-horizontal", small=True,
                               parent=self.header)  # fmt: skip
        self.editor = SpeechEditor(self._main)
        self.empty = EmptyState("speech", self.editor, width=360)
        self.notice = Notice(self._main, closable=True)
        self.silence = Notice(self._main, small=True, closable=True)
        self.card = PlayerCard(self._main)
        self.panel = SpeechPanel(self)
        self.foot = SpeakFoot(self)
        self._build()
        self._connect()
        self._retranslate()
        self.card.hide()
        self._show_empty()

    def set_title(self, title: str, counts: str) -> None:
        self.header.set_title(_shortened(title) or translate("Speech", "Speech"), counts)

    def show_panel(self, wanted: bool) -> None:
        """Where both do not fit: the panel instead of the text."""
        self._is_panel_wanted = wanted
        self._arrange()

    def show_silence(self, told: bool | None = None) -> None:
        """The word on loudspeakers, where the text is not left without room for it."""
        self._is_silent = self._is_silent if told is None else told
        is_low = self.height() < self._theme.px(LOW) and not self.card.isHidden()
        is_first = self.notice.isHidden()  # what needs an answer comes before what is to be known
        self.silence.setVisible(self._is_silent and is_first and not is_low)

    def show_example(self, wanted: bool) -> None:
        """Whether the empty page offers an example as the first step."""
        if wanted != self._has_example:
            self._has_example = wanted
            self._retranslate()

    def toggle_history(self) -> None:
        if self.panel.is_history_shown and not self.panel.isHidden():
            self.panel.show_side()
            self.show_panel(False)
        else:
            self.show_history()

    def show_history(self) -> None:
        self.panel.show_history()
        self.show_panel(True)

    def show_words(self) -> None:
        self.panel.show_words()
        self.show_panel(True)

    def shutdown(self) -> None:
        self.card.shutdown()
        self.panel.history.shutdown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and event.type() == QEvent.Type.Resize:
            self._place_empty()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("surface"))

    def _build(self) -> None:
        names = {"speech.open": self.open, "speech.past": self.past,
                 "speech.batch": self.batch, "speech.settings": self.settings}  # fmt: skip
        for name, button in names.items():
            button.setObjectName(name)
            self.header.add_tool(button)
        self.silence.setObjectName("speech.silence")
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self.editor, 1)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(CARD_EDGE, 8, CARD_EDGE, 16)
        self._below.setSpacing(12)
        for widget in (self.notice, self.silence, self.card):
            self._below.addWidget(widget)
        main.addLayout(self._below)
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
        self.past.clicked.connect(self.toggle_history)
        self.batch.clicked.connect(self.batch_requested)
        self.settings.clicked.connect(self._on_settings)
        self.empty.action.connect(self.example_requested)
        self.editor.edited.connect(self._show_empty)
        self.panel.side.words_requested.connect(self.panel.show_words)
        self.notice.dismissed.connect(self.show_silence)
        self.silence.dismissed.connect(self._on_silence_closed)
        self.editor.installEventFilter(self)
        self._theme.changed.connect(self._arrange)

    def _on_silence_closed(self) -> None:
        self._is_silent = False

    def _on_settings(self) -> None:
        self.panel.show_side()
        self.show_panel(self.panel.isHidden())

    def _show_empty(self) -> None:
        self.empty.setVisible(self.editor.document().isEmpty())

    def _place_empty(self) -> None:
        top = EDGE + self._theme.line("listen")
        self.empty.setGeometry(0, top, self.editor.width(), max(0, self.editor.height() - top))

    def _arrange(self) -> None:
        side = self._theme.px(WIDTH)
        self._is_narrow = self.width() < side + self._theme.px(NARROWEST_TEXT)
        is_panel_shown = not self._is_narrow or self._is_panel_wanted
        self.panel.setVisible(is_panel_shown)
        self._main.setVisible(not self._is_narrow or not self._is_panel_wanted)
        self.settings.setVisible(self._is_narrow)
        self._put_foot()
        if self._is_narrow:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(16_777_215)
        else:
            self.panel.setFixedWidth(side)
        self.foot.setMaximumWidth(16_777_215 if self._is_narrow else side)
        self._place_empty()
        self._shorten()
        self.show_silence()

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
        for button, text in self._labels():
            button.setText(text if has_words else "")
            button.setToolTip("" if has_words else text)
            button.setAccessibleName(text)

    def _labels(self) -> tuple[tuple[Button, str], ...]:
        return (
            (self.open, translate("Speech", "Open a file")),
            (self.past, translate("Speech", "History")),
            (self.batch, translate("Speech", "Batch from file")),
            (self.settings, translate("Speech", "Voice and format")),
        )

    def _retranslate(self) -> None:
        self._shorten()
        self.empty.set_texts(
            translate("Speech", "Let a text be read aloud"),
            translate(
                "Speech",
                "However long it is: it is cut at its sentences, sounds while the rest is still "
                "being made, and becomes one sound file.",
            ),
        )
        self.empty.set_action(translate("Speech", "Try an example") if self._has_example else "")


def _shortened(title: str) -> str:
    """The counts beside it are worth more than its end; Chinese signs are twice as wide."""
    width = 0
    for place, sign in enumerate(title):
        width += 2 if sign >= FIRST_WIDE else 1
        if width > LONGEST_TITLE:
            return f"{title[:place].rstrip()}…"
    return title
