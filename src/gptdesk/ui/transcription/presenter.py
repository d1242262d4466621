"""Connects the Transcription page with the services; the parts are in `presenting`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.transcription import PieceState, TranscriptionJob
from gptdesk.runtime.calls import Calls
from gptdesk.ui.transcription.presenting.choosing import EarPresenter
from gptdesk.ui.transcription.presenting.commands import transcription_commands
from gptdesk.ui.transcription.presenting.correcting import Corrector
from gptdesk.ui.transcription.presenting.hands import Hands
from gptdesk.ui.transcription.presenting.keeping import Keeper
from gptdesk.ui.transcription.presenting.limiting import TranscriptionLimit
from gptdesk.ui.transcription.presenting.listening import Listener
from gptdesk.ui.transcription.presenting.offering import Offer
from gptdesk.ui.transcription.presenting.outside import Outside
from gptdesk.ui.transcription.presenting.queueing import JobQueue
from gptdesk.ui.transcription.presenting.sample import sample_path, sample_title
from gptdesk.ui.transcription.presenting.showing import Shower
from gptdesk.ui.transcription.presenting.telling import Teller

if TYPE_CHECKING:
    from gptdesk.domain.costs import Estimate
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.ui.shell.command import Command
    from gptdesk.ui.transcription.page import TranscriptionPage


class TranscriptionPresenter(QObject):
    """Decides what the page shows.

    Signals:
        settings_requested: section ("connections", "offline", "costs") and connection id or "".
        connection_wanted: the person has a key and wants to give it.
        faq_requested: id of an FAQ entry.
        settled: a recording was written down; something new is worth a backup.
        shown: another job is open, or the open one has other text: what looks at it shows it.
        record_requested: the person wants to record.
    """

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    settled = Signal()
    shown = Signal()
    record_requested = Signal()

    def __init__(
        self,
        page: TranscriptionPage,
        core: CoreThread,
        service: TranscriptionService,
        outside: Outside,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._service = service
        settings = outside.settings
        self.calls = Calls(core, self)
        self.ears = EarPresenter(
            page.panel.side, self.calls, service, outside.connections, outside.packs, self,
            settings=settings,
        )  # fmt: skip
        self.queue = JobQueue(self.calls, service, self)
        self.corrector = Corrector(self.calls, service, self)
        self.listener = Listener(
            page.player, outside.devices, outside.cache, self, speaker=lambda: settings().speaker
        )
        self.shower = Shower(page, self.queue, self.corrector, self.listener, self)
        self._hands = Hands(page, self.shower, self.corrector, self.listener, self)
        self.teller = Teller(page, self)
        self._limit = TranscriptionLimit(page.notice, self.calls, outside.usage, settings, self)
        self._offer = Offer(self.ears, self.queue, service, settings)
        self._keeper = Keeper(page, self.calls, service, self.ears, self)
        self.is_recording = False
        self._begins_at_once = False
        self._connect_parts()
        self._connect_page()
        self._show_foot()

    # For the app

    @property
    def job(self) -> TranscriptionJob | None:
        """The one on the page."""
        return self.shower.job

    def start(self) -> None:
        self._keeper.start()
        self.ears.load()
        self.listener.look()

    def connections_changed(self) -> None:
        self.ears.load()

    def settings_changed(self) -> None:
        """Another currency, limit or usual connection."""
        self.ears.settings_changed()
        self._show_foot()

    def language_changed(self) -> None:
        self.ears.show_model()
        self.shower.show_queue()
        self.shower.show_job()
        self._show_foot()

    def commands(self, _query: str) -> list[Command]:
        """For the palette: what is possible now."""
        possible: dict[str, Callable[[], object]] = {
            "open": self._keeper.ask_for_recordings,
            "record": self.record_requested.emit,
            "history": self._page.toggle_history,
            "sample": self.try_sample,
        }
        if self.queue.running:
            possible["stop"] = self.queue.stop
        elif self.queue.waiting:
            possible["start"] = self.begin
        return transcription_commands(possible)

    def shutdown(self) -> None:
        """Stop timers and operations; afterwards let the core run `save_rest` last."""
        self._page.shutdown()
        self._keeper.shutdown()
        self.corrector.shutdown()
        self.queue.shutdown()
        self.listener.shutdown()
        self.calls.shutdown()

    async def save_rest(self) -> None:
        """Keep what was corrected or chosen in the last moment."""
        await self.corrector.save_rest()
        await self._keeper.save_rest()

    # Gestures

    def add(self, paths: Sequence[Path]) -> None:
        """Put recordings into the queue."""
        self.teller.dismiss()
        self.queue.add(paths, self.ears.settings)

    def try_sample(self) -> None:
        """The recording that comes with the app, written down at once if that costs nothing."""
        self._begins_at_once = True
        self.teller.dismiss()
        self.queue.add([sample_path()], self.ears.settings, sample_title())

    def begin(self) -> None:
        """Write down what waits, or go on with what is not finished."""
        waiting = self.queue.waiting
        if self.queue.running or not waiting or not self.ears.can_hear:
            return
        self.teller.dismiss()
        self._page.segments.setFocus()
        ids = [job.id for job in waiting]
        self._limit.pass_on(self._offer.estimate(waiting), partial(self._begin, ids))

    def set_recording(self, recording: bool) -> None:
        """Whether the microphone is at work, or its last words are on the way."""
        self.is_recording = recording
        self._show_foot()

    def pass_on(self, estimate: Estimate, then: Callable[[], object]) -> None:
        """Do it now, or once the person wants to pass the month's limit."""
        self._limit.pass_on(estimate, then)

    def open_job(self, job_id: str) -> None:
        """From the history, or another of the queue."""
        if self.queue.hand(job_id) is not None:
            self.shower.show(job_id)
        else:
            self.calls.run(self._service.open(job_id), self._on_opened)

    def _begin(self, ids: list[str]) -> None:
        self.queue.use(self.ears.settings)
        self.queue.start(ids)

    def _on_successor(self) -> None:
        if (found := self.ears.successor) is not None:
            self.ears.choose(*found)
            for job in self.queue.waiting:
                hand = self.queue.hand(job.id)
                if hand is not None:
                    hand.use(self.ears.settings)
            self.begin()

    # Wiring

    def _connect_parts(self) -> None:
        self.calls.failed.connect(self._on_problem)
        self.ears.loaded.connect(self._show_foot)
        self.ears.changed.connect(self._on_settings)
        queue = self.queue
        queue.listed.connect(self._on_listed)
        queue.changed.connect(self._on_changed)
        queue.began.connect(self._on_began)
        queue.ended.connect(self._on_ended)
        queue.failed.connect(self._on_failed)
        queue.refused.connect(self.teller.say_refused)
        queue.told.connect(self.teller.say_event)
        self.shower.shown.connect(self._on_shown)
        self.listener.failed.connect(self._on_problem)
        self._limit.limit_requested.connect(partial(self._on_settings_requested, "costs"))
        self._keeper.chosen.connect(self.add)
        self._keeper.unfinished.connect(self._on_unfinished)
        teller = self.teller
        teller.retry_requested.connect(self.begin)
        teller.successor_requested.connect(self._on_successor)
        teller.settings_requested.connect(self._on_settings_requested)
        teller.connection_wanted.connect(self.connection_wanted)
        teller.open_requested.connect(self._keeper.ask_for_recordings)

    def _connect_page(self) -> None:
        page = self._page
        page.open_requested.connect(self._keeper.ask_for_recordings)
        page.record_requested.connect(self.record_requested)
        page.sample_requested.connect(self.try_sample)
        page.dropped.connect(self.add)
        page.queue.picked.connect(self.shower.show)
        page.queue.removed.connect(self.queue.remove)
        page.queue.sorted.connect(self.queue.sort)
        page.player.retry_requested.connect(self.begin)
        page.foot.start_requested.connect(self.begin)
        page.foot.stop_requested.connect(self.queue.stop)
        page.notice.faq_requested.connect(self.faq_requested)
        side = page.panel.side
        side.model.setup_requested.connect(partial(self._on_settings_requested, "connections"))

    # What happens

    def _on_unfinished(self, jobs: list[TranscriptionJob]) -> None:
        for job in jobs:
            self.queue.take(job)
        if jobs:
            self.teller.say_unfinished(len(jobs))

    def _on_settings(self) -> None:
        self.queue.use(self.ears.settings)
        self._keeper.keep()
        self._show_foot()

    def _on_opened(self, job: TranscriptionJob) -> None:
        self.queue.take(job)
        self.shower.show(job.id)
        self._page.show_panel(False)

    def _on_shown(self) -> None:
        self._show_foot()
        self.shown.emit()

    def _on_listed(self) -> None:
        self._show_foot()
        if self._begins_at_once and self.queue.waiting and self.ears.can_hear:
            self._begins_at_once = False
            self.shower.show(self.queue.waiting[-1].id)
            self.begin()

    def _on_began(self, job_id: str) -> None:
        self._offer.begin()
        self.shower.show(job_id)

    def _on_changed(self, job_id: str) -> None:
        job = self.queue.job(job_id)
        if job is not None and any(piece.state is PieceState.READY for piece in job.pieces):
            self.teller.end_line()
        self._show_foot()

    def _on_ended(self, job_id: str, _was_stopped: bool) -> None:
        self.teller.end_line()
        self._show_foot()
        self.settled.emit()

    def _on_failed(self, job_id: str, problem: Problem) -> None:
        job = self.queue.job(job_id)
        is_kept = job is not None and any(piece.is_settled for piece in job.pieces)
        successor = self.ears.successor
        self.teller.say_problem(
            problem, is_kept=is_kept, successor=successor[1] if successor else ""
        )

    def _on_problem(self, problem: Problem) -> None:
        self.teller.say_problem(problem, is_kept=False)

    def _on_settings_requested(self, section: str) -> None:
        self.settings_requested.emit(section, "")

    def _show_foot(self) -> None:
        words = self._offer.words(self.shower.job, is_recording=self.is_recording)
        self._page.foot.show_words(words)
        self.teller.show_doors(not self.ears.is_searching and not self.ears.can_hear)
