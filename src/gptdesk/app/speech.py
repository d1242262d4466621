"""Connects the Speech tab with the services and the shell."""

from __future__ import annotations

from collections.abc import Callable
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

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend


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
        return presenter
