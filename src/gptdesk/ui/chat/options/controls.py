"""One setting of the answers: its name, its control, and why it may not be moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.ui.widgets.fields import Choice, Slider, TextField
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

UNSET = -1


class Setting(QWidget):
    """A name with an explanation, what is set at the right, the control and a reason below.

    Signals:
        changed: the person moved it.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"chat.options.{name}")
        self._control: QWidget | None = None
        self._name = Label(style="label", parent=self)
        self._value = Label(style="secondary", role="text-quiet", tabular=True, parent=self)
        self._reason = Label(style="secondary", role="text-quiet", parent=self)
        self._reason.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._value)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self.set_reason("")

    def put(self, control: QWidget) -> None:
        control.setObjectName(f"{self.objectName()}.control")
        self._control = control
        self.setFocusProxy(control)
        self._column.addWidget(control)
        self._column.addWidget(self._reason)

    def set_words(self, name: str, tip: str) -> None:
        self._name.setText(name)
        self._name.setToolTip(tip)
        assert self._control is not None
        self._control.setToolTip(tip)
        self._control.setAccessibleName(name)
        self._control.setAccessibleDescription(tip)

    def set_reason(self, text: str) -> None:
        """Why it cannot be set; an empty one makes it free."""
        self._reason.setText(text)
        self._reason.setVisible(bool(text))
        if self._control is not None:
            self._control.setEnabled(not text)

    def say(self, value: str) -> None:
        self._value.setText(value)


class Amount(Setting):
    """A number between nothing and `most`, in steps; at the left end the model decides."""

    def __init__(self, name: str, most: float, step: float, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._step = step
        self._slider = Slider(self)
        self._slider.setRange(UNSET, round(most / step))
        self._slider.valueChanged.connect(self._on_moved)
        self.put(self._slider)

    def value(self) -> float | None:
        at = self._slider.value()
        return None if at == UNSET else round(at * self._step, 2)

    def show_value(self, value: float | None) -> None:
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(UNSET if value is None else round(value / self._step))
        self._slider.blockSignals(blocked)
        self._slider.update()
        self.retranslate()

    def retranslate(self) -> None:
        value = self.value()
        said = model_decides() if value is None else QLocale().toString(value, "f", 2)
        self.say(said)

    def _on_moved(self) -> None:
        self.retranslate()
        self.changed.emit()


class Count(Setting):
    """A number that is typed; an empty field leaves it to the model."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._field = TextField(self)
        self._field.textEdited.connect(self.changed)
        self.put(self._field)

    def value(self) -> int | None:
        text = self._field.text().strip().replace(",", "").replace("，", "").replace(" ", "")
        return int(text) if text.isascii() and text.isdigit() and int(text) > 0 else None

    def show_value(self, value: int | None) -> None:
        self._field.setText("" if value is None else str(value))
        self.retranslate()

    def retranslate(self) -> None:
        self._field.setPlaceholderText(model_decides())


class OneOf(Setting):
    """One of the words that the model knows."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._choice = Choice(self)
        self._choice.activated.connect(self.changed)
        self.put(self._choice)

    def value(self) -> str:
        return self._choice.currentData() or ""

    def show_value(self, value: str, known: Sequence[str]) -> None:
        """A word that was set for another model stays in the list until another is chosen."""
        self._choice.clear()
        self._choice.addItem(model_decides(), "")
        for word in dict.fromkeys([*known, *([value] if value else [])]):
            self._choice.addItem(level_word(word), word)
        self._choice.setCurrentIndex(max(0, self._choice.findData(value)))


def model_decides() -> str:
    return translate("ChatOptions", "the model decides")


def level_word(word: str) -> str:
    """Levels that most models know are translated; others stand as they are."""
    words = {
        "none": translate("ChatOptions", "none", "level of effort"),
        "minimal": translate("ChatOptions", "minimal", "level of effort"),
        "low": translate("ChatOptions", "low", "level"),
        "medium": translate("ChatOptions", "medium", "level"),
        "high": translate("ChatOptions", "high", "level"),
        "xhigh": translate("ChatOptions", "very high", "level of effort"),
        "max": translate("ChatOptions", "highest", "level of effort"),
    }
    return words.get(word, word)
