"""The paperclip, and the ways to a picture behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.ui.widgets.buttons import IconButton

translate = QCoreApplication.translate


class AttachButton(IconButton):
    """Live where the model takes pictures; greyed it says why in its tooltip.

    Signals:
        files_wanted: pictures are to be chosen from the disk.
        paste_wanted: what is on the clipboard.
        screenshot_wanted: a part of the screen; True if the window is to go out of the way first.
    """

    files_wanted = Signal()
    paste_wanted = Signal()
    screenshot_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("paperclip", parent=parent)
        self.setObjectName("chat.attach")
        self._reason = ""
        self.clicked.connect(self.open_menu)
        self._retranslate()

    @property
    def reason(self) -> str:
        """Why it is greyed, empty while it is live."""
        return self._reason

    def set_reason(self, reason: str) -> None:
        self._reason = reason
        self.setEnabled(not reason)
        self._retranslate()

    def open_menu(self) -> None:
        from gptdesk.ui.widgets.menu import menu

        ways = menu(self)
        ways.addAction(translate("Attach", "Choose pictures…"), self.files_wanted.emit)
        ways.addAction(translate("Attach", "Paste from the clipboard"), self.paste_wanted.emit)
        ways.addSeparator()
        ways.addAction(
            translate("Attach", "Part of the screen…"), lambda: self.screenshot_wanted.emit(False)
        )
        ways.addAction(
            translate("Attach", "Part of the screen, without gptdesk…"),
            lambda: self.screenshot_wanted.emit(True),
        )
        ways.aboutToHide.connect(ways.deleteLater)
        above = QPoint(0, -ways.sizeHint().height() - 4)
        ways.popup(self.mapToGlobal(above))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_label(translate("Attach", "Attach pictures"))
        self.setAccessibleDescription(self._reason)
        if self._reason:
            self.setToolTip(self._reason)
