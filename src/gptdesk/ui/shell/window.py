"""The main window: rail, pages, status line, and what lies over them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.shell.notices import Notices
from gptdesk.ui.shell.place import SMALLEST, place_text, restore_place
from gptdesk.ui.shell.rail import Rail
from gptdesk.ui.shell.regions import next_region
from gptdesk.ui.shell.status import PALETTE_KEYS, StatusLine
from gptdesk.ui.shell.tabs import Tab
from gptdesk.ui.theme.theme import PERCENT_RANGE, Theme
from gptdesk.ui.widgets.painting import flood
from gptdesk.ui.widgets.tab_order import is_tab_key, put_in_order

if TYPE_CHECKING:
    from gptdesk.ui.shell.command import Provider
    from gptdesk.ui.shell.palette import Palette
    from gptdesk.ui.widgets.notice import Notice

translate = QCoreApplication.translate

TITLE = "gptdesk"
STEP = 10
"""How much larger one press makes the text."""


class MainWindow(QWidget):
    """Holds the tabs; a page is built when it is first shown.

    Signals:
        painted: the first picture is on the screen; comes once.
        page_built: the id of a tab and its page, before the page is shown.
        tab_shown: the id of the tab that is in front now.
        closing: the person closed the window; it is still there.
        notice_action: the id of an app-wide notice, and of its button that was pressed.
        faq_requested: the FAQ entry that was asked for.
        connection_pressed, cost_pressed, restore_pressed: from the status line.
        theme_chosen, percent_chosen, language_chosen: wishes from the palette and its keys.
    """

    painted = Signal()
    page_built = Signal(str, QWidget)
    tab_shown = Signal(str)
    closing = Signal()
    notice_action = Signal(str, str)
    faq_requested = Signal(str)
    connection_pressed = Signal()
    cost_pressed = Signal()
    restore_pressed = Signal()
    theme_chosen = Signal(str)
    percent_chosen = Signal(int)
    language_chosen = Signal(str)

    def __init__(
        self,
        tabs: Sequence[Tab],
        theme: Theme | None = None,
        *,
        geometry: str = "",
        first_tab: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("window")
        self._theme = theme or Theme.current()
        self._tabs = {tab.id: tab for tab in tabs}
        self._pages: dict[str, QWidget] = {}
        self._current = ""
        self._is_painted = False
        self._sketch: QWidget | None = None
        self._rail = Rail(tabs, self)
        self._notices = Notices(self)
        self._stack = QStackedWidget(self)
        self._status = StatusLine(self)
        self._palette: Palette | None = None
        self._providers: list[Provider] = []
        self._build()
        self._connect()
        self._add_shortcuts()
        self.setMinimumSize(SMALLEST)
        restore_place(self, geometry)
        self._show_first(first_tab if first_tab in self._tabs else next(iter(self._tabs)))

    # Tabs

    @property
    def current_tab(self) -> str:
        return self._current

    def page(self, tab_id: str) -> QWidget:
        """The page of a tab, built if it was not there yet."""
        if tab_id not in self._pages:
            page = self._tabs[tab_id].build()
            self._pages[tab_id] = page
            self._stack.addWidget(page)
            page.windowTitleChanged.connect(self._retitle)
            self.page_built.emit(tab_id, page)
        return self._pages[tab_id]

    def built_pages(self) -> dict[str, QWidget]:
        return dict(self._pages)

    def show_tab(self, tab_id: str) -> None:
        page = self.page(tab_id)
        self._stack.setCurrentWidget(page)
        self._rail.set_current(tab_id)
        if tab_id != self._current or self._sketch is not None:
            self._drop_sketch()
            self._current = tab_id
            self._retitle()
            self.tab_shown.emit(tab_id)

    # Status line, palette, notices

    def set_connection(self, state: str, text: str) -> None:
        """The state is ok, warn, error, busy or none."""
        self._status.set_connection(state, text)

    def set_cost(self, text: str, *, is_near: bool = False, tip: str = "") -> None:
        self._status.set_cost(text, is_near=is_near, tip=tip)

    def set_backup(self, text: str, *, can_restore: bool = True) -> None:
        self._status.set_backup(text, can_restore=can_restore)

    def add_commands(self, provider: Provider) -> None:
        """Let the palette ask `provider` for commands that fit what is typed."""
        self._providers.append(provider)

    def open_palette(self, text: str = "") -> None:
        self.palette_view().open(text)

    def palette_view(self) -> Palette:
        """Made at its first use: nobody needs it before the first paint."""
        if self._palette is None:
            from gptdesk.ui.shell.own_commands import OwnCommands
            from gptdesk.ui.shell.palette import Palette

            own = OwnCommands(self, tuple(self._tabs.values()))
            self._providers.insert(0, own.commands)
            self._palette = Palette(self, self._providers)
        return self._palette

    def show_notice(
        self,
        notice_id: str,
        level: str,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        actions: Sequence[tuple[str, str]] = (),
        faq: str = "",
        faq_label: str = "",
        details: str = "",
    ) -> Notice:
        """A message that concerns the whole app, at the top of the page."""
        return self._notices.show_notice(
            notice_id,
            level,
            title,
            text,
            icon=icon,
            actions=actions,
            faq=faq,
            faq_label=faq_label,
            details=details,
        )

    def dismiss_notice(self, notice_id: str) -> None:
        self._notices.dismiss(notice_id)

    def resize_text(self, step: int) -> None:
        """Ask for larger or smaller text, in hundredths of the usual size."""
        lowest, highest = PERCENT_RANGE
        self.percent_chosen.emit(max(lowest, min(highest, self._theme.percent + step)))

    # The window itself

    def geometry_text(self) -> str:
        """Where it stands, for the settings."""
        return place_text(self)

    def come_to_front(self) -> None:
        """Someone started the app again: this is the window they are looking for."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()

    def event(self, event: QEvent) -> bool:
        if is_tab_key(event):
            put_in_order([self._rail, self._notices, self.page(self._current), self._status])
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        flood(QPainter(self), self.rect(), self._theme.color("surface"))
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)  # after the children have painted

    # How it is made

    def _build(self) -> None:
        main = self.above = QVBoxLayout()  # a strip above the page is inserted from outside
        main.setSpacing(0)
        main.addWidget(self._notices)
        main.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addLayout(main, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self._status)

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_tab)
        self._status.search_pressed.connect(self._on_palette_keys)
        self._status.connection_pressed.connect(self.connection_pressed)
        self._status.cost_pressed.connect(self.cost_pressed)
        self._status.restore_pressed.connect(self.restore_pressed)
        self._notices.action.connect(self.notice_action)
        self._notices.faq_requested.connect(self.faq_requested)
        self._theme.changed.connect(self.update)

    def _add_shortcuts(self) -> None:
        self._shortcut(PALETTE_KEYS, self._on_palette_keys)
        self._shortcut("F6", partial(self._on_region, 1))
        self._shortcut("Shift+F6", partial(self._on_region, -1))
        for number, tab_id in enumerate(self._tabs, start=1):
            self._shortcut(f"Ctrl+{number}", partial(self.show_tab, tab_id))
        for keys, step in (("Ctrl++", STEP), ("Ctrl+=", STEP), ("Ctrl+-", -STEP)):
            self._shortcut(keys, partial(self.resize_text, step))
        self._shortcut("Ctrl+0", partial(self.percent_chosen.emit, 100))

    def _shortcut(self, keys: str, slot: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _show_first(self, tab_id: str) -> None:
        """Show the tab, or its sketch until the first paint is over."""
        sketch = self._tabs[tab_id].sketch
        if sketch is None:
            self.show_tab(tab_id)
            return
        self._sketch = sketch()
        self._stack.addWidget(self._sketch)
        self._rail.set_current(tab_id)
        self._current = tab_id
        self._retitle()

    def _on_painted(self) -> None:
        from gptdesk.ui.shell.icon import app_icon  # the first picture does without

        self.painted.emit()
        self.setWindowIcon(app_icon())
        if self._sketch is not None:
            self.show_tab(self._current)

    def _drop_sketch(self) -> None:
        if self._sketch is not None:
            self._stack.removeWidget(self._sketch)
            self._sketch.deleteLater()
            self._sketch = None

    def _on_palette_keys(self) -> None:
        palette = self.palette_view()
        (palette.open if palette.isHidden() else palette.dismiss)()

    def _on_region(self, step: int) -> None:
        page = self.page(self._current)
        inner = page.regions() if hasattr(page, "regions") else [page]
        next_region([self._rail, self._notices, *inner, self._status], step)

    def _retitle(self) -> None:
        if not self._current:
            return
        page = self._pages.get(self._current)
        name = (page.windowTitle() if page is not None else "") or self._tabs[self._current].name()
        self.setWindowTitle(translate("Window", "{page} · {app}").format(page=name, app=TITLE))
