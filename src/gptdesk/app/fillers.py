"""Who fills in which tab for a *Try it*. A tab that is not named here gets no such buttons.

`models`, `tokenizer` and `embeddings` are the views beside the lessons.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gptdesk.app.help_tabs import HelpTabs
from gptdesk.app.images import ImagesWiring
from gptdesk.app.learn_views import LearnViews
from gptdesk.app.trying import Fillers
from gptdesk.ui.settings.filling import SettingsFilling
from gptdesk.ui.speech.presenter import SpeechPresenter
from gptdesk.ui.transcription.filling import TranscriptionFilling
from gptdesk.ui.transcription.presenter import TranscriptionPresenter

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend
    from gptdesk.app.presenters import Presenters
    from gptdesk.domain.filling import TabFiller
    from gptdesk.domain.settings import Settings
    from gptdesk.runtime.core import CoreThread
    from gptdesk.ui.shell.window import MainWindow


def help_tabs(
    presenters: Presenters,
    window: MainWindow,
    core: CoreThread,
    backend: Backend,
    settings: Callable[[], Settings],
) -> HelpTabs:
    """Learn and FAQ, with all that a lesson can fill in, and what stands beside the lessons."""
    made = HelpTabs(window, core, backend, fillers(presenters), presenters)
    views = LearnViews(core, backend, settings, lambda: presenters.chat.filling, presenters)
    views.tab_wanted.connect(window.show_tab)
    made.learn.views = views
    return made


def fillers(presenters: Presenters) -> Fillers:
    """Asked only once the tab's page is there."""

    def images() -> TabFiller | None:
        found = presenters.tabs.of("images")
        return found.filling if isinstance(found, ImagesWiring) else None

    def speech() -> TabFiller | None:
        found = presenters.tabs.of("speech").presenter
        return found.filling if isinstance(found, SpeechPresenter) else None

    def transcription() -> TabFiller | None:
        found = presenters.tabs.of("transcription").presenter
        return TranscriptionFilling(found) if isinstance(found, TranscriptionPresenter) else None

    def settings() -> TabFiller | None:
        found = presenters.settings
        return SettingsFilling(found) if found is not None else None

    return {
        "chat": lambda: presenters.chat.filling,
        "images": images,
        "speech": speech,
        "transcription": transcription,
        "settings": settings,
        "models": lambda: presenters.help.learn.filler("models"),
        "tokenizer": lambda: presenters.help.learn.filler("tokenizer"),
        "embeddings": lambda: presenters.help.learn.filler("embeddings"),
    }
