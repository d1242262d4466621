"""The field for a model: free text, with what the service offers to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QStringListModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.fields import TextField

translate = QCoreApplication.translate


class ModelField(TextField):
    """Offers names while typing; the arrow shows all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._arrow: IconButton | None = None
        super().__init__(parent)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(12)
        self.setCompleter(self._completer)
        self._arrow = IconButton("chevron-down", small=True, size=24, parent=self)
        self._arrow.setObjectName("settings.model.show")
        self._arrow.setCursor(Qt.CursorShape.ArrowCursor)
        self._arrow.clicked.connect(self._on_arrow)
        self._arrow.hide()
        self._restyle()
        self._retranslate()

    def set_models(self, names: Sequence[str]) -> None:
        assert self._arrow is not None
        if list(names) == self.models():
            return  # a list that is just being shown would close
        self._names.setStringList(list(names))
        self._arrow.setVisible(bool(names))
        self._retranslate()

    def models(self) -> list[str]:
        return self._names.stringList()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _on_arrow(self) -> None:
        self.setFocus()
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    def _restyle(self) -> None:
        super()._restyle()
        self._place()

    def _right_margin(self) -> int:
        return self._theme.px(28)

    def _place(self) -> None:
        if self._arrow is not None:
            side = Theme.current().px(24)
            top = (self.height() - side) // 2
            self._arrow.setGeometry(self.width() - side - 8, top, side, side)

    def _retranslate(self) -> None:
        if self._arrow is not None:
            self._arrow.set_label(translate("Settings", "Show the models of this service"))
        if self.models():
            hint = translate("Settings", "Chosen by itself; the arrow shows all of them")
        else:
            hint = translate("Settings", "The check-up fetches the list")
        self.setPlaceholderText(hint)
