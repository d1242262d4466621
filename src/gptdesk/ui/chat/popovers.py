"""What opens above the composer; each is made when somebody first wants to see it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gptdesk.ui.chat.composer import Composer
    from gptdesk.ui.chat.options.popup import OptionsPopup
    from gptdesk.ui.widgets.modelpicker.picker import ModelPicker


class Popovers:
    """The composer hands on what is chosen in them."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer

    @cached_property
    def models(self) -> ModelPicker:
        from gptdesk.ui.widgets.modelpicker.picker import ModelPicker

        picker = ModelPicker(self._composer)
        picker.chosen.connect(self._composer.model_chosen)
        picker.setup_requested.connect(self._composer.setup_requested)
        picker.override_saved.connect(self._composer.override_saved)
        return picker

    @cached_property
    def options(self) -> OptionsPopup:
        from gptdesk.ui.chat.options.popup import OptionsPopup

        popup = OptionsPopup(self._composer)
        popup.changed.connect(self._composer.options_changed)
        return popup
