"""The page of Settings: its sections at the left, the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.domain.problems import Problem
from gptdesk.ui.settings.area import Area
from gptdesk.ui.settings.row_list import Row, RowList
from gptdesk.ui.settings.sections import Section, matching_term, sections
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import SearchField
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate

LIST_WIDTH = 208
SMALLEST = (240, 200)
PAGE_WIDTH = 440
"""What a section needs beside the list; with less room one of the two is shown at a time."""


class SettingsPage(QWidget):
    """Shows one section at a time; each is built when it is opened first.

    Signals:
        opened: a section stands on the page; its id.
        faq_requested: an entry of the FAQ was asked for.
    """

    opened = Signal(str)
    faq_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.settings")
        self._sections = {section.id: section for section in sections()}
        self._views: dict[str, QWidget] = {}
        self._current = "connections"
        self._is_narrow = False
        self._is_inside = False
        self._build()
        Theme.current().changed.connect(self._arrange)
        Theme.current().changed.connect(self.update)
        self._retranslate()

    # Values in

    @property
    def current(self) -> str:
        return self._current

    def view(self, section_id: str) -> QWidget:
        """The section's view, made now if it is not there yet."""
        if section_id not in self._views:
            view = self._sections[section_id].build()
            self._views[section_id] = view
            inside = getattr(view, "inside_changed", None)
            if inside is not None:
                inside.connect(self._on_inside_changed)
            self._stack.addWidget(view)
        return self._views[section_id]

    def open(self, section_id: str) -> None:
        """Go to a section."""
        self._current = section_id
        self._stack.setCurrentWidget(self.view(section_id))
        self._list.set_current(section_id)
        self._on_inside_changed(bool(getattr(self.view(section_id), "is_inside", False)))
        self._show_list(False)
        self.opened.emit(section_id)

    def show_problem(self, problem: Problem) -> None:
        """A failure that belongs to no section, such as settings that could not be kept."""
        words = problem_sentence(problem)
        self._notice.show_message("error", words.title, words.text, details=problem.detail)

    def dismiss_problem(self) -> None:
        self._notice.dismiss()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().color("surface"))

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
            return
        super().keyPressEvent(event)

    # How it is made

    def _build(self) -> None:
        self._side = self._build_side()
        self._back = Button(kind="ghost", icon="chevron-left", small=True)
        self._back.setObjectName("settings.back")
        self._back.clicked.connect(self._on_back)
        self._notice = Notice()
        self._stack = QStackedWidget()
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QHBoxLayout()
        self._top.addWidget(self._back)
        self._top.addStretch(1)
        column.addLayout(self._top)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._main, 1)

    def _build_side(self) -> QWidget:
        side = Area("surface-sunken", "right")
        self._search = SearchField()
        self._search.setObjectName("settings.search")
        self._search.textChanged.connect(self._on_search_changed)
        self._search.returnPressed.connect(self._on_search_entered)
        self._list = RowList()
        self._list.setObjectName("settings.sections")
        self._list.chosen.connect(self.open)
        self._list.itemClicked.connect(lambda item: self._show_list(False))
        self._nothing = Label(style="secondary", role="text-quiet")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(20, 8, 12, 0)
        self._nothing.hide()
        field = QHBoxLayout()
        field.setContentsMargins(12, 12, 12, 8)
        field.addWidget(self._search)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 1, 8)
        column.setSpacing(0)
        column.addLayout(field)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        return side

    def _arrange(self) -> None:
        """Beside each other where there is room, otherwise one at a time."""
        theme = Theme.current()
        self._is_narrow = self.width() < theme.px(LIST_WIDTH + PAGE_WIDTH)
        self._top.setContentsMargins(*((12, 8, 12, 0) if self._is_narrow else (0, 0, 0, 0)))
        if not self._is_narrow:
            self._side.setFixedWidth(theme.px(LIST_WIDTH))
            self._side.show()
            self._main.show()
            self._back.hide()
            return
        self._side.setMinimumWidth(0)
        self._side.setMaximumWidth(16777215)
        self._back.setVisible(not self._is_inside)
        self._show_list(self._main.isHidden())

    def _on_inside_changed(self, inside: bool) -> None:
        """A section with a way back of its own needs no second one above it."""
        self._is_inside = inside
        self._back.setVisible(self._is_narrow and not inside)

    def _show_list(self, shown: bool) -> None:
        if self._is_narrow:
            self._side.setVisible(shown)
            self._main.setVisible(not shown)

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Settings", "Settings"))
        name = translate("Settings", "Search settings")
        self._search.setPlaceholderText(name)
        self._search.setAccessibleName(name)
        self._list.setAccessibleName(translate("Settings", "Sections of the settings"))
        self._back.setText(translate("Settings", "All settings"))
        self._back.setAccessibleName(translate("Settings", "Back to all settings"))
        self._fill()

    def _fill(self) -> None:
        query = self._search.text()
        found: list[tuple[Section, str]] = []
        for section in self._sections.values():
            term = matching_term(section, query)
            if term is not None:
                found.append((section, term))
        self._list.set_rows([Row(s.id, s.title(), term, s.icon) for s, term in found])
        self._list.set_current(self._current)
        self._nothing.setVisible(not found)
        self._nothing.setText(
            translate("Settings", "No setting is called “{words}”.").format(words=query.strip())
        )

    # Gestures

    def _on_search_changed(self) -> None:
        self._fill()

    def _on_search_entered(self) -> None:
        rows = self._list.rows()
        if rows:
            self.open(rows[0].id)

    def _on_back(self) -> None:
        self._show_list(True)
        self._list.setFocus()
