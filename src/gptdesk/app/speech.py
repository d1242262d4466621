"""Connects the Speech tab with the services and the shell, once its page is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.settings import Settings
from gptdesk.runtime.core import CoreThread
from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.speech.page import SpeechPage
from gptdesk.ui.speech.player.playing import Ears
from gptdesk.ui.speech.presenter import SpeechPresenter
from gptdesk.ui.speech.presenting.commands import ALWAYS, speech_commands

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend
    from gptdesk.ui.shell.command import Command


class SpeechWiring(QObject):
    """Has a presenter as soon as the tab was visited; until then every call is nothing.

    Signals: as the presenter's, and
        page_wanted: the palette does something on the page.
    """

    page_wanted = Signal()

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    settled = Signal()

    def __init__(
        self,
        core: CoreThread,
        backend: Backend,
        devices: Devices,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._backend = backend
        self._devices = devices
        self._settings = settings
        self.presenter: SpeechPresenter | None = None

    def build(self, page: SpeechPage) -> None:
        if self.presenter is not None:
            return
        backend = self._backend
        self.presenter = SpeechPresenter(
            page,
            self._core,
            backend.speech,
            backend.reading,
            backend.connections,
            backend.packs,
            Ears(self._devices, self, speaker=lambda: self._settings().speaker),
            self,
            settings=self._settings,
            usage=backend.usage,
        )
        self.presenter.settings_requested.connect(self.settings_requested)
        self.presenter.connection_wanted.connect(self.connection_wanted)
        self.presenter.faq_requested.connect(self.faq_requested)
        self.presenter.settled.connect(self.settled)
        self.presenter.start()

    def commands(self, _query: str) -> list[Command]:
        """For the palette, also before the tab was visited."""
        always = dict.fromkeys(ALWAYS, "")
        possible = always if self.presenter is None else self.presenter.palette.possible()
        return speech_commands(possible, lambda name: partial(self._do, name))

    def _do(self, name: str) -> None:
        self.page_wanted.emit()
        if self.presenter is not None:
            self.presenter.palette.do(name)

    def connections_changed(self) -> None:
        if self.presenter is not None:
            self.presenter.connections_changed()

    def settings_changed(self) -> None:
        if self.presenter is not None:
            self.presenter.settings_changed()

    def language_changed(self) -> None:
        if self.presenter is not None:
            self.presenter.language_changed()

    def shutdown(self) -> None:
        if self.presenter is not None:
            self.presenter.shutdown()

    async def save_rest(self) -> None:
        if self.presenter is not None:
            await self.presenter.save_rest()
