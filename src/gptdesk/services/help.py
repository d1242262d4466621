"""Lessons, questions and words: read from the files of the app, and how far somebody is."""

from __future__ import annotations

import asyncio
from pathlib import Path

from gptdesk.domain.catalogue import Catalogue
from gptdesk.domain.help_pages import HelpBook
from gptdesk.domain.help_progress import Progress, ProgressStore
from gptdesk.domain.help_reading import read_book
from gptdesk.domain.help_shelf import HelpShelf

LANGUAGES = ("en", "zh_CN")


class HelpService:
    """Runs in the core thread. The files are read once; each language has its own shelf."""

    def __init__(self, folder: Path, catalogue: Catalogue, store: ProgressStore) -> None:
        self._folder = folder
        self._catalogue = catalogue
        self._store = store
        self._books: dict[str, HelpBook] = {}
        self._shelves: dict[str, HelpShelf] = {}

    async def shelf(self, language: str) -> HelpShelf:
        """Everything there is, for somebody who reads this language."""
        wanted = language if language in LANGUAGES else LANGUAGES[0]
        if wanted not in self._shelves:
            await asyncio.to_thread(self._read)
            self._shelves[wanted] = await asyncio.to_thread(
                HelpShelf, self._books, self._catalogue, wanted
            )
        return self._shelves[wanted]

    def _read(self) -> None:
        for language in LANGUAGES:
            if language not in self._books:
                self._books[language] = read_book(self._folder, language)

    async def progress(self) -> Progress:
        return await asyncio.to_thread(self._store.load)

    async def save_progress(self, progress: Progress) -> None:
        await asyncio.to_thread(self._store.save, progress)
