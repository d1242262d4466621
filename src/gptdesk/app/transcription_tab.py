"""Connects the Transcription tab with the services and the shell, once its page is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.app.chat_way import ChatWay
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


class TranscriptionWiring(QObject):
    """Has a presenter as soon as the tab was visited; until then every call is nothing.

    Signals: as the presenter's, and
        chat_requested: the id of a conversation that is to be opened in Chat.
    """

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    settled = Signal()
    chat_requested = Signal(str)

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
        self.presenter: TranscriptionPresenter | None = None
        self.recording: RecordingPart | None = None
        self.results: ResultsPart | None = None
        self._way = ChatWay(core, backend.connections, settings, self)

    def build(self, page: TranscriptionPage) -> None:
        if self.presenter is not None:
            return
        backend = self._backend
        outside = Outside(
            backend.connections,
            backend.packs,
            self._devices,
            self._cache,
            self._settings,
            backend.usage,
        )
        self.presenter = TranscriptionPresenter(
            page, self._core, backend.transcription, outside, self
        )
        self.presenter.settings_requested.connect(self.settings_requested)
        self.presenter.connection_wanted.connect(self.connection_wanted)
        self.presenter.faq_requested.connect(self.faq_requested)
        self.presenter.settled.connect(self.settled)
        self.recording = RecordingPart(
            page,
            self.presenter,
            backend.transcription,
            self._devices,
            self,
            microphone=lambda: self._settings().microphone,
            remember=self._remember,
        )
        self.recording.faq_requested.connect(self.faq_requested)
        tools = Tools(
            backend.transcript_files, backend.transcript_chat, lambda: self._way.now, self._settings
        )
        self.results = ResultsPart(page, self.presenter, backend.transcription, tools, self)
        self.results.chat_requested.connect(self.chat_requested)
        self._way.load()
        self.presenter.start()

    def commands(self, query: str) -> list[Command]:
        return [] if self.presenter is None else self.presenter.commands(query)

    def connections_changed(self) -> None:
        if self.presenter is not None:
            self._way.load()
            self.presenter.connections_changed()

    def settings_changed(self) -> None:
        if self.presenter is not None:
            self.presenter.settings_changed()

    def language_changed(self) -> None:
        if self.presenter is not None:
            self.presenter.language_changed()

    def shutdown(self) -> None:
        if self.recording is not None:
            self.recording.shutdown()
        if self.results is not None:
            self.results.shutdown()
        self._way.shutdown()
        if self.presenter is not None:
            self.presenter.shutdown()

    async def save_rest(self) -> None:
        if self.presenter is not None:
            await self.presenter.save_rest()
