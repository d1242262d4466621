"""A message where the thing happened: cause, what was kept, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.domain.resources import resource_root
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import LEVELS, Label
from gptdesk.ui.widgets.painting import icon_at, panel

if TYPE_CHECKING:
    from gptdesk.ui.widgets.details import Details

translate = QCoreApplication.translate

ICONS = {"error": "circle-x", "warn": "triangle-alert", "info": "info", "ok": "circle-check"}
PADDING = 16
GAP = 12


def has_faq() -> bool:
    """Whether the pages that FAQ links lead to are there."""
    return (resource_root() / "help").is_dir()


class Notice(QWidget):
    """Hidden until it has something to say.

    Signals:
        action: the id of the button that was pressed.
        faq_requested: the FAQ entry that was asked for.
        dismissed: it went away.
    """

    action = Signal(str)
    faq_requested = Signal(str)
    dismissed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, small: bool = False, closable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = Theme.current()
        self._small = small
        self._level, self._icon, self._faq = "info", "", ""
        self._buttons: list[_Action] = []
        self._title = Label(style="strong", parent=self)
        self._title.setWordWrap(True)
        self._text = Label(style="reading", marks=True, parent=self)
        self._text.setWordWrap(True)
        self._row = QWidget(self)
        self._flow = FlowRow(self._row, gap=8)
        self._faq_button = Button(kind="link", icon="circle-question-mark", parent=self._row)
        self._details_button = Button(
            kind="link", trailing_icon="chevron-down", role="text-quiet", parent=self._row
        )
        self._details: Details | None = None
        self._close = IconButton("x", small=True, parent=self) if closable else None
        self._build()
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.hide()

    def show_message(
        self,
        level: str,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        actions: Sequence[tuple[str, str]] = (),
        faq: str = "",
        faq_label: str = "",
        details: str = "",
    ) -> None:
        """Say it. The level is error, warn, info or ok; `**words**` in the text are bold.

        The first action is the next step and filled; `faq` is the id of an FAQ entry.
        """
        self._level, self._icon, self._faq = level, icon or ICONS[level], faq if has_faq() else ""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._set_actions(actions)
        self._faq_button.setText(faq_label or translate("Notice", "Why does this happen?"))
        self._faq_button.setVisible(bool(self._faq))
        self._set_details(details)
        self._details_button.setVisible(bool(details))
        self._fold(True)
        self._row.setVisible(bool(actions or self._faq or details))
        self.setAccessibleName(title)
        self.setAccessibleDescription(self._text.text())
        self.show()
        self.updateGeometry()
        self.update()
        _announce(self)

    def set_text(self, text: str) -> None:
        """Another text under the same title, for a countdown."""
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def dismiss(self) -> None:
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    @property
    def level(self) -> str:
        return self._level

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def text(self) -> str:
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_close()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, role = LEVELS[self._level]
        painter = QPainter(self)
        border = self._theme.color(role) if self._theme.is_high_contrast else None
        panel(painter, self.rect(), self._theme.radius("card"), self._theme.color(fill), border)
        if not self._small:
            size = self._theme.icon_size(20)
            line = self._theme.line("strong")
            icon_at(painter, QRect(PADDING, PADDING, size, line), self._icon, role, size)

    def _build(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addSpacing(4)
        layout.addWidget(self._text)
        layout.addWidget(self._row)
        self._flow.add_end(self._faq_button)
        self._flow.add_end(self._details_button)
        self._faq_button.hide()  # it has no name before there is something to ask
        self._faq_button.clicked.connect(self._on_faq)
        if self._close is not None:
            self._close.clicked.connect(self.dismiss)
        self._details_button.clicked.connect(self._on_details)

    def _set_actions(self, actions: Sequence[tuple[str, str]]) -> None:
        """Buttons are used again and never deleted: see FlowRow."""
        while len(self._buttons) < len(actions):
            self._buttons.append(self._make_button(len(self._buttons)))
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(actions))
        for number, (button, (name, label)) in enumerate(zip(self._buttons, actions, strict=False)):
            button.setObjectName(f"notice.action.{name}" if number else "notice.action")
            button.action = name
            button.setText(label)
            button.setAccessibleName(label)

    def _make_button(self, number: int) -> _Action:
        button = _Action(is_first=number == 0, small=self._small, parent=self._row)
        button.clicked.connect(partial(self._on_action, button))
        self._flow.addWidget(button)
        return button

    def _on_action(self, button: _Action) -> None:
        self.action.emit(button.action)

    def _on_faq(self) -> None:
        self.faq_requested.emit(self._faq)

    def _on_details(self) -> None:
        self._fold(self._details is not None and not self._details.isHidden())

    def _set_details(self, text: str) -> None:
        """The part below is made when there is something to read in it."""
        if text and self._details is None:
            from gptdesk.ui.widgets.details import Details

            self._details = Details(self)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._details)
        if self._details is not None:
            self._details.set_text(text)

    def _fold(self, folded: bool) -> None:
        if self._details is not None:
            self._details.setVisible(not folded)
        self._details_button.set_trailing_icon("chevron-down" if folded else "chevron-up")

    def _restyle(self) -> None:
        left = PADDING if self._small else PADDING + self._theme.icon_size(20) + GAP
        layout = self.layout()
        assert layout is not None
        right = PADDING if self._close is None else PADDING + self._theme.px(28)
        layout.setContentsMargins(left, PADDING, right, PADDING)
        self._row.setContentsMargins(0, GAP, 0, 0)
        self._place_close()
        self.update()

    def _place_close(self) -> None:
        if self._close is not None:
            side = self._theme.px(28)
            self._close.setGeometry(self.width() - side - 12, 12, side, side)

    def _retranslate(self) -> None:
        self._details_button.setText(translate("Notice", "Details"))
        if self._close is not None:
            self._close.set_label(translate("Notice", "Close this message"))


class _Action(Button):
    def __init__(self, *, is_first: bool, small: bool, parent: QWidget) -> None:
        kind, role = ("primary", "") if is_first else ("ghost", "text")
        super().__init__(kind=kind, role=role, small=small, parent=parent)
        self.action = ""


def _announce(widget: QWidget) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # slow to load; not at the start

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
