"""What narrows a table down: words, a service, and what the rows are to have."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.chips import Chip
from gptdesk.ui.widgets.fields import Choice, SearchField
from gptdesk.ui.widgets.flow import FlowRow

translate = QCoreApplication.translate

TYPING = 80
"""Milliseconds after the last letter."""
ICONS = {
    "talks": "message-circle",
    "sees": "eye",
    "makes": "image",
    "speaks": "volume-2",
    "listens": "mic",
    "mainland": "globe",
    "fits": "cpu",
    "sells": "wallet",
}


class Filters(QWidget):
    """Signals:
    changed: something else is asked for.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, Chip] = {}
        self._names: Mapping[str, str] = {}
        self._search = SearchField()
        self._search.setObjectName("learn.models.search")
        self._services = Choice()
        self._services.setObjectName("learn.models.service")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING)
        self._pause.timeout.connect(self.changed)
        self._row = FlowRow(self)
        self._row.addWidget(self._search)
        self._row.addWidget(self._services)
        self._search.textChanged.connect(self._on_typed)
        self._services.activated.connect(self._on_changed)
        Theme.current().changed.connect(self._measure)
        self._measure()
        self._retranslate()

    @property
    def query(self) -> str:
        return self._search.text()

    def tags(self) -> list[str]:
        """Those that a row must have."""
        chosen = [tag for tag, chip in self._chips.items() if chip.isChecked()]
        service = self._services.currentData()
        return [*chosen, f"service:{service}"] if service else chosen

    def offer(self, names: Mapping[str, str], services: Mapping[str, str]) -> None:
        """Other things to ask for; what is chosen stays chosen where it is still offered."""
        self._offer_services(services)
        if dict(names) == dict(self._names):
            return
        chosen = {tag for tag, chip in self._chips.items() if chip.isChecked()}
        for chip in self._chips.values():
            self._row.take(chip)
        self._names = dict(names)
        self._chips = {tag: self._chip(tag, name) for tag, name in names.items()}
        for tag, chip in self._chips.items():
            chip.setChecked(tag in chosen)
            chip.set_chosen(tag in chosen)
            self._row.addWidget(chip)

    def search_for(self, text: str) -> None:
        """Look for this at once, with nothing else asked for."""
        for chip in self._chips.values():
            chip.setChecked(False)
            chip.set_chosen(False)
        self._services.setCurrentIndex(0)
        self._search.setText(text)
        self._pause.stop()
        self.changed.emit()

    def focus_search(self) -> None:
        self._search.setFocus()

    def flush(self) -> None:
        """Do not wait for more letters."""
        if self._pause.isActive():
            self._pause.stop()
            self.changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed last is looked for at once when one comes back."""
        self.flush()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _chip(self, tag: str, name: str) -> Chip:
        chip = Chip(name, icon=ICONS.get(tag, ""))
        chip.setObjectName(f"learn.models.filter.{tag}")
        chip.setCheckable(True)
        chip.setAccessibleName(name)
        chip.toggled.connect(chip.set_chosen)
        chip.clicked.connect(self._on_changed)
        return chip

    def _offer_services(self, services: Mapping[str, str]) -> None:
        before = self._services.currentData()
        self._services.clear()
        self._services.addItem(translate("Explorer", "All services"), "")
        for service, title in services.items():
            self._services.addItem(title, service)
        self._services.setCurrentIndex(max(0, self._services.findData(before)))
        self._services.setVisible(bool(services))

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_changed(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _measure(self) -> None:
        self._search.setMinimumWidth(Theme.current().px(220))

    def _retranslate(self) -> None:
        text = translate("Explorer", "Search the table")
        self._search.setPlaceholderText(text)
        self._search.setAccessibleName(text)
        self._services.setAccessibleName(translate("Explorer", "Service"))
        if self._services.count():
            self._services.setItemText(0, translate("Explorer", "All services"))
