"""Recording as a part of the Transcription page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTime, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from gptdesk.domain.problems import Problem
from gptdesk.domain.transcription import JobState, TranscriptionJob
from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.transcription.recording.panel import RecordingPanel
from gptdesk.ui.transcription.recording.presenter import RecordingPresenter
from gptdesk.ui.transcription.recording.states import RecordingState
from gptdesk.ui.transcription.recording.studio import Studio
from gptdesk.ui.widgets.dates import day_text

if TYPE_CHECKING:
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.ui.sound.recorder import Recorder
    from gptdesk.ui.transcription.page import TranscriptionPage
    from gptdesk.ui.transcription.presenter import TranscriptionPresenter

translate = QCoreApplication.translate

KEYS = "Ctrl+R"


class RecordingPart(QObject):
    """What is recorded stands in the page's queue from its first second, as any other job.

    Signals:
        faq_requested: id of an FAQ entry.
    """

    faq_requested = Signal(str)

    def __init__(
        self,
        page: TranscriptionPage,
        tab: TranscriptionPresenter,
        service: TranscriptionService,
        devices: Devices,
        parent: QObject,
        *,
        microphone: Callable[[], str] = str,
        remember: Callable[[str], object] = str,
        recorder: Recorder | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._tab, self._service = page, tab, service
        self.panel = RecordingPanel(page)
        page.add_above(self.panel)
        studio = Studio(devices, lambda: tab.ears.settings, microphone, remember)
        self.recording = RecordingPresenter(
            self.panel, tab.calls, service, studio, self, recorder=recorder
        )
        self._job_id = ""
        shortcut = QShortcut(QKeySequence(KEYS), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.recording.toggle)
        self._connect()

    def shutdown(self) -> None:
        """Before that of the tab: the recording is whole on the disk then."""
        self.recording.shutdown()

    def _connect(self) -> None:
        recording, queue = self.recording, self._tab.queue
        self._tab.record_requested.connect(recording.toggle)
        recording.changed.connect(self._on_changed)
        recording.began.connect(self._on_began)
        recording.events.connect(lambda events: queue.feed(self._job_id, events))
        recording.failed.connect(self._on_failed)
        recording.settled.connect(self._on_settled)
        recording.discarded.connect(self._on_discarded)
        recording.restored.connect(self._tab.open_job)
        recording.recheck_requested.connect(self._on_recheck)
        recording.faq_requested.connect(self.faq_requested)

    def _on_changed(self) -> None:
        state = self.recording.state
        self._tab.set_recording(state is not RecordingState.IDLE)
        self._page.set_recording(state.is_open)

    def _on_began(self, job: TranscriptionJob) -> None:
        self._job_id = job.id
        now = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        title = translate("Recording", "Recording of {date}, {time}").format(
            date=day_text(date.today()), time=now
        )
        self._tab.calls.run(self._service.rename(job.id, title))
        self._tab.queue.take(replace(job, title=title))
        self._tab.open_job(job.id)

    def _on_failed(self, problem: Problem) -> None:
        self._tab.queue.failed.emit(self._job_id, problem)

    def _on_settled(self, job: TranscriptionJob) -> None:
        """As it is stored, with its whole length: it can be heard and continued from now on."""
        self._tab.calls.run(self._service.open(job.id), self._on_stored)

    def _on_stored(self, job: TranscriptionJob) -> None:
        self._tab.queue.take(job)
        self._tab.open_job(job.id)
        self._tab.settled.emit()
        if job.state is JobState.DONE:
            self.recording.offer_recheck(job)

    def _on_discarded(self, job_id: str) -> None:
        self._tab.queue.remove(job_id)

    def _on_recheck(self, job: TranscriptionJob) -> None:
        """It waits in the queue, with its price on the button, as a file does."""
        title = translate("Recording", "{title}, as a whole").format(title=job.title)
        again = self._service.add_recording(job.recording, self._tab.ears.settings, title)
        self._tab.calls.run(again, self._on_again)

    def _on_again(self, job: TranscriptionJob) -> None:
        self._tab.queue.take(job)
        self._tab.open_job(job.id)
