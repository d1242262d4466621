"""A few options side by side, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import panel, text_in

INSET = 2


class Segments(QWidget):
    """A few options side by side, of which one holds.

    Signals:
        chosen: the id of the option that the person picked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._height = 32 if small else 36
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(INSET, INSET, INSET, INSET)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace them; the chosen one stays if it is still there, otherwise it is the first."""
        before = self.current
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for option, text in options:
            button = _Segment(option, text, self._height - 2 * INSET, self)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._layout.addWidget(button)
        ids = [option for option, _text in options]
        if ids:
            self.choose(before if before in ids else ids[0])

    @property
    def current(self) -> str:
        button = self._group.checkedButton()
        return button.option if isinstance(button, _Segment) else ""

    def choose(self, option: str) -> None:
        """Show an option as chosen, without a signal."""
        for button in self._segments():
            is_chosen = button.option == option
            button.setChecked(is_chosen)
            policy = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)

    def set_option_enabled(self, option: str, enabled: bool) -> None:
        for button in self._segments():
            if button.option == option:
                button.setEnabled(enabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        usable = [button for button in self._segments() if button.isEnabled()]
        if step is None or not usable:
            super().keyPressEvent(event)
            return
        now = next((i for i, button in enumerate(usable) if button.isChecked()), 0)
        wanted = usable[(now + step) % len(usable)]
        wanted.click()
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        border = self._theme.color("button-border") if self._theme.is_high_contrast else None
        radius = self._theme.radius("control")
        panel(QPainter(self), self.rect(), radius, self._theme.color("fill"), border)

    def _segments(self) -> list[_Segment]:
        return [button for button in self._group.buttons() if isinstance(button, _Segment)]

    def _on_clicked(self) -> None:
        self.choose(self.current)
        self.chosen.emit(self.current)


class _Segment(QRadioButton):
    def __init__(self, option: str, text: str, height: int, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.option = option
        self._height = height
        self._theme = Theme.current()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoExclusive(False)  # the group does it; two owners would fight
        self.setProperty("focusRadius", 6)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._font(), self.text()) + 24, self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        radius = self._theme.radius("tag")
        role = "text" if self.isChecked() else "text-quiet"
        if not self.isEnabled():
            role = "text-disabled"
        if self.isChecked():
            fill = color("fill-pressed" if self._theme.is_dark else "surface-raised")
            panel(painter, self.rect(), radius, fill, self._outline())
        elif self.underMouse() and self.isEnabled():
            panel(painter, self.rect(), radius, color("fill-hover"))
        middle = Qt.AlignmentFlag.AlignHCenter
        text_in(painter, self.rect(), self.text(), self._font(), color(role), middle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the row knows which ones can be chosen
        else:
            super().keyPressEvent(event)

    def _outline(self) -> QColor | None:
        return None if self.is_flat() else self._theme.color("hairline")

    def is_flat(self) -> bool:
        return self._theme.is_dark and not self._theme.is_high_contrast

    def _font(self) -> QFont:
        return self._theme.font("label")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
