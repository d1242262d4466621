"""What sending will cost, on the button while a message is typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from gptdesk.domain.connections import ConnectionKind
from gptdesk.domain.costs import FREE
from gptdesk.domain.tokens import sizes
from gptdesk.ui.widgets.money import date_text, free_text, money_of, price_text, unknown_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from gptdesk.domain.costs import Estimate
    from gptdesk.domain.problems import Problem
    from gptdesk.domain.settings import Settings
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.estimating import EstimateService
    from gptdesk.services.usage import UsageService
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.asking import Asker
    from gptdesk.ui.chat.presenting.attaching import AttachPresenter
    from gptdesk.ui.chat.presenting.choosing import ModelPresenter
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter

translate = QCoreApplication.translate

QUIET_MS = 250


@dataclass(frozen=True, slots=True)
class ChatMoney:
    """The services that know what chatting costs and has cost."""

    estimates: EstimateService
    usage: UsageService


class PricePresenter(QObject):
    """Asks for an estimate when text or pictures change; the core thread counts."""

    def __init__(
        self,
        page: ChatPage,
        calls: Calls,
        asker: Asker,
        conversation: ConversationPresenter,
        models: ModelPresenter,
        attached: AttachPresenter,
        money: ChatMoney | None,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._conversation = conversation
        self._models = models
        self._attached = attached
        self._money = money
        self._settings = settings
        self._estimate: Estimate | None = None
        self._place = ("", "", "")
        self._asked = 0
        self._is_closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.ask)
        page.composer.contents_changed.connect(self._ask_soon)
        conversation.changed.connect(self._on_changed)
        models.loaded.connect(self._on_changed)
        asker.ended.connect(self._on_ended)

    @property
    def estimate(self) -> Estimate | None:
        """The newest one, if there is any for the model that is chosen."""
        return self._estimate

    @property
    def is_free(self) -> bool:
        """Whether the model that is chosen costs nothing, as far as is known."""
        connection = self._models.connection(self._conversation.choice[0])
        is_offline = connection is not None and connection.kind is ConnectionKind.OFFLINE
        return is_offline or (self._estimate is not None and self._estimate.is_free)

    def shutdown(self) -> None:
        self._is_closed = True
        self._timer.stop()

    def show(self) -> None:
        """Words were made here from values: make them again."""
        connection = self._models.connection(self._conversation.choice[0])
        composer = self._page.composer
        if connection is None:
            composer.set_cost("")
        elif connection.kind is ConnectionKind.OFFLINE:
            composer.set_cost(translate("Composer", "Free, on this computer"), free_text())
        elif self._money is None:
            composer.set_cost(translate("Composer", "Price not known yet"))
        elif self._estimate is None:
            composer.set_cost("")
        else:
            composer.set_cost(*self._words(self._estimate))

    def ask(self) -> None:
        """Estimate what would be sent now."""
        from gptdesk.services.estimating import Draft

        self._timer.stop()
        connection = self._models.connection(self._conversation.choice[0])
        if self._money is None or connection is None:
            return
        self._asked += 1
        model = self._conversation.choice[1] or connection.model
        text = self._page.composer.text().strip()
        pictures = sizes(self._attached.attachments())
        draft = Draft(connection, model, text, self._conversation.id, pictures)
        self._calls.run(
            self._money.estimates.chat(draft),
            partial(self._on_estimated, self._asked),
            self._on_failed,
        )

    def _words(self, estimate: Estimate) -> tuple[str, str]:
        """What stands beside the model, and on the button."""
        if estimate == FREE:
            return translate("Composer", "Free, on this computer"), free_text()
        if not estimate.is_known:
            return translate("Composer", "The price of this model is not known"), unknown_text()
        label = translate("Composer", "Price of {date}")
        if estimate.is_rough:
            label = translate("Composer", "Roughly, price of {date}")
        is_empty = not self._page.composer.text().strip() and not self._attached.attachments()
        price = "" if is_empty else price_text(estimate, money_of(self._settings()))
        return label.format(date=date_text(estimate.as_of)), price

    def _ask_soon(self) -> None:
        """While somebody types or adds pictures, a few times a second and not at each key."""
        if self._money is not None and not self._is_closed and not self._timer.isActive():
            self._timer.start()

    def _on_changed(self) -> None:
        place = (*self._conversation.choice, self._conversation.id)
        if place[:2] != self._place[:2]:
            self._estimate = None  # of another model
        if place != self._place or self._estimate is None:
            self._place = place
            self.ask()
        self.show()

    def _on_ended(self, _conversation_id: str, _was_cancelled: bool) -> None:
        self._ask_soon()

    def _on_estimated(self, number: int, estimate: Estimate) -> None:
        if number == self._asked:
            self._estimate = estimate
            self.show()

    def _on_failed(self, _problem: Problem) -> None:
        """A disk that fails is told elsewhere; here the price is only not known."""
        self._estimate = None
        self.show()
