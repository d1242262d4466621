"""Taking the text out of files that people have: TXT, Markdown, Word, EPUB, PDF."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from gptdesk.domain.reading import TextReader


class ReadingService:
    """Knows a reader for each ending; whatever has another one is read as plain text."""

    def __init__(self, plain: TextReader, readers: Mapping[str, TextReader]) -> None:
        self._plain = plain
        self._readers = dict(readers)

    async def text(self, path: Path) -> str:
        reader = self._readers.get(path.suffix.lower(), self._plain)
        return await asyncio.to_thread(reader, path)
