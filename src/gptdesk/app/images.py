"""Connects the Images tab with the services and the shell, once its page is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from gptdesk.domain.settings import Settings
from gptdesk.runtime.core import CoreThread

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend


class ImagesPresenting(Protocol):
    """What the presenter of the tab offers to the shell. Its signals are the wiring's."""

    settings_requested: SignalInstance
    connection_wanted: SignalInstance
    faq_requested: SignalInstance
    settled: SignalInstance

    def start(self) -> None: ...

    def connections_changed(self) -> None: ...

    def settings_changed(self) -> None: ...

    def language_changed(self) -> None: ...

    def shutdown(self) -> None: ...

    async def save_rest(self) -> None: ...


Maker = Callable[
    [QWidget, CoreThread, "Backend", Callable[[], Settings], QObject], ImagesPresenting
]
"""Builds the presenter for a page; `backend` has `images`, `gallery`, `usage` and the rest."""


class ImagesWiring(QObject):
    """Has a presenter as soon as the tab was visited; until then every call is nothing.

    Signals: as the presenter's.
    """

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    settled = Signal()

    def __init__(
        self,
        core: CoreThread,
        backend: Backend,
        settings: Callable[[], Settings],
        make: Maker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._backend = backend
        self._settings = settings
        self._make = make
        self.presenter: ImagesPresenting | None = None

    def build(self, page: QWidget) -> None:
        if self.presenter is not None:
            return
        presenter = self._make(page, self._core, self._backend, self._settings, self)
        presenter.settings_requested.connect(self.settings_requested)
        presenter.connection_wanted.connect(self.connection_wanted)
        presenter.faq_requested.connect(self.faq_requested)
        presenter.settled.connect(self.settled)
        self.presenter = presenter
        presenter.start()

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
