"""Lets a lesson fill in a question, and puts back what was there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gptdesk.domain.connections import ConnectionKind
from gptdesk.domain.filling import Undo, sample_file, text_of, texts_of

if TYPE_CHECKING:
    from gptdesk.domain.attachments import Attachment
    from gptdesk.domain.catalogue import ModelFacts
    from gptdesk.domain.help_pages import Recipe
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.attaching import AttachPresenter
    from gptdesk.ui.chat.presenting.choosing import Choice, ModelPresenter
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter


class ChatFilling:
    """A conversation that is open is left alone: the question goes into a new one."""

    def __init__(
        self,
        page: ChatPage,
        conversation: ConversationPresenter,
        models: ModelPresenter,
        attached: AttachPresenter,
    ) -> None:
        self._page = page
        self._conversation = conversation
        self._models = models
        self._attached = attached

    def fill(self, recipe: Recipe) -> Undo:
        conversation = self._conversation
        before, choice = conversation.id, conversation.choice
        text, attachments = self._page.composer.text(), self._attached.attachments()
        if conversation.current is not None:
            conversation.new()
        self._suggest_model(texts_of(recipe.fields, "needs"))
        instructions = text_of(recipe.fields, "instructions")
        prompt = text_of(recipe.fields, "prompt")
        wanted = "\n\n".join(part for part in (instructions, prompt) if part)
        conversation.put_draft(wanted)
        files = [sample_file(name) for name in texts_of(recipe.fields, "attach")]
        if files:
            self._attached.show(conversation.id, ())
            self._attached.add(files)
        if before:
            return partial(self._go_back, before)
        return partial(self._put_back, text, attachments, choice)

    def use_model(self, service: str, model: str) -> bool:
        """Choose a model of a service for the chat; False where no connection leads to it."""
        found = [choice for choice, _label, _group in self._models.labels() if choice[1] == model]
        for choice in found:
            connection = self._models.connection(choice[0])
            if connection is not None and connection.service == service:
                self._conversation.choose(choice)
                return True
        known = dict.fromkeys(choice[0] for choice, _label, _group in self._models.labels())
        for connection_id in known:
            connection = self._models.connection(connection_id)
            if connection is not None and connection.service == service:
                self._conversation.choose((connection_id, model))
                return True
        return False

    def _go_back(self, conversation_id: str) -> None:
        """What was sent meanwhile stays; what was only filled in goes."""
        if self._conversation.id != conversation_id:
            self._clear()
            self._conversation.open(conversation_id)

    def _put_back(self, text: str, attachments: tuple[Attachment, ...], choice: Choice) -> None:
        if self._page.transcript.rowCount():
            self._conversation.new()
        self._clear()
        if self._conversation.choice != choice:
            self._conversation.choose(choice)
        self._conversation.put_draft(text, attachments)

    def _clear(self) -> None:
        if not self._page.transcript.rowCount():
            if not self._attached.is_empty:
                self._attached.drop_all()
            self._conversation.put_draft("")

    def _suggest_model(self, needs: tuple[str, ...]) -> None:
        """Where the model of the chat cannot do it and another one can, that one."""
        if not needs or _can(self._models.facts(self._conversation.choice), needs):
            return
        able = [
            (facts, choice)
            for choice, _label, _group in self._models.labels()
            if _can(facts := self._known(choice), needs) and facts is not None
        ]
        able.sort(key=lambda found: not found[0].is_recommended)
        if able:
            self._conversation.choose(able[0][1])

    def _known(self, choice: Choice) -> ModelFacts | None:
        connection = self._models.connection(choice[0])
        if connection is None or connection.kind is ConnectionKind.OFFLINE:
            return None
        return self._models.facts(choice)


def _can(facts: ModelFacts | None, needs: tuple[str, ...]) -> bool:
    if facts is None:
        return False
    abilities = {*facts.takes, *facts.gives}
    if facts.efforts:
        abilities.add("reasoning")
    return set(needs) <= abilities
