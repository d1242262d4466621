"""The menu with everything that changes the shape of a picture on this computer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.domain.picture_steps import Flip, QuarterTurn, Step
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.menu import menu

translate = QCoreApplication.translate

CROP, EXTEND, ROTATE, SCALE = "crop", "extend", "rotate", "scale"
AT_ONCE: dict[str, Step] = {
    "turn-left": QuarterTurn(to_right=False),
    "turn-right": QuarterTurn(),
    "flip-sideways": Flip(),
    "flip-over": Flip(is_sideways=False),
}
"""These need no further question."""


class ShapeMenu(QObject):
    """Made for one time.

    Signals:
        chosen: the id of what was picked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._menu = menu(parent)
        theme = Theme.current()
        for name, icon, text in _entries():
            if not name:
                self._menu.addSeparator()
                continue
            action = self._menu.addAction(theme.icon(icon), text)
            action.setData(name)
        self._menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self._menu.aboutToHide.connect(self._menu.deleteLater)
        self._menu.destroyed.connect(self.deleteLater)

    def popup_under(self, button: QWidget) -> None:
        self._menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))


def _entries() -> list[tuple[str, str, str]]:
    return [
        (CROP, "crop", translate("Canvas", "Crop…")),
        (EXTEND, "expand", translate("Canvas", "Extend beyond the edges…")),
        (SCALE, "scaling", translate("Canvas", "Scale…")),
        (ROTATE, "triangle-right", translate("Canvas", "Straighten or rotate…")),
        ("", "", ""),
        ("turn-left", "rotate-ccw", translate("Canvas", "Turn left")),
        ("turn-right", "rotate-cw", translate("Canvas", "Turn right")),
        ("flip-sideways", "flip-vertical-2", translate("Canvas", "Mirror left and right")),
        ("flip-over", "flip-horizontal-2", translate("Canvas", "Mirror top and bottom")),
    ]
