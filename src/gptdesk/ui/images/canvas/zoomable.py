"""A widget that shows a picture and can be zoomed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.ui.images.canvas.viewport import Viewport


class Zoomable(QWidget):
    """What the zoom buttons need to know of a view.

    Signals:
        zoom_changed: another part is seen, or the same one larger or smaller.
    """

    zoom_changed = Signal()
    viewport: Viewport

    @property
    def has_picture(self) -> bool:
        raise NotImplementedError

    def fit(self) -> None:
        raise NotImplementedError

    def show_actual(self) -> None:
        raise NotImplementedError

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        raise NotImplementedError
