"""Contents at the left, the page at the right: the frame of both tabs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.header import PageHeader
from gptdesk.ui.widgets.help.contents import Contents
from gptdesk.ui.widgets.help.foot import PageFoot
from gptdesk.ui.widgets.help.padded import Padded
from gptdesk.ui.widgets.help.term_card import TermCard
from gptdesk.ui.widgets.help.view import HelpView
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.link_prompt import LinkPrompt
from gptdesk.ui.widgets.menu import menu
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.painting import hairline
from gptdesk.ui.widgets.text_field import SearchField

translate = QCoreApplication.translate

SIDE = 280
NARROWEST_PAGE = 420


class HelpPane(QWidget):
    """Where it is narrow, contents and page take turns.

    Signals:
        back_requested, forward_requested: through the pages that were read.
        print_requested, pdf_requested: of the page.
        language_requested: the page in the other language.
    """

    back_requested = Signal()
    forward_requested = Signal()
    print_requested = Signal()
    pdf_requested = Signal()
    language_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, side: int = SIDE) -> None:
        super().__init__(parent)
        self.setObjectName(f"page.{name}")
        self._theme = Theme.current()
        self._side_width = side
        self._is_side_wanted = True
        self.header = PageHeader(self)
        self.drawer = Button(kind="soft", icon="panel-left", small=True, parent=self.header)
        self.back = IconButton("arrow-left", parent=self.header)
        self.forward = IconButton("arrow-right", parent=self.header)
        self.language = IconButton("languages", parent=self.header)
        self.more = IconButton("ellipsis", parent=self.header)
        self.side = _Side(self)
        self.search = SearchField(self.side)
        self.search.setObjectName(f"{name}.search")
        self.found = Label(style="secondary", role="text-quiet", parent=self.side)
        self.contents = Contents(f"{name}.contents", self.side)
        self.side_foot = QVBoxLayout()
        self._main = QWidget(self)
        self.view = HelpView(f"{name}.page", self._main)
        self.above = QVBoxLayout()
        self.notice = Notice(self._main, closable=True)
        self.link = LinkPrompt(self._main)
        self.foot = PageFoot(self._main)
        self.card = TermCard(self)
        self._build(name)
        self._connect()
        self.found.hide()
        self._retranslate()

    @property
    def is_narrow(self) -> bool:
        return self.width() < self._theme.px(self._side_width + NARROWEST_PAGE)

    def show_reading(self) -> None:
        """Where only one of both fits: the page."""
        self._is_side_wanted = False
        self._arrange()

    def show_contents(self) -> None:
        self._is_side_wanted = True
        self._arrange()

    def explain(self, term: str, title: str, meaning: str, where: QPoint) -> None:
        self.card.explain(term, title, meaning, self.mapFromGlobal(where))

    def regions(self) -> list[QWidget]:
        """For F6."""
        return [one for one in (self.header, self.side, self._main) if not one.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.back_requested.emit()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward_requested.emit()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("surface"))

    def _build(self, name: str) -> None:
        tools = {"back": self.back, "forward": self.forward, "language": self.language,
                 "more": self.more}  # fmt: skip
        for tool, button in tools.items():
            button.setObjectName(f"{name}.{tool}")
            self.header.add_tool(button)
        self.drawer.setObjectName(f"{name}.drawer")
        self.header.add_leading(self.drawer)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 12, 1, 0)
        side.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 8)
        top.setSpacing(8)
        top.addWidget(self.search)
        top.addWidget(self.found)
        side.addLayout(top)
        side.addWidget(self.contents, 1)
        side.addLayout(self.side_foot)
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addLayout(self.above)
        main.addWidget(Padded(self.notice, (16, 12, 16, 4), self._main))
        main.addWidget(self.view, 1)
        main.addWidget(Padded(self.link, (16, 0, 16, 12), self._main))
        main.addWidget(self.foot)
        self._main.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.side)
        body.addWidget(self._main, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.language.clicked.connect(self.language_requested)
        self.more.clicked.connect(self._on_more)
        self.drawer.clicked.connect(self._on_drawer)
        self._theme.changed.connect(self._arrange)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, signal in (
            ("Alt+Left", self.back_requested),
            ("Alt+Right", self.forward_requested),
        ):
            QShortcut(QKeySequence(keys), self, context=scope).activated.connect(signal)
        printing = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, context=scope)
        printing.activated.connect(self.print_requested)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, context=scope)
        find.activated.connect(self._on_find)

    def _on_more(self) -> None:
        found = menu(self)
        printing = found.addAction(translate("Help", "Print this page…"))
        printing.setShortcut(QKeySequence.StandardKey.Print)
        printing.triggered.connect(self.print_requested)
        saving = found.addAction(translate("Help", "Save this page as PDF…"))
        saving.triggered.connect(self.pdf_requested)
        found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def _on_drawer(self) -> None:
        self._is_side_wanted = self.side.isHidden()
        self._arrange()

    def _on_find(self) -> None:
        self.show_contents()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _arrange(self) -> None:
        narrow = self.is_narrow
        self.drawer.setVisible(narrow)
        self.side.setVisible(not narrow or self._is_side_wanted)
        self._main.setVisible(not narrow or not self._is_side_wanted)
        if narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        else:
            self.side.setFixedWidth(self._theme.px(self._side_width))

    def _retranslate(self) -> None:
        self.drawer.setText(translate("Help", "Contents"))
        self.back.set_label(translate("Help", "Back"), "Alt+←")
        self.forward.set_label(translate("Help", "Forward"), "Alt+→")
        self.language.set_label(translate("Help", "Read this page in Chinese"))
        self.more.set_label(translate("Help", "Print or save this page"))
        self.contents.setAccessibleName(translate("Help", "Contents"))
        self.view.setAccessibleName(translate("Help", "Page"))


class _Side(QWidget):
    """Stands back a little, with a line at its right."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Theme.current().color("surface-sunken"))
        hairline(painter, self.width() - 1, 0, self.width(), self.height())
