"""What is painted over the picture that is to be changed, and the way to the canvas."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
        layout.addWidget(self._text, 0, Qt.AlignmentFlag(0))
        self.paint.clicked.connect(self.paint_requested)
        self.clear.clicked.connect(self.clear_requested)
        self._retranslate()

    def show_mask(self, painted: float | None, reason: str = "") -> None:
        """How much of it is painted, None: nothing; the reason says why nothing can be."""
        self._painted, self._reason = painted, reason
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
        self._text.setText(self._reason or self._told())

    def _told(self) -> str:
        if self._painted is None:
            return translate("Images", "Nothing is painted: the whole picture may change.")
        percent = QLocale().toString(max(0.1, self._painted * 100), "f", 1)
        return translate("Images", "{percent} % is painted and will change.").format(
            percent=percent
        )
