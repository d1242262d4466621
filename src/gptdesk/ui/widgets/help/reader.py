"""Goes from page to page in a pane: links, back and forward, the other language, paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal

from gptdesk.domain.help_layout import Piece, Target, target
from gptdesk.domain.help_pages import Kind, Page
from gptdesk.domain.help_print import page_html
from gptdesk.domain.help_progress import Bookmark
from gptdesk.domain.help_search import Place
from gptdesk.domain.help_shelf import HelpShelf
from gptdesk.ui.widgets.help.head import Heading
from gptdesk.ui.widgets.help.pane import HelpPane
from gptdesk.ui.widgets.help.related import RelatedRow

translate = QCoreApplication.translate

KINDS = {"lesson": Kind.LESSON, "faq": Kind.FAQ, "term": Kind.TERM}


@dataclass(slots=True)
class Visit:
    """A page that was read, and where in it."""

    place: Place
    at: Bookmark


class HelpReader(QObject):
    """`heading` says what stands above a page, `can_try` which tabs can be filled.

    Signals:
        shown: a Page is on the pane now.
        left: the place of the page that was read, and the Bookmark in it.
        page_wanted: a Target in another tab.
        tab_wanted: the id of a tab. models_wanted: a view of the model explorer.
        try_requested: the Page and the Recipe.
    """

    shown = Signal(object)
    left = Signal(object, object)
    page_wanted = Signal(object)
    tab_wanted = Signal(str)
    models_wanted = Signal(str)
    try_requested = Signal(object, object)

    def __init__(
        self,
        pane: HelpPane,
        kinds: tuple[Kind, ...],
        heading: Callable[[HelpShelf, Page], Heading],
        can_try: Callable[[str], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._kinds = kinds
        self._heading = heading
        self._can_try = can_try
        self.shelf: HelpShelf | None = None
        self.page: Page | None = None
        self._pieces: tuple[Piece, ...] = ()
        self._language = ""
        self._before: list[Visit] = []
        self._after: list[Visit] = []
        self.filled = ""
        self._connect()

    def set_shelf(self, shelf: HelpShelf) -> None:
        """Pages in this language from now on; the open one stays where it was read."""
        self.shelf = shelf
        self._language = shelf.language
        if self.page is not None:
            at = self._pane.view.place
            self._show((self.page.header.kind, self.page.id), at)

    def open(self, place: Place, anchor: str = "", at: Bookmark | None = None) -> bool:
        """Read another page; false where there is none."""
        if self.shelf is None or self.shelf.page(*place) is None:
            return False
        if self.page is not None and (self.page.header.kind, self.page.id) == place:
            self._pane.show_reading()
            self._pane.view.go_to(anchor)
            return True
        if self.page is not None:
            self._before.append(self._visit())
        self._after.clear()
        self._leave()
        self._language = self.shelf.language
        self._show(place, at or Bookmark())
        self._pane.show_reading()
        if anchor:
            self._pane.view.go_to(anchor)
        return True

    def back(self) -> None:
        self._step(self._before, self._after)

    def forward(self) -> None:
        self._step(self._after, self._before)

    def switch_language(self) -> None:
        """The same place of the same page in the other language."""
        if self.shelf is None or self.page is None:
            return
        at = self._pane.view.place
        self._language = self.shelf.other_language(self._language)
        self._show((self.page.header.kind, self.page.id), at)

    def set_filled(self, recipe_id: str) -> None:
        self.filled = recipe_id
        self._pane.view.set_filled(recipe_id)

    def html(self) -> str:
        return "" if self.page is None else page_html(self.page, self._pieces)

    def activate(self, address: str) -> None:
        """A link was pressed."""
        found = target(address)
        if found.kind == "web":
            self._pane.link.ask(address)
        elif found.kind == "tab":
            self.tab_wanted.emit(found.name)
        elif found.kind == "models":
            self.models_wanted.emit(found.name)
        else:
            self._go(found)

    def _go(self, found: Target) -> None:
        kind = KINDS[found.kind]
        if kind not in self._kinds or not self.open((kind, found.name), found.anchor):
            self.page_wanted.emit(found)

    def _connect(self) -> None:
        pane = self._pane
        pane.view.link_activated.connect(self.activate)
        pane.view.term_hovered.connect(self._on_term)
        pane.view.try_requested.connect(self._on_try)
        pane.card.opened.connect(lambda term: self._go(Target("term", term)))
        pane.back_requested.connect(self.back)
        pane.forward_requested.connect(self.forward)
        pane.language_requested.connect(self.switch_language)
        pane.print_requested.connect(self._on_print)
        pane.pdf_requested.connect(self._on_pdf)
        pane.foot.previous.connect(lambda: self._neighbour(0))
        pane.foot.following.connect(lambda: self._neighbour(1))

    def _show(self, place: Place, at: Bookmark) -> None:
        assert self.shelf is not None
        page = self.shelf.page(*place, self._language) or self.shelf.page(*place)
        if page is None:
            return
        self.page = page
        self._pieces = self.shelf.pieces(page)
        pane = self._pane
        pane.link.dismiss()
        pane.card.hide()
        heading = self._heading(self.shelf, page)
        related = self._related(self.shelf, page)
        pane.view.show_page(heading, self._pieces, page.language, self._can_try, extra=related)
        pane.view.restore(at)
        if self.filled:
            pane.view.set_filled(self.filled)
        before, after = self.shelf.neighbours(self.shelf.page(*place) or page)
        pane.foot.set_titles(*(one.header.title if one else "" for one in (before, after)))
        pane.contents.choose(place)
        self.show_tools()
        self.shown.emit(page)

    def show_tools(self) -> None:
        pane = self._pane
        pane.back.setEnabled(bool(self._before))
        pane.forward.setEnabled(bool(self._after))
        other = self.shelf.other_language(self._language) if self.shelf is not None else ""
        has_other = self.page is not None and bool(other)
        pane.language.setEnabled(has_other)
        pane.more.setEnabled(self.page is not None)
        pane.language.set_label(
            translate("Help", "Read this page in Chinese")
            if other.startswith("zh")
            else translate("Help", "Read this page in English")
        )

    def _related(self, shelf: HelpShelf, page: Page) -> RelatedRow | None:
        links = []
        for address in page.header.related:
            found = target(address)
            kind = KINDS.get(found.kind)
            other = shelf.page(kind, found.name, page.language) if kind is not None else None
            if other is not None:
                links.append((address, other.header.title))
        if not links:
            return None
        row = RelatedRow(links, self._pane.view)
        row.activated.connect(self.activate)
        return row

    def _visit(self) -> Visit:
        assert self.page is not None
        return Visit((self.page.header.kind, self.page.id), self._pane.view.place)

    def _leave(self) -> None:
        if self.page is not None:
            visit = self._visit()
            self.left.emit(visit.place, visit.at)

    def _step(self, source: list[Visit], other: list[Visit]) -> None:
        if not source or self.page is None:
            return
        other.append(self._visit())
        self._leave()
        visit = source.pop()
        self._show(visit.place, visit.at)
        self.show_tools()

    def _neighbour(self, which: int) -> None:
        if self.shelf is None or self.page is None:
            return
        own = self.shelf.page(self.page.header.kind, self.page.id)
        wanted = self.shelf.neighbours(own)[which] if own is not None else None
        if wanted is not None:
            self.open((wanted.header.kind, wanted.id))

    def _on_term(self, term: str, where: QPoint) -> None:
        page = self.shelf.page(Kind.TERM, term, self._language) if self.shelf and term else None
        if page is None:
            self._pane.card.leave()
        else:
            self._pane.explain(term, page.header.title, page.header.short, where)

    def _on_try(self, recipe: object) -> None:
        self.try_requested.emit(self.page, recipe)

    def _on_print(self) -> None:
        from gptdesk.ui.widgets.help.paper import print_page

        if self.page is not None:
            print_page(self.html(), self._pane)

    def _on_pdf(self) -> None:
        from gptdesk.ui.widgets.help.paper import ask_for_pdf, write_pdf

        if self.page is None or not (path := ask_for_pdf(self.page, self._pane)):
            return
        if write_pdf(self.html(), self.page.header.title, path):
            self._pane.notice.show_message("ok", translate("Help", "The page is saved."), path)
        else:
            title = translate("Help", "The page could not be saved")
            text = translate("Help", "Nothing can be written to that place. Choose another one.")
            self._pane.notice.show_message("error", title, text)
