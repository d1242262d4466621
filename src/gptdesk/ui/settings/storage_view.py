"""Storage: where everything is, and how much room it takes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.ui.settings.amounts import size_text
from gptdesk.ui.settings.facts import Facts
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.settings.values import Places
from gptdesk.ui.widgets.buttons import Button

translate = QCoreApplication.translate


class StorageView(SectionPage):
    """Signals:
    folder_requested: show the folder in the file manager.
    """

    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: Places | None = None
        self._sizes: Mapping[str, int] = {}
        self._free: int | None = None
        self._facts = Facts()
        self._open = Button(kind="line", icon="folder-open")
        self._open.setObjectName("settings.folder")
        self._open.clicked.connect(self.folder_requested)
        self._free_hint = Hint()
        self._keys = Hint()
        for widget in (self._facts, self._open, self._free_hint, self._keys):
            self.column.addWidget(widget)
        self._retranslate()

    def show_places(self, places: Places) -> None:
        self._places = places
        self._retranslate()

    def show_sizes(self, sizes: Mapping[str, int], free: int) -> None:
        """Bytes by the field of Places; what is absent was not measured."""
        self._sizes, self._free = dict(sizes), free
        self._retranslate()

    def facts(self) -> list[tuple[str, str]]:
        return self._facts.facts()

    def _retranslate(self) -> None:
        self.set_heading(
            translate("Settings", "Storage"),
            translate("Settings", "Everything gptdesk keeps is on this computer, in these places."),
        )
        self._open.setText(translate("Settings", "Open the folder"))
        self._open.setAccessibleName(self._open.text())
        self._keys.show_hint(
            translate("Settings", "Keys are in none of these files."),
            icon="lock-keyhole",
            level="ok",
        )
        if self._free is not None:
            text = translate("Settings", "{size} are free on the disk.")
            self._free_hint.show_hint(text.format(size=size_text(self._free)), icon="hard-drive")
        if self._places is not None:
            self._facts.show_facts(self._lines(self._places))

    def _lines(self, places: Places) -> list[tuple[str, str]]:
        names = {
            "data": translate("Settings", "Folder"),
            "database": translate("Settings", "Conversations"),
            "backups": translate("Settings", "Backups"),
            "packs": translate("Settings", "Offline pack"),
            "config": translate("Settings", "Settings"),
            "logs": translate("Settings", "Log"),
        }
        return [(name, self._line(place, getattr(places, place))) for place, name in names.items()]

    def _line(self, place: str, path: str) -> str:
        if place not in self._sizes:
            return path
        return translate("Settings", "{path} · {size}").format(
            path=path, size=size_text(self._sizes[place])
        )
