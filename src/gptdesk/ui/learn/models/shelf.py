"""Makes the explorer's tables when they are first looked at, and again when what they show is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.computer import Computer
from gptdesk.ui.learn.models.model_rows import Shown, model_table
from gptdesk.ui.learn.models.table import Table

if TYPE_CHECKING:
    from gptdesk.domain.graphics_cards import Cards
    from gptdesk.domain.open_models import OpenModels

translate = QCoreApplication.translate

HOME = ("open", "cards")
"""The tables that tell what runs on one's own computer."""


class Shelf:
    """Keeps what was made until `forget`."""

    def __init__(
        self,
        open_models: Callable[[], OpenModels],
        cards: Callable[[], Cards],
    ) -> None:
        self._open_models, self._cards = open_models, cards
        self._made: dict[str, Table] = {}
        self.shown: Shown | None = None
        self.computer: Computer | None = None

    def names(self) -> list[tuple[str, str]]:
        return [
            ("models", translate("Explorer", "Models")),
            ("prices", translate("Explorer", "Prices")),
            ("retirements", translate("Explorer", "Switched off")),
            ("services", translate("Explorer", "Services")),
            ("open", translate("Explorer", "Open models")),
            ("cards", translate("Explorer", "Graphics cards")),
        ]

    def cards(self) -> Cards:
        return self._cards()

    def forget(self) -> None:
        self._made.clear()

    def table(self, name: str) -> Table:
        if name not in self._made:
            self._made[name] = self._new(name)
        return self._made[name]

    def _new(self, name: str) -> Table:
        assert self.shown is not None
        if name in HOME:
            return self._home(name)
        # Only what is looked at is loaded and made
        from gptdesk.ui.learn.models.end_rows import end_table
        from gptdesk.ui.learn.models.price_rows import price_table
        from gptdesk.ui.learn.models.service_rows import service_table

        makers = {
            "models": model_table,
            "prices": price_table,
            "retirements": end_table,
            "services": service_table,
        }
        return makers[name](self.shown)

    def _home(self, name: str) -> Table:
        from gptdesk.ui.learn.models.card_rows import card_table
        from gptdesk.ui.learn.models.open_rows import open_table

        computer = self.computer or Computer()
        if name == "open":
            return open_table(self._open_models(), computer, self._cards())
        return card_table(self._cards(), computer)
