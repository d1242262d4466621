"""A line below the doors: a program of this computer that answers already, and a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gptdesk.domain.local_servers import LocalServer
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.programs import program_name

translate = QCoreApplication.translate


class LocalWay(QWidget):
    """Hidden while nothing was found; `use` leads to the page of the connections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._servers: tuple[LocalServer, ...] = ()
        self._text = Label(style="base", parent=self)
        self._text.setWordWrap(True)
        self.use = Button(kind="tint", icon="plug", parent=self)
        self.use.setObjectName("chat.door.local")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 16)
        row.setSpacing(16)
        row.addWidget(self._text, 1)
        row.addWidget(self.use)
        self.hide()

    def set_servers(self, servers: Sequence[LocalServer]) -> None:
        self._servers = tuple(servers)
        self.setVisible(bool(self._servers))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        names = list(dict.fromkeys(map(program_name, self._servers)))
        comma = translate("Doors", ", ", "between names of programs")
        running = translate("Doors", "Running on this computer already: {programs}")
        self._text.setText(running.format(programs=comma.join(names)))
        self.use.setText(translate("Doors", "Connect to it"))
        self.use.setAccessibleName(self.use.text())
