"""Fills the history, searches while one types, and does what is asked of a row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from gptdesk.domain.transcription import TranscriptionHeader
    from gptdesk.runtime.calls import Calls
    from gptdesk.ui.transcription.history.panel import TranscriptionHistory

QUIET_MS = 150


class HistoryService(Protocol):
    """What it needs of the service."""

    async def history(self, search: str = "") -> tuple[TranscriptionHeader, ...]: ...

    async def rename(self, job_id: str, title: str) -> None: ...

    async def delete(self, job_id: str) -> None: ...

    async def restore(self, job_id: str) -> None: ...


class HistoryPresenter(QObject):
    """Answers that come late, after more was typed, are not shown.

    Signals:
        opened: the id of a job that is to be shown.
        deleted: the id of a job; if it is open, it is to be closed.
        renamed: id and title, once it is stored.
    """

    opened = Signal(str)
    deleted = Signal(str)
    renamed = Signal(str, str)

    def __init__(
        self, panel: TranscriptionHistory, calls: Calls, service: HistoryService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._calls = calls
        self._service = service
        self._deleted = ""
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.refresh)
        panel.search_changed.connect(self._on_typed)
        panel.opened.connect(self.opened)
        panel.deleted.connect(self._on_deleted)
        panel.renamed.connect(self._on_renamed)
        panel.undone.connect(self._on_undone)

    def refresh(self) -> None:
        """Read it again, by what stands in the search field."""
        self._timer.stop()
        self._asked += 1
        search = self._panel.search.text()
        self._calls.run(self._service.history(search), partial(self._show, self._asked, search))

    def shutdown(self) -> None:
        self._timer.stop()
        self._panel.shutdown()

    def _on_typed(self, _search: str) -> None:
        self._timer.start()

    def _show(self, asked: int, search: str, headers: tuple[TranscriptionHeader, ...]) -> None:
        if asked == self._asked:
            self._panel.set_headers(headers, search)

    def _on_deleted(self, job_id: str) -> None:
        self._deleted = job_id
        self._calls.run(self._service.delete(job_id), lambda _: self.refresh())
        self.deleted.emit(job_id)

    def _on_undone(self) -> None:
        self._calls.run(self._service.restore(self._deleted), lambda _: self.refresh())

    def _on_renamed(self, job_id: str, title: str) -> None:
        def done(_: object) -> None:
            self.refresh()
            self.renamed.emit(job_id, title)

        self._calls.run(self._service.rename(job_id, title), done)
