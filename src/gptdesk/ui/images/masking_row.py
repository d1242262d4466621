"""What is painted over the picture that is to be changed, and the way to the canvas."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.domain.attachments import Attachment
from gptdesk.ui.images.options.tick import Tick
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate


class MaskingRow(QWidget):
    """Only shown while a picture is edited.

    Signals:
        paint_requested: the canvas is to open.
        clear_requested: what was painted is to go.
    """

    paint_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painted: float | None = None
        self._reason = ""
        self._file: Attachment | None = None
        self.paint = Button(kind="tint", icon="brush", small=True, parent=self)
        self.clear = IconButton("x", small=True, parent=self)
        self._text = Label(style="secondary", role="text-quiet", parent=self)
        self._text.setWordWrap(True)
        self.paint.setObjectName("images.paint")
        self.clear.setObjectName("images.clear_mask")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.paint)
        row.addWidget(self.clear)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._text)
        self.ticks = (Tick(self), Tick(self), Tick(self))
        for tick in self.ticks:
            layout.addWidget(tick)
        self.paint.clicked.connect(self.paint_requested)
        self.clear.clicked.connect(self.clear_requested)
        self._retranslate()

    def show_mask(
        self, painted: float | None, reason: str = "", file: Attachment | None = None
    ) -> None:
        """How much of it is painted, None: nothing; the reason says why nothing can be."""
        self._painted, self._reason, self._file = painted, reason, file
        self.paint.setEnabled(not reason)
        self.clear.setVisible(painted is not None)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        has_mask = self._painted is not None
        self.paint.setText(
            translate("Images", "Paint on") if has_mask else translate("Images", "Paint a part")
        )
        self.paint.setToolTip(
            translate("Images", "Brush over what is to change (a mask); the rest stays.")
        )
        self.clear.set_label(translate("Images", "Take the painted area away"))
        nothing = translate("Images", "Nothing is painted: the whole picture may change.")
        self._text.setText(self._reason or nothing)
        self._text.setVisible(bool(self._reason) or not has_mask)
        for tick, text in zip(self.ticks, self._told(), strict=True):
            tick.set_text("" if self._reason or not has_mask else text)

    def _told(self) -> tuple[str, str, str]:
        """Three things that say that the painted area will be accepted."""
        percent = QLocale().toString(max(0.1, (self._painted or 0.0) * 100), "f", 1)
        size = f"{self._file.width} × {self._file.height}" if self._file is not None else ""
        painted = translate("Images", "{percent} % is painted").format(percent=percent)
        if not self._painted:
            painted = translate("Images", "The painted area of the last time is kept")
        return (
            translate("Images", "As large as the picture: {size}").format(size=size),
            painted,
            translate("Images", "The original is kept, to be compared at any time"),
        )
