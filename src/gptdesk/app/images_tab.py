"""Wires the Images tab: its presenter, the palette, and the way of a picture to the chat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gptdesk.app.images import ImagesWiring
from gptdesk.domain.settings import Settings
from gptdesk.runtime.core import CoreThread

if TYPE_CHECKING:
    from gptdesk.app.application import Application
    from gptdesk.app.backend import Backend
    from gptdesk.ui.chat.presenter import ChatPresenter
    from gptdesk.ui.images.presenter import ImagesPresenter


def images_tab(
    app: Application,
    core: CoreThread,
    backend: Backend,
    chat: ChatPresenter,
    save: Callable[[Settings], object],
    parent: QObject,
) -> ImagesWiring:
    """What the composition root keeps of the tab; built when the tab is first shown."""

    def send_to_chat(image: QImage) -> None:
        app.window.show_tab("chat")
        chat.attach_pictures([image])

    def make(
        page: QWidget,
        core: CoreThread,
        backend: Backend,
        settings: Callable[[], Settings],
        owner: QObject,
    ) -> ImagesPresenter:
        presenter = _presenter(page, core, backend, settings, owner)
        presenter.chat_requested.connect(send_to_chat)
        presenter.settings_chosen.connect(save)
        app.window.add_commands(presenter.commands)
        return presenter

    return ImagesWiring(core, backend, lambda: app.settings, make, parent)


def _presenter(
    page: QWidget,
    core: CoreThread,
    backend: Backend,
    settings: Callable[[], Settings],
    owner: QObject,
) -> ImagesPresenter:
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenter import ImageServices, ImagesPresenter

    services = ImageServices(backend.images, backend.gallery, backend.usage, backend.prompts)
    return ImagesPresenter(cast(ImagesPage, page), core, services, owner, settings=settings)
