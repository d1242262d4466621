"""Connects the lessons with what is known of them and of how far one is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from gptdesk.domain.help_pages import Kind, Page
from gptdesk.domain.help_progress import Bookmark, Progress
from gptdesk.ui.learn.contents import KINDS, content_rows, hit_rows
from gptdesk.ui.widgets.help.head import Heading
from gptdesk.ui.widgets.help.reader import HelpReader

if TYPE_CHECKING:
    from gptdesk.domain.help_search import Place
    from gptdesk.domain.help_shelf import HelpShelf
    from gptdesk.ui.learn.page import LearnPage

translate = QCoreApplication.translate

QUIET_MS = 1000
WORDS = "terms"
"""The section of the words; there are many, so it is folded at first."""


class LearnPresenter(QObject):
    """Signals:
    progressed: the Progress, worth keeping.
    """

    progressed = Signal(object)

    def __init__(
        self,
        page: LearnPage,
        can_try: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._pane = page.pane
        self.reader = HelpReader(page.pane, KINDS, heading, can_try, self)
        self.progress = Progress()
        self._folded = frozenset({WORDS})
        self._wanted: tuple[Place, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.keep)
        self.reader.show_tools()
        self._connect()

    def show(self, shelf: HelpShelf, progress: Progress | None = None) -> None:
        """The pages are there, perhaps in another language than before."""
        if progress is not None:
            self.progress = progress
        is_first = self.reader.shelf is None
        self.reader.set_shelf(shelf)
        self._list()
        if self._wanted is not None:
            (place, anchor), self._wanted = self._wanted, None
            self.open(place, anchor)
        elif is_first:
            self._open_last(shelf)

    def open(self, place: Place, anchor: str = "") -> None:
        """Read a page, as soon as there are any."""
        self._page.show_view("lessons")
        if self.reader.shelf is None:
            self._wanted = (place, anchor)
            return
        self._folded -= {page.header.section for page in [self.reader.shelf.page(*place)] if page}
        self.reader.open(place, anchor, self._place_of(place) if not anchor else None)
        self._list()

    def keep(self) -> None:
        """Note where the open lesson is, and hand it over to be kept."""
        self._timer.stop()
        page = self.reader.page
        if page is not None and page.header.kind is Kind.LESSON:
            self.progress = self.progress.at(page.id, self._pane.view.place)
        self.progressed.emit(self.progress)

    def shutdown(self) -> None:
        if self._timer.isActive():
            self.keep()

    def _connect(self) -> None:
        pane = self._pane
        pane.search.textChanged.connect(self._list)
        pane.search.returnPressed.connect(self._open_best)
        pane.contents.picked.connect(self._on_picked)
        pane.contents.folded.connect(self._on_folded)
        pane.view.moved.connect(self._timer.start)
        pane.view.finished.connect(self._on_finished)
        self.reader.shown.connect(self._on_shown)
        self.reader.left.connect(self._on_left)

    def _open_last(self, shelf: HelpShelf) -> None:
        """Where one was last time, or the first lesson; where both do not fit, the contents."""
        lessons = shelf.of(Kind.LESSON)
        known = {page.id for page in lessons}
        wanted = self.progress.last if self.progress.last in known else ""
        wanted = wanted or (lessons[0].id if lessons else "")
        if wanted:
            self.reader.open((Kind.LESSON, wanted), at=self._place_of((Kind.LESSON, wanted)))
            self._pane.show_contents()

    def _place_of(self, place: Place) -> Bookmark | None:
        """Where it was left; a lesson that was read to its end begins anew."""
        is_lesson = place[0] is Kind.LESSON and place[1] not in self.progress.read
        return self.progress.places.get(place[1]) if is_lesson else None

    def _list(self) -> None:
        shelf, pane = self.reader.shelf, self._pane
        if shelf is None:
            return
        typed = pane.search.text().strip()
        pane.found.setVisible(bool(typed))
        if typed:
            rows = hit_rows(shelf, typed)
            pane.found.setText(found_text(len(rows)))
        else:
            rows = tuple(content_rows(shelf, self.progress, self._folded))
        pane.contents.rows.set_rows(rows)
        page = self.reader.page
        pane.contents.choose((page.header.kind, page.id) if page is not None else None)
        every = shelf.of(Kind.LESSON)
        read = sum(1 for one in every if one.id in self.progress.read)
        self._page.progress.set_counts(read, len(every))

    def _open_best(self) -> None:
        rows = self._pane.contents.rows.rows
        if rows and rows[0].place is not None:
            self._on_picked(rows[0].place)

    def _on_picked(self, place: Place) -> None:
        typed = self._pane.search.text().strip()
        self.reader.open(place, at=None if typed else self._place_of(place))
        self._pane.view.mark(typed)

    def _on_folded(self, section: str) -> None:
        self._folded ^= {section}
        self._list()

    def _on_shown(self, page: Page) -> None:
        if page.header.kind is Kind.LESSON:
            self.progress = replace(self.progress.opened(page.id), last=page.id)
            self._timer.start()
        self._list()

    def _on_left(self, place: Place, at: Bookmark) -> None:
        if place[0] is Kind.LESSON:
            self.progress = self.progress.at(place[1], at)

    def _on_finished(self) -> None:
        page = self.reader.page
        if page is not None and page.header.kind is Kind.LESSON:
            if page.id not in self.progress.read:
                self.progress = self.progress.finished(page.id)
                self._timer.start()
                self._list()


def heading(shelf: HelpShelf, page: Page) -> Heading:
    """What stands above a lesson, or above a word of AI."""
    header = page.header
    section = shelf.section(header.section)
    name = section.title if section is not None else ""
    if header.kind is not Kind.LESSON:
        return Heading(header.title, name, "", header.short, header.as_of)
    within = [one.id for one in shelf.of(Kind.LESSON, header.section)]
    number = within.index(page.id) + 1 if page.id in within else 0
    place = translate("Learn", "Lesson {number}").format(number=number) if number else ""
    minutes = translate("Learn", "%n minute(s)", None, header.minutes)
    line = translate("Learn", "{minutes} · {goal}").format(minutes=minutes, goal=header.goal)
    return Heading(header.title, name, place, line, header.as_of)


def found_text(count: int) -> str:
    if not count:
        return translate("Learn", "Nothing fits. Try another word.")
    return translate("Learn", "%n page(s), best match first", None, count)
