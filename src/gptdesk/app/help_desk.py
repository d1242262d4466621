"""The pages of Learn and FAQ for both tabs, read when the window is calm or wants them."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from gptdesk.domain.help_pages import Kind, Page
from gptdesk.domain.help_progress import Progress
from gptdesk.domain.help_search import Place
from gptdesk.domain.help_shelf import HelpShelf
from gptdesk.runtime.calls import Calls
from gptdesk.ui.shell.command import HELP, Command
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.meaning import Meanings

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.help import HelpService

translate = QCoreApplication.translate

CALM_MS = 1200
VIEWS = (
    "gptdesk.ui.learn.page",
    "gptdesk.ui.learn.presenter",
    "gptdesk.ui.faq.page",
    "gptdesk.ui.faq.presenter",
)


class HelpDesk(QObject):
    """Signals:
    ready: a HelpShelf, and the Progress as it was kept; again for another language.
    wanted: the place of a page that was chosen in the palette.
    """

    ready = Signal(object, object)
    wanted = Signal(object)

    def __init__(self, core: CoreThread, service: HelpService, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._calls = Calls(core, self)
        self._is_asked = False
        self.shelf: HelpShelf | None = None
        self.progress = Progress()
        self._commands: list[Command] = []
        self._rest: Progress | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CALM_MS)
        self._timer.timeout.connect(self.load)
        self._timer.start()

    def load(self) -> None:
        """Read the pages unless that was done; `ready` comes in any case."""
        self._timer.stop()
        if self.shelf is not None:
            self.ready.emit(self.shelf, self.progress)
        elif not self._is_asked:
            self._is_asked = True
            self._calls.run(self._read(Theme.current().language), self._on_read)

    def language_changed(self) -> None:
        if self._is_asked:
            self._calls.run(self._read(Theme.current().language), self._on_read)

    def keep(self, progress: Progress) -> None:
        self.progress = progress
        self._calls.run(self._service.save_progress(progress))
        self._rest = progress

    def commands(self) -> list[Command]:
        """For the palette: each page by its title, in both languages."""
        return self._commands

    def shutdown(self) -> None:
        self._timer.stop()
        self._calls.shutdown()
        Meanings.forget()

    async def save_rest(self) -> None:
        if self._rest is not None:
            await self._service.save_progress(self._rest)

    async def _read(self, language: str) -> tuple[HelpShelf, Progress]:
        import asyncio

        shelf = await self._service.shelf(language)
        progress = await self._service.progress()
        await asyncio.to_thread(_load_views)
        return shelf, progress

    def _on_read(self, found: tuple[HelpShelf, Progress]) -> None:
        shelf, progress = found
        if self.shelf is None:
            self.progress = progress
        self.shelf = shelf
        Meanings.use(shelf.meaning)
        kinds = (Kind.LESSON, Kind.FAQ)
        self._commands = [self._command(shelf, page) for kind in kinds for page in shelf.of(kind)]
        self.ready.emit(shelf, self.progress)

    def _command(self, shelf: HelpShelf, page: Page) -> Command:
        header = page.header
        place: Place = (header.kind, page.id)
        is_lesson = header.kind is Kind.LESSON
        pattern = (
            translate("Palette", "Learn: {title}")
            if is_lesson
            else translate("Palette", "FAQ: {title}")
        )
        other = shelf.page(*place, shelf.other_language(shelf.language))
        keywords = (*header.words, *header.raw, other.header.title if other is not None else "")
        return Command(
            f"help.{header.kind.value}.{page.id}",
            HELP,
            pattern.format(title=header.title),
            icon="book-open" if is_lesson else "circle-question-mark",
            run=partial(self.wanted.emit, place),
            keywords=" ".join(keywords),
        )


def _load_views() -> None:
    """So that the first visit need not wait for it."""
    for name in VIEWS:
        import_module(name)
