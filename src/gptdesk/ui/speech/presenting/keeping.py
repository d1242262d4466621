"""Files and memory: the draft, the history, opening texts and saving sound."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from gptdesk.domain.settings import Settings
from gptdesk.domain.speech import (
    SpeechHeader,
    SpeechJob,
    SpeechSettings,
    SpokenWord,
    file_name,
    texts_of,
)
from gptdesk.ui.speech.words import format_name
from gptdesk.ui.widgets.money import money_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from gptdesk.runtime.calls import Calls
    from gptdesk.services.reading import ReadingService
    from gptdesk.services.speech import SpeechService
    from gptdesk.ui.speech.page import SpeechPage

translate = QCoreApplication.translate

DRAFT_MS = 800


class Keeper(QObject):
    """Reads and writes; asks for the place where it is needed.

    Signals:
        drafted: the text and how it was to be spoken, from the last time.
        opened: a job from the history.
        read: a text from a file.
        batch_chosen: texts, each of which is to become a file, and the folder for them.
        saved: where a sound or subtitles are now.
    """

    drafted = Signal(str, object)
    opened = Signal(object)
    read = Signal(str)
    batch_chosen = Signal(list, object)
    saved = Signal(str)

    def __init__(
        self,
        page: SpeechPage,
        calls: Calls,
        speech: SpeechService,
        reading: ReadingService,
        parent: QObject,
        settings: Callable[[], Settings] = Settings,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._speech = speech
        self._reading = reading
        self._settings = settings
        self._deleted = ""
        self._open_id = ""
        self._draft: tuple[str, SpeechSettings] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._write_draft)
        history = page.panel.history
        history.opened.connect(self.open)
        history.sought.connect(lambda _words: self.refresh())
        history.deleted.connect(self._on_delete)
        history.undone.connect(self._on_undone)
        page.panel.words.changed.connect(self._on_words)

    def start(self) -> None:
        self._calls.run(self._speech.draft(), lambda found: self.drafted.emit(*found))
        self._calls.run(self._speech.words(), self._page.panel.words.set_words)
        self.refresh()

    def refresh(self, open_id: str | None = None) -> None:
        """Read the history again."""
        self._open_id = self._open_id if open_id is None else open_id
        query = self._page.panel.history.search.text()
        self._calls.run(self._speech.history(query), partial(self._on_history, query))

    def keep(self, text: str, settings: SpeechSettings) -> None:
        """Soon write down what stands in the editor."""
        self._draft = (text, settings)
        self._timer.start()

    async def save_rest(self) -> None:
        if self._draft is not None:
            await self._speech.save_draft(*self._draft)

    def shutdown(self) -> None:
        self._timer.stop()

    # History

    def open(self, job_id: str) -> None:
        self._open_id = job_id
        self._calls.run(self._speech.open(job_id), self.opened.emit)

    def _on_history(self, query: str, headers: tuple[SpeechHeader, ...]) -> None:
        history = self._page.panel.history
        if query == history.search.text():  # else another answer is on the way
            history.set_headers(headers, self._open_id, money_of(self._settings()))

    def _on_delete(self, job_id: str) -> None:
        self._deleted = job_id
        self._calls.run(self._speech.delete(job_id), lambda _: self.refresh())

    def _on_undone(self) -> None:
        self._calls.run(self._speech.restore(self._deleted), lambda _: self.refresh())

    def _on_words(self, words: list[SpokenWord]) -> None:
        self._calls.run(self._speech.save_words(words))

    # Files

    def ask_for_text(self) -> None:
        """Let the person choose a file, then read it."""
        kinds = translate("Speech", "Texts (*.txt *.md *.docx *.pdf *.epub)")
        every = translate("Speech", "All files (*)")
        title = translate("Speech", "Open a text")
        path, _ = QFileDialog.getOpenFileName(self._page, title, _home(), f"{kinds};;{every}")
        if path:
            self.read_file(path)

    def ask_for_batch(self) -> None:
        """A file whose lines or paragraphs become sounds, and a folder to put them into."""
        title = translate("Speech", "Open a file of many texts")
        kinds = translate("Speech", "Texts (*.txt *.md *.docx *.pdf *.epub)")
        path, _ = QFileDialog.getOpenFileName(self._page, title, _home(), kinds)
        if not path:
            return
        title = translate("Speech", "Choose a folder for the sound files")
        if folder := QFileDialog.getExistingDirectory(self._page, title, _home()):
            self.read_batch(path, folder)

    def read_batch(self, path: str, folder: str) -> None:
        self._calls.run(
            self._reading.text(Path(path)),
            lambda text: self.batch_chosen.emit(texts_of(text), Path(folder)),
        )

    def read_file(self, path: str) -> None:
        self._calls.run(self._reading.text(Path(path)), self.read.emit)

    def ask_where_to_save(self, job: SpeechJob) -> None:
        kinds = self._speech.files.kinds(job)
        filters = [f"{format_name(kind)} (*.{kind})" for kind in kinds]
        title = translate("Speech", "Save the sound")
        start = str(Path(_home()) / f"{file_name(job.title)}.{kinds[0]}")
        path, chosen = QFileDialog.getSaveFileName(self._page, title, start, ";;".join(filters))
        if path:
            kind = kinds[filters.index(chosen)] if chosen in filters else kinds[0]
            self.save(job, path, kind)

    def save(self, job: SpeechJob, path: str, kind: str) -> None:
        """Write what is ready; a name with no or a wrong ending gets the right one."""
        target = Path(path)
        if target.suffix.lower() != f".{kind}":
            target = target.with_name(f"{target.name}.{kind}")
        self._calls.run(
            self._speech.files.save(job, target, kind), lambda _: self.saved.emit(str(target))
        )

    def ask_where_to_save_subtitles(self, job: SpeechJob) -> None:
        title = translate("Speech", "Save subtitles")
        start = str(Path(_home()) / f"{file_name(job.title)}.srt")
        path, _ = QFileDialog.getSaveFileName(self._page, title, start, "SRT (*.srt);;VTT (*.vtt)")
        if path:
            self.save_subtitles(job, path)

    def save_subtitles(self, job: SpeechJob, path: str) -> None:
        target = Path(path)
        if target.suffix.lower() not in (".srt", ".vtt"):
            target = target.with_name(f"{target.name}.srt")
        self._calls.run(
            self._speech.files.save_subtitles(job, target), lambda _: self.saved.emit(str(target))
        )

    def _write_draft(self) -> None:
        if self._draft is not None:
            draft, self._draft = self._draft, None
            self._calls.run(
                self._speech.save_draft(*draft), failed=partial(self._on_draft_failed, draft)
            )

    def _on_draft_failed(self, draft: tuple[str, SpeechSettings], problem: object) -> None:
        """Tried again with the next change; the trouble is said where the database opens."""
        self._draft = self._draft or draft


def _home() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
