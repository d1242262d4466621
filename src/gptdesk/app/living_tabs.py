"""The tabs that get their presenter when they are first visited, each with what it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from gptdesk.app.images import ImagesWiring
from gptdesk.app.speech import SpeechWiring
from gptdesk.app.tab_wirings import TabWiring, TabWirings
from gptdesk.app.transcription_tab import TranscriptionWiring
from gptdesk.domain.settings import Settings
from gptdesk.runtime.core import CoreThread
from gptdesk.storage.paths import Paths
from gptdesk.ui.chat.presenter import ChatPresenter
from gptdesk.ui.sound.devices import Devices

if TYPE_CHECKING:
    from gptdesk.app.application import Application
    from gptdesk.app.backend import Backend


def living_tabs(
    app: Application,
    core: CoreThread,
    backend: Backend,
    chat: ChatPresenter,
    devices: Devices,
    paths: Paths,
    save: Callable[[Settings], object],
    more: Sequence[TabWiring],
    parent: QObject,
) -> TabWirings:
    """All of them, and `more`; `save` keeps settings that are chosen within a tab."""

    def settings() -> Settings:
        return app.settings

    def remember_microphone(name: str) -> None:
        app.remember(microphone=name)

    def send_to_chat(image: QImage) -> None:
        app.window.show_tab("chat")
        chat.attach_pictures([image])

    wirings = [
        *more,
        ImagesWiring(core, backend, settings, save, send_to_chat, parent),
        SpeechWiring(core, backend, devices, settings, parent),
        TranscriptionWiring(
            core,
            backend,
            devices,
            settings,
            paths.cache / "outlines",
            parent,
            remember=remember_microphone,
        ),
    ]
    return TabWirings(wirings, parent)
