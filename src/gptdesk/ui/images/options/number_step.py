"""A small whole number with a minus and a plus beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate


class NumberStep(QSpinBox):
    """36 px high; arrows, the wheel and typing work as in every number field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.lineEdit().setStyleSheet("background: transparent; border: none; padding: 0;")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.less = IconButton("minus", small=True, parent=self)
        self.more = IconButton("plus", small=True, parent=self)
        for button in (self.less, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do it
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.setAutoRepeat(True)
        self.less.clicked.connect(self.stepDown)
        self.more.clicked.connect(self.stepUp)
        self.valueChanged.connect(self._enable)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_range(self, least: int, most: int) -> None:
        self.setRange(least, most)
        self._enable()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(88), self._theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        fill, border, width = color("surface"), color("field-border"), 1
        if self.hasFocus():
            border, width = color("accent-text"), 2
        if not self.isEnabled():
            fill, border = color("fill"), color("fill")
        radius = self._theme.radius("control")
        panel(QPainter(self), self.rect(), radius, fill, border, width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.EnabledChange:
            self._enable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side = self._theme.px(28)
        top = (self.height() - side) // 2
        self.less.setGeometry(4, top, side, side)
        self.more.setGeometry(self.width() - side - 4, top, side, side)
        self.lineEdit().setGeometry(side + 6, 3, self.width() - 2 * side - 12, self.height() - 6)

    def _enable(self) -> None:
        self.less.setEnabled(self.isEnabled() and self.value() > self.minimum())
        self.more.setEnabled(self.isEnabled() and self.value() < self.maximum())

    def _restyle(self) -> None:
        self.setFont(self._theme.font("strong", tabular_figures=True))
        self.updateGeometry()
        self._place()
        self.update()

    def _retranslate(self) -> None:
        self.less.set_label(translate("Images", "One less"))
        self.more.set_label(translate("Images", "One more"))
