"""The tabs in the order of the rail. A new tab needs a line here and nothing in the shell."""

from __future__ import annotations

from gptdesk.ui.chat import tab as chat
from gptdesk.ui.faq import tab as faq
from gptdesk.ui.images import tab as images
from gptdesk.ui.learn import tab as learn
from gptdesk.ui.settings import tab as settings
from gptdesk.ui.shell.tabs import Tab
from gptdesk.ui.speech import tab as speech
from gptdesk.ui.transcription import tab as transcription


def tabs() -> tuple[Tab, ...]:
    modules = (chat, images, speech, transcription, learn, faq, settings)
    return tuple(module.tab() for module in modules)
