"""What pictures cost: on the button, and in a sentence below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from gptdesk.domain.costs import FREE, Estimate
from gptdesk.domain.images import ImageOrder
from gptdesk.domain.settings import Settings
from gptdesk.ui.widgets.money import date_text, free_text, money_of, price_text, unknown_text

if TYPE_CHECKING:
    from gptdesk.domain.connections import Connection
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.images import ImageWork

translate = QCoreApplication.translate

PAUSE_MS = 120
"""Typing is not interrupted by counting."""


class ImagePrices(QObject):
    """Asks for the price of the order in front, once a moment after each change.

    Signals:
        changed: the estimate is another.
    """

    changed = Signal()

    def __init__(
        self, calls: Calls, work: ImageWork, settings: Callable[[], Settings], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._work = work
        self._settings = settings
        self._wanted: tuple[Connection, ImageOrder] | None = None
        self.estimate = Estimate()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)

    def look(self, connection: Connection | None, order: ImageOrder) -> None:
        """This is what the button would do now."""
        wanted = (connection, order) if connection is not None else None
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted is None:
            self._take(None, Estimate())
        else:
            self._timer.start()

    def words(self) -> tuple[str, str]:
        """For the button, and the sentence below it."""
        if self._wanted is None:
            return "", ""
        cost = self.estimate
        if cost == FREE:
            return free_text(), translate("Images", "Free, drawn on this computer")
        if not cost.is_known:
            return unknown_text(), translate("Images", "The price of this model is not known")
        price = price_text(cost, money_of(self._settings()))
        text = translate("Images", "Price of {date}")
        if cost.is_rough:
            text = translate("Images", "Roughly, price of {date}")
        return price, text.format(date=date_text(cost.as_of))

    def shutdown(self) -> None:
        self._timer.stop()

    def _ask(self) -> None:
        if self._wanted is not None:
            wanted = self._wanted
            self._calls.run(
                self._work.estimate(*wanted), partial(self._take, wanted), self._on_failed
            )

    def _take(self, asked: object, estimate: Estimate) -> None:
        if asked is not None and asked is not self._wanted:
            return
        if estimate != self.estimate or asked is None:
            self.estimate = estimate
            self.changed.emit()

    def _on_failed(self, _problem: Problem) -> None:
        self._take(None, Estimate())
