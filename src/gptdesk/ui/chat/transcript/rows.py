"""The widgets of one message: what was asked, and what was answered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from gptdesk.domain.markdown_blocks import Paragraph, Text
from gptdesk.domain.messages import ChatMessage, MessageState
from gptdesk.ui.chat.transcript.caret import Caret, end_of_text
from gptdesk.ui.chat.transcript.footer import Footer
from gptdesk.ui.chat.transcript.measures import (
    ABOVE_ACTIONS,
    ACTIONS,
    GAP,
    GLYPH_INSET,
    OWN_WIDTH,
    OWN_X,
    OWN_Y,
)
from gptdesk.ui.chat.transcript.reasoning import ReasoningChip
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.document.view import DocumentView
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

MARK_GAP = 4
CHIP_GAP = 12
INSET = 8
"""Room at the sides for what stands outside the column: icons, focus rings."""


class Row(QWidget):
    """A message, as wide as the column and a little more.

    Signals:
        resized: it needs another height now.
        action: copy, plain, regenerate or continue.
        version_requested: one step back or forth.
        link_activated: the address of a link.
    """

    resized = Signal()
    action = Signal(str)
    version_requested = Signal(int)
    link_activated = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.message: ChatMessage | None = None
        self.note: QWidget | None = None
        self.mark = ""
        self._width = 0
        self._content = 0
        self.body = DocumentView(self)
        self.body.setObjectName("transcript.text")
        self.body.link_activated.connect(self.link_activated)

    @property
    def is_own(self) -> bool:
        return False

    def show_message(self, message: ChatMessage, cost: str) -> None:
        """Show it, keeping whatever of it is shown already."""
        raise NotImplementedError

    def lay_out(self, width: int) -> int:
        """Put everything in its place for a column this wide; returns the height with the gap."""
        self._width = width
        self._content = self._lay_out_content(width)
        height = self._content
        if self.note is not None:
            height += self._gap_before_note()
            wanted = self.note.heightForWidth(width)
            wanted = wanted if wanted > 0 else self.note.sizeHint().height()
            self.note.setGeometry(INSET, height, width, wanted)
            self.note.show()
            height += wanted
        return height + GAP

    def set_note(self, note: QWidget | None, mark: str = "") -> None:
        """A notice under the message, and a line that says how the message is."""
        self.note, self.mark = note, mark
        if note is not None:
            note.setParent(self)
        self.update()

    def restyle(self) -> None:
        self.body.restyle()
        self.update()

    def stop(self) -> None:
        """Nothing moves any more."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def find_in_text(self, text: str, number: int) -> QTextCursor | None:
        """The `number`-th place where the text stands, or the last one there is."""
        found = None
        cursor = QTextCursor(self.body.markdown)
        for _ in range(number + 1):
            cursor = self.body.markdown.find(text, cursor)
            if cursor.isNull():
                break
            found = QTextCursor(cursor)
        return found

    def top_of(self, cursor: QTextCursor) -> int:
        """How far below the top of the row this place of the text is."""
        rect = self.body.cursorRect(cursor)
        return self.body.y() + rect.top()

    def _lay_out_content(self, width: int) -> int:
        raise NotImplementedError

    def _gap_before_note(self) -> int:
        return GAP

    def _retranslate(self) -> None:
        """Names in the language of the moment."""


