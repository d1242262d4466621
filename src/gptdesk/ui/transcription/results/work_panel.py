"""What a chat model can do with the transcript: translate, sum up, be asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.domain.transcript_asking import Wish
from gptdesk.ui.transcription.results.result_text import ResultText
from gptdesk.ui.transcription.results.words import TARGETS, target_name, wish_name
from gptdesk.ui.widgets.buttons import Button, PriceButton
from gptdesk.ui.widgets.fields import Choice
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.progress import ProgressBar

translate = QCoreApplication.translate


class WorkPanel(QWidget):
    """One wish at a time; the button that begins it is the one that stops it.

    Signals:
        changed: another wish or language; the price is another one now.
        start_requested, stop_requested: the button.
        copy_requested: the result belongs on the clipboard.
        chat_requested: the transcript is to be asked about in Chat.
    """

    changed = Signal()
    start_requested = Signal()
    stop_requested = Signal()
    copy_requested = Signal()
    chat_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.work")
        self._is_running = False
        self._title = Label(style="strong", parent=self)
        self.wish = Choice(self)
        self.wish.setObjectName("transcription.work.wish")
        self.language = Choice(self)
        self.language.setObjectName("transcription.work.language")
        self.go = PriceButton(icon="sparkles", parent=self)
        self.go.setObjectName("transcription.work.go")
        self._price = Label(style="secondary", role="text-quiet", parent=self)
        self.progress = ProgressBar(self)
        self._told = Label(style="secondary", role="text-quiet", tabular=True, parent=self)
        self.notice = Notice(self, small=True, closable=True)
        self.result = ResultText(self)
        self.copy = Button(kind="link", icon="copy", parent=self)
        self.chat = Button(kind="soft", icon="message-circle", small=True, parent=self)
        self.chat.setObjectName("transcription.work.chat")
        self._build()
        self._retranslate()

    @property
    def wanted(self) -> Wish:
        return Wish(self.wish.currentData() or Wish.TRANSLATION)

    @property
    def target(self) -> str:
        """The code of the language to write in."""
        return str(self.language.currentData() or "en")

    def choose(self, wish: Wish, language: str) -> None:
        """As a button elsewhere wants it, such as "Translate to English"."""
        self.wish.setCurrentIndex(self.wish.findData(wish.value))
        self.language.setCurrentIndex(max(0, self.language.findData(language)))

    def set_offer(self, price: str, sentence: str, *, can_start: bool, has_text: bool) -> None:
        """The price on the button, what stands below it, and whether there is a way at all."""
        self.go.set_price(price)
        self._price.setText(sentence)
        self._price.setVisible(bool(sentence))
        self.go.setEnabled(self._is_running or (can_start and has_text))
        self.chat.setEnabled(has_text)

    def set_running(self, running: bool) -> None:
        self._is_running = running
        self.progress.setVisible(running)
        self._told.setVisible(running)
        for choice in (self.wish, self.language):
            choice.setEnabled(not running)
        if running:
            self.go.set_stop(translate("Transcript", "Stop"))
            self.go.setEnabled(True)
            self.progress.set_fraction(None)
            self.set_told("")
        else:
            self.go.set_normal()

    def set_progress(self, done: int, total: int) -> None:
        self.progress.set_fraction(done / total if total else None)
        text = translate("Transcript", "{done} of {total}")
        self.set_told(text.format(done=done, total=total))

    def set_told(self, text: str) -> None:
        self._told.setText(text)

    def set_result(self, text: str) -> None:
        """What was written so far; empty takes it away."""
        self.result.set_text(text)
        self.result.setVisible(bool(text))
        self.copy.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        for choice in (self.wish, self.language):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for label in (self._price, self._told):
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in self._column():
            layout.addWidget(widget)
        self.set_result("")
        self.set_running(False)
        self._price.hide()
        self.wish.currentIndexChanged.connect(self._on_changed)
        self.language.currentIndexChanged.connect(self._on_changed)
        self.go.clicked.connect(self._on_go)
        self.copy.clicked.connect(self.copy_requested)
        self.chat.clicked.connect(self.chat_requested)

    def _column(self) -> Sequence[QWidget]:
        return (self._title, self.wish, self.language, self.go, self._price, self.progress,
                self._told, self.notice, self.result, self.copy, self.chat)  # fmt: skip

    def _on_changed(self) -> None:
        self.go.setText(wish_name(self.wanted))
        self.changed.emit()

    def _on_go(self) -> None:
        if self._is_running:
            self.stop_requested.emit()
        else:
            self.start_requested.emit()

    def _retranslate(self) -> None:
        self._title.setText(translate("Transcript", "With a chat model"))
        self._title.setToolTip(
            translate(
                "Transcript",
                "The words go to the model that is chosen in Chat. The recording does not.",
            )
        )
        self._fill(self.wish, [(wish.value, wish_name(wish)) for wish in Wish])
        self._fill(self.language, [(code, target_name(code)) for code in TARGETS])
        self.wish.setAccessibleName(translate("Transcript", "What is to be done with the text"))
        self.language.setAccessibleName(translate("Transcript", "Language to write in"))
        self.go.setText(wish_name(self.wanted))
        if self._is_running:
            self.go.set_stop(translate("Transcript", "Stop"))
        self.result.set_name(translate("Transcript", "What the model wrote"))
        self.copy.setText(translate("Transcript", "Copy"))
        self.chat.setText(translate("Transcript", "Ask about this in Chat"))
        self.setAccessibleName(translate("Transcript", "With a chat model"))

    @staticmethod
    def _fill(choice: Choice, options: Sequence[tuple[str, str]]) -> None:
        before = choice.currentData()
        choice.blockSignals(True)
        choice.clear()
        for value, text in options:
            choice.addItem(text, value)
        choice.setCurrentIndex(max(0, choice.findData(before)))
        choice.blockSignals(False)
