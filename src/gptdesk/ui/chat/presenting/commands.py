"""What the command palette can do with chats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.chat.list.rows import shown_title

if TYPE_CHECKING:
    from gptdesk.domain.conversations import Conversation
    from gptdesk.ui.chat.composer import Composer
    from gptdesk.ui.chat.presenting.asking import Asker
    from gptdesk.ui.chat.presenting.choosing import Choice, ModelPresenter
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter
    from gptdesk.ui.chat.presenting.gestures import GesturePresenter
    from gptdesk.ui.chat.presenting.listing import ListPresenter
    from gptdesk.ui.chat.presenting.steps import StepPresenter
    from gptdesk.ui.shell.command import Command

translate = QCoreApplication.translate

RECENT = 5
MATCHES = 8
MODELS_FROM = 2
"""Letters after which single models are offered; before, they would drown the rest."""

Gestures = dict[str, Callable[[], object]]


class PaletteCommands:
    """Offers what makes sense with the chat that is open."""

    def __init__(
        self,
        composer: Composer,
        asker: Asker,
        listing: ListPresenter,
        conversation: ConversationPresenter,
        models: ModelPresenter,
        gestures: GesturePresenter,
        steps: StepPresenter,
    ) -> None:
        self._composer = composer
        self._asker = asker
        self._listing = listing
        self._conversation = conversation
        self._models = models
        self._gestures = gestures
        self._steps = steps

    def commands(self, query: str) -> list[Command]:
        return [
            *chat_commands(self._possible()),
            *recent_commands(query, self._listing.conversations, self._gestures.open),
            *model_commands(query, self._models.labels(), self._conversation.choose),
        ]

    def _possible(self) -> Gestures:
        possible: Gestures = {
            "new": self._gestures.new,
            "model": self._composer.choose_model,
        }
        attach = self._composer.attach
        if attach.isEnabled():  # only where the model can take one
            possible["attach"] = attach.files_wanted.emit
            possible["screen"] = partial(attach.screenshot_wanted.emit, True)
        if self._conversation.id:
            possible["find"] = self._gestures.find
            possible["copy"] = self._gestures.copy
        if self._asker.is_running(self._conversation.id):
            possible["stop"] = self._steps.stop
        return possible


def chat_commands(gestures: Gestures) -> list[Command]:
    """Those that do something now; `gestures` holds only what makes sense."""
    from gptdesk.ui.shell.command import DO, Command

    known = (
        ("new", translate("ChatCommand", "New chat"), "square-pen", "Ctrl+N"),
        ("stop", translate("ChatCommand", "Stop the answer"), "stop", "Esc"),
        ("find", translate("ChatCommand", "Find in this chat"), "search", "Ctrl+F"),
        ("copy", translate("ChatCommand", "Copy the whole chat"), "copy", ""),
        ("attach", translate("ChatCommand", "Attach pictures"), "paperclip", ""),
        ("screen", translate("ChatCommand", "Attach a part of the screen"), "image", ""),
        ("model", translate("ChatCommand", "Choose another model"), "cpu", ""),
    )
    return [
        Command(f"chat.{name}", DO, title, icon=icon, keys=keys, run=gestures[name])
        for name, title, icon, keys in known
        if name in gestures
    ]


def recent_commands(
    query: str, conversations: Sequence[Conversation], run: Callable[[str], object]
) -> list[Command]:
    """The newest chats, or those whose title holds what was typed."""
    from gptdesk.ui.shell.command import CHATS, Command

    wanted = query.casefold().strip()
    found = [c for c in conversations if wanted in c.title.casefold()]
    newest = sorted(found, key=lambda c: c.updated, reverse=True)[: MATCHES if wanted else RECENT]
    return [
        Command(
            f"chat.open.{c.id}",
            CHATS,
            shown_title(c.title),
            icon="message-circle",
            run=partial(run, c.id),
        )
        for c in newest
    ]


def model_commands(
    query: str, models: Sequence[tuple[Choice, str, str]], run: Callable[[Choice], object]
) -> list[Command]:
    from gptdesk.ui.shell.command import DO, Command

    wanted = query.casefold().strip()
    if len(wanted) < MODELS_FROM:
        return []
    title = translate("ChatCommand", "Answer with {model}")
    return [
        Command(
            f"chat.model.{choice[0]}.{choice[1]}",
            DO,
            title.format(model=label),
            icon="cpu",
            hint=name,
            run=partial(run, choice),
        )
        for choice, label, name in models
        if wanted in label.casefold()
    ]
