"""Where one may read on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.help.stack import Stack
from gptdesk.ui.widgets.labels import Label, LinkLabel
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate


class RelatedRow(Stack):
    """Signals:
    activated: the address of a link.
    """

    activated = Signal(str)

    def __init__(self, links: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(0, 16, 0, 0))
        self.setObjectName("help.related")
        holder = QWidget(self)
        row = FlowRow(holder, gap=16)
        self._label = Label(style="label", role="text-quiet", parent=row)
        row.addWidget(self._label)
        self.links = [LinkLabel(title, parent=row) for _address, title in links]
        for link, (address, _title) in zip(self.links, links, strict=True):
            link.activated.connect(partial(self.activated.emit, address))
            row.addWidget(link)
        self.add(holder)
        self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, 0, self.width(), 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._label.setText(translate("Help", "Related:"))
