"""How large the picture is shown, and the buttons that change it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gptdesk.ui.images.canvas.viewport import STEP
from gptdesk.ui.images.canvas.zoomable import Zoomable
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate


class ZoomPill(QWidget):
    """Lies over the lower right corner of the canvas."""

    def __init__(self, view: Zoomable) -> None:
        super().__init__(view)
        self._view = view
        self._theme = Theme.current()
        self.smaller = IconButton("minus", small=True, parent=self)
        self.percent = Button(kind="ghost", small=True, parent=self)
        self.larger = IconButton("plus", small=True, parent=self)
        self.fit = IconButton("maximize", small=True, parent=self)
        self.percent.setObjectName("canvas.zoom")
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(4, 3, 4, 3)
        layout.setSpacing(0)
        for button in (self.smaller, self.percent, self.larger, self.fit):
            layout.addWidget(button)
        self.smaller.clicked.connect(lambda: view.zoom_by(1 / STEP))
        self.larger.clicked.connect(lambda: view.zoom_by(STEP))
        self.percent.clicked.connect(view.show_actual)
        self.fit.clicked.connect(view.fit)
        view.zoom_changed.connect(self._show_zoom)
        self._theme.changed.connect(self._show_zoom)
        self._retranslate()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def place(self) -> None:
        """In its corner, whatever the size of the canvas."""
        self.adjustSize()
        room = self._view.rect()
        self.move(room.right() - self.width() - 15, room.bottom() - self.height() - 15)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        radius = self._theme.radius("control")
        panel(QPainter(self), self.rect(), radius, color("surface-raised"), color("hairline"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show_zoom(self) -> None:
        viewport = self._view.viewport
        self.setVisible(self._view.has_picture)
        zoom = round(viewport.zoom * 100)
        self.percent.setText(translate("Canvas", "{percent} %").format(percent=zoom))
        self.fit.setEnabled(not viewport.is_fitted)
        self.place()

    def _retranslate(self) -> None:
        self.smaller.set_label(translate("Canvas", "Smaller"), "-")
        self.larger.set_label(translate("Canvas", "Larger"), "+")
        self.fit.set_label(translate("Canvas", "Show all of it"), "0")
        tip = translate("Canvas", "Real size: a pixel of the picture on a pixel of the screen (1)")
        self.percent.setToolTip(tip)
        self.percent.setAccessibleDescription(tip)
        self._show_zoom()
