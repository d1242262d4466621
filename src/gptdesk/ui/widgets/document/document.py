"""A text document that shows Markdown and grows without being written again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from gptdesk.domain.markdown_blocks import Block, CodeBlock, Table
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.document.look import Look, Style
from gptdesk.ui.widgets.document.writer import CodeRegion, Place, Writer


@dataclass(slots=True)
class _Written:
    """A block in the document: where it starts and what the document was like there."""

    block: Block
    is_final: bool
    position: int
    place: Place
    codes: int
    last_code: CodeRegion | None


class MarkdownDocument(QTextDocument):
    """Never loads anything from anywhere: a picture in an answer could tell who reads it.

    `rewritten` counts the blocks that were there and had to be written again; the tests hold
    it down.
    """

    def __init__(
        self, parent: QObject | None = None, *, role: str = "text", style: str = "reading"
    ) -> None:
        super().__init__(parent)
        self._role, self._style = role, style
        self._written: list[_Written] = []
        self._frozen = 0
        self._width = 0
        self.codes: list[CodeRegion] = []
        self.place = Place()
        self.rewritten = 0
        self._codes_changed = 0
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.restyle()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    @property
    def below(self) -> int:
        """Room that what is drawn around the last block needs under it."""
        return self.place.below

    def take_changed_code(self) -> int:
        """The first block of code whose place is new since this was last asked."""
        first, self._codes_changed = self._codes_changed, len(self.codes)
        return first

    def set_width(self, width: int) -> None:
        """How wide tables are to be; those that are there are written again."""
        if width == self._width:
            return
        self._width = width
        if any(_has_table(written.block) for written in self._written):
            self.rewrite()

    def table_of(self, block: QTextBlock) -> QTextTable | None:
        return QTextCursor(block).currentTable()

    def restyle(self) -> None:
        """Take fonts and colours from the theme again."""
        self._look = Look(Theme.current(), role=self._role, style=self._style)
        self.setDefaultFont(self._look.font(Style()))
        if self._written:
            self.rewrite()

    def rewrite(self) -> None:
        blocks = [written.block for written in self._written]
        frozen = self._frozen
        self.reset()
        self.show_blocks(blocks[:frozen], blocks[frozen:])

    def reset(self) -> None:
        """Empty it, for another text."""
        self._written.clear()
        self.codes.clear()
        self._frozen = 0
        self.place = Place()
        self._codes_changed = 0
        self.clear()

    def show_blocks(
        self, frozen: Sequence[Block], tail: Sequence[Block], revised_from: int | None = None
    ) -> None:
        """Make the document say this. `frozen` may only grow, unless `revised_from` says where
        it changed."""
        known = min(self._frozen, len(frozen))
        if revised_from is not None:
            known = min(known, revised_from)
        wanted = [(block, True) for block in frozen[known:]]
        wanted += [(block, False) for block in tail]
        keep = known
        for block, is_final in wanted:
            if keep >= len(self._written) or not _is_same(self._written[keep], block, is_final):
                break
            keep += 1
        self._frozen = len(frozen)
        for written in self._written[known:keep]:
            written.is_final = True
        if keep == len(self._written) and keep == known + len(wanted):
            return
        cursor = QTextCursor(self)
        self._note_codes()
        cursor.beginEditBlock()
        self._write(cursor, keep, wanted[keep - known :])
        cursor.endEditBlock()
        self._note_codes()

    def _note_codes(self) -> None:
        """The last block of code may get longer, or vanish."""
        self._codes_changed = min(self._codes_changed, max(0, len(self.codes) - 1))

    def _write(self, cursor: QTextCursor, keep: int, wanted: list[tuple[Block, bool]]) -> None:
        if self._extend(cursor, keep, wanted):
            return
        self.rewritten += min(len(self._written) - keep, len(wanted))
        self._cut(cursor, keep)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        writer = Writer(self._look, cursor, self._width, self.codes)
        writer.place = self.place
        for block, is_final in wanted:
            last = replace(self.codes[-1]) if self.codes else None
            self._written.append(
                _Written(
                    block, is_final, cursor.position(), replace(writer.place), len(self.codes), last
                )
            )
            writer.write(block, is_final=is_final)
        self.place = writer.place

    def _extend(self, cursor: QTextCursor, keep: int, wanted: list[tuple[Block, bool]]) -> bool:
        """Code that is being written only gets longer; it is appended to."""
        if keep != len(self._written) - 1 or len(wanted) != 1:
            return False
        before, (after, is_final) = self._written[keep].block, wanted[0]
        if is_final or not isinstance(before, CodeBlock) or not isinstance(after, CodeBlock):
            return False
        if after.closed or replace(after, text=before.text) != before:
            return False
        if not after.text.startswith(before.text):
            return False
        cursor.movePosition(QTextCursor.MoveOperation.End)
        writer = Writer(self._look, cursor, self._width, self.codes)
        writer.place = replace(self.place, below=0)
        writer.extend_code(before, after)
        self._written[keep].block = after
        return True

    def _cut(self, cursor: QTextCursor, keep: int) -> None:
        if keep >= len(self._written):
            return
        first = self._written[keep]
        cursor.setPosition(first.position)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.place = replace(first.place)
        self._codes_changed = min(self._codes_changed, max(0, first.codes - 1))
        del self._written[keep:]
        del self.codes[first.codes :]
        if first.last_code is not None and self.codes:
            self.codes[-1] = first.last_code


def _is_same(written: _Written, block: Block, is_final: bool) -> bool:
    """Whether the block stands there as it should; code changes its colours when it is final."""
    if written.block != block:
        return False
    return written.is_final or not is_final or not _has_code_block(block)


def _has_code_block(block: Block) -> bool:
    return any(isinstance(found, CodeBlock) for found in _all(block))


def _has_table(block: Block) -> bool:
    return any(isinstance(found, Table) for found in _all(block))


def _all(block: Block) -> Iterator[Block]:
    """The block and all that stand in it."""
    yield block
    for item in getattr(block, "items", ()):
        for child in item.blocks:
            yield from _all(child)
    for child in getattr(block, "blocks", ()):
        yield from _all(child)
