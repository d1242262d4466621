"""A choice between a few words: its title, the words, and why some of them are grey."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.domain.image_options import Choice as Possible
from gptdesk.domain.image_options import Fix, Option, OptionName
from gptdesk.ui.images.options.reason import Reason
from gptdesk.ui.images.words import note_text, option_tip, option_title, value_title, why_text
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.fields import Choice, Segments
from gptdesk.ui.widgets.labels import Label

MOST_SEGMENTS = 4


class WordsRow(QWidget):
    """Up to four words stand side by side, more of them in a list.

    Signals:
        changed: another value was picked.
        fix_requested: the Fix that makes a grey word possible.
    """

    changed = Signal(str)
    fix_requested = Signal(object)

    def __init__(
        self,
        name: OptionName,
        parent: QWidget | None = None,
        *,
        as_list: bool = False,
        title_of: Callable[[str], str] = value_title,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"images.{name.value}")
        self._name, self._title_of = name, title_of
        self._as_list = as_list
        self._theme = Theme.current()
        self._option: Option | None = None
        self._model = self._kind = ""
        self._value = ""
        self._title = Label(style="label", parent=self)
        self._segments = Segments(self)
        self._list = Choice(self)
        self.reason = Reason(self)
        self._build()
        self._retranslate()

    @property
    def value(self) -> str:
        """The word that is chosen; empty where the model decides."""
        return self._value

    def choose(self, value: str) -> None:
        """Pick it as a person would; what is grey cannot be picked."""
        if self._option is None or value == self._value:
            return
        if value in self._option.values or value == "":
            self._value = value
            self._show()
            self.changed.emit(value)

    def show_option(self, option: Option, value: str, model: str, kind: str = "") -> None:
        """What can be chosen, what is chosen, and of which model."""
        if (option, value, model, kind) == (
            self._option,
            self._value,
            self._model,
            self._kind,
        ):
            return
        self._option, self._model, self._kind = option, model, kind
        usual = str(option.usual or "")
        self._value = value or usual or ("auto" if "auto" in option.values else "")
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @property
    def _is_list(self) -> bool:
        return self._as_list or (
            self._option is not None and len(_choices(self._option)) > MOST_SEGMENTS
        )

    def _show(self) -> None:
        option = self._option
        if option is None:
            return
        self._segments.setVisible(not self._is_list and bool(option.choices))
        self._list.setVisible(self._is_list)
        if self._is_list:
            self._fill_list(option)
        else:
            self._fill_segments(option)
        self._show_reason(option)

    def _fill_segments(self, option: Option) -> None:
        words = [(choice.value, self._title_of(choice.value)) for choice in _choices(option)]
        self._segments.set_options(words)
        self._segments.choose(self._value)
        for choice in _choices(option):
            is_possible = choice.refused is None and option.refused is None
            self._segments.set_option_enabled(choice.value, is_possible)

    def _fill_list(self, option: Option) -> None:
        model = QStandardItemModel(self._list)
        for choice in _choices(option):
            item = QStandardItem(self._title_of(choice.value))
            item.setData(choice.value, Qt.ItemDataRole.UserRole)
            if choice.refused is not None:
                item.setEnabled(False)
                item.setToolTip(why_text(choice.refused.why, self._model, self._kind))
            elif choice.note is not None:
                item.setToolTip(note_text(choice.note))
            model.appendRow(item)
        self._list.setModel(model)
        self._list.setCurrentIndex(self._list.findData(self._value))
        self._list.setEnabled(option.refused is None)

    def _show_reason(self, option: Option) -> None:
        if option.refused is not None:
            self.reason.show_refusal(
                why_text(option.refused.why, self._model, self._kind), option.refused.fix
            )
            return
        grey = [choice for choice in option.choices if choice.refused is not None]
        worth = next((c for c in grey if c.refused and c.refused.fix), None)
        if worth is None and grey and not self._is_list:
            worth = grey[0]
        if worth is not None:
            self._tell_grey(worth)
        else:
            self._tell_note(option)

    def _tell_grey(self, choice: Possible) -> None:
        refused = choice.refused
        assert refused is not None
        self.reason.show_refusal(
            why_text(refused.why, self._model, self._kind, self._title_of(choice.value)),
            refused.fix,
        )

    def _tell_note(self, option: Option) -> None:
        chosen = next((c for c in option.choices if c.value == self._value), None)
        note = (chosen.note if chosen is not None else None) or option.note
        self.reason.show_note(note_text(note) if note is not None else "")

    def _on_segment(self, value: str) -> None:
        self._value = value
        if self._option is not None:
            self._show_reason(self._option)
        self.changed.emit(value)

    def _on_activated(self, row: int) -> None:
        self._on_segment(str(self._list.itemData(row, Qt.ItemDataRole.UserRole)))

    def _on_fix(self, fix: Fix) -> None:
        self.fix_requested.emit(fix)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self._title, self._segments, self._list, self.reason):
            layout.addWidget(widget)
        self._segments.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._list.hide()
        self._segments.chosen.connect(self._on_segment)
        self._list.activated.connect(self._on_activated)
        self.reason.fix_requested.connect(self._on_fix)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _retranslate(self) -> None:
        title = option_title(self._name)
        self._title.setText(title)
        self._title.setToolTip(option_tip(self._name))
        for widget in (self, self._segments, self._list):
            widget.setAccessibleName(title)
        self._show()


def _choices(option: Option) -> tuple[Possible, ...]:
    """Where nobody knows what a model takes by itself, leaving it to the model is a choice."""
    values = {choice.value for choice in option.choices}
    if option.usual or not values or values & {"", "auto"}:
        return option.choices
    return (Possible(""), *option.choices)
