"""Lets a chat model work with the transcript, shows its price, and hands over to Chat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from gptdesk.domain.events import EngineStarting, TextDelta
from gptdesk.domain.transcript_asking import Wish, text_to_read
from gptdesk.domain.transcription import Segment, TranscriptionJob
from gptdesk.services.transcript_chat import PartRead, Spent, Translated
from gptdesk.ui.transcription.results.words import TARGETS
from gptdesk.ui.transcription.segments.speakers import speaker_name
from gptdesk.ui.widgets.money import (
    date_text,
    free_text,
    money_of,
    paid_text,
    price_text,
    unknown_text,
)
from gptdesk.ui.widgets.problem_notice import show_problem

if TYPE_CHECKING:
    from gptdesk.domain.connections import Connection
    from gptdesk.domain.costs import Estimate
    from gptdesk.domain.problems import Problem
    from gptdesk.domain.settings import Settings
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.transcript_chat import TranscriptChat
    from gptdesk.ui.transcription.results.work_panel import WorkPanel

translate = QCoreApplication.translate

Way = tuple["Connection", str]
"""A connection and the name of a model."""


class TextWork(QObject):
    """One piece of work at a time. What was translated before a failure or a stop stays.

    `way` is the connection and model that Chat uses now, None without any; `pass_on` asks before
    the month's limit is passed.

    Signals:
        translated: segments with other words (a tuple), to be taken over with undo.
        chat_requested: the id of a conversation that waits for a question.
        action: the button of a failure that somebody else must answer.
        ended: it is over, one way or another.
    """

    translated = Signal(object)
    chat_requested = Signal(str)
    action = Signal(str)
    ended = Signal()

    def __init__(
        self,
        panel: WorkPanel,
        calls: Calls,
        chat: TranscriptChat,
        job: Callable[[], TranscriptionJob | None],
        way: Callable[[], Way | None],
        parent: QObject,
        *,
        settings: Callable[[], Settings],
        pass_on: Callable[[Estimate, Callable[[], object]], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._calls = calls
        self._chat = chat
        self._job = job
        self._way = way
        self._settings = settings
        self._pass_on = pass_on or (lambda _, then: then())
        self._running: Operation | None = None
        self._text = ""
        self._cost: float | None = 0.0
        self._failed = False
        panel.changed.connect(self.show_offer)
        panel.start_requested.connect(self.start)
        panel.stop_requested.connect(self.stop)
        panel.copy_requested.connect(self._on_copy)
        panel.chat_requested.connect(self.ask_in_chat)
        panel.notice.action.connect(self._on_action)
        self.show_offer()

    @property
    def is_running(self) -> bool:
        return self._running is not None

    def show_offer(self) -> None:
        """Another text, wish, model or currency."""
        way, segments = self._way(), self._segments()
        price, sentence = "", translate("Transcript", "Choose a model in Chat first.")
        if way is not None:
            estimate = self._chat.estimate(*way, segments, self._panel.wanted)
            price, sentence = self._words(estimate) if segments else ("", "")
        self._panel.set_offer(price, sentence, can_start=way is not None, has_text=bool(segments))

    def start(self) -> None:
        """Begin, once the limit of the month lets it."""
        way, segments = self._way(), self._segments()
        if way is not None and segments and self._running is None:
            self._pass_on(self._chat.estimate(*way, segments, self._panel.wanted), self._begin)

    def stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def ask_in_chat(self) -> None:
        """A new chat with the transcript in its draft."""
        job = self._job()
        if job is None:
            return
        introduction = translate("Transcript", "This is the transcript of “{title}”:")
        text = text_to_read(job.segments, _names(job))
        title = translate("Transcript", "About {title}").format(title=job.title)
        introduction = introduction.format(title=job.title)
        way = self._way()
        chosen = (way[0].id, way[1]) if way is not None else ("", "")
        self._calls.run(
            self._chat.open_in_chat(title, text, introduction, *chosen),
            self.chat_requested.emit,
            self._on_failed,
        )

    # What happens

    def _begin(self) -> None:
        way, job = self._way(), self._job()
        if way is None or job is None or self._running is not None:
            return
        language = TARGETS[self._panel.target][0]
        wish = self._panel.wanted
        self._text, self._cost, self._failed = "", 0.0, False
        if wish is Wish.TRANSLATION:
            events = self._chat.translate(*way, job.segments, language)
        else:
            events = self._chat.sum_up(*way, job.segments, _names(job), wish, language)
            self._panel.set_result("")
        self._panel.notice.dismiss()
        self._panel.set_running(True)
        self._running = self._calls.stream(events, self._on_events, self._on_failed)
        if self._running is not None:
            self._running.finished.connect(self._on_finished)

    def _on_events(self, _operation: Operation, events: list[Any]) -> None:
        before = self._text
        for event in events:
            self._take(event)
        if self._text != before:
            self._panel.set_result(self._text)

    def _take(self, event: object) -> None:
        match event:
            case Translated(segments=segments, done=done, total=total):
                self._panel.set_progress(done, total)
                self.translated.emit(segments)
            case PartRead(done=done, total=total):
                self._panel.set_progress(done, total)
            case TextDelta(text=text):
                self._text += text
            case Spent(cost=cost):
                self._cost = cost
            case EngineStarting():
                self._panel.set_told(translate("Transcript", "The model is being started…"))

    def _on_failed(self, problem: Problem) -> None:
        self._failed = True
        show_problem(self._panel.notice, problem)

    def _on_finished(self) -> None:
        self._running = None
        self._panel.set_running(False)
        self.show_offer()
        if not self._failed and self._cost != 0.0:
            paid = paid_text(self._cost, money_of(self._settings()))
            said = translate("Transcript", "Used just now: {cost}").format(cost=paid)
            self._panel.set_offer(self._offered_price(), said, can_start=True, has_text=True)
        self.ended.emit()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _on_action(self, action: str) -> None:
        if action == "retry":
            self._panel.notice.dismiss()
            self.start()
        elif action == "close":
            self._panel.notice.dismiss()
        else:
            self.action.emit(action)

    # Words

    def _segments(self) -> tuple[Segment, ...]:
        job = self._job()
        return tuple(one for one in job.segments if one.text.strip()) if job is not None else ()

    def _offered_price(self) -> str:
        way = self._way()
        if way is None:
            return ""
        return self._words(self._chat.estimate(*way, self._segments(), self._panel.wanted))[0]

    def _words(self, cost: Estimate) -> tuple[str, str]:
        if cost.is_free:
            return free_text(), translate("Transcript", "Free, on this computer")
        if not cost.is_known:
            return unknown_text(), translate("Transcript", "The price of this model is not known")
        dated = translate("Transcript", "Roughly, price of {date}")
        price = price_text(cost, money_of(self._settings()))
        return price, dated.format(date=date_text(cost.as_of))


def _names(job: TranscriptionJob) -> dict[str, str]:
    keys = {one.speaker for one in job.segments if one.speaker}
    return {key: speaker_name(key, job.speakers) for key in keys}
