"""Offline pack: what is installed, which model answers, and how long it stays in memory."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.packs import EngineState, PackState, PackStatus
from gptdesk.ui.settings.amounts import size_text
from gptdesk.ui.settings.area import Hairline
from gptdesk.ui.settings.form_row import FormRow
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.pack_card import PackCard
from gptdesk.ui.settings.pack_words import engine_text
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.widgets.fields import Choice, Segments
from gptdesk.ui.widgets.languages import in_language

translate = QCoreApplication.translate

IDLE_MINUTES = (5, 10, 30, 0)


class OfflineView(SectionPage):
    """Signals:
    card_added: a card, so that someone listens to it; its pack and the card.
    model_chosen: the id of the pack that new chats use.
    idle_chosen: the minutes the engine stays in memory unused, 0 for always.
    """

    card_added = Signal(str, QWidget)
    model_chosen = Signal(str)
    idle_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statuses: list[PackStatus] = []
        self._cards: dict[str, PackCard] = {}
        self._free: int | None = None
        self._engine = EngineState.STOPPED
        self._model_id = ""
        self._engine_hint = Hint()
        self._free_hint = Hint()
        self._packs = QVBoxLayout()
        self._packs.setSpacing(24)
        self._model = Choice()
        self._model.setObjectName("settings.pack_model")
        self._model.activated.connect(self._on_model)
        self._model_row = FormRow(self._model)
        self._idle = Segments()
        self._idle.setObjectName("settings.idle")
        self._idle.chosen.connect(lambda minutes: self.idle_chosen.emit(int(minutes)))
        self._idle_row = FormRow(self._idle)
        self._idle_row.add_hint(self._engine_hint)
        self.column.addLayout(self._packs)
        self.column.addWidget(self._free_hint)
        self.column.addWidget(Hairline())
        self.column.addWidget(self._model_row)
        self.column.addWidget(self._idle_row)
        self._retranslate()

    # Values in

    def show_statuses(self, statuses: Sequence[PackStatus]) -> None:
        """Every pack with how far it is, in their order."""
        self._statuses = list(statuses)
        for status in statuses:
            if status.pack.id in self._cards:
                self._cards[status.pack.id].show_status(status)
            else:
                self._add_card(status)
        self._drop_cards({status.pack.id for status in statuses})
        self._show_models()

    def card(self, pack_id: str) -> PackCard | None:
        return self._cards.get(pack_id)

    def show_free_space(self, free: int) -> None:
        self._free = free
        self._show_free()

    def show_engine(self, state: EngineState) -> None:
        self._engine = state
        self._engine_hint.show_hint(engine_text(state), icon="cpu")

    def show_model(self, pack_id: str) -> None:
        self._model_id = pack_id
        self._show_models()

    def show_idle(self, minutes: int) -> None:
        self._idle.choose(str(minutes))

    # How it is made

    def _add_card(self, status: PackStatus) -> None:
        card = PackCard(status)
        self._cards[status.pack.id] = card
        self._packs.addWidget(card)
        self.card_added.emit(status.pack.id, card)

    def _drop_cards(self, kept: set[str]) -> None:
        for pack_id in self._cards.keys() - kept:
            card = self._cards.pop(pack_id)
            self._packs.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _on_model(self) -> None:
        self.model_chosen.emit(self._model.currentData())

    def _show_models(self) -> None:
        ready = [s.pack for s in self._statuses if s.state is PackState.READY]
        for_chat = [pack for pack in ready if pack.task == "chat"]
        self._model.clear()
        for pack in for_chat:
            self._model.addItem(in_language(pack.title), pack.id)
        self._model.setCurrentIndex(max(0, self._model.findData(self._model_id)))
        self._model_row.setVisible(bool(for_chat))
        self._idle_row.setVisible(bool(ready))

    def _show_free(self) -> None:
        if self._free is not None:
            text = translate("Settings", "{size} are free on the disk.")
            self._free_hint.show_hint(text.format(size=size_text(self._free)), icon="hard-drive")

    def _retranslate(self) -> None:
        self.set_heading(
            translate("Settings", "Offline pack"),
            translate(
                "Settings",
                "Models that answer on this computer: without a key, without internet, free of"
                " charge.",
            ),
        )
        self._model_row.set_label(translate("Settings", "Model of new chats"))
        self._idle_row.set_label(translate("Settings", "Keep in memory"))
        self._idle.set_options([(str(minutes), _idle_words(minutes)) for minutes in IDLE_MINUTES])
        self.show_engine(self._engine)
        self._show_free()
        self._show_models()


def _idle_words(minutes: int) -> str:
    if minutes == 0:
        return translate("Settings", "Always")
    return translate("Settings", "%n minute(s)", None, minutes)
