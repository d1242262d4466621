"""By how many degrees the picture is turned."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.domain.picture_steps import Rotate
from gptdesk.ui.images.canvas.bars.bar import Bar
from gptdesk.ui.widgets.fields import CheckBox, Slider
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

MOST = 45
TENTHS = 10


class RotateBar(Bar):
    """Turns while it is set; nothing holds before Apply.

    Signals:
        previewed: the Rotate that is set now.
    """

    previewed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("rotate", parent)
        self.angle_label = Label(style="label", parent=self)
        self.angle = Slider(self)
        self.angle.setRange(-MOST * TENTHS, MOST * TENTHS)
        self.angle.setSingleStep(1)
        self.angle.setPageStep(TENTHS)
        self.number = Label(style="label", tabular=True, parent=self)
        self.corners = CheckBox(parent=self)
        for part in (self.angle_label, self.angle, self.number, self.corners):
            self.row.addWidget(part)
        self.angle.valueChanged.connect(self._on_changed)
        self.corners.toggled.connect(self._on_changed)
        self.retranslate()

    @property
    def step(self) -> Rotate:
        return Rotate(self.angle.value() / TENTHS, self.corners.isChecked())

    def begin(self) -> None:
        self.angle.setValue(0)
        self._on_changed()
        self.show()
        self.angle.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.angle_label.setText(translate("Canvas", "Angle"))
        self.angle.setAccessibleName(translate("Canvas", "Angle in tenths of a degree"))
        self.corners.setText(translate("Canvas", "Keep the corners"))
        self.corners.setToolTip(
            translate("Canvas", "The picture grows, and the empty corners are painted to be filled")
        )
        self.apply.setText(translate("Canvas", "Rotate"))
        self.angle.setFixedWidth(self._theme.px(160))
        self._show_number()

    def _on_changed(self) -> None:
        self._show_number()
        self.previewed.emit(self.step)

    def _show_number(self) -> None:
        text = translate("Canvas", "{degrees}°").format(degrees=f"{self.step.degrees:+.1f}")
        self.number.setText(text)
