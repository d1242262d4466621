"""A number among the choices: its title, the number, and why it cannot be had."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.image_options import Fix, Option, OptionName
from gptdesk.ui.images.options.number_step import NumberStep
from gptdesk.ui.images.options.reason import Reason
from gptdesk.ui.images.words import note_text, option_tip, option_title, why_text
from gptdesk.ui.widgets.labels import Label


class NumberRow(QWidget):
    """Between the least and the most that the model takes.

    Signals:
        changed: the number is another.
        fix_requested: the Fix that makes it possible.
    """

    changed = Signal(int)
    fix_requested = Signal(object)

    def __init__(self, name: OptionName, parent: QWidget | None = None, *, step: int = 1) -> None:
        super().__init__(parent)
        self._name = name
        self._is_showing = False
        self._model = self._kind = ""
        self._option: Option | None = None
        self._title = Label(style="label", parent=self)
        self.number = NumberStep(self)
        self.number.setObjectName(f"images.{name.value}")
        self.number.setSingleStep(step)
        self.reason = Reason(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self._title, self.number, self.reason):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.number.valueChanged.connect(self._on_changed)
        self.reason.fix_requested.connect(self._on_fix)
        self._retranslate()

    @property
    def value(self) -> int:
        return self.number.value()

    def show_option(self, option: Option, value: int | None, model: str, kind: str = "") -> None:
        """What can be had; None shows what the model takes by itself."""
        self._option, self._model, self._kind = option, model, kind
        self._is_showing = True
        self.number.set_range(option.least, max(option.least, option.most))
        usual = option.usual if isinstance(option.usual, int) else option.least
        self.number.setValue(usual if value is None else value)
        self.number.setEnabled(option.refused is None and option.most > option.least)
        self._is_showing = False
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _tell(self) -> None:
        option = self._option
        if option is None:
            return
        if option.refused is not None:
            self.reason.show_refusal(
                why_text(option.refused.why, self._model, self._kind), option.refused.fix
            )
        else:
            self.reason.show_note(note_text(option.note) if option.note is not None else "")

    def _on_changed(self, value: int) -> None:
        if not self._is_showing:
            self.changed.emit(value)

    def _on_fix(self, fix: Fix) -> None:
        self.fix_requested.emit(fix)

    def _retranslate(self) -> None:
        title = option_title(self._name)
        self._title.setText(title)
        self._title.setToolTip(option_tip(self._name))
        self.number.setAccessibleName(title)
        self.number.lineEdit().setAccessibleName(title)
        self._tell()
