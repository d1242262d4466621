"""What a selection says when it is copied as plain text."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from gptdesk.ui.widgets.document.look import Mark

INDENT = "  "


def selected_text(cursor: QTextCursor) -> str:
    """The selected lines; list marks are put back, cells of a row are joined by tabs."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(first)
    text = ""
    while block.isValid() and block.position() <= last:
        start = max(0, first - block.position())
        end = min(block.length() - 1, last - block.position())
        if text or start or block.position() >= first:
            text += _between(text, block) + _mark(block, start) + block.text()[start:end]
        block = block.next()
    return text.replace("\u2028", "\n").replace("\u00a0", " ").rstrip("\n")


def _between(text: str, block: QTextBlock) -> str:
    if not text:
        return ""
    return "\t" if block.blockFormat().intProperty(Mark.COLUMN) > 1 else "\n"


def _mark(block: QTextBlock, start: int) -> str:
    found = block.blockFormat()
    if start or not found.hasProperty(Mark.ITEM):
        return ""
    mark = found.stringProperty(Mark.ITEM)
    if mark.startswith("["):
        mark = f"- {mark}"
    mark = "-" if mark == "•" else mark
    return INDENT * found.intProperty(Mark.DEPTH) + mark + " "
