"""Connects the Chat page with the services; the parts are in `presenting`."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.runtime.calls import Calls
from gptdesk.ui.chat.filling import ChatFilling
from gptdesk.ui.chat.presenting.answering import AnswerPresenter
from gptdesk.ui.chat.presenting.asking import Asker
from gptdesk.ui.chat.presenting.attaching import AttachPresenter
from gptdesk.ui.chat.presenting.choosing import ModelPresenter
from gptdesk.ui.chat.presenting.commands import PaletteCommands
from gptdesk.ui.chat.presenting.conversation import ConversationPresenter
from gptdesk.ui.chat.presenting.face import Face
from gptdesk.ui.chat.presenting.gestures import GesturePresenter
from gptdesk.ui.chat.presenting.heading import HeadPresenter
from gptdesk.ui.chat.presenting.listing import ListPresenter
from gptdesk.ui.chat.presenting.money import MoneyPresenter
from gptdesk.ui.chat.presenting.packdoor import PackDoorPresenter
from gptdesk.ui.chat.presenting.retiring import RetirementPresenter
from gptdesk.ui.chat.presenting.showing import PictureShower
from gptdesk.ui.chat.presenting.sight import FactsOf, SightFinder, nothing_known
from gptdesk.ui.chat.presenting.steps import StepPresenter
from gptdesk.ui.chat.presenting.tuning import TuningPresenter
from gptdesk.ui.chat.presenting.ways_in import PictureWays
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_notice import show_problem

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.domain.settings import Settings
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.chat import ChatService
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.conversations import ConversationService
    from gptdesk.services.models import ModelService
    from gptdesk.services.packs import PackService
    from gptdesk.services.pictures import PictureService
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.pricing import ChatMoney
    from gptdesk.ui.shell.command import Command


class ChatPresenter(QObject):
    """Starts and ends the parts, and connects them. `money` knows what chatting costs.

    Signals:
        settings_requested: section ("connections", "offline", "backup", "storage", "costs") and
            connection id, "limit" or "".
        connection_wanted: the person has a key and wants to give it.
        faq_requested: id of an FAQ entry, such as "error.key-refused".
        connection_state_changed: "none", "ok" or "warn", and words for the status line.
        conversation_opened: its id, or "" for a new chat; worth remembering for the next start.
        model_chosen: connection id and model, worth remembering for new chats.
        connections_altered: the offline pack was installed here; others may want to look again.
        settled: conversation id; an answer is over, and something new is worth a backup.
    """

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    connection_state_changed = Signal(str, str)
    conversation_opened = Signal(str)
    model_chosen = Signal(str, str)
    connections_altered = Signal()
    settled = Signal(str)

    def __init__(
        self,
        page: ChatPage,
        core: CoreThread,
        conversations: ConversationService,
        chat: ChatService,
        connections: ConnectionService,
        models: ModelService,
        packs: PackService,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
        *,
        money: ChatMoney | None = None,
        pictures: PictureService | None = None,
        facts: FactsOf = nothing_known,
        today: Callable[[], date] = date.today,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._settings = settings
        self._calls = Calls(core, self)
        self._asker = Asker(core, chat, self, clock)
        self._listing = ListPresenter(page.side, self._calls, conversations, self, today)
        self._models = ModelPresenter(
            page.composer, self._calls, connections, models, packs, settings, self
        )
        self._face = Face(page, self._models)
        self._attached = AttachPresenter(page, self._calls, pictures, self)
        self.attach_pictures = self._attached.add  # for pictures from other tabs
        self._answers = AnswerPresenter(page, self._asker, self._calls, conversations, self)
        self._conversation = ConversationPresenter(
            page,
            self._calls,
            conversations,
            self._asker,
            self._answers,
            self._models,
            self._listing,
            self._attached,
            self,
        )
        self._shower = PictureShower(page, self._calls, pictures, self._attached, self)
        self._ways = PictureWays(
            page,
            self._attached,
            self._conversation,
            self._models,
            SightFinder(self._models, facts),
            self,
        )
        self._steps = StepPresenter(
            page,
            self._calls,
            conversations,
            self._asker,
            self._answers,
            self._conversation,
            self._models,
            self,
        )
        self._gestures = GesturePresenter(
            page, self._listing, self._conversation, self._steps, self
        )
        self._head = HeadPresenter(page, self._asker, self._conversation, self._models, self)
        self._retirement = RetirementPresenter(page, self._conversation, self._models, self)
        self._tuning = TuningPresenter(page.composer, self._conversation, self._models, self)
        self.money = MoneyPresenter(
            page,
            self._calls,
            self._asker,
            self._conversation,
            self._models,
            self._attached,
            money,
            settings, self,
        )  # fmt: skip
        self._steps.may_ask = self.money.may_ask
        self._door = PackDoorPresenter(page.doors, self._calls, packs, self)
        self._palette = PaletteCommands(
            page.composer,
            self._asker,
            self._listing,
            self._conversation,
            self._models,
            self._gestures,
            self._steps,
        )
        self.filling = ChatFilling(page, self._conversation, self._models, self._attached)
        self._is_started = False
        self._connect_parts()
        self._connect_page()

    # For the app

    def start(self) -> None:
        """Load what is to be seen, and the conversation that was open last."""
        self._page.composer.set_send_with_enter(self._settings().send_with_enter)
        self._listing.refresh()
        self._models.load()
        self._door.load()
        self.money.load()

    def connections_changed(self) -> None:
        """A connection was added, changed or removed, or a pack was."""
        self._models.load()
        self._door.load()

    def settings_changed(self) -> None:
        self._page.composer.set_send_with_enter(self._settings().send_with_enter)
        self.money.show()

    def language_changed(self) -> None:
        """Words that were made here, from values, are made again."""
        self._listing.show()
        self._head.show()
        self._retirement.show()
        self._answers.show_trouble()
        self.money.show()

    def reload(self) -> None:
        """Everything that is stored may be different: a backup was restored."""
        self._asker.stop_all()
        self._conversation.start_over()
        self._listing.refresh()
        self.money.load()
        self.connections_changed()

    def open(self, conversation_id: str) -> None:
        self._listing.refresh()  # another tab may have made it just now
        self._conversation.open(conversation_id)

    def commands(self, query: str) -> list[Command]:
        """What the palette offers."""
        return self._palette.commands(query)

    def shutdown(self) -> None:
        """Stop timers and operations; afterwards let the core run `save_rest` last."""
        self.money.shutdown()
        self._ways.shutdown()
        self._conversation.shutdown()
        self._answers.shutdown()
        self._listing.shutdown()
        self._asker.stop_all()
        self._calls.shutdown()
        self._page.shutdown()

    async def save_rest(self) -> str:
        """Keep what was typed in the last moment: `core.stop(last=presenter.save_rest())`.

        Gives the id of the conversation in which it waits, or "".
        """
        kept_in = await self._conversation.save_rest()
        await self._attached.save_rest(kept_in)
        return kept_in

    # Wiring

    def _connect_parts(self) -> None:
        self._calls.failed.connect(self._on_failed)
        self._asker.changed.connect(self._on_running_changed)
        self._asker.ended.connect(self.settled)  # whether it was cancelled does not matter
        self._answers.grew.connect(self._face.show)
        self._conversation.opened.connect(self._on_opened)
        self._listing.deleted.connect(self._conversation.forget)
        self._listing.changed.connect(self._on_listing_changed)
        self._models.loaded.connect(self._on_models_loaded)
        self._models.chosen.connect(self._on_model_chosen)
        self._door.installed.connect(self._on_installed)
        self._head.state_changed.connect(self.connection_state_changed)
        self.money.passed.connect(self._conversation.send)
        self.money.limit_requested.connect(partial(self.settings_requested.emit, "costs", "limit"))
        self._steps.settings_requested.connect(self.settings_requested)
        self._steps.faq_requested.connect(self.faq_requested)

    def _connect_page(self) -> None:
        page = self._page
        self._ways.submitted.connect(self.money.send)
        page.composer.stop_requested.connect(self._steps.stop)
        page.composer.setup_requested.connect(
            partial(self.settings_requested.emit, "connections", "")
        )
        page.doors.key_requested.connect(self.connection_wanted)
        page.doors.faq_requested.connect(self.faq_requested)
        page.notice.faq_requested.connect(self.faq_requested)
        page.view.faq_requested.connect(self.faq_requested)

    # What happens

    def _on_models_loaded(self) -> None:
        self._face.show()
        if not self._is_started:
            self._is_started = True
            if self._page.isVisible() and self._page.window().focusWidget() is None:
                self._page.focus_editor()
            last = self._settings().last_conversation
            if last and not self._page.composer.text().strip():
                self._conversation.open_if_there(last)

    def _on_model_chosen(self, connection_id: str, model: str) -> None:
        self._conversation.choose((connection_id, model))
        self.model_chosen.emit(connection_id, model)
        self._page.focus_editor()

    def _on_installed(self) -> None:
        self._models.load()
        self.connections_altered.emit()
        self._page.focus_editor()

    def _on_opened(self, conversation_id: str) -> None:
        self._page.link.dismiss()
        self._page.notice.dismiss()
        self._page.find_bar.close_bar()
        self._face.show()
        self.conversation_opened.emit(conversation_id)

    def _on_listing_changed(self) -> None:
        if (known := self._listing.find(self._conversation.id)) is not None:
            self._conversation.take_over(known)

    def _on_running_changed(self) -> None:
        self._listing.set_answering(self._asker.running)

    def _on_failed(self, problem: Problem) -> None:
        """Something that belongs to no message: it is said above the composer."""
        show_problem(self._page.notice, problem, without=(ActionId.RETRY, ActionId.CONTINUE))
