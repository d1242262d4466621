"""Says before anything is sent that the model of a chat is no longer served where it is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from gptdesk.ui.widgets.dates import day_text

if TYPE_CHECKING:
    from gptdesk.domain.catalogue import ModelFacts
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.choosing import ModelPresenter
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter

translate = QCoreApplication.translate


class RetirementPresenter(QObject):
    """One line above the composer with one step: the successor. Sending stays possible."""

    def __init__(
        self,
        page: ChatPage,
        conversation: ConversationPresenter,
        models: ModelPresenter,
        parent: QObject,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._conversation = conversation
        self._models = models
        self._today = today
        conversation.changed.connect(self.show)
        models.loaded.connect(self.show)
        models.facts_changed.connect(self.show)
        page.retirement.pressed.connect(self._on_pressed)

    def show(self) -> None:
        facts = self._retired()
        if facts is None or facts.shutdown is None:
            self._page.retirement.say("")
            return
        text = translate(
            "ChatModels", "{connection} switched {model} off on {date}. You can still try it."
        ).format(
            connection=self._models.name(self._conversation.choice[0]),
            model=facts.name,
            date=day_text(facts.shutdown),
        )
        if facts.successor:
            link = translate("ChatModels", "Use {successor}").format(successor=facts.successor)
        else:
            link = translate("ChatModels", "Choose another model")
        self._page.retirement.say(text, link=link, moving=False, icon="triangle-alert")

    def _retired(self) -> ModelFacts | None:
        facts = self._models.facts(self._conversation.choice)
        return facts if facts is not None and facts.is_retired(self._today()) else None

    def _on_pressed(self) -> None:
        facts = self._retired()
        if facts is None or not facts.successor:
            self._page.composer.choose_model()
        else:
            self._conversation.choose((self._conversation.choice[0], facts.successor))
            self._page.focus_editor()
