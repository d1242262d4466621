"""What the model wrote: no bubble, the full column."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gptdesk.domain.messages import ChatMessage, MessageState
from gptdesk.ui.chat.transcript.caret import Caret, end_of_text
from gptdesk.ui.chat.transcript.footer import Footer
from gptdesk.ui.chat.transcript.measures import ABOVE_ACTIONS, GAP, GLYPH_INSET
from gptdesk.ui.chat.transcript.reasoning import ReasoningChip
from gptdesk.ui.chat.transcript.row import INSET, Row, plain_blocks
from gptdesk.ui.widgets.document.view import DocumentView

translate = QCoreApplication.translate

CHIP_GAP = 12


class AnswerRow(Row):
    """The reasoning, the answer and the quiet row under it."""

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

    def set_newest(self, is_newest: bool) -> None:
        self._footer.set_newest(is_newest)

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
        self._footer.rest()

    def _own_parts(self) -> list[QWidget]:
        unfolded = [widget for widget in (self._chip, self._thoughts) if widget is not None]
        return [*unfolded, self.body, *self._footer.buttons()]

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
        blocks = plain_blocks(self.message.reasoning.strip())
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
