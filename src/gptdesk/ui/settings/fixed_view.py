"""A connection that is not edited here: the offline pack, or the one from the environment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.ui.settings.area import Hairline
from gptdesk.ui.settings.checkup_view import CheckupView
from gptdesk.ui.settings.facts import Facts
from gptdesk.ui.settings.form_head import FormHead
from gptdesk.ui.settings.key_words import masked
from gptdesk.ui.settings.section_page import scrolling
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

COLUMN = 720


class FixedView(QWidget):
    """Says what it is and where it is set up.

    Signals:
        pack_requested: the section of the offline pack.
    """

    pack_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connection: Connection | None = None
        self._is_ready = True
        self.head = FormHead(name="settings.fixed")
        self._words = Label(style="reading")
        self._words.setWordWrap(True)
        self._facts = Facts()
        self._pack = Button(kind="line", icon="package")
        self._pack.setObjectName("settings.pack")
        self._pack.clicked.connect(self.pack_requested)
        self._line = Hairline()
        self.checkup = CheckupView(name="settings.fixed.check", can_edit=False)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        for widget in (self._words, self._facts, self._pack, self._line, self.checkup):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(scrolling(self._body), 1)
        Theme.current().changed.connect(self._measure)
        self._retranslate()

    def show_connection(self, connection: Connection, *, is_ready: bool = True) -> None:
        self._connection, self._is_ready = connection, is_ready
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _measure(self) -> None:
        self._body.setMaximumWidth(Theme.current().px(COLUMN) + 48)

    def _retranslate(self) -> None:
        connection = self._connection
        if connection is None:
            return
        is_offline = connection.kind is ConnectionKind.OFFLINE
        self._words.setText(self._offline_words() if is_offline else _environment_words())
        self._pack.setVisible(is_offline)
        self._pack.setText(
            translate("Settings", "Offline pack settings")
            if self._is_ready
            else translate("Settings", "Install the offline pack")
        )
        self._pack.setAccessibleName(self._pack.text())
        self._line.setVisible(not is_offline)
        self.checkup.setVisible(not is_offline)
        self._facts.setVisible(not is_offline)
        if not is_offline:
            self._facts.show_facts(_environment_facts(connection))

    def _offline_words(self) -> str:
        if not self._is_ready:
            return translate(
                "Settings",
                "With the offline pack a small model answers on this computer: without a key,"
                " without internet and free of charge. It has to be installed once.",
            )
        return translate(
            "Settings",
            "A model answers on this computer: without a key, without internet and free of"
            " charge. Nothing you write leaves it.",
        )


def _environment_words() -> str:
    return translate(
        "Settings",
        "gptdesk found this connection in the environment it was started in. It can be used, and"
        " it is changed where the variables are set.",
    )


def _environment_facts(connection: Connection) -> list[tuple[str, str]]:
    return [
        (translate("Settings", "Address"), connection.base_url),
        ("OPENAI_API_KEY", masked(connection.key_hint)),
        (translate("Settings", "Model"), connection.model or "–"),
    ]
