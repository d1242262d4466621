"""Lets a lesson fill in a text to be spoken, and puts back what was there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from gptdesk.domain.filling import Undo, text_of

if TYPE_CHECKING:
    from gptdesk.domain.help_pages import Recipe
    from gptdesk.domain.speech import SpeechSettings
    from gptdesk.ui.speech.page import SpeechPage
    from gptdesk.ui.speech.presenting.choosing import VoicePresenter


class SpeechFilling:
    """Keeps the model; voice, manner and speed are those of the recipe where it has any."""

    def __init__(
        self, page: SpeechPage, voices: VoicePresenter, show_text: Callable[[str], None]
    ) -> None:
        self._page = page
        self._voices = voices
        self._show_text = show_text

    def fill(self, recipe: Recipe) -> Undo:
        fields, before = recipe.fields, self._voices.settings
        undo = partial(self._put_back, self._page.editor.content, before)
        speed = fields.get("speed", before.speed)
        wanted = replace(
            before,
            voice=text_of(fields, "voice") or before.voice,
            instructions=text_of(fields, "instructions"),
            speed=float(speed) if isinstance(speed, int | float) else before.speed,
        )
        self._voices.show(wanted)
        self._show_text(text_of(fields, "text"))
        self._page.show_panel(False)
        return undo

    def _put_back(self, text: str, settings: SpeechSettings) -> None:
        self._voices.show(settings)
        self._show_text(text)
