"""Connects the Transcription tab with the services and the shell, once its page is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gptdesk.app.chat_way import ChatWay
from gptdesk.app.tab_wirings import TabPresenter, TabWiring
from gptdesk.domain.settings import Settings
from gptdesk.runtime.core import CoreThread
from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.transcription.page import TranscriptionPage
from gptdesk.ui.transcription.presenter import TranscriptionPresenter
from gptdesk.ui.transcription.presenting.outside import Outside
from gptdesk.ui.transcription.recording.part import RecordingPart
from gptdesk.ui.transcription.results.part import ResultsPart, Tools

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend
    from gptdesk.ui.shell.command import Command


class TranscriptionWiring(TabWiring):
    """Signals: as every TabWiring's."""

    tab = "transcription"

    def __init__(
        self,
        core: CoreThread,
        backend: Backend,
        devices: Devices,
        settings: Callable[[], Settings],
        cache: Path,
        parent: QObject,
        *,
        remember: Callable[[str], object] = str,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._backend = backend
        self._devices = devices
        self._settings = settings
        self._cache = cache
        self._remember = remember
        self._own: TranscriptionPresenter | None = None
        self.recording: RecordingPart | None = None
        self.results: ResultsPart | None = None
        self._way = ChatWay(core, backend.connections, settings, self)

    def make(self, page: QWidget) -> TabPresenter:
        shown = cast(TranscriptionPage, page)
        presenter = self._own = self._make_presenter(shown)
        self.recording = self._recording(shown, presenter)
        self.results = self._results(shown, presenter)
        self._way.load()
        return presenter

    def _make_presenter(self, page: TranscriptionPage) -> TranscriptionPresenter:
        backend = self._backend
        outside = Outside(
            backend.connections,
            backend.packs,
            self._devices,
            self._cache,
            self._settings,
            backend.usage,
        )
        presenter = TranscriptionPresenter(page, self._core, backend.transcription, outside, self)
        presenter.settings_requested.connect(self.settings_requested)
        presenter.connection_wanted.connect(self.connection_wanted)
        presenter.faq_requested.connect(self.faq_requested)
        presenter.settled.connect(self.settled)
        return presenter

    def _recording(
        self, page: TranscriptionPage, presenter: TranscriptionPresenter
    ) -> RecordingPart:
        recording = RecordingPart(
            page,
            presenter,
            self._backend.transcription,
            self._devices,
            self,
            microphone=lambda: self._settings().microphone,
            remember=self._remember,
        )
        recording.faq_requested.connect(self.faq_requested)
        return recording

    def _results(self, page: TranscriptionPage, presenter: TranscriptionPresenter) -> ResultsPart:
        backend = self._backend
        tools = Tools(
            backend.transcript_files, backend.transcript_chat, lambda: self._way.now, self._settings
        )
        results = ResultsPart(page, presenter, backend.transcription, tools, self)
        results.chat_requested.connect(self.chat_requested)
        return results

    def commands(self, query: str) -> list[Command]:
        return [] if self._own is None else self._own.commands(query)

    def connections_changed(self) -> None:
        if self._own is not None:
            self._way.load()
        super().connections_changed()

    def shutdown(self) -> None:
        if self.recording is not None:
            self.recording.shutdown()
        if self.results is not None:
            self.results.shutdown()
        self._way.shutdown()
        super().shutdown()
