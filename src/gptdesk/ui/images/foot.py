"""The one big button of the tab, with what it costs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.domain.images import Way
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, PriceButton
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

EDGE = 16


class GenerateButton(PriceButton):
    """40 px high and as wide as the panel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(icon="sparkles", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(40))


class GenerateFoot(QWidget):
    """Several jobs may run: the button stays, and Stop stands below it while one does.

    Signals:
        generate_requested, stop_requested: the button was pressed.
    """

    generate_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._way, self._count, self._has_mask = Way.MAKE, 1, False
        self._running = 0
        self.generate = GenerateButton(self)
        self.stop = Button(kind="stop", icon="stop", parent=self)
        self.cost = Label(style="secondary", role="text-quiet", marks=True, parent=self)
        self.note = Label(style="secondary", role="text-quiet", parent=self)
        self.generate.setObjectName("images.generate")
        self.stop.setObjectName("images.stop")
        self.cost.setObjectName("images.cost")
        self._build()
        self._retranslate()
        self.set_running(0)

    def set_order(self, way: Way, count: int, *, has_mask: bool = False) -> None:
        """What the button will do."""
        self._way, self._count, self._has_mask = way, count, has_mask
        self._retranslate()

    def set_running(self, jobs: int) -> None:
        """How many jobs are under way."""
        had_focus = self.stop.hasFocus()
        self._running = jobs
        self.stop.setVisible(jobs > 0)
        if had_focus and not jobs:
            self.generate.setFocus()
        self._retranslate()

    def set_ready(self, reason: str = "") -> None:
        """Why it cannot be pressed; empty where it can."""
        self.generate.setEnabled(not reason)
        self.note.setText(reason)
        self.note.setVisible(bool(reason))
        self.cost.setVisible(not reason and bool(self.cost.text()))

    def set_cost(self, price: str, told: str) -> None:
        """The price on the button, and a sentence below it."""
        self.generate.set_price(price)
        self._shorten()
        self.cost.setText(told)
        self.cost.setVisible(bool(told) and self.note.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface-sunken"))
        hairline(painter, 0, 0, self.width(), 1)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.generate, 1)
        buttons.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 12, EDGE, 12)
        layout.setSpacing(6)
        layout.addLayout(buttons)
        for label in (self.cost, self.note):
            layout.addWidget(label)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.hide()
        self.stop.setFixedHeight(self._theme.px(40))
        self.generate.clicked.connect(self.generate_requested)
        self.stop.clicked.connect(self.stop_requested)
        self._theme.changed.connect(self._restyle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _shorten(self) -> None:
        """Stop gives its word up before the price has to."""
        text = translate("Images", "Stop")
        self.stop.setText(text)
        wanted = self.generate.sizeHint().width() + self.stop.sizeHint().width() + 8
        if wanted > self.width() - 2 * EDGE:
            self.stop.setText("")

    def _restyle(self) -> None:
        self.stop.setFixedHeight(self._theme.px(40))
        self.update()

    def _retranslate(self) -> None:
        self.generate.setText(self._label())
        self._shorten()
        self.stop.setAccessibleName(translate("Images", "Stop, keep what came"))
        self.stop.setToolTip(self.stop.accessibleName())
        self.cost.setAccessibleName(translate("Images", "Cost"))
        self.cost.setToolTip(
            translate(
                "Images",
                "Worked out from size, quality, number and your pictures, and from what recent "
                "pictures of this model cost. What was really used stands below each picture.",
            )
        )

    def _label(self) -> str:
        several = self._count > 1
        if self._way is Way.EDIT and self._has_mask and not several:
            return translate("Images", "Redraw this part")
        texts = {
            Way.MAKE: translate("Images", "Generate"),
            Way.EDIT: translate("Images", "Change"),
            Way.VARY: translate("Images", "Vary"),
        }
        if not several:
            return texts[self._way]
        counted = translate("Images", "{action} {count}")
        return counted.format(action=texts[self._way], count=self._count)
