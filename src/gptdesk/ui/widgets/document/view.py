"""Shows a Markdown document: read-only, as high as its text, with its own colours and copying."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QRect,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QToolTip, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.document.codebar import CodeBars
from gptdesk.ui.widgets.document.copying import selected_text
from gptdesk.ui.widgets.document.document import MarkdownDocument
from gptdesk.ui.widgets.document.drawing import Decoration
from gptdesk.ui.widgets.menu import menu

translate = QCoreApplication.translate

SCROLL_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
}
MARGIN = 4
"""The widget is wider than its text by this on each side, for the backgrounds of code words."""


class DocumentView(QTextBrowser):
    """Its height is its owner's business: see `height_for`.

    Signals:
        link_activated: the address of a link that was clicked.
        link_hovered: the address under the mouse, or nothing.
        code_copied: code went to the clipboard.
    """

    link_activated = Signal(str)
    link_hovered = Signal(str)
    code_copied = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, role: str = "text", style: str = "reading"
    ) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._width = 0
        self.layouts = 0
        self.markdown = MarkdownDocument(self, role=role, style=style)
        self.decoration = Decoration(self.markdown)
        self._bars = CodeBars(self)
        self.setDocument(self.markdown)
        self._set_up()
        self.highlighted.connect(self._on_highlighted)
        self.anchorClicked.connect(self._on_clicked)
        self.restyle()

    # Size

    @property
    def text_width(self) -> int:
        return self._width

    def set_text_width(self, width: int) -> None:
        """Lay the text out for this width; nothing happens if it has it already."""
        if width == self._width:
            return
        self._width = width
        self.layouts += 1
        self.markdown.set_width(width)
        self.setLineWrapColumnOrWidth(width)

    def text_height(self) -> int:
        """How high the text is in its width."""
        if self.markdown.isEmpty():
            return 0
        return int(self.markdown.size().height() + 0.999) + self.markdown.below

    def natural_width(self) -> int:
        """How wide the text would be on lines of any length."""
        return int(self.markdown.idealWidth() + 0.999)

    def text_origin(self) -> QPoint:
        """Where the text begins inside the widget."""
        return QPoint(MARGIN, 1)

    def place(self, x: int, y: int, height: int) -> None:
        """Put the text at this place of the parent."""
        # One pixel up: a line of fixed height stands low in Qt.
        self.setGeometry(x - MARGIN, y - 1, self._width + 2 * MARGIN, height + 1)
        self.verticalScrollBar().setValue(0)
        self._bars.place()

    def restyle(self) -> None:
        """Take colours and fonts from the theme again."""
        palette = self.palette()
        for role, name in (
            (QPalette.ColorRole.Text, "text"),
            (QPalette.ColorRole.Highlight, "selection"),
            (QPalette.ColorRole.HighlightedText, "text"),
            (QPalette.ColorRole.Link, "accent-text"),
        ):
            palette.setColor(role, self._theme.color(name))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setTabStopDistance(text_width(self._theme.font("code"), "    "))
        self.markdown.restyle()
        self._bars.restyle()

    # What Qt asks

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    def sizeHint(self) -> QSize:
        return QSize(self._width + 2 * MARGIN, self.text_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.translate(0, 1)
        clip = event.rect().translated(0, -1)
        self.decoration.draw(painter, clip, self._width)
        self._bars.draw(painter, clip)
        painter.end()
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plain movement scrolls the page; with Shift it selects."""
        if event.key() in SCROLL_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Cancel) and self.textCursor().hasSelection():
            self.clear_selection()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setCursorWidth(0)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._show_address(event.pos(), event.globalPos())  # type: ignore[attr-defined]
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        found = menu(self)
        address = self.anchorAt(event.pos())
        if address:
            copy_address = QAction(translate("Document", "Copy address"), found)
            copy_address.triggered.connect(lambda: _to_clipboard(address))
            found.addAction(copy_address)
        copy = QAction(translate("Document", "Copy"), found)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        select = QAction(translate("Document", "Select all"), found)
        select.setShortcut(QKeySequence.StandardKey.SelectAll)
        select.triggered.connect(self.selectAll)
        found.addActions([copy, select])
        found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found.popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(selected_text(self.textCursor()))
        return data

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    # Inside

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setViewportMargins(MARGIN, 0, MARGIN, 0)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("plain", True)
        self.setProperty("focusRadius", 8)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    def _show_address(self, place: QPoint, where: QPoint) -> None:
        address = _shown(QUrl(self.anchorAt(place)))
        if address:
            QToolTip.showText(where, address, self.viewport(), QRect(place, QSize(1, 1)))
        else:
            QToolTip.hideText()

    def _on_highlighted(self, url: QUrl) -> None:
        self.link_hovered.emit(_shown(url))

    def _on_clicked(self, url: QUrl) -> None:
        self.link_activated.emit(_shown(url))


def _shown(url: QUrl) -> str:
    """The address as it goes out: a host in look-alike letters shows what it is."""
    return bytes(url.toEncoded().data()).decode("ascii")


def _to_clipboard(text: str) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(text)
