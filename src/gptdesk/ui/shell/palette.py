"""The command palette: everything in one list, found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gptdesk.ui.shell.command import DO, Command, Hit, Provider, find
from gptdesk.ui.shell.palette_list import PaletteList
from gptdesk.ui.shell.status import key_names
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import (
    hairline,
    icon_at,
    key_cap,
    key_cap_width,
    panel,
    shadow,
    text_in,
)

__all__ = ["Command", "Palette", "Provider"]

translate = QCoreApplication.translate

WIDTH = 648
HIGHEST = 540
TOP = 80
INPUT = 56
FOOTER = 36
ACTIONS_ONLY = ">"


class Palette(QWidget):
    """Lies over the whole window while it is open. `providers` may grow later.

    Signals:
        closed: it is gone.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, providers: Sequence[Provider]) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._window = parent
        self._theme = Theme.current()
        self._providers = providers
        self._before: QWidget | None = None
        self._box = _Box(self)
        self._box.input.textChanged.connect(self._on_typed)
        self._box.input.installEventFilter(self)
        self._box.list.picked.connect(self._run)
        parent.installEventFilter(self)
        self._theme.changed.connect(self._place)
        self._retranslate()
        self.hide()

    def open(self, text: str = "") -> None:
        """Show it with `text` typed already."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._box.input.setText(text)
        self._on_typed(text)
        self._place()
        self.show()
        self.raise_()
        self._box.input.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Go away; the keyboard returns to where it was."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and _is_usable(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    @property
    def titles(self) -> list[str]:
        """What it lists now."""
        return self._box.list.titles

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and not self.isHidden():
                self._place()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("scrim"))
        shadow(painter, self._box.geometry(), self._theme.radius("card"))

    def _on_typed(self, text: str) -> None:
        only_actions = text.lstrip().startswith(ACTIONS_ONLY)
        typed = text.lstrip().removeprefix(ACTIONS_ONLY).strip()
        commands = [command for provider in self._providers for command in provider(typed)]
        if only_actions:
            commands = [command for command in commands if command.group == DO]
        self._box.show_hits(find(commands, typed))
        self._place()
        self._announce()

    def _on_key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Backtab: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._box.list.move(steps[key])
            self._announce()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._box.list.current)
        else:
            return False
        return True

    def _run(self, command: Command | None) -> None:
        if command is not None:
            self.dismiss()
            command.run()

    def _announce(self) -> None:
        command = self._box.list.current
        if command is not None and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._box.input, command.title)
            QAccessible.updateAccessibility(event)

    def _place(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        width = min(self._theme.px(WIDTH), window.width() - 32)
        top = min(TOP, max(16, window.height() // 10))
        highest = min(self._theme.px(HIGHEST), window.height() - top - 32)
        height = min(highest, self._box.wanted_height())
        self._box.setGeometry((window.width() - width) // 2, top, width, height)
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Palette", "Find anything"))
        self._box.retranslate()


class _Box(QWidget):
    """The visible part: input, list, footer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.input = QLineEdit(self)
        self.input.setObjectName("palette.input")
        self.input.setProperty("plain", True)
        self.list = PaletteList(self)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.input)
        self._layout.addWidget(self.list, 1)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.list.show_hits(hits)
        self.update()

    def wanted_height(self) -> int:
        rows = max(self.list.rows_height(), self._theme.px(40))
        return self._theme.px(INPUT) + 1 + rows + self._theme.px(FOOTER) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        radius = self._theme.radius("card")
        panel(painter, self.rect(), radius, color("surface-raised"), color("hairline"))
        head = self._theme.px(INPUT)
        size = self._theme.icon_size(20)
        icon_at(painter, QRect(16, 0, size, head), "search", "text-quiet", size)
        escape = key_names("Esc")
        width = key_cap_width(self._theme, escape)
        key_cap(painter, QRect(self.width() - 16 - width, 0, width, head), escape)
        hairline(painter, 1, head, self.width() - 1, head + 1)
        self._draw_footer(painter)
        if not self.list.titles:
            self._draw_nothing(painter, head)

    def retranslate(self) -> None:
        self.input.setPlaceholderText(
            translate("Palette", "Go to a page, do something, or find a chat")
        )
        self.input.setAccessibleName(translate("Palette", "Find anything"))
        self.list.setAccessibleName(translate("Palette", "What was found"))
        self.list.viewport().update()
        self.update()

    def _draw_nothing(self, painter: QPainter, head: int) -> None:
        room = QRect(48, head + 1, self.width() - 64, self._theme.px(40))
        words = translate("Palette", "Nothing fits. Try fewer letters, Chinese or English.")
        text_in(painter, room, words, self._theme.font("base"), self._theme.color("text-quiet"))

    def _draw_footer(self, painter: QPainter) -> None:
        height = self._theme.px(FOOTER)
        top = self.height() - height
        hairline(painter, 1, top - 1, self.width() - 1, top)
        font, color = self._theme.font("secondary"), self._theme.color("text-quiet")
        x = 16
        for keys, words in (
            ("↑ ↓", translate("Palette", "choose")),
            (key_names("Enter"), translate("Palette", "open")),
            (ACTIONS_ONLY, translate("Palette", "actions only")),
        ):
            width = key_cap_width(self._theme, keys)
            key_cap(painter, QRect(x, top, width, height), keys)
            x += width + 8
            used = text_width(font, words)
            text_in(painter, QRect(x, top, used, height), words, font, color)
            x += used + 16
        words = translate("Palette", "中文也能搜")  # an invitation in the other language
        used = text_width(font, words)
        if x + used + 16 <= self.width():
            room = QRect(self.width() - 16 - used, top, used, height)
            text_in(painter, room, words, font, color)

    def _restyle(self) -> None:
        head, foot = self._theme.px(INPUT), self._theme.px(FOOTER)
        keys = key_cap_width(self._theme, key_names("Esc")) + 24
        self._layout.setContentsMargins(1, 0, 1, foot + 1)
        self.input.setFont(self._theme.font("door-title-plain"))
        self.input.setTextMargins(16 + self._theme.icon_size(20) + 12, 0, keys, 0)
        self.input.setFixedHeight(head + 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self.wanted_height())


def _is_usable(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return isValid(widget) and widget.isVisible()
