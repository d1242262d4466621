"""What was chosen last, what was not finished, and files that are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from gptdesk.ui.transcription.dropping import KINDS
from gptdesk.ui.transcription.presenting.queueing import UNFINISHED

if TYPE_CHECKING:
    from gptdesk.domain.transcription import TranscriptionJob, TranscriptionSettings
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.ui.transcription.page import TranscriptionPage
    from gptdesk.ui.transcription.presenting.choosing import EarPresenter

translate = QCoreApplication.translate

DRAFT_MS = 800
MOST_UNFINISHED = 8


class Keeper(QObject):
    """Remembers choices a moment after they were made.

    Signals:
        chosen: paths that the person picked.
        unfinished: jobs of the last run that can go on.
    """

    chosen = Signal(list)
    unfinished = Signal(list)

    def __init__(
        self,
        page: TranscriptionPage,
        calls: Calls,
        service: TranscriptionService,
        ears: EarPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._service = service
        self._ears = ears
        self._rest: TranscriptionSettings | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._write)

    def start(self) -> None:
        self._calls.run(self._service.draft(), self._on_draft)
        self._calls.run(self._open_unfinished(), self.unfinished.emit)

    def keep(self) -> None:
        """Soon write down what is chosen."""
        self._timer.start()

    def shutdown(self) -> None:
        """What was chosen in the last moment is read now: later the widgets are gone."""
        if self._timer.isActive():
            self._timer.stop()
            self._rest = self._ears.settings

    async def save_rest(self) -> None:
        if self._rest is not None:
            await self._service.save_draft(self._rest)

    def ask_for_recordings(self) -> None:
        """Let the person choose files."""
        kinds = " ".join(f"*.{kind}" for kind in KINDS)
        some = translate("Transcription", "Recordings and videos ({kinds})").format(kinds=kinds)
        every = translate("Transcription", "All files (*)")
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        title = translate("Transcription", "Open recordings")
        paths, _ = QFileDialog.getOpenFileNames(self._page, title, home, f"{some};;{every}")
        if paths:
            self.chosen.emit([Path(path) for path in paths])

    async def _open_unfinished(self) -> list[TranscriptionJob]:
        headers = await self._service.history()
        found = [one for one in headers if one.state in UNFINISHED][:MOST_UNFINISHED]
        return [await self._service.open(header.id) for header in found]

    def _on_draft(self, settings: TranscriptionSettings | None) -> None:
        if settings is not None:
            self._ears.show(settings)

    def _write(self) -> None:
        self._calls.run(self._service.save_draft(self._ears.settings))
