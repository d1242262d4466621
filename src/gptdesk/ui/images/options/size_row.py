"""The size of a picture: shapes to pick from, and two numbers where the model takes any size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.domain.image_options import OptionName
from gptdesk.domain.image_sizes import FreeSizes, SizeCheck, SizeFault, SizeRules, pair_of
from gptdesk.ui.images.options.reason import Reason
from gptdesk.ui.images.options.shapes import ShapeGrid
from gptdesk.ui.images.words import option_title, size_text
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.fields import TextField
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

OTHER = "other"


class SizeRow(QWidget):
    """Judges a free size while it is typed; only a good one becomes the value.

    Signals:
        changed: another size was picked or typed.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.size")
        self._theme = Theme.current()
        self._rules = SizeRules()
        self._value = ""
        self._is_free = False
        self._title = Label(style="label", parent=self)
        self._now = Label(style="secondary", role="text-quiet", tabular=True, parent=self)
        self.shapes = ShapeGrid(self)
        self._free = QWidget(self)
        self.wide = TextField(self._free)
        self.high = TextField(self._free)
        self._times = Label(style="label", role="text-quiet", parent=self._free)
        self.turn = IconButton("refresh-cw", small=True, parent=self._free)
        self.verdict = Reason(self)
        self._build()
        self._connect()
        self._retranslate()

    @property
    def value(self) -> str:
        return self._value

    @property
    def is_good(self) -> bool:
        """Whether what stands in the fields may be sent."""
        return not self._is_free or self._check().is_good

    def choose(self, size: str) -> None:
        """Pick a size as a person would; one that breaks the rules cannot be picked."""
        if size != self._value and self._rules.check(size).is_good:
            self.show_size(self._rules, size)
            self.changed.emit(size)

    def show_size(self, rules: SizeRules, value: str) -> None:
        """What the model offers, and which of it holds."""
        is_typing = self._is_free and (self.wide.hasFocus() or self.high.hasFocus())
        if rules != self._rules:
            self._rules = rules
            self._fill()
        self._value = value
        known = (*rules.presets, *rules.words)
        if not is_typing:
            self._is_free = bool(value) and value not in known and rules.free is not None
            self._show_pair(value)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _fill(self) -> None:
        sizes = [(word, "") for word in self._rules.words if word == "auto"]
        sizes += [(size, "") for size in self._rules.presets]
        sizes += [(word, "") for word in self._rules.words if word != "auto"]
        if self._rules.free is not None:
            sizes.append((OTHER, translate("Images", "Other", "another size")))
        self.shapes.set_sizes(sizes)

    def _show(self) -> None:
        known = (*self._rules.presets, *self._rules.words)
        usual = "auto" if "auto" in self._rules.words else next(iter(self._rules.presets), "")
        shown = OTHER if self._is_free else (self._value if self._value in known else usual)
        self.shapes.choose(shown)
        self._free.setVisible(self._is_free)
        self._now.setText("" if self._is_free else size_text(shown) if pair_of(shown) else "")
        self._judge()

    def _show_pair(self, size: str) -> None:
        pair = pair_of(size)
        for field, number in zip((self.wide, self.high), pair or ("", ""), strict=True):
            blocked = field.blockSignals(True)
            field.setText(str(number))
            field.blockSignals(blocked)

    def _check(self) -> SizeCheck:
        return self._rules.check(f"{self.wide.text()}x{self.high.text()}")

    def _judge(self) -> None:
        if not self._is_free:
            self.verdict.show_note("")
            self._mark(False)
            return
        check = self._check()
        self._mark(not check.is_good)
        if check.is_good:
            self.verdict.show_note(_good_text(check))
            return
        self.verdict.show_fault(_fault_text(check.faults[0], self._rules.free))
        near = translate("Images", "Take {size}").format(size=size_text(check.nearest))
        self.verdict.show_link(near if check.nearest else "")

    def _mark(self, is_wrong: bool) -> None:
        for field in (self.wide, self.high):
            field.set_error(is_wrong)
            field.setAccessibleDescription(self.verdict.text)

    def _on_shape(self, size: str) -> None:
        self._is_free = size == OTHER
        if self._is_free:
            start = self._value if pair_of(self._value) else "1536x864"
            self._show_pair(start)
            self._show()
            self.wide.setFocus(Qt.FocusReason.OtherFocusReason)
            self.wide.selectAll()
            self._on_typed()
            return
        self._value = size
        self._show()
        self.changed.emit(size)

    def _on_typed(self) -> None:
        self._judge()
        if self._check().is_good:
            self._value = f"{int(self.wide.text())}x{int(self.high.text())}"
        self.changed.emit(self._value)

    def _on_turn(self) -> None:
        wide, high = self.wide.text(), self.high.text()
        self.wide.setText(high)
        self.high.setText(wide)
        self._on_typed()

    def _on_near(self) -> None:
        self._show_pair(self._check().nearest)
        self._on_typed()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._now)
        free = QHBoxLayout(self._free)
        free.setContentsMargins(0, 2, 0, 0)
        free.setSpacing(8)
        for widget in (self.wide, self._times, self.high, self.turn):
            free.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.shapes)
        layout.addWidget(self._free)
        layout.addWidget(self.verdict)
        self.wide.setObjectName("images.width")
        self.high.setObjectName("images.height")
        for field in (self.wide, self.high):
            field.setValidator(QIntValidator(1, 99_999, field))
            field.setMinimumWidth(48)
        self._free.hide()

    def _connect(self) -> None:
        self.shapes.chosen.connect(self._on_shape)
        self.wide.textEdited.connect(self._on_typed)
        self.high.textEdited.connect(self._on_typed)
        self.turn.clicked.connect(self._on_turn)
        self.verdict.fix_requested.connect(self._on_near)

    def _retranslate(self) -> None:
        title = option_title(OptionName.SIZE)
        self._title.setText(title)
        self.setAccessibleName(title)
        self.shapes.setAccessibleName(title)
        self.wide.setAccessibleName(translate("Images", "Width in pixels"))
        self.high.setAccessibleName(translate("Images", "Height in pixels"))
        self._times.setText(translate("Images", "×", "between width and height"))
        self.turn.set_label(translate("Images", "Swap width and height"))
        self.shapes.set_sizes(())
        self._fill()
        self._show()


def _good_text(check: SizeCheck) -> str:
    if check.is_trial:
        return translate("Images", "It fits, but the service calls so large a size experimental.")
    return translate("Images", "This size fits.")


def _fault_text(fault: SizeFault, rules: FreeSizes | None) -> str:
    rules = rules or FreeSizes()
    texts = {
        SizeFault.UNREADABLE: translate("Images", "Two numbers are needed."),
        SizeFault.NOT_OFFERED: translate("Images", "This model does not offer that size."),
        SizeFault.NOT_A_MULTIPLE: translate(
            "Images", "Each side must be a multiple of {step} pixels."
        ),
        SizeFault.EDGE_TOO_LONG: translate("Images", "No side may be longer than {edge} pixels."),
        SizeFault.TOO_NARROW: translate(
            "Images", "The long side may be at most {ratio} times the short one."
        ),
        SizeFault.TOO_FEW_PIXELS: translate("Images", "That is too small for this model."),
        SizeFault.TOO_MANY_PIXELS: translate("Images", "That is too large for this model."),
    }
    return texts[fault].format(step=rules.step, edge=rules.edge, ratio=round(rules.ratio))
