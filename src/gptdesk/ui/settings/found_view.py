"""The servers that run on this computer, offered in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.local_servers import LocalServer
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.programs import program_name

translate = QCoreApplication.translate


class FoundView(QWidget):
    """Signals:
    use_requested: a LocalServer to make a connection of.
    look_requested: look again.
    """

    use_requested = Signal(object)
    look_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._servers: tuple[LocalServer, ...] = ()
        self._is_busy = False
        self._offers = QVBoxLayout()
        self._offers.setSpacing(8)
        self._look = Button(kind="ghost", icon="search", small=True)
        self._look.setObjectName("settings.look")
        self._look.clicked.connect(self.look_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 12, 0)
        column.setSpacing(8)
        column.addLayout(self._offers)
        column.addWidget(self._look)
        self._retranslate()

    def show_busy(self) -> None:
        self._is_busy = True
        self._retranslate()

    def show_servers(self, servers: Sequence[LocalServer]) -> None:
        """Those that no connection leads to yet."""
        self._servers, self._is_busy = tuple(servers), False
        self._retranslate()

    def servers(self) -> tuple[LocalServer, ...]:
        return self._servers

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, server in enumerate(self._servers):
            self._offers.addWidget(self._offer(server, number))
        self._look.set_busy(self._is_busy)
        self._look.setEnabled(not self._is_busy)
        self._look.setText(
            translate("Settings", "Looks for local servers…")
            if self._is_busy
            else translate("Settings", "Look for local servers")
        )
        self._look.setAccessibleName(self._look.text())
        self._look.setToolTip(
            translate("Settings", "Knocks at the usual ports of this computer, and nowhere else.")
        )

    def _offer(self, server: LocalServer, number: int) -> QWidget:
        text = Label(style="base")
        text.setWordWrap(True)
        running = translate("Settings", "{program} is running on this computer.")
        text.setText(running.format(program=program_name(server)))
        use = Button(kind="tint", small=True)
        use.setObjectName(f"settings.found.{number}")
        use.setText(translate("Settings", "Use it"))
        use.setAccessibleName(
            translate("Settings", "Use {program}").format(program=program_name(server))
        )
        use.clicked.connect(partial(self.use_requested.emit, server))
        offer = QWidget()
        column = QVBoxLayout(offer)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(text)
        column.addWidget(use)
        return offer
