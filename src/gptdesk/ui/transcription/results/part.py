"""What becomes of a transcript, as a part of the Transcription page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut

from gptdesk.domain.settings import Settings
from gptdesk.domain.transcript_editing import Edited, Segments
from gptdesk.domain.transcript_finding import Hit
from gptdesk.domain.transcript_speakers import merged, renamed, shares
from gptdesk.ui.transcription.history.panel import TranscriptionHistory
from gptdesk.ui.transcription.history.presenter import HistoryPresenter
from gptdesk.ui.transcription.results.export_button import ExportButton
from gptdesk.ui.transcription.results.exporting import Exporter
from gptdesk.ui.transcription.results.find_bar import TranscriptFindBar
from gptdesk.ui.transcription.results.finding import Finder
from gptdesk.ui.transcription.results.speakers import SpeakersPanel
from gptdesk.ui.transcription.results.work_panel import WorkPanel
from gptdesk.ui.transcription.results.working import TextWork, Way
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.money import money_of

if TYPE_CHECKING:
    from gptdesk.domain.transcription import TranscriptionJob
    from gptdesk.services.transcript_chat import TranscriptChat
    from gptdesk.services.transcript_files import TranscriptFiles
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.ui.transcription.page import TranscriptionPage
    from gptdesk.ui.transcription.presenter import TranscriptionPresenter

translate = QCoreApplication.translate

CALM_MS = 120
BUSY_MS = 1500
"""While text arrives, nobody needs to know at once how long each speaker has spoken."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What results need of the rest. `way` is the connection and model that Chat uses now."""

    files: TranscriptFiles
    chat: TranscriptChat
    way: Callable[[], Way | None]
    settings: Callable[[], Settings] = Settings


class ResultsPart(QObject):
    """Export, search, speakers, chat models and history follow the job that is on the page.

    Signals:
        chat_requested: the id of a conversation that waits for a question.
    """

    chat_requested = Signal(str)

    def __init__(
        self,
        page: TranscriptionPage,
        tab: TranscriptionPresenter,
        service: TranscriptionService,
        tools: Tools,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._tab, self._settings = page, tab, tools.settings
        self._saved = ""
        self.export = ExportButton(page.header)
        self.find = TranscriptFindBar(page)
        self.speakers = SpeakersPanel(page)
        self.work = WorkPanel(page)
        self.history = TranscriptionHistory(page)
        self._calm_button()
        page.add_tool(self.export)
        page.add_below_player(self.find)
        page.panel.side.add_below(self.speakers)
        page.panel.side.add_below(self.work)
        page.panel.set_history(self.history)
        self._exporter = Exporter(self.export, tab.calls, tools.files, self._job, page)
        self._finder = Finder(self.find, self)
        self._past = HistoryPresenter(self.history, tab.calls, service, self)
        self._work = TextWork(
            self.work, tab.calls, tools.chat, self._job, tools.way, self, settings=tools.settings,
            pass_on=tab.pass_on,
        )  # fmt: skip
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CALM_MS)
        self._timer.timeout.connect(self._show_calmly)
        self._connect()
        self._show()

    def open_find(self, *, replace: bool = False) -> None:
        if self._job() is not None:
            self.find.open_bar(replace=replace)
            self._finder.set_segments(self._segments())

    def shutdown(self) -> None:
        self._timer.stop()
        self._past.shutdown()
        self._work.stop()

    def _connect(self) -> None:
        page, tab = self._page, self._tab
        for keys, is_replacing in (("Ctrl+F", False), ("Ctrl+H", True)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.open_find, replace=is_replacing))
        tab.shown.connect(self._show)
        tab.settled.connect(self._past.refresh)
        tab.settled.connect(self._show_calmly)
        page.history_requested.connect(self._past.refresh)
        self._exporter.saved.connect(self._on_saved)
        self._finder.edited.connect(tab.corrector.take)
        self._finder.shown.connect(self._on_found)
        self.find.closed.connect(page.segments.setFocus)
        self.speakers.renamed.connect(self._on_renamed)
        self.speakers.merged.connect(self._on_merged)
        self._work.translated.connect(self._on_translated)
        self._work.chat_requested.connect(self.chat_requested)
        self._work.ended.connect(self._calm_button)
        self._work.action.connect(tab.teller.answer)
        self._past.opened.connect(tab.open_job)
        self._past.deleted.connect(tab.queue.remove)
        self._past.renamed.connect(tab.queue.rename)
        page.notice.action.connect(self._on_action)

    def _job(self) -> TranscriptionJob | None:
        return self._tab.job

    def _segments(self) -> Segments:
        job = self._tab.job
        return job.segments if job is not None else ()

    # What the page shows of it

    def _calm_button(self) -> None:
        """The one filled button of the page is the big one."""
        self.work.go.set_kind("tint")

    def _show(self) -> None:
        self._finder.set_segments(self._segments())
        if not self._timer.isActive():
            self._timer.start(BUSY_MS if self._tab.queue.running else CALM_MS)

    def _show_calmly(self) -> None:
        """Not with every word that arrives."""
        job = self._tab.job
        self._exporter.show_job()
        self.export.setVisible(job is not None)
        self.work.setVisible(job is not None and bool(job.segments))
        if not self._tab.queue.running:
            self._work.show_offer()
        self.history.set_open(job.id if job is not None else "")
        self.history.set_money(money_of(self._settings()))
        if job is None:
            self.speakers.show_speakers((), {})
        else:
            self.speakers.show_speakers(shares(job.segments, job.speakers), job.speakers)

    def _on_found(self, hits: tuple[Hit, ...], current: Hit | None) -> None:
        marks: dict[int, list[tuple[int, int, bool]]] = {}
        for hit in hits:
            marks.setdefault(hit.segment, []).append((hit.start, hit.end, hit == current))
        self._page.segments.set_marks(marks, current.segment if current is not None else None)

    # What the person does

    def _on_renamed(self, key: str, name: str) -> None:
        if (job := self._tab.job) is not None:
            self._tab.corrector.set_speakers(renamed(job.speakers, key, name))

    def _on_merged(self, key: str, into: str) -> None:
        self._tab.corrector.change(lambda found: merged(found, key, into))

    def _on_translated(self, segments: Segments) -> None:
        """Only the words: times and speakers may have been corrected meanwhile."""
        texts = {segment.id: segment for segment in segments}

        def put(found: Segments) -> Edited:
            changed = tuple(
                replace(one, text=texts[one.id].text, words=texts[one.id].words, is_edited=True)
                if one.id in texts and texts[one.id].text != one.text
                else one
                for one in found
            )
            return Edited(changed)

        self._tab.corrector.change(put)

    def _on_saved(self, path: str, missing: int) -> None:
        self._saved = path
        text = translate("Transcription", "It is here: {path}").format(path=path)
        if missing:
            left = translate("Transcription", "%n piece(s) are missing in it.", None, missing)
            text = f"{text}\n{left}"
        folder = (ActionId.OPEN_FOLDER.value, translate("Transcription", "Open the folder"))
        title = translate("Transcription", "Saved")
        self._page.notice.show_message("ok", title, text, actions=[folder])

    def _on_action(self, action: str) -> None:
        if action == ActionId.OPEN_FOLDER and self._saved:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._saved).parent)))
