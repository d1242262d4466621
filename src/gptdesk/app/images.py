"""Connects the Images tab with the services, the chat and the shell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gptdesk.app.tab_wirings import TabPresenter, TabWiring
from gptdesk.domain.settings import Settings
from gptdesk.runtime.core import CoreThread

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend
    from gptdesk.domain.filling import TabFiller
    from gptdesk.ui.images.presenter import ImagesPresenter
    from gptdesk.ui.shell.command import Command


class ImagesWiring(TabWiring):
    """`save` keeps settings that were chosen in the tab, `send` hands a picture to the chat.

    Signals: as every TabWiring's.
    """

    tab = "images"

    def __init__(
        self,
        core: CoreThread,
        backend: Backend,
        settings: Callable[[], Settings],
        save: Callable[[Settings], object],
        send: Callable[[QImage], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._backend = backend
        self._settings = settings
        self._save = save
        self._send = send
        self._own: ImagesPresenter | None = None

    def make(self, page: QWidget) -> TabPresenter:
        from gptdesk.ui.images.page import ImagesPage
        from gptdesk.ui.images.presenter import ImageServices, ImagesPresenter

        backend = self._backend
        services = ImageServices(backend.images, backend.gallery, backend.usage, backend.prompts)
        presenter = ImagesPresenter(
            cast(ImagesPage, page), self._core, services, self, settings=self._settings
        )
        presenter.settings_requested.connect(self.settings_requested)
        presenter.connection_wanted.connect(self.connection_wanted)
        presenter.faq_requested.connect(self.faq_requested)
        presenter.settled.connect(self.settled)
        presenter.chat_requested.connect(self._send)
        presenter.settings_chosen.connect(self._save)
        self._own = presenter
        return presenter

    @property
    def filling(self) -> TabFiller | None:
        """Lets lessons fill the tab in, once its page is there."""
        return None if self._own is None else self._own.filling

    def commands(self, query: str) -> list[Command]:
        return [] if self._own is None else self._own.commands(query)
