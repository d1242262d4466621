"""Connects the questions with what is typed, and with the errors that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from gptdesk.domain.help_hits import excerpt, spans
from gptdesk.domain.help_pages import Kind, Page
from gptdesk.ui.widgets.help.head import Heading
from gptdesk.ui.widgets.help.reader import HelpReader
from gptdesk.ui.widgets.help.rows import Row

if TYPE_CHECKING:
    from gptdesk.domain.help_search import Place
    from gptdesk.domain.help_shelf import HelpShelf
    from gptdesk.ui.faq.page import FaqPage

translate = QCoreApplication.translate

KINDS = (Kind.FAQ,)


class FaqPresenter(QObject):
    """Decides what the page shows."""

    def __init__(
        self, page: FaqPage, can_try: Callable[[str], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pane = page
        self.reader = HelpReader(page, KINDS, heading, can_try, self)
        self._folded: frozenset[str] = frozenset()
        self._wanted = ""
        page.search.textChanged.connect(self._on_typed)
        page.search.returnPressed.connect(self._open_best)
        page.contents.picked.connect(self._on_picked)
        page.contents.folded.connect(self._on_folded)
        self.reader.shown.connect(self._list)
        self.reader.show_tools()

    def show(self, shelf: HelpShelf) -> None:
        """The questions are there, perhaps in another language than before."""
        self.reader.set_shelf(shelf)
        self._list()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.open(wanted)
        elif self.reader.page is None and (first := shelf.of(Kind.FAQ)):
            self.reader.open((Kind.FAQ, first[0].id))
            self._pane.show_contents()

    def open(self, entry: str) -> None:
        """`error.<code>` as notices say it, or the id of an entry; else what a search finds."""
        shelf = self.reader.shelf
        if shelf is None:
            self._wanted = entry
            return
        page = shelf.entry_for(entry)
        self._pane.search.clear()
        if page is not None:
            self.reader.open((Kind.FAQ, page.id))
        else:
            self._pane.search.setText(entry.removeprefix("error.").replace("-", " "))
            self._open_best()

    def shutdown(self) -> None:
        """Nothing of it outlives the page."""

    def _list(self, _page: object = None) -> None:
        shelf, pane = self.reader.shelf, self._pane
        if shelf is None:
            return
        typed = pane.search.text().strip()
        every = shelf.of(Kind.FAQ)
        if typed:
            rows = tuple(_hits(shelf, typed))
            words = translate("Faq", "{found} of {every} questions, best match first")
            none = translate("Faq", "Nothing fits. Try another word.")
            shown = words.format(found=len(rows), every=len(every)) if rows else none
            pane.found.setText(shown)
        else:
            rows = tuple(_contents(shelf, self._folded))
        pane.found.setVisible(bool(typed))
        pane.contents.rows.set_rows(rows)
        page = self.reader.page
        pane.contents.choose((page.header.kind, page.id) if page is not None else None)

    def _on_typed(self) -> None:
        self._list()

    def _open_best(self) -> None:
        rows = self._pane.contents.rows.rows
        if rows and rows[0].place is not None:
            self._on_picked(rows[0].place)

    def _on_picked(self, place: Place) -> None:
        self.reader.open(place)
        self._pane.view.mark(self._pane.search.text().strip())

    def _on_folded(self, section: str) -> None:
        self._folded ^= {section}
        self._list()


def _contents(shelf: HelpShelf, folded: frozenset[str]) -> Iterator[Row]:
    for section in shelf.sections(Kind.FAQ):
        pages = shelf.of(Kind.FAQ, section.id)
        is_folded = section.id in folded
        count = str(len(pages))
        yield Row(section.title, section=section.id, count=count, is_folded=is_folded)
        if not is_folded:
            yield from (Row(page.header.title, (Kind.FAQ, page.id)) for page in pages)


def _hits(shelf: HelpShelf, typed: str) -> Iterator[Row]:
    for hit in shelf.find(typed, KINDS):
        page = shelf.page(*hit.place)
        if page is not None:
            title, line = page.header.title, excerpt(page, typed)
            yield Row(
                title,
                hit.place,
                line=line,
                title_spans=spans(title, typed),
                line_spans=spans(line, typed),
            )


def heading(shelf: HelpShelf, page: Page) -> Heading:
    header = page.header
    section = shelf.section(header.section)
    number = next((word for word in header.raw if word.isdecimal()), "")
    name = section.title if section is not None else ""
    return Heading(header.title, name, "", header.short, header.as_of, number)
