"""Diagnostics: what a report about a fault needs, without anything that is secret."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.ui.settings.facts import Facts
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.report import spoken
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.flow import FlowRow

translate = QCoreApplication.translate


class DiagnosticsView(SectionPage):
    """Signals:
    copy_requested: the report to the clipboard.
    log_requested: show the folder with the log.
    """

    copy_requested = Signal()
    log_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, str]] = []
        self._copied = False
        self._facts = Facts()
        self._copy = Button(kind="primary", icon="copy")
        self._copy.setObjectName("settings.copy_report")
        self._copy.clicked.connect(self.copy_requested)
        self._log = Button(kind="line", icon="folder-open")
        self._log.setObjectName("settings.open_log")
        self._log.clicked.connect(self.log_requested)
        self._hint = Hint()
        row = QWidget()
        flow = FlowRow(row, gap=8)
        flow.addWidget(self._copy)
        flow.addWidget(self._log)
        for widget in (self._facts, row, self._hint):
            self.column.addWidget(widget)
        self._retranslate()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """`facts` as the report has them; their names are translated here."""
        self._lines = list(facts)
        self._copied = False
        self._retranslate()

    def show_copied(self) -> None:
        self._copied = True
        self._retranslate()

    def facts(self) -> list[tuple[str, str]]:
        return list(self._lines)

    def _retranslate(self) -> None:
        self.set_heading(
            translate("Settings", "Diagnostics"),
            translate("Settings", "What helps to find a fault."),
        )
        self._facts.show_facts([(spoken(name), value) for name, value in self._lines])
        self._copy.setText(translate("Settings", "Copy for a report"))
        self._copy.setAccessibleName(self._copy.text())
        self._log.setText(translate("Settings", "Show the log"))
        self._log.setAccessibleName(self._log.text())
        if self._copied:
            text = translate("Settings", "Copied. Paste it where you describe the fault.")
            self._hint.show_hint(text, icon="circle-check", level="ok")
        else:
            self._hint.show_hint(
                translate("Settings", "The report holds no keys, no chats and not your name.")
            )
