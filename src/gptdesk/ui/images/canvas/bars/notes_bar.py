"""Arrow, line or words, and their colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gptdesk.ui.images.canvas import toolbox as names
from gptdesk.ui.images.canvas.bars.bar import Bar
from gptdesk.ui.images.canvas.document import Document
from gptdesk.ui.images.canvas.mark_tools import COLORS
from gptdesk.ui.images.canvas.toolbox import Toolbox
from gptdesk.ui.images.canvas.toolbutton import ToolButton
from gptdesk.ui.widgets.painted import Painted

translate = QCoreApplication.translate

ICONS = {names.ARROW: "move-up-right", names.SCRIBBLE: "pen-line", names.NOTE: "type"}


class NotesBar(Bar):
    """Notes hold at once and are undone like everything else, so there is only Done."""

    def __init__(self, document: Document, toolbox: Toolbox, parent: QWidget) -> None:
        super().__init__("notes", parent)
        self._document, self._toolbox = document, toolbox
        self.tools = {name: ToolButton(icon, checkable=True) for name, icon in ICONS.items()}
        self.swatches = {color: Swatch(color) for color in COLORS}
        for name, button in self.tools.items():
            button.setObjectName(f"canvas.{name}")
            button.clicked.connect(self._choosing(name))
            self.row.addWidget(button)
        for color, swatch in self.swatches.items():
            swatch.clicked.connect(self._colouring(color))
            self.row.addWidget(swatch)
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self._remove_all)
        toolbox.chosen.connect(self._show_state)
        document.marks_changed.connect(self._show_state)
        self.retranslate()
        self._show_state()

    def begin(self) -> None:
        self._toolbox.choose(names.ARROW)
        self.show()

    def retranslate(self) -> None:
        words = {
            names.ARROW: (
                translate("Canvas", "Arrow"),
                translate("Canvas", "Point at something"),
            ),
            names.SCRIBBLE: (
                translate("Canvas", "Pen"),
                translate("Canvas", "Draw a line"),
            ),
            names.NOTE: (
                translate("Canvas", "Words"),
                translate("Canvas", "Click and write what is to change there"),
            ),
        }
        for name, (text, tip) in words.items():
            self.tools[name].set_label(text, tip)
        colors = (
            translate("Canvas", "Red"),
            translate("Canvas", "Blue"),
            translate("Canvas", "Green"),
            translate("Canvas", "Yellow"),
        )
        for swatch, text in zip(self.swatches.values(), colors, strict=True):
            swatch.setAccessibleName(text)
            swatch.setToolTip(text)
        self.cancel.setText(translate("Canvas", "Remove all notes"))
        self.apply.setText(translate("Canvas", "Done"))

    def _choosing(self, name: str) -> Callable[[], None]:
        def choose() -> None:
            self._toolbox.choose(name)
            self._show_state()

        return choose

    def _colouring(self, color: str) -> Callable[[], None]:
        def choose() -> None:
            self._toolbox.marking.color = color
            self._show_state()

        return choose

    def _remove_all(self) -> None:
        self._document.set_marks(())

    def _show_state(self) -> None:
        for name, button in self.tools.items():
            button.setChecked(name == self._toolbox.current)
        for color, swatch in self.swatches.items():
            swatch.setChecked(color == self._toolbox.marking.color)
        self.cancel.setEnabled(bool(self._document.marks))


class Swatch(Painted):
    """A spot of colour; the chosen one has a ring."""

    def __init__(self, color: str, parent: QWidget | None = None) -> None:
        super().__init__("ghost", parent)
        self._color_name = color
        self.setCheckable(True)
        self.setProperty("focusRadius", 14)

    def sizeHint(self) -> QSize:
        side = self._theme.px(28)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        reach = self.width() / 2
        if self.isChecked():
            painter.setPen(QPen(self._theme.color("text"), 2))
            painter.drawEllipse(middle, reach - 3, reach - 3)
        painter.setPen(QPen(self._theme.color("hairline"), 1))
        painter.setBrush(QColor(self._color_name))
        painter.drawEllipse(middle, reach - 7, reach - 7)
