"""Under the table: where the figure under the keyboard comes from, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gptdesk.ui.learn.models.table import Row
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import ElidedLabel, Label

translate = QCoreApplication.translate


class Foot(QWidget):
    """Signals:
    use_requested: the Row that is current is to be used in Chat.
    """

    use_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._count = 0
        self._total = Label(style="secondary", role="text-quiet", tabular=True)
        self._source = ElidedLabel(style="secondary", role="text-quiet")
        self._source.setObjectName("learn.models.source")
        self._use = Button(kind="soft", icon="message-circle", small=True)
        self._use.setObjectName("learn.models.use")
        self._use.clicked.connect(self._on_use)
        self._use.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._total, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._source, 1)
        layout.addWidget(self._use)
        self._retranslate()

    def show_count(self, count: int) -> None:
        self._count = count
        self._retranslate()

    def show_row(self, row: Row | None, column: int) -> None:
        self._row = row
        tip = row.cells[column].tip if row is not None and column < len(row.cells) else ""
        self._source.setText(" · ".join(tip.splitlines()))
        self._use.setVisible(row is not None and row.use is not None)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._total.setText(translate("Explorer", "%n row(s)", None, self._count))
        self._use.setText(translate("Explorer", "Use in Chat"))
        if self._row is not None and self._row.use is not None:
            text = translate("Explorer", "Use {model} in Chat").format(model=self._row.use[1])
            self._use.setAccessibleName(text)

    def _on_use(self) -> None:
        if self._row is not None:
            self.use_requested.emit(self._row)
