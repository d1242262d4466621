"""The button that offers every kind of file, and says what is not in it yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget, QWidgetAction

from gptdesk.domain.transcript_exports import ExportForm
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.results.words import form_name
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.menu import menu

translate = QCoreApplication.translate

ICONS = {
    ExportForm.TXT: "file-text",
    ExportForm.SRT: "captions",
    ExportForm.VTT: "captions",
    ExportForm.DOCX: "notebook-text",
    ExportForm.MARKDOWN: "file-text",
    ExportForm.CSV: "columns-2",
    ExportForm.JSON: "package",
}
NOTE = 232


class ExportButton(Button):
    """Opens the menu. What is ticked in it holds until the app ends.

    Signals:
        chosen: the kind of file, and whether times and names stand in it.
        copy_requested: the text belongs on the clipboard; whether times and names stand in it.
    """

    chosen = Signal(object, bool, bool)
    copy_requested = Signal(bool, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="tint", icon="share", trailing_icon="chevron-down", parent=parent)
        self.setObjectName("transcription.export")
        self._missing = 0
        self._times, self._names = False, True
        self._has_speakers = False
        self.clicked.connect(self.open_menu)
        self._retranslate()

    def set_content(self, *, missing: int, has_text: bool, has_speakers: bool) -> None:
        """How many pieces are not in the text yet, and whether there is any."""
        self._missing = missing
        self._has_speakers = has_speakers
        self.setEnabled(has_text)
        why = "" if has_text else translate("Transcript", "There is no text to save yet.")
        self.setToolTip(why)

    def open_menu(self) -> None:
        offered = self.made_menu()
        offered.aboutToHide.connect(offered.deleteLater)
        right = self.mapToGlobal(self.rect().bottomRight())
        offered.popup(QPoint(right.x() - offered.sizeHint().width(), right.y() + 4))

    def made_menu(self) -> QMenu:
        offered = menu(self)
        offered.setAccessibleName(translate("Transcript", "Export"))
        theme = Theme.current()
        for form in ExportForm:
            if form is ExportForm.DOCX:
                offered.addSeparator()
            action = offered.addAction(
                theme.icon(ICONS[form]), f"{form_name(form)}\t{_ending(form)}"
            )
            action.setObjectName(f"transcription.export.{form}")
            action.triggered.connect(partial(self._on_form, form))
        offered.addSeparator()
        copy = offered.addAction(theme.icon("copy"), translate("Transcript", "Copy as text"))
        copy.setObjectName("transcription.export.copy")
        copy.triggered.connect(self._on_copy)
        offered.addSeparator()
        self._add_ticks(offered)
        if self._missing:
            self._add_note(offered)
        return offered

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _add_ticks(self, offered: QMenu) -> None:
        times = offered.addAction(translate("Transcript", "With times in texts"))
        times.setObjectName("transcription.export.times")
        times.setCheckable(True)
        times.setChecked(self._times)
        times.toggled.connect(self._on_times)
        if self._has_speakers:
            names = offered.addAction(translate("Transcript", "With names of speakers"))
            names.setObjectName("transcription.export.names")
            names.setCheckable(True)
            names.setChecked(self._names)
            names.toggled.connect(self._on_names)

    def _add_note(self, offered: QMenu) -> None:
        offered.addSeparator()
        action = QWidgetAction(offered)
        action.setDefaultWidget(_Note(self.missing_text(), offered))
        action.setObjectName("transcription.export.missing")
        action.setText(self.missing_text())
        offered.addAction(action)

    def missing_text(self) -> str:
        """What is not in the file yet; empty if all is."""
        if not self._missing:
            return ""
        text = translate(
            "Transcript",
            "What is finished can be saved now. %n piece(s) are not, and will be missing in it.",
            None,
            self._missing,
        )
        return text

    def _on_form(self, form: ExportForm, _checked: bool = False) -> None:
        self.chosen.emit(form, self._times, self._names and self._has_speakers)

    def _on_copy(self) -> None:
        self.copy_requested.emit(self._times, self._names and self._has_speakers)

    def _on_times(self, checked: bool) -> None:
        self._times = checked

    def _on_names(self, checked: bool) -> None:
        self._names = checked

    def _retranslate(self) -> None:
        self.setText(translate("Transcript", "Export"))
        self.setAccessibleName(translate("Transcript", "Export"))


class _Note(QWidget):
    """Words at the foot of the menu, in as many lines as they need."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        label = Label(text, style="secondary", role="text-quiet", parent=self)
        label.setWordWrap(True)
        width = Theme.current().px(NOTE)
        label.setFixedSize(QSize(width, label.heightForWidth(width)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 8)
        layout.addWidget(label)


def _ending(form: ExportForm) -> str:
    return form.value.upper()
