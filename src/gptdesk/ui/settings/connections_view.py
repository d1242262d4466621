"""Connections: the list at the left, the chosen one at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.domain.problems import Problem
from gptdesk.ui.settings.area import Area
from gptdesk.ui.settings.connection_form import ConnectionForm
from gptdesk.ui.settings.connection_words import row_of
from gptdesk.ui.settings.fixed_view import FixedView
from gptdesk.ui.settings.found_view import FoundView
from gptdesk.ui.settings.row_list import RowList
from gptdesk.ui.settings.values import ConnectionRow
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.sentences import problem_sentence
from gptdesk.ui.widgets.undo import UndoBar

translate = QCoreApplication.translate

LIST_WIDTH = 264
FORM_WIDTH = 400
SMALLEST = (240, 200)


class ConnectionsView(QWidget):
    """Its parts `form`, `fixed`, `found`, `undo` and `notice` are public, for the presenter.

    Signals:
        chosen: the id of a connection in the list.
        add_requested: a new one.
        inside_changed: whether a connection covers the list, with a way back of its own.
    """

    chosen = Signal(str)
    add_requested = Signal()
    inside_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ConnectionRow] = []
        self._is_narrow = False
        self.form = ConnectionForm()
        self.fixed = FixedView()
        self.found = FoundView()
        self.undo = UndoBar()
        self.notice = Notice(small=True)
        self._build()
        Theme.current().changed.connect(self._arrange)
        self._retranslate()

    # Values in

    def show_rows(self, rows: Sequence[ConnectionRow], current: str) -> None:
        self._rows = list(rows)
        self._list.set_rows([row_of(row) for row in rows])
        self._list.set_current(current)

    def show_form(self) -> None:
        self._stack.setCurrentWidget(self.form)
        self._show_list(False)

    def show_fixed(self) -> None:
        self._stack.setCurrentWidget(self.fixed)
        self._show_list(False)

    def show_list(self) -> None:
        """Where there is room for one of the two, the list."""
        self._show_list(True)

    def show_problem(self, problem: Problem) -> None:
        """A failure that belongs to the list and to none of its connections."""
        words = problem_sentence(problem)
        self.notice.show_message(words.level, words.title, words.text, details=problem.detail)

    def offer_undo(self, name: str) -> None:
        self.undo.offer(translate("Settings", "“{name}” removed").format(name=name))

    def rows(self) -> list[ConnectionRow]:
        return list(self._rows)

    @property
    def is_inside(self) -> bool:
        """Whether a connection covers the list."""
        return self._is_narrow and self._side.isHidden()

    def minimumSizeHint(self) -> QSize:
        """Less than list and section side by side: otherwise it could never become narrow."""
        theme = Theme.current()
        return QSize(theme.px(SMALLEST[0]), theme.px(SMALLEST[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # How it is made

    def _build(self) -> None:
        self._side = self._build_side()
        self._stack = QStackedWidget()
        for page in (QWidget(), self.form, self.fixed):
            self._stack.addWidget(page)
        self._back = Button(kind="ghost", icon="chevron-left", small=True)
        self._back.setObjectName("settings.connections.back")
        self._back.clicked.connect(lambda: self._show_list(True))
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QHBoxLayout()
        self._top.addWidget(self._back)
        self._top.addStretch(1)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._main, 1)

    def _build_side(self) -> QWidget:
        side = Area("surface", "right")
        self._title = Label(style="strong")
        self._add = Button(kind="tint", icon="plus", small=True)
        self._add.setObjectName("settings.add")
        self._add.clicked.connect(self.add_requested)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self._add)
        self._list = RowList()
        self._list.setObjectName("settings.connections")
        self._list.chosen.connect(self.chosen)
        self._list.clicked.connect(lambda index: self._show_list(False))
        self._foot = Label(style="secondary", role="text-quiet")
        self._foot.setWordWrap(True)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 16, 16)
        foot.addWidget(self._foot)
        bars = QVBoxLayout()
        bars.setContentsMargins(8, 0, 8, 0)
        bars.addWidget(self.notice)
        bars.addWidget(self.undo)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self.found)
        column.addLayout(bars)
        column.addLayout(foot)
        return side

    def _arrange(self) -> None:
        theme = Theme.current()
        was_narrow = self._is_narrow
        self._is_narrow = self.width() < theme.px(LIST_WIDTH + FORM_WIDTH)
        self._back.setVisible(self._is_narrow)
        self._top.setContentsMargins(*((12, 8, 12, 0) if self._is_narrow else (0, 0, 0, 0)))
        if not self._is_narrow:
            self._side.setFixedWidth(theme.px(LIST_WIDTH))
            self._side.show()
            self._main.show()
            self.inside_changed.emit(False)
            return
        self._side.setMinimumWidth(0)
        self._side.setMaximumWidth(16777215)
        if not was_narrow:
            self._show_list(True)

    def _show_list(self, shown: bool) -> None:
        if self._is_narrow:
            self._side.setVisible(shown)
            self._main.setVisible(not shown)
            self.inside_changed.emit(not shown)

    def _retranslate(self) -> None:
        name = translate("Settings", "Connections")
        self.setAccessibleName(name)
        self._title.setText(name)
        self._list.setAccessibleName(name)
        self._add.setText(translate("Settings", "Add"))
        self._add.setAccessibleName(translate("Settings", "Add a connection"))
        self._back.setText(translate("Settings", "All connections"))
        self._back.setAccessibleName(translate("Settings", "Back to the list of connections"))
        self._foot.setText(translate("Settings", "Only these addresses are ever contacted."))
        current = self._list.current_id()
        self._list.set_rows([row_of(row) for row in self._rows])
        self._list.set_current(current)
