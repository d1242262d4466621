"""Connects the Transcription page with the services; the parts are in `presenting`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from gptdesk.domain.settings import Settings
from gptdesk.domain.transcript_editing import Edited, place_of
from gptdesk.domain.transcription import PieceState, TranscriptionJob
from gptdesk.runtime.calls import Calls
from gptdesk.ui.transcription.dropping import KINDS
from gptdesk.ui.transcription.presenting.choosing import EarPresenter
from gptdesk.ui.transcription.presenting.commands import transcription_commands
from gptdesk.ui.transcription.presenting.correcting import Corrector
from gptdesk.ui.transcription.presenting.limiting import TranscriptionLimit
from gptdesk.ui.transcription.presenting.listening import Listener
from gptdesk.ui.transcription.presenting.offering import Offer
from gptdesk.ui.transcription.presenting.queueing import UNFINISHED, JobQueue
from gptdesk.ui.transcription.presenting.sample import sample_path
from gptdesk.ui.transcription.presenting.showing import Shower
from gptdesk.ui.transcription.presenting.telling import Teller
from gptdesk.ui.transcription.segments.gestures import Gesture, Hear, Loop, Toggle

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.packs import PackService
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.services.usage import UsageService
    from gptdesk.ui.shell.command import Command
    from gptdesk.ui.sound.devices import Devices
    from gptdesk.ui.transcription.page import TranscriptionPage

translate = QCoreApplication.translate

DRAFT_MS = 800
MOST_UNFINISHED = 8


@dataclass(frozen=True, slots=True)
class Outside:
    """What the tab uses beside its own service. `cache` is for the outlines of recordings."""

    connections: ConnectionService
    packs: PackService
    devices: Devices
    cache: Path
    settings: Callable[[], Settings] = Settings
    usage: UsageService | None = None


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
        self.shower = Shower(page, self.queue, self)
        self.corrector = Corrector(self.calls, service, self)
        self.listener = Listener(
            page.player, outside.devices, outside.cache, self, speaker=lambda: settings().speaker
        )
        self.teller = Teller(page, self)
        self._limit = TranscriptionLimit(page.notice, self.calls, outside.usage, settings, self)
        self._offer = Offer(self.ears, self.queue, service, settings)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._keep_draft)
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
        self.calls.run(self._service.draft(), self._on_draft)
        self.calls.run(self._unfinished(), self._on_unfinished)
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
            "open": self.ask_for_recordings,
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
        self._timer.stop()
        self.corrector.shutdown()
        self.queue.shutdown()
        self.listener.shutdown()
        self.calls.shutdown()

    async def save_rest(self) -> None:
        """Keep what was corrected or chosen in the last moment."""
        await self.corrector.save_rest()
        if self.ears.is_loaded:
            await self._service.save_draft(self.ears.settings)

    # Gestures

    def add(self, paths: Sequence[Path]) -> None:
        """Put recordings into the queue."""
        self.teller.dismiss()
        self.queue.add(paths, self.ears.settings)

    def ask_for_recordings(self) -> None:
        """Let the person choose files."""
        kinds = " ".join(f"*.{kind}" for kind in KINDS)
        some = translate("Transcription", "Recordings and videos ({kinds})").format(kinds=kinds)
        every = translate("Transcription", "All files (*)")
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        title = translate("Transcription", "Open recordings")
        paths, _ = QFileDialog.getOpenFileNames(self._page, title, home, f"{some};;{every}")
        if paths:
            self.add([Path(path) for path in paths])

    def try_sample(self) -> None:
        """The recording that comes with the app, written down at once if that costs nothing."""
        self._begins_at_once = True
        self.add([sample_path()])

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

    def open_job(self, job_id: str) -> None:
        """From the history, or another of the queue."""
        if self.queue.hand(job_id) is not None:
            self._show(job_id)
        else:
            self.calls.run(self._service.open(job_id), self._on_opened)

    def _begin(self, ids: list[str]) -> None:
        self.queue.use(self.ears.settings)
        self.queue.start(ids)

    def _on_wished(self, gesture: Gesture) -> None:
        match gesture:
            case Hear(segment) | Loop(segment):
                job = self.job
                place = place_of(job.segments, segment) if job is not None else None
                if job is not None and place is not None:
                    act = self.listener.hear if isinstance(gesture, Hear) else self.listener.loop
                    act(job.segments[place])
            case Toggle():
                self.listener.toggle()
            case _:
                self.corrector.apply(gesture)

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
        queue.grew.connect(self._on_grew)
        queue.began.connect(self._on_began)
        queue.ended.connect(self._on_ended)
        queue.failed.connect(self._on_failed)
        queue.refused.connect(self.teller.say_refused)
        queue.told.connect(self.teller.say_event)
        self.corrector.edited.connect(self._on_edited)
        self.corrector.speakers_changed.connect(self._on_speakers)
        self.listener.moved.connect(self._on_moved)
        self.listener.looped.connect(self._page.segments.set_looped)
        self.listener.audible.connect(self._page.player.set_audible)
        self.listener.failed.connect(self._on_problem)
        self._limit.limit_requested.connect(partial(self._on_settings_requested, "costs"))
        teller = self.teller
        teller.retry_requested.connect(self.begin)
        teller.successor_requested.connect(self._on_successor)
        teller.settings_requested.connect(self._on_settings_requested)
        teller.connection_wanted.connect(self.connection_wanted)
        teller.open_requested.connect(self.ask_for_recordings)

    def _connect_page(self) -> None:
        page = self._page
        page.open_requested.connect(self.ask_for_recordings)
        page.record_requested.connect(self.record_requested)
        page.sample_requested.connect(self.try_sample)
        page.dropped.connect(self.add)
        page.queue.picked.connect(self._show)
        page.queue.removed.connect(self.queue.remove)
        page.queue.sorted.connect(self.queue.sort)
        page.segments.wished.connect(self._on_wished)
        page.segments.following_changed.connect(self._show_back)
        page.player.retry_requested.connect(self.begin)
        page.foot.start_requested.connect(self.begin)
        page.foot.stop_requested.connect(self.queue.stop)
        page.notice.faq_requested.connect(self.faq_requested)
        side = page.panel.side
        side.model.setup_requested.connect(partial(self._on_settings_requested, "connections"))

    # What happens

    async def _unfinished(self) -> list[TranscriptionJob]:
        """Those of the last run that were begun and can go on."""
        headers = await self._service.history()
        found = [one for one in headers if one.state in UNFINISHED][:MOST_UNFINISHED]
        return [await self._service.open(header.id) for header in found]

    def _on_unfinished(self, jobs: list[TranscriptionJob]) -> None:
        for job in jobs:
            self.queue.take(job)
        if jobs:
            self.teller.say_unfinished(len(jobs))

    def _on_draft(self, settings: object) -> None:
        if settings is not None:
            self.ears.show(settings)  # type: ignore[arg-type]

    def _on_settings(self) -> None:
        self.queue.use(self.ears.settings)
        self._timer.start()
        self._show_foot()

    def _keep_draft(self) -> None:
        self.calls.run(self._service.save_draft(self.ears.settings))

    def _on_opened(self, job: TranscriptionJob) -> None:
        self.queue.take(job)
        self._show(job.id)
        self._page.show_panel(False)

    def _on_listed(self) -> None:
        jobs = self.queue.jobs
        if self.shower.hand is None or all(job.id != self.shower.job_id for job in jobs):
            self._show(jobs[0].id if jobs else "")
        self.shower.show_queue()
        self._show_foot()
        if self._begins_at_once and self.queue.waiting and self.ears.can_hear:
            self._begins_at_once = False
            self._show(self.queue.waiting[-1].id)
            self.begin()

    def _show(self, job_id: str) -> None:
        """This one is on the page from now on."""
        self._page.segments.close_editor()
        self.shower.job_id = job_id
        hand, job = self.shower.hand, self.shower.job
        self.corrector.show(hand)
        path = job.recording.path if job is not None else None
        self.listener.show(path, job.recording.seconds if job is not None else 0.0)
        self._page.segments.set_moment(-1.0, is_playing=False)
        self.shower.show_job()
        self.shower.show_queue()
        self._show_foot()
        self.shown.emit()

    def _on_began(self, job_id: str) -> None:
        self._offer.begin()
        self._show(job_id)

    def _on_changed(self, job_id: str) -> None:
        self.shower.show_queue()
        if job_id == self.shower.job_id:
            self.shower.show_job()
            self.shown.emit()
        job = self.queue.job(job_id)
        if job is not None and any(p.state is PieceState.READY for p in job.pieces):
            self.teller.end_line()
        self._show_foot()

    def _on_grew(self, job_id: str) -> None:
        if job_id == self.shower.job_id:
            self.shower.show_rows()

    def _on_ended(self, job_id: str, _was_stopped: bool) -> None:
        self.teller.end_line()
        self._show_foot()
        self.shown.emit()
        self.settled.emit()

    def _on_edited(self, found: Edited) -> None:
        self.shower.show_rows()
        if found.selected:
            row = self._page.model.row_of(found.selected[0])
            if row >= 0:
                self._page.segments.setCurrentIndex(self._page.model.index(row))
        self.shown.emit()

    def _on_speakers(self) -> None:
        self.shower.show_rows()
        self.shown.emit()

    def _on_moved(self, seconds: float, is_playing: bool) -> None:
        self._page.segments.set_moment(seconds, is_playing=is_playing)
        self._show_back(self._page.segments.is_following)

    def _show_back(self, is_following: bool) -> None:
        self._page.back.setVisible(self.listener.player.is_playing and not is_following)

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
