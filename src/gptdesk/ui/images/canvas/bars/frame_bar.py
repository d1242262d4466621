"""Proportions and size of the frame that cuts or extends the picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gptdesk.ui.images.canvas.bars.bar import Bar
from gptdesk.ui.images.canvas.toolbox import Toolbox
from gptdesk.ui.widgets.fields import Choice
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

RATIOS = ((1, 1), (3, 2), (2, 3), (4, 3), (3, 4), (16, 9), (9, 16))


class FrameBar(Bar):
    """The frame itself is pulled on the canvas."""

    def __init__(self, toolbox: Toolbox, parent: QWidget) -> None:
        super().__init__("frame", parent)
        self._toolbox = toolbox
        self.shape_label = Label(style="label", parent=self)
        self.shape = Choice(self)
        self.measure = Label(style="label", role="text-quiet", tabular=True, parent=self)
        self.hint = Label(style="secondary", role="text-quiet", parent=self)
        for part in (self.shape_label, self.shape, self.measure, self.hint):
            self.row.addWidget(part)
        self.shape.activated.connect(self._on_shape)
        toolbox.frame_changed.connect(self._show_size)
        self.retranslate()

    def begin(self, *, extends: bool) -> None:
        self._toolbox.begin_frame(extends=extends)
        self.shape.setCurrentIndex(0)
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        super().retranslate()
        extends = self._toolbox.frame.extends
        self.shape_label.setText(translate("Canvas", "Proportions"))
        self.shape.setAccessibleName(translate("Canvas", "Proportions of the frame"))
        now = self.shape.currentIndex()
        self.shape.clear()
        self.shape.addItem(translate("Canvas", "Free"))
        self.shape.addItem(translate("Canvas", "As it is"))
        for width, height in RATIOS:
            self.shape.addItem(f"{width}:{height}")
        self.shape.setCurrentIndex(max(0, now))
        crop, extend = translate("Canvas", "Crop"), translate("Canvas", "Extend")
        self.apply.setText(extend if extends else crop)
        self.hint.setText(
            translate("Canvas", "The new area is painted, so that it gets filled.")
            if extends
            else ""
        )
        self.hint.setVisible(extends)
        self._show_size()

    def _on_shape(self, index: int) -> None:
        width, height = self._toolbox.frame.size
        ratios = (None, width / height, *(w / h for w, h in RATIOS))
        self._toolbox.set_frame_ratio(ratios[index])

    def _show_size(self) -> None:
        frame = self._toolbox.frame.frame()
        self.measure.setText(
            translate("Canvas", "{width} × {height} pixels").format(
                width=frame.width, height=frame.height
            )
        )