class OwnRow(Row):
    """What the person wrote, in a soft fill at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bubble = QRect()
        self._copy = IconButton("copy", small=True, parent=self)
        self._copy.setObjectName("transcript.copy")
        self._copy.clicked.connect(lambda: self.action.emit("copy"))
        self._retranslate()

    @property
    def is_own(self) -> bool:
        return True

    def show_message(self, message: ChatMessage, cost: str) -> None:
        if self.message is None or self.message.text != message.text:
            lines = message.text.replace("\r\n", "\n").split("\n")
            blocks = [Paragraph((Text(line),), number > 0) for number, line in enumerate(lines)]
            self.body.markdown.reset()
            self.body.markdown.show_blocks(blocks, [])
        self.message = message
        self._show_copy()
        self._retranslate()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_copy()

    def leaveEvent(self, event: QEvent) -> None:
        self._show_copy()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        border = self._theme.color("hairline") if self._theme.is_high_contrast else None
        radius = self._theme.radius("card")
        panel(painter, self._bubble, radius, self._theme.color("fill"), border)
        if self.mark:
            self._draw_mark(painter)

    def _lay_out_content(self, width: int) -> int:
        widest = min(self._theme.px(OWN_WIDTH), width)
        self.body.set_text_width(widest - 2 * OWN_X)
        inner = min(self.body.natural_width() + 1, widest - 2 * OWN_X)
        self.body.set_text_width(inner)  # or the text could be scrolled sideways in its bubble
        bubble = inner + 2 * OWN_X
        height = self.body.text_height()
        left = INSET + width - bubble
        self._bubble = QRect(left, 0, bubble, height + 2 * OWN_Y)
        self.body.place(left + OWN_X, OWN_Y, height)
        side = self._theme.px(ACTIONS)
        self._copy.setGeometry(left - side - 4, 4, side, side)
        mark = MARK_GAP + self._theme.line("label") if self.mark else 0
        return self._bubble.height() + mark

    def _draw_mark(self, painter: QPainter) -> None:
        line = self._theme.line("label")
        place = QRect(0, self._bubble.bottom() + 1 + MARK_GAP, INSET + self._width, line)
        color = self._theme.color("error")
        font = self._theme.font("label")
        text_in(painter, place, self.mark, font, color, Qt.AlignmentFlag.AlignRight)
        size = self._theme.icon_size(16)
        used = painter.fontMetrics().horizontalAdvance(self.mark)
        icon = QRect(place.right() - used - size - 3, place.top(), size, line)
        icon_at(painter, icon, "circle-alert", "error", size)

    def _show_copy(self) -> None:
        """There for the mouse, and for the keyboard once it has come."""
        self._copy.setVisible(self.underMouse() or self._copy.hasFocus())

    def _retranslate(self) -> None:
        self.body.setAccessibleName(translate("Transcript", "You"))
        self._copy.set_label(translate("Transcript", "Copy this message"))


class AnswerRow(Row):
    """What the model wrote: no bubble, the full column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        from gptdesk.domain.markdown_stream import StreamSplitter

        self._splitter = StreamSplitter()
        self._read = ""
        self._chip: ReasoningChip | None = None
        self._thoughts: DocumentView | None = None
        self._footer = Footer(self)
        self._footer.action.connect(self.action)
        self._footer.version_requested.connect(self.version_requested)
        self._caret = Caret(self)

    def show_message(self, message: ChatMessage, cost: str) -> None:
        self.message = message
        self._read_text(message)
        self._show_reasoning(message)
        self._footer.show_message(message, cost)
        self._caret.setVisible(message.state is MessageState.STREAMING)
        self._retranslate()

    def grow(self, message: ChatMessage) -> None:
        """The same message with more text."""
        self.message = message
        self._read_text(message)
        self._show_reasoning(message)

    def restyle(self) -> None:
        super().restyle()
        self._footer.arrange()
        if self._thoughts is not None:
            self._thoughts.restyle()

    def stop(self) -> None:
        self._caret.hide()

    def _read_text(self, message: ChatMessage) -> None:
        text = message.text
        if not text.startswith(self._read) or (self._splitter.is_finished and text != self._read):
            self._forget()
        is_growing = message.state is MessageState.STREAMING
        if len(text) > len(self._read):
            self._splitter.feed(text[len(self._read) :])
            self._read = text
        if is_growing:
            self._splitter.update()
        elif not self._splitter.is_finished:
            self._splitter.finish()
        found = self._splitter
        self.body.markdown.show_blocks(found.frozen, found.tail, found.revised_from)

    def _forget(self) -> None:
        from gptdesk.domain.markdown_stream import StreamSplitter

        self._splitter = StreamSplitter()
        self._read = ""
        self.body.markdown.reset()

    def _lay_out_content(self, width: int) -> int:
        top = self._lay_out_reasoning(width)
        self.body.set_text_width(width)
        height = self.body.text_height()
        is_growing = self.message is not None and self.message.state is MessageState.STREAMING
        if not height and is_growing:
            height = self._theme.line("reading")
        self.body.place(INSET, top, height)
        if is_growing:
            end = end_of_text(self.body.markdown)
            self._caret.place(self.body.geometry().topLeft() + end + self.body.text_origin())
            self._caret.raise_()
        bottom = top + height + (ABOVE_ACTIONS if not self.body.markdown.below else GAP // 2)
        side = self._footer.height_wanted()
        self._footer.setGeometry(INSET - GLYPH_INSET, bottom, width + 2 * GLYPH_INSET, side)
        return bottom + side

    # Reasoning

    def _show_reasoning(self, message: ChatMessage) -> None:
        if not message.reasoning:
            if self._chip is not None:
                self._chip.hide()
                self._chip.setChecked(False)
            return
        if self._chip is None:
            self._chip = ReasoningChip(self)
            self._chip.toggled.connect(self._on_toggled)
        is_growing = message.state is MessageState.STREAMING and not message.text
        self._chip.show_state(is_thinking=is_growing, seconds=None)
        self._chip.show()
        if self._chip.isChecked():
            self._write_thoughts()

    def _write_thoughts(self) -> None:
        assert self.message is not None
        if self._thoughts is None:
            self._thoughts = DocumentView(self, role="text-quiet")
            self._thoughts.setObjectName("transcript.thoughts")
            self._thoughts.link_activated.connect(self.link_activated)
        lines = self.message.reasoning.strip().split("\n")
        blocks = [Paragraph((Text(line),), number > 0) for number, line in enumerate(lines)]
        self._thoughts.markdown.show_blocks(blocks[:-1], blocks[-1:])

    def _lay_out_reasoning(self, width: int) -> int:
        if self._chip is None or self._chip.isHidden():
            if self._thoughts is not None:
                self._thoughts.hide()
            return 0
        size = self._chip.sizeHint()
        self._chip.setGeometry(INSET, 0, size.width(), size.height())
        bottom = size.height()
        is_open = self._chip.isChecked() and self._thoughts is not None
        if self._thoughts is not None:
            self._thoughts.setVisible(is_open)
        if is_open and self._thoughts is not None:
            self._thoughts.set_text_width(width - CHIP_GAP)
            height = self._thoughts.text_height()
            self._thoughts.place(INSET + CHIP_GAP, bottom + GAP // 2, height)
            bottom += GAP // 2 + height
        return bottom + CHIP_GAP

    def _on_toggled(self, is_open: bool) -> None:
        if is_open:
            if self._thoughts is not None:
                self._thoughts.markdown.reset()
            self._write_thoughts()
        self.resized.emit()

    def _retranslate(self) -> None:
        model = self.message.model if self.message is not None else ""
        if model:
            name = translate("Transcript", "Answer by {model}").format(model=model)
        else:
            name = translate("Transcript", "Answer")
        self.body.setAccessibleName(name)
