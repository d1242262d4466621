"""The models that can speak, under the names of their connections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.fields import Choice

translate = QCoreApplication.translate

CHOICE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class SpeechModels:
    """A connection and its models that speak; `note` stands where there are none (yet)."""

    connection_id: str
    name: str
    models: tuple[tuple[str, str], ...] = ()
    note: str = ""


class ModelChoice(Choice):
    """Connections as headings, their models below.

    Signals:
        picked: connection id and model.
        opened: somebody looks at the list.
    """

    picked = Signal(str, str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speech.model")
        self._shown: tuple[SpeechModels, ...] | None = None
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        super().showPopup()
        self.opened.emit()

    @property
    def current(self) -> tuple[str, str]:
        found = self.currentData(CHOICE)
        return (str(found[0]), str(found[1])) if found else ("", "")

    def set_models(self, groups: Sequence[SpeechModels], current: tuple[str, str]) -> None:
        """Offer these; `current` is shown as chosen, also where it is not among them."""
        if tuple(groups) != self._shown:
            self._shown = tuple(groups)
            model = QStandardItemModel(self)
            for group in groups:
                _add_group(model, group)
            if not groups:
                model.appendRow(QStandardItem(translate("Speech", "No model yet")))
            self.setModel(model)
        self.choose(current)

    def choose(self, current: tuple[str, str]) -> None:
        for row in range(self.count()):
            found = self.itemData(row, CHOICE)
            if found and tuple(found) == current:
                self.setCurrentIndex(row)
                return
        self.setCurrentIndex(-1 if self._shown else 0)

    def _on_activated(self, row: int) -> None:
        found = self.itemData(row, CHOICE)
        if found:
            self.picked.emit(found[0], found[1])


def _add_group(model: QStandardItemModel, group: SpeechModels) -> None:
    theme = Theme.current()
    heading = QStandardItem(group.name)
    heading.setFlags(Qt.ItemFlag.NoItemFlags)
    heading.setFont(theme.font("label"))
    heading.setForeground(theme.color("text-quiet"))
    model.appendRow(heading)
    for name, label in group.models:
        item = QStandardItem(label)
        item.setData((group.connection_id, name), CHOICE)
        model.appendRow(item)
    if group.note:
        note = QStandardItem(group.note)
        note.setFlags(Qt.ItemFlag.NoItemFlags)
        note.setFont(theme.font("secondary"))
        note.setForeground(theme.color("text-quiet"))
        model.appendRow(note)
