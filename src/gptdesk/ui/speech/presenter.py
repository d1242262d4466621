"""Connects the Speech page with the services; the parts are in `presenting`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from gptdesk.domain.settings import Settings
from gptdesk.domain.speech import SpeechJob, SpeechSettings
from gptdesk.runtime.calls import Calls
from gptdesk.ui.speech.filling import SpeechFilling
from gptdesk.ui.speech.player.playing import Ears
from gptdesk.ui.speech.presenting.batch import Batch
from gptdesk.ui.speech.presenting.choosing import VoicePresenter
from gptdesk.ui.speech.presenting.commands import SpeechPalette
from gptdesk.ui.speech.presenting.keeping import Keeper
from gptdesk.ui.speech.presenting.limiting import SpeechLimit
from gptdesk.ui.speech.presenting.listening import Listener
from gptdesk.ui.speech.presenting.making import Maker
from gptdesk.ui.speech.presenting.offering import Offer
from gptdesk.ui.speech.presenting.pricing import SpeechPrices
from gptdesk.ui.speech.presenting.showing import View
from gptdesk.ui.speech.presenting.telling import Teller
from gptdesk.ui.speech.presenting.trying import VoiceTrial
from gptdesk.ui.speech.words import example_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.packs import PackService
    from gptdesk.services.reading import ReadingService
    from gptdesk.services.speech import SpeechService
    from gptdesk.services.usage import UsageService
    from gptdesk.ui.speech.page import SpeechPage

translate = QCoreApplication.translate

TYPING_MS = 200
"""Of a long text what depends on it is told when nobody types for so long."""


class SpeechPresenter(QObject):
    """Decides what the page shows.

    Signals:
        settings_requested: section ("connections", "offline", "costs") and connection id or "".
        connection_wanted: the person has a key and wants to give it.
        faq_requested: id of an FAQ entry.
        settled: a text was spoken; something new is worth a backup.
    """

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    settled = Signal()

    def __init__(
        self,
        page: SpeechPage,
        core: CoreThread,
        speech: SpeechService,
        reading: ReadingService,
        connections: ConnectionService,
        packs: PackService,
        ears: Ears,
        parent: QObject | None = None,
        *,
        settings: Callable[[], Settings] = Settings,
        usage: UsageService | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = Calls(core, self)
        self._voices = VoicePresenter(
            page, self._calls, speech, connections, packs, self, settings=settings
        )
        self._maker = Maker(self._calls, speech, self)
        self._keeper = Keeper(page, self._calls, speech, reading, self, settings)
        self._listener = Listener(speech.path, self, ears)
        self._trial = VoiceTrial(page.panel.side.voice, self._calls, speech, self, ears)
        self._teller = Teller(page, self)
        self._prices = SpeechPrices(self._voices, speech, settings)
        self._limit = SpeechLimit(page, self._calls, usage, settings, self)
        self._batch = Batch(self._maker, self._prices, self._limit, self)
        self._offer = Offer(page, self._voices, self._maker, self._listener, self._prices)
        self._view = View(
            page, self._voices, self._maker, self._listener, self._offer, self._teller, self
        )
        self.palette = SpeechPalette(
            page, self._maker, self._listener, self._offer, self._keeper, self.speak
        )
        self.filling = SpeechFilling(page, self._voices, self.show_text)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._take_text)
        self._connect_parts()
        self._connect_page()
        self._view.show_page()

    # For the app

    def start(self) -> None:
        self._keeper.start()
        self._voices.load()
        self._listener.look()

    def connections_changed(self) -> None:
        self._voices.load()

    def settings_changed(self) -> None:
        """Another currency, limit or usual connection."""
        self._voices.settings_changed()
        self._view.show_page()

    def language_changed(self) -> None:
        self._voices.retranslate()
        self._keeper.refresh()
        self._view.show_page()

    def shutdown(self) -> None:
        """Stop timers and operations; afterwards let the core run `save_rest` last."""
        if self._typing.isActive():
            self._take_text()
        self._keeper.shutdown()
        self._view.shutdown()
        self._listener.shutdown()
        self._trial.shutdown()
        self._maker.shutdown()
        self._calls.shutdown()
        self._page.shutdown()

    async def save_rest(self) -> None:
        """Keep what was typed in the last moment."""
        await self._keeper.save_rest()

    # For the other tabs, through the shell

    def show_text(self, text: str) -> None:
        """Put a text into the editor, as lessons and answers do."""
        self._maker.show(None)
        self._page.editor.set_text(text)

    # Wiring

    def _connect_parts(self) -> None:
        self._calls.failed.connect(self._on_problem)
        self._voices.loaded.connect(self._view.show_page)
        self._voices.changed.connect(self._on_settings)
        self._maker.changed.connect(self._view.show_job)
        self._maker.began.connect(self._view.show_page)
        self._maker.ended.connect(self._on_ended)
        self._maker.failed.connect(self._on_problem)
        self._maker.ended.connect(self._teller.end)
        self._maker.told.connect(self._teller.say_event)
        self._keeper.drafted.connect(self._on_drafted)
        self._keeper.opened.connect(self._on_opened)
        self._keeper.read.connect(self.show_text)
        self._keeper.batch_chosen.connect(self._on_batch)
        self._keeper.saved.connect(self._teller.say_saved)
        self._listener.changed.connect(self._view.show_listening)
        self._listener.moved.connect(self._page.card.set_time)
        self._listener.spoken.connect(self._view.show_spoken)
        self._listener.audible.connect(self._on_audible)
        self._listener.failed.connect(self._on_problem)
        self._trial.failed.connect(self._on_problem)
        self._limit.limit_requested.connect(partial(self._on_settings_requested, "costs"))
        self._teller.retry_requested.connect(self._on_retry)
        self._teller.settings_requested.connect(self._on_settings_requested)
        self._teller.connection_wanted.connect(self.connection_wanted)

    def _connect_page(self) -> None:
        page, card = self._page, self._page.card
        page.editor.edited.connect(self._on_edited)
        page.editor.pressed_at.connect(self._listener.go_to)
        page.editor.dropped.connect(self._keeper.read_file)
        page.open_requested.connect(self._keeper.ask_for_text)
        page.batch_requested.connect(self._keeper.ask_for_batch)
        page.example_requested.connect(self._on_example)
        page.foot.speak_requested.connect(self.speak)
        page.foot.stop_requested.connect(self._maker.stop)
        card.toggled.connect(self._listener.toggle)
        card.sought.connect(self._listener.seek)
        card.skipped.connect(self._listener.skip)
        card.rate_chosen.connect(self._listener.set_rate)
        card.save_requested.connect(self.palette.save)
        card.subtitles_requested.connect(self.palette.save_subtitles)
        page.notice.faq_requested.connect(self.faq_requested)
        page.panel.side.voice.preview_requested.connect(self._on_preview)

    # Gestures

    def speak(self) -> None:
        """Let the text be spoken, or make what is missing of it."""
        if self._maker.is_running:
            return
        self._teller.dismiss()
        self._trial.stop()
        self._batch.forget()
        if self._offer.is_finished:
            self._listener.play(0.0)
        elif self._offer.is_rest:
            self._limit.pass_on(self._offer.estimate(), self._maker.go_on)
        else:
            self._limit.pass_on(self._offer.estimate(), self._make)

    def _make(self) -> None:
        self._listener.stop()
        self._view.hears_early = True
        self._maker.make(self._page.editor.content, self._voices.settings)

    def _on_preview(self, voice: str) -> None:
        self._listener.pause()
        self._trial.toggle(voice, self._voices.settings)

    def _on_example(self) -> None:
        self._page.editor.set_text(example_text())
        self._page.foot.speak.setFocus()

    def _on_edited(self) -> None:
        if self._page.editor.is_long:
            self._typing.start()
        else:
            self._take_text()

    def _take_text(self) -> None:
        self._typing.stop()
        if self._maker.job is not None and not self._offer.is_same_text:
            self._listener.stop()
        self._keep()
        self._view.show_page()

    def _on_settings(self) -> None:
        self._keep()
        self._view.show_page()

    # What happens

    def _on_drafted(self, text: str, settings: SpeechSettings | None) -> None:
        if settings is not None:
            self._voices.show(settings)
        if text and self._page.editor.document().isEmpty():
            self._page.editor.set_text(text)

    def _on_opened(self, job: SpeechJob) -> None:
        self._maker.show(None)
        self._listener.stop()
        self._page.editor.set_text(job.text)
        self._voices.show(job.settings)
        self._maker.show(job)
        self._page.show_panel(False)

    def _on_batch(self, texts: list[str], folder: Path) -> None:
        """Each text is shown while it is being made."""
        if texts and self._voices.can_speak and not self._maker.is_running:
            self._listener.stop()
            self._view.hears_early = False
            self._batch.begin(texts, self._voices.settings, folder)

    def _on_retry(self) -> None:
        """Once more, and of many texts only those that are missing."""
        if self._batch.is_unfinished:
            self._teller.dismiss()
            self._batch.go_on()
        else:
            self.speak()

    def _on_ended(self, _was_stopped: bool) -> None:
        job = self._maker.job
        self._keeper.refresh(job.id if job is not None else "")
        self.settled.emit()

    def _on_problem(self, problem: Problem) -> None:
        job = self._maker.job
        self._teller.say_problem(problem, is_kept=job is not None and bool(job.ready))

    def _on_audible(self, is_audible: bool) -> None:
        self._teller.say_audible(is_audible)
        self._view.show_page()

    def _on_settings_requested(self, section: str) -> None:
        self.settings_requested.emit(section, "")

    def _keep(self) -> None:
        self._keeper.keep(self._page.editor.content, self._voices.settings)
