"""The row above the canvas: what paints, how wide, and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.images.canvas import toolbox as names
from gptdesk.ui.images.canvas.document import Document
from gptdesk.ui.images.canvas.shape_menu import ShapeMenu
from gptdesk.ui.images.canvas.toolbar_words import toolbar_words
from gptdesk.ui.images.canvas.toolbox import Toolbox
from gptdesk.ui.images.canvas.toolbutton import ToolButton
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.fields import Slider
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.menu import menu
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

ICONS = {
    names.BRUSH: "brush",
    names.ERASER: "eraser",
    names.RECTANGLE: "square-dashed",
    names.LASSO: "lasso",
    names.HAND: "hand",
}
FINE = 1000
EDGE, GAP = 12, 4
SOFTNESS = (0.0, 0.1, 0.25, 0.5)


class CanvasToolbar(QWidget):
    """Words beside the icons while there is room; a second line where even icons have none.

    Signals:
        inverted_view_wanted: whether what is kept shall be veiled instead.
        notes_wanted: arrows, lines and words are to be drawn.
        shape_wanted: the id of a change of shape, see `shape_menu`.
    """

    inverted_view_wanted = Signal(bool)
    notes_wanted = Signal()
    shape_wanted = Signal(str)

    def __init__(self, document: Document, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas.toolbar")
        self._document, self._toolbox = document, toolbox
        self._theme = Theme.current()
        self.tools = {name: self._button(icon, name, True) for name, icon in ICONS.items()}
        self.size_label = Label(style="label", parent=self)
        self.diameter = Slider(self)
        self.number = Label(style="label", tabular=True, parent=self)
        self.softness = self._button("blend", "softness", opens=True)
        self.undo = self._button("undo-2", "undo")
        self.redo = self._button("redo-2", "redo")
        self.view = self._button("eye", "inverted", True)
        self.invert = self._button("contrast", "invert")
        self.clear = self._button("trash-2", "clear")
        self.shape = self._button("crop", "shape", opens=True)
        self.notes = self._button("message-square-text", "notes", True)
        self._build()
        self._connect()
        self._retranslate()
        self._show_state()

    def add_leading(self, widget: QWidget) -> None:
        """Before the tools; for the page's way back."""
        self._leading.addWidget(widget)
        self._leading_host.show()
        self._arrange()

    def show_notes(self, shown: bool) -> None:
        self.notes.setChecked(shown)

    def set_notes_offered(self, offered: bool) -> None:
        """Only where a model reads them."""
        self.notes.setVisible(offered)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        hairline(painter, 0, self.height() - 1, self.width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # How it is built

    def _button(
        self, icon: str, name: str, checkable: bool = False, *, opens: bool = False
    ) -> ToolButton:
        button = ToolButton(icon, checkable=checkable, opens=opens, parent=self)
        button.setObjectName(f"canvas.{name}")
        return button

    def _build(self) -> None:
        host = QWidget(self)
        self._row = FlowRow(host, gap=GAP, end_gap=GAP)
        self._leading_host = QWidget(self)
        self._leading = QHBoxLayout(self._leading_host)
        self._leading.setContentsMargins(0, 0, 8, 0)
        self._leading_host.hide()
        self._sizing = QWidget(self)
        sizing = QHBoxLayout(self._sizing)
        sizing.setContentsMargins(8, 0, 4, 0)
        sizing.setSpacing(8)
        for part in (self.size_label, self.diameter, self.number):
            sizing.addWidget(part)
        self._row.addWidget(self._leading_host)
        for button in self.tools.values():
            self._row.addWidget(button)
        self._row.addWidget(self._sizing)
        self._row.addWidget(self.softness)
        for group in ((self.shape, self.notes), (self.undo, self.redo), self._view_ends()):
            self._row.add_end(self._grouped(group))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 8, EDGE, 9)
        layout.addWidget(host)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.diameter.setRange(0, FINE)
        self.diameter.setObjectName("canvas.size")

    def _grouped(self, buttons: Sequence[ToolButton]) -> QWidget:
        """They go to the next line together."""
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for button in buttons:
            row.addWidget(button)
        return group

    def _view_ends(self) -> tuple[ToolButton, ...]:
        return self.view, self.invert, self.clear

    def _ends(self) -> tuple[ToolButton, ...]:
        return (self.shape, self.notes, self.undo, self.redo, *self._view_ends())

    def _worded(self) -> list[ToolButton]:
        """Those that show their word where there is room, the most important first."""
        painting = (names.BRUSH, names.ERASER, names.LASSO, names.RECTANGLE)
        return [
            *(self.tools[name] for name in painting),
            self.invert,
            self.clear,
            self.shape,
            self.notes,
            self.softness,
        ]

    def _connect(self) -> None:
        for name, button in self.tools.items():
            button.clicked.connect(self._choosing(name))
        self.diameter.valueChanged.connect(self._on_size_moved)
        self.softness.clicked.connect(self._open_softness)
        self.shape.clicked.connect(self._open_shape)
        self.undo.clicked.connect(self._document.undo)
        self.redo.clicked.connect(self._document.redo)
        self.view.toggled.connect(self.inverted_view_wanted)
        self.invert.clicked.connect(self._document.invert)
        self.clear.clicked.connect(self._document.clear_mask)
        self.notes.clicked.connect(self.notes_wanted)
        self._toolbox.chosen.connect(self._show_state)
        self._toolbox.brush_changed.connect(self._show_brush)
        self._document.history_changed.connect(self._show_state)
        self._document.mask_changed.connect(self._show_state)
        self._theme.changed.connect(self._on_theme_changed)

    def _choosing(self, name: str) -> Callable[[], None]:
        def choose() -> None:
            self._toolbox.choose(name)
            self._show_state()

        return choose

    # What it shows

    def _show_state(self) -> None:
        is_free = self._document.has_picture and not self._document.is_busy
        for name, button in self.tools.items():
            button.setChecked(name == self._toolbox.current)
            button.setEnabled(is_free)
        for part in (self.shape, self.notes, self.view, self.invert, self.softness, self.diameter):
            part.setEnabled(is_free)
        self.undo.setEnabled(self._document.can_undo)
        self.redo.setEnabled(self._document.can_redo)
        self.clear.setEnabled(is_free and not self._document.mask.is_empty)

    def _show_brush(self) -> None:
        diameter = self._toolbox.brush.diameter
        self.diameter.blockSignals(True)
        self.diameter.setValue(round(self._toolbox.position_of(diameter) * FINE))
        self.diameter.blockSignals(False)
        self.number.setText(str(round(diameter)))

    def _on_size_moved(self, value: int) -> None:
        self._toolbox.set_diameter(self._toolbox.diameter_at(value / FINE))

    def _on_theme_changed(self) -> None:
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        """A word for each button in the order of their importance, while there is room."""
        self.diameter.setFixedWidth(self._theme.px(96))
        self.number.setFixedWidth(self._theme.px(32))
        shown = [*self.tools.values(), self.softness, *self._ends()]
        for part in shown:
            part.set_compact(True)
        room = self.width() - 2 * EDGE - self._row.sizeHint().width()
        for part in self._worded():
            if not part.isHidden():
                room -= part.full_width() - part.sizeHint().width()
                part.set_compact(room < 0)

    def _open_softness(self) -> None:
        choices = menu(self)
        for softness, text in zip(SOFTNESS, self._softness_words(), strict=True):
            action = choices.addAction(text)
            action.setCheckable(True)
            action.setChecked(softness == self._toolbox.softness)
            action.triggered.connect(self._softening(softness))
        choices.aboutToHide.connect(choices.deleteLater)
        choices.popup(self.softness.mapToGlobal(QPoint(0, self.softness.height() + 4)))

    def _softening(self, softness: float) -> Callable[[], None]:
        return lambda: self._toolbox.set_softness(softness)

    def _open_shape(self) -> None:
        choices = ShapeMenu(self)
        choices.chosen.connect(self.shape_wanted)
        choices.popup_under(self.shape)

    def _softness_words(self) -> list[str]:
        return [
            translate("Canvas", "Hard edge"),
            translate("Canvas", "Slightly soft"),
            translate("Canvas", "Soft"),
            translate("Canvas", "Very soft"),
        ]

    def _retranslate(self) -> None:
        self.size_label.setText(translate("Canvas", "Size", "of the brush"))
        self.diameter.setAccessibleName(translate("Canvas", "Diameter of the brush in pixels"))
        self.diameter.setToolTip(
            translate("Canvas", "Diameter of the brush (keys [ and ], Ctrl+wheel)")
        )
        for button, (text, tip, keys) in self._words():
            button.set_label(text, tip, keys)
        self._arrange()

    def _words(self) -> list[tuple[ToolButton, tuple[str, str, str]]]:
        words = toolbar_words()
        buttons = {
            **self.tools,
            "softness": self.softness,
            "undo": self.undo,
            "redo": self.redo,
            "inverted": self.view,
            "invert": self.invert,
            "clear": self.clear,
            "shape": self.shape,
            "notes": self.notes,
        }
        return [(button, words[name]) for name, button in buttons.items()]
