"""How many pixels the picture is to have."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from gptdesk.domain.picture_steps import Scale, Size
from gptdesk.ui.images.canvas.bars.bar import Bar
from gptdesk.ui.widgets.fields import TextField
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

MOST = 16_384
WIDTH = 84


class ScaleBar(Bar):
    """The proportions stay: each number follows the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("scale", parent)
        self._size: Size = (1, 1)
        self.size_label = Label(style="label", parent=self)
        self.across, self.down = TextField(self), TextField(self)
        self.times = Label("×", style="label", role="text-quiet", parent=self)
        self.unit = Label(style="secondary", role="text-quiet", parent=self)
        for part in (self.size_label, self.across, self.times, self.down, self.unit):
            self.row.addWidget(part)
        for field in (self.across, self.down):
            field.setValidator(QIntValidator(1, MOST, field))
        self.across.textEdited.connect(self._on_width)
        self.down.textEdited.connect(self._on_height)
        self.retranslate()

    @property
    def step(self) -> Scale | None:
        """None while it is no size, or the one that the picture has."""
        if not (self.across.hasAcceptableInput() and self.down.hasAcceptableInput()):
            return None
        size = int(self.across.text()), int(self.down.text())
        return Scale(*size) if size != self._size else None

    def begin(self, size: Size) -> None:
        self._size = size
        self.across.setText(str(size[0]))
        self.down.setText(str(size[1]))
        self._show_state()
        self.show()
        self.across.setFocus()
        self.across.selectAll()

    def retranslate(self) -> None:
        super().retranslate()
        self.size_label.setText(translate("Canvas", "Size"))
        self.across.setAccessibleName(translate("Canvas", "Width in pixels"))
        self.down.setAccessibleName(translate("Canvas", "Height in pixels"))
        self.unit.setText(translate("Canvas", "pixels, proportions are kept"))
        self.apply.setText(translate("Canvas", "Scale"))
        for field in (self.across, self.down):
            field.setFixedWidth(self._theme.px(WIDTH))

    def _on_width(self, text: str) -> None:
        width, height = self._size
        self._follow(self.down, text, height / width)

    def _on_height(self, text: str) -> None:
        width, height = self._size
        self._follow(self.across, text, width / height)

    def _follow(self, field: TextField, text: str, factor: float) -> None:
        if text.isdigit():
            field.setText(str(max(1, round(int(text) * factor))))
        self._show_state()

    def _show_state(self) -> None:
        for field in (self.across, self.down):
            field.set_error(not field.hasAcceptableInput())
        self.apply.setEnabled(self.step is not None)
