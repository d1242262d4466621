"""Saving a transcript: asks for the place, writes the file, or fills the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gptdesk.domain.speech import file_name
from gptdesk.domain.transcript_exports import ExportChoice, ExportForm, txt
from gptdesk.domain.transcription import TranscriptionJob
from gptdesk.services.transcript_files import missing
from gptdesk.ui.transcription.results.words import export_words, form_name
from gptdesk.ui.transcription.segments.speakers import speaker_name

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.transcript_files import TranscriptFiles
    from gptdesk.ui.transcription.results.export_button import ExportButton

translate = QCoreApplication.translate


class Exporter(QObject):
    """Takes the job as it is at the moment of the click. Failures go the way of `calls`.

    Signals:
        saved: the path of the file, and how many pieces are missing in it.
        copied: the text is on the clipboard.
    """

    saved = Signal(str, int)
    copied = Signal()

    def __init__(
        self,
        button: ExportButton,
        calls: Calls,
        files: TranscriptFiles,
        job: Callable[[], TranscriptionJob | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._button = button
        self._calls = calls
        self._files = files
        self._job = job
        button.chosen.connect(self._on_chosen)
        button.copy_requested.connect(self.copy)
        self.show_job()

    def show_job(self) -> None:
        """The job changed: what is missing is another number now."""
        job = self._job()
        self._button.set_content(
            missing=missing(job).missing if job is not None else 0,
            has_text=job is not None and any(one.text.strip() for one in job.segments),
            has_speakers=job is not None and any(one.speaker for one in job.segments),
        )

    def save(self, target: Path, form: ExportForm, *, times: bool, names: bool) -> None:
        """Write it there; the ending is mended if it is another one."""
        job = self._job()
        if job is not None:
            left = missing(job).missing
            choice = _choice(job, form, times=times, names=names)
            self._calls.run(
                self._files.save(job, target, choice),
                lambda place: self.saved.emit(str(place), left),
            )

    def copy(self, times: bool, names: bool) -> None:
        job = self._job()
        if job is not None:
            choice = _choice(job, ExportForm.TXT, times=times, names=names)
            QGuiApplication.clipboard().setText(txt(job.segments, choice))
            self.copied.emit()

    def _on_chosen(self, form: ExportForm, times: bool, names: bool) -> None:
        job = self._job()
        if job is None:
            return
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(home) / f"{file_name(job.title)}.{form}")
        title = translate("Transcript", "Save the transcript")
        kinds = f"{form_name(form)} (*.{form})"
        path, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        if path:
            self.save(Path(path), form, times=times, names=names)


def _choice(job: TranscriptionJob, form: ExportForm, *, times: bool, names: bool) -> ExportChoice:
    keys = {one.speaker for one in job.segments if one.speaker} if names else set()
    called = {key: speaker_name(key, job.speakers) for key in keys}
    return ExportChoice(form, times, called, export_words(job))
