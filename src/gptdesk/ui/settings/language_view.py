"""Language: what the interface is written in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.ui.settings.form_row import FormRow
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.widgets.fields import Segments

translate = QCoreApplication.translate

SYSTEM = "system"


class LanguageView(SectionPage):
    """Signals:
    language_chosen: a code like zh_CN, or empty for the system's language.
    """

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = SYSTEM
        self._language = Segments()
        self._language.setObjectName("settings.language")
        self._language.chosen.connect(self._on_chosen)
        self._row = FormRow(self._language)
        self._hint = Hint()
        self._row.add_hint(self._hint)
        self.column.addWidget(self._row)
        self._retranslate()
        self._measure()

    def show_language(self, code: str) -> None:
        self._current = code or SYSTEM
        self._language.choose(self._current)

    def _on_chosen(self, choice: str) -> None:
        self._current = choice
        self.language_chosen.emit("" if choice == SYSTEM else choice)

    def _retranslate(self) -> None:
        self.set_heading(translate("Settings", "Language"))
        self._row.set_label(translate("Settings", "Language"))
        self._language.set_options(
            [
                (SYSTEM, translate("Settings", "System")),
                # Each language is written in itself, so that it can be found from any other.
                ("zh_CN", "中文"),
                ("en", "English"),
            ]
        )
        self._language.choose(self._current)
        self._hint.show_hint(
            translate("Settings", "The whole window changes at once; nothing has to be restarted.")
        )
