"""The large area in the middle: nothing yet, a picture that forms, a finished one, or a guest."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.images.showing.forming import FormingView
from gptdesk.ui.images.showing.result import ResultView
from gptdesk.ui.widgets.empty import EmptyState

translate = QCoreApplication.translate

MARGIN = 24


class Stage(QWidget):
    """One view at a time. Canvas, comparison and gallery come as guests from outside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.stage")
        self._is_practice = False
        self._has_idea = True
        self._stack = QStackedWidget(self)
        self.empty = EmptyState("images", self._stack, width=380)
        self.forming = FormingView(self._stack)
        self.result = ResultView(self._stack)
        for view in (self.empty, self.forming, self.result):
            self._stack.addWidget(view)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._stack)
        self.show_empty()
        self._retranslate()

    @property
    def current(self) -> QWidget | None:
        return self._stack.currentWidget()

    def show_empty(self) -> None:
        self._show(self.empty)

    def show_forming(self) -> None:
        self._show(self.forming)

    def show_result(self) -> None:
        self._show(self.result)

    def add_guest(self, widget: QWidget) -> None:
        """A view from another part; shown with `show_guest`."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)

    def show_guest(self, widget: QWidget, *, margins: bool = False) -> None:
        self.add_guest(widget)
        self._show(widget, margins=margins)

    def set_practice(self, is_practice: bool) -> None:
        """Whether nothing but practice drawings can be had."""
        self._is_practice = is_practice
        self._retranslate()

    def set_idea(self, wanted: bool) -> None:
        """Whether an idea is offered as the first step: not beside a prompt that is written."""
        self._has_idea = wanted
        self.empty.set_action(translate("Images", "Start with an idea") if wanted else "")

    def shutdown(self) -> None:
        self.forming.pane.shutdown()
        self.result.pane.shutdown()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self, widget: QWidget, *, margins: bool = True) -> None:
        edge = MARGIN if margins else 0
        below = 12 if margins else 0
        self._layout.setContentsMargins(edge, edge, edge, below)
        self._stack.setCurrentWidget(widget)

    def _retranslate(self) -> None:
        text = translate(
            "Images",
            "Say what is to be seen, and look at the price before you press. Each picture is kept "
            "with its description and settings.",
        )
        if self._is_practice:
            text = translate(
                "Images",
                "Without a picture service gptdesk draws simple practice pictures itself, for "
                "nothing: sizes, masks and editing work as they do later with a real model.",
            )
        self.empty.set_texts(translate("Images", "Describe a picture"), text)
        self.set_idea(self._has_idea)
