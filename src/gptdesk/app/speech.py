"""Connects the Speech tab with the services and the shell."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gptdesk.app.tab_wirings import TabPresenter, TabWiring
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


class SpeechWiring(TabWiring):
    """Signals: as every TabWiring's."""

    tab = "speech"

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
        self._own: SpeechPresenter | None = None

    def make(self, page: QWidget) -> TabPresenter:
        backend = self._backend
        presenter = SpeechPresenter(
            cast(SpeechPage, page),
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
        presenter.settings_requested.connect(self.settings_requested)
        presenter.connection_wanted.connect(self.connection_wanted)
        presenter.faq_requested.connect(self.faq_requested)
        presenter.settled.connect(self.settled)
        self._own = presenter
        return presenter

    def commands(self, _query: str) -> list[Command]:
        """For the palette, also before the tab was visited."""
        always = dict.fromkeys(ALWAYS, "")
        possible = always if self._own is None else self._own.palette.possible()
        return speech_commands(possible, lambda name: partial(self._do, name))

    def _do(self, name: str) -> None:
        self.page_wanted.emit(self.tab)
        if self._own is not None:
            self._own.palette.do(name)
