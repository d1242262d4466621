"""Lets a lesson open a page of Settings, and begin a connection there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gptdesk.domain.filling import Undo, text_of

if TYPE_CHECKING:
    from gptdesk.domain.help_pages import Recipe
    from gptdesk.ui.settings.presenter import SettingsPresenter


class SettingsFilling:
    """Nothing is stored before the person saves it; a connection that was begun is left alone."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        self._presenter = presenter

    def fill(self, recipe: Recipe) -> Undo | None:
        self._presenter.open(text_of(recipe.fields, "page"))
        preset = text_of(recipe.fields, "preset")
        connections = self._presenter.connections
        if preset and connections.add(preset):
            return connections.discard_new
        return None
