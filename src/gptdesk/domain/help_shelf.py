"""All pages in all languages, and what is asked of them: pages, a search, an entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from gptdesk.domain.catalogue import Catalogue
from gptdesk.domain.help_figures import with_figures
from gptdesk.domain.help_layout import Piece, pieces
from gptdesk.domain.help_pages import HelpBook, Kind, Page, Section
from gptdesk.domain.help_search import HelpSearch, Hit

ERROR = "error."
"""What the ids begin with by which notices name an entry."""


class HelpShelf:
    """Never changes once it is made, so that threads may share it."""

    def __init__(self, books: Mapping[str, HelpBook], catalogue: Catalogue, language: str) -> None:
        self._books = dict(books)
        self._catalogue = catalogue
        self.language = language
        self._search = HelpSearch(books.values(), language)
        own = self._books[language]
        self._codes = {code: p.id for p in own.of(Kind.FAQ) for code in p.header.problems}
        self._pages = {
            name: {(page.header.kind, page.id): page for page in book.pages}
            for name, book in self._books.items()
        }

    def page(self, kind: Kind, page_id: str, language: str = "") -> Page | None:
        """In the reader's language, unless another is asked for."""
        return self._pages.get(language or self.language, {}).get((kind, page_id))

    def other_language(self, language: str) -> str:
        """The one to which a reader of `language` may switch; empty if there is no other."""
        return next((name for name in self._books if name != language), "")

    def of(self, kind: Kind, section: str = "") -> tuple[Page, ...]:
        return self._books[self.language].of(kind, section)

    def sections(self, kind: Kind) -> tuple[Section, ...]:
        """Those that hold a page."""
        own = self._books[self.language]
        filled = {page.header.section for page in own.pages if page.header.kind is kind}
        return tuple(one for one in own.sections if one.id in filled)

    def section(self, section_id: str) -> Section | None:
        own = self._books[self.language].sections
        return next((one for one in own if one.id == section_id), None)

    def pieces(self, page: Page) -> tuple[Piece, ...]:
        """What is drawn of a page, with the figures of the catalogue in it."""
        figures = partial(with_figures, catalogue=self._catalogue, language=page.language)
        return pieces(page, figures)

    def find(self, typed: str, kinds: Iterable[Kind]) -> tuple[Hit, ...]:
        return self._search.find(typed, kinds)

    def entry_for(self, asked: str) -> Page | None:
        """The page that a link of a notice means: `error.<code>`, or the id of an entry."""
        code = asked.removeprefix(ERROR)
        return self.page(Kind.FAQ, self._codes.get(code, code))

    def meaning(self, term: str) -> str:
        """The one sentence of a word of AI; empty if it is not known."""
        page = self.page(Kind.TERM, term)
        return page.header.short if page is not None else ""

    def neighbours(self, page: Page) -> tuple[Page | None, Page | None]:
        """The page before and the one after, in the order of the contents."""
        every = self.of(page.header.kind)
        at = next(n for n, one in enumerate(every) if one.id == page.id)
        return (every[at - 1] if at else None, every[at + 1] if at + 1 < len(every) else None)

    def link_title(self, kind: Kind, page_id: str) -> str:
        page = self.page(kind, page_id)
        return page.header.title if page is not None else ""
