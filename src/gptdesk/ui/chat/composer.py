"""Where a message is written and sent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.chat.editor import MessageEditor
from gptdesk.ui.chat.frame import COMPOSER_WIDTH
from gptdesk.ui.chat.popovers import Popovers
from gptdesk.ui.chat.tools_row import State, ToolsRow
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import panel

if TYPE_CHECKING:
    from gptdesk.ui.chat.attaching.tray import PictureTray
    from gptdesk.ui.widgets.modelpicker.picker import ModelPicker
    from gptdesk.ui.widgets.modelpicker.values import ModelGroup

translate = QCoreApplication.translate


class Composer(QWidget):
    """Knows how to ask for text, not what becomes of it.

    The text stays until `set_text` replaces it: whoever stores the message decides when.

    Signals:
        submitted: the text to send, stripped; empty if there are only pictures.
        stop_requested: the running answer is to end.
        text_changed: something was typed or pasted.
        contents_changed: other text or other pictures would be sent now, whoever put them there.
        model_menu_requested: the choice of models is about to open.
        model_chosen: connection id and model.
        setup_requested: the way to the connections in the settings.
        override_saved: connection id, model and what the person says that it can do.
        options_requested: the settings of the answers are about to open.
        options_changed: the ChatOptions that were set.
        attach_refused: the greyed paperclip was clicked; the reason is wanted.
    """

    submitted = Signal(str)
    stop_requested = Signal()
    text_changed = Signal(str)
    contents_changed = Signal()
    model_menu_requested = Signal()
    model_chosen = Signal(str, str)
    setup_requested = Signal()
    override_saved = Signal(str, str, object)
    options_requested = Signal()
    options_changed = Signal(object)
    attach_refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        self._is_unready = True
        self._is_first = False
        self._is_known = False
        self._pictures = 0
        self._are_pictures_ready = True
        self.editor = MessageEditor(self)
        self.tools = ToolsRow(self)
        self.attach, self.model = self.tools.attach, self.tools.model
        self.options, self.cost = self.tools.options, self.tools.cost
        self.reason, self.reason_link = self.tools.reason, self.tools.reason_link
        self.send, self.stop = self.tools.send, self.tools.stop
        self.popovers = Popovers(self)
        self._build()
        self._connect()
        self._retranslate()
        self._refresh()

    @property
    def popup(self) -> ModelPicker:
        """The choice of models."""
        return self.popovers.models

    @cached_property
    def tray(self) -> PictureTray:
        """The pictures above the text; made with the first one."""
        from gptdesk.ui.chat.attaching.tray import PictureTray

        tray = PictureTray(self)
        self._text_row.insertWidget(0, tray)
        tray.left.connect(self.editor.setFocus)
        return tray

    # Values in

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def text(self) -> str:
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace what is there, the cursor at its end; no `text_changed` for that."""
        if text == self.text():
            return
        blocked = self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        self.editor.blockSignals(blocked)
        cursor = self.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.editor.setTextCursor(cursor)
        self.editor.fit()
        self._refresh()
        self.contents_changed.emit()

    def set_busy(self, busy: bool) -> None:
        """While an answer comes, Stop stands where Send was."""
        if busy == self._is_busy:
            return
        had_focus = self.send.hasFocus() or self.stop.hasFocus()
        self._is_busy = busy
        self._retranslate()
        self._refresh()
        if had_focus:
            self.editor.setFocus()

    def set_unready(self, unready: bool, *, first_start: bool = False) -> None:
        """Without a connection nothing can be sent, and the reason stands beside the button."""
        self._is_known = True
        self._is_unready = unready
        self._is_first = first_start
        self._retranslate()
        self._refresh()

    def set_model(self, label: str) -> None:
        self.tools.set_model(label)
        self._retranslate()

    def set_cost(self, label: str, price: str = "") -> None:
        """`price` stands on the button, `label` beside the model."""
        self.tools.set_cost(label, price)

    def set_pictures(self, count: int, *, ready: bool) -> None:
        """How many stand above the text; nothing is sent before all of them are ready."""
        self._pictures, self._are_pictures_ready = count, ready
        self._refresh()
        self.contents_changed.emit()

    def set_models(self, groups: Sequence[ModelGroup], current: tuple[str, str]) -> None:
        self.popup.set_groups(groups, current)

    def set_tuned(self, tuned: bool) -> None:
        """Whether anything is set for the answers of this chat."""
        self.options.set_kind("tint" if tuned else "ghost")

    def set_send_with_enter(self, with_enter: bool) -> None:
        self.editor.set_send_with_enter(with_enter)

    # Gestures out

    def choose_model(self) -> None:
        """Open the choice of models."""
        self.model_menu_requested.emit()
        self.popup.open_above(self.model)

    def choose_options(self) -> None:
        """Open the settings of the answers."""
        self.options_requested.emit()
        self.popovers.options.open_above(self.options)

    def submit(self) -> None:
        """Send, if there is something and nothing stands in the way."""
        if self._has_contents() and not self._is_busy and not self._is_unready:
            self.submitted.emit(self.text().strip())

    def tab_parts(self) -> list[QWidget]:
        """What the Tab key goes through: pictures are made last and stand first."""
        tray = [self.tray] if "tray" in self.__dict__ else []
        return [*tray, self.editor, *self.tools.hands()]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        is_focused = self.editor.hasFocus()
        border = theme.color("accent-text" if is_focused else "button-border")
        fill = theme.color("surface-raised")
        panel(QPainter(self), self.rect(), theme.radius("card"), fill, border)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        # Qt hands what a disabled button does not take to the widget behind it
        if self.attach.geometry().contains(event.position().toPoint()):
            self.attach_refused.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setMaximumWidth(Theme.current().px(COMPOSER_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 8, 8)
        layout.setSpacing(8)
        self._text_row = QVBoxLayout()
        self._text_row.setContentsMargins(16, 0, 0, 0)
        self._text_row.setSpacing(12)
        self._text_row.addWidget(self.editor)
        layout.addLayout(self._text_row)
        layout.addLayout(self.tools)

    def _connect(self) -> None:
        self.editor.submitted.connect(self.submit)
        self.editor.escaped.connect(self._on_escaped)
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.focus_changed.connect(self._on_focus_changed)
        self.send.clicked.connect(self.submit)
        self.stop.clicked.connect(self.stop_requested)
        self.model.clicked.connect(self.choose_model)
        self.options.clicked.connect(self.choose_options)
        self.reason_link.activated.connect(self.setup_requested)
        Theme.current().changed.connect(self._on_theme_changed)

    def _on_text_changed(self) -> None:
        self._refresh()
        self.text_changed.emit(self.text())
        self.contents_changed.emit()

    def _on_escaped(self) -> None:
        if self._is_busy:
            self.stop_requested.emit()

    def _on_focus_changed(self, _has_focus: bool) -> None:
        self.update()

    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(Theme.current().px(COMPOSER_WIDTH))
        self.update()

    def _refresh(self) -> None:
        self.send.setEnabled(self._has_contents() and not self._is_unready)
        self.tools.show_state(self._state())

    def _has_contents(self) -> bool:
        return bool(self.text().strip() or self._pictures) and self._are_pictures_ready

    def _retranslate(self) -> None:
        self.editor.setAccessibleName(translate("Composer", "Message"))
        self.editor.setPlaceholderText(self._placeholder())
        if self.isVisible():
            self.editor.viewport().update()  # Qt forgets to draw the new one in an empty field
        self.tools.retranslate(self._state())

    def _state(self) -> State:
        return State(self._is_known, self._is_busy, self._is_unready, self._is_first)

    def _placeholder(self) -> str:
        if self._is_busy:
            return translate(
                "Composer", "You can write the next message now and send it after the answer"
            )
        if self._is_unready and self._is_first:
            return translate("Composer", "You can already write your question; it is kept")
        return translate("Composer", "Write a message")
