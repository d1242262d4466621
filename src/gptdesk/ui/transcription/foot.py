"""The one big button of the tab, with what it costs, and how far the work is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, PriceButton
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import hairline
from gptdesk.ui.widgets.progress import ProgressBar

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FootWords:
    """What stands at the foot. Without `label` there is no button; `reason`: why it is grey.

    `fraction` is how far the work is, below 0 for "nobody knows", None where nothing is going on.
    """

    label: str = ""
    price: str = ""
    reason: str = ""
    is_busy: bool = False
    progress: str = ""
    left: str = ""
    fraction: float | None = None
    cost: str = ""


class StartButton(PriceButton):
    """40 px high and as wide as the panel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(icon="audio-lines", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(40))


class StartFoot(QWidget):
    """Write it down, or while that is done: stop and keep what is done.

    Signals:
        start_requested, stop_requested: the button was pressed.
    """

    start_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._words: FootWords | None = None
        self.progress = Label(style="secondary", tabular=True, parent=self)
        self._left = Label(style="secondary", role="text-quiet", parent=self)
        self.bar = ProgressBar(self)
        self.start = StartButton(self)
        self.stop = Button(kind="stop", icon="stop", wide=True, parent=self)
        self.cost = Label(style="secondary", role="text-quiet", marks=True, parent=self)
        self.note = Label(style="secondary", role="text-quiet", parent=self)
        names = {"start": self.start, "stop": self.stop, "cost": self.cost,
                 "progress": self.progress, "bar": self.bar}  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(f"transcription.{name}")
        self._build()
        self._retranslate()
        self.show_words(FootWords())

    def show_words(self, words: FootWords) -> None:
        if words == self._words:
            return
        had_focus = self.start.hasFocus() or self.stop.hasFocus()
        self._words = words
        self.start.setText(words.label)
        self.start.set_price(words.price)
        self.start.setVisible(bool(words.label) and not words.is_busy)
        self.start.setEnabled(not words.reason)
        self.stop.setVisible(words.is_busy)
        self.note.setText(words.reason)
        self.cost.setText(words.cost)
        self.progress.setText(words.progress)
        self._left.setText(words.left)
        for label in (self.note, self.cost, self.progress, self._left):
            label.setVisible(bool(label.text()))
        self.bar.setVisible(words.fraction is not None)
        if words.fraction is not None:
            self.bar.setUpdatesEnabled(False)  # or a new value paints the window at once
            self.bar.set_fraction(None if words.fraction < 0 else words.fraction)
            self.bar.setUpdatesEnabled(True)
        self._fit()
        if had_focus:
            (self.stop if words.is_busy else self.start).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface-sunken"))
        hairline(painter, 0, 0, self.width(), 1)
        hairline(painter, 0, 0, 1, self.height())

    def _fit(self) -> None:
        """By hand: the column above it forgets that the height of labels follows their width."""
        layout = self.layout()
        if layout is not None and self.width() > 0:
            layout.invalidate()
            wanted = layout.totalHeightForWidth(self.width())
            self.setFixedHeight(wanted if wanted > 0 else layout.totalSizeHint().height())

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        line = QHBoxLayout()
        line.addWidget(self.progress)
        line.addStretch(1)
        line.addWidget(self._left)
        layout.addLayout(line)
        for widget in (self.bar, self.start, self.stop, self.cost, self.note):
            layout.addWidget(widget)
        for label in (self.cost, self.note):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._theme.changed.connect(self._fit)
        self.start.clicked.connect(self.start_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _retranslate(self) -> None:
        self.stop.setText(translate("Transcription", "Stop, keep what is done"))
        self.stop.setAccessibleName(self.stop.text())
        self.start.setToolTip(translate("Transcription", "Ctrl+Enter"))
        self.cost.setAccessibleName(translate("Transcription", "Cost"))
        self.progress.setAccessibleName(translate("Transcription", "Progress"))
        self.bar.setAccessibleName(translate("Transcription", "Progress"))
