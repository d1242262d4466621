"""The settings of the answers of the open conversation, and what its model takes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gptdesk.ui.chat.options.values import taken_by

if TYPE_CHECKING:
    from gptdesk.domain.options import ChatOptions
    from gptdesk.ui.chat.composer import Composer
    from gptdesk.ui.chat.presenting.choosing import ModelPresenter
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter


class TuningPresenter(QObject):
    """Fills the pop-over when it opens, and keeps what was moved when it closes."""

    def __init__(
        self,
        composer: Composer,
        conversation: ConversationPresenter,
        models: ModelPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._composer = composer
        self._conversation = conversation
        self._models = models
        composer.options_requested.connect(self._on_requested)
        composer.options_changed.connect(self._on_changed)
        conversation.changed.connect(self._show_state)

    def _on_requested(self) -> None:
        facts = self._models.facts(self._conversation.choice)
        self._composer.popovers.options.set_options(self._conversation.options, taken_by(facts))

    def _on_changed(self, options: ChatOptions) -> None:
        self._conversation.set_options(options)

    def _show_state(self) -> None:
        self._composer.set_tuned(not self._conversation.options.is_default)
