"""Which rows stand in the contents of the lessons."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.help_hits import excerpt, spans
from gptdesk.domain.help_pages import Kind, Page
from gptdesk.domain.help_progress import Progress
from gptdesk.domain.help_shelf import HelpShelf
from gptdesk.ui.widgets.help.rows import Row

translate = QCoreApplication.translate

KINDS = (Kind.LESSON, Kind.TERM)
MOST_HITS = 40


def content_rows(shelf: HelpShelf, progress: Progress, folded: frozenset[str]) -> Iterator[Row]:
    """Sections with their lessons and how far one is; the words of AI come last."""
    for kind in KINDS:
        for section in shelf.sections(kind):
            pages = shelf.of(kind, section.id)
            is_folded = section.id in folded
            yield Row(
                section.title,
                section=section.id,
                count=_count(pages, progress, kind),
                is_folded=is_folded,
            )
            if not is_folded:
                yield from (_row(page, progress) for page in pages)


def hit_rows(shelf: HelpShelf, typed: str) -> tuple[Row, ...]:
    """What a search found, the best first."""
    rows = []
    for hit in shelf.find(typed, KINDS)[:MOST_HITS]:
        page = shelf.page(*hit.place)
        if page is None:
            continue
        title, line = page.header.title, excerpt(page, typed)
        rows.append(
            Row(
                title,
                hit.place,
                line=line or page.header.title,
                title_spans=spans(title, typed),
                line_spans=spans(line, typed),
            )
        )
    return tuple(rows)


def _count(pages: tuple[Page, ...], progress: Progress, kind: Kind) -> str:
    if kind is not Kind.LESSON:
        return str(len(pages))
    read = sum(1 for page in pages if page.id in progress.read)
    return f"{read}/{len(pages)}"


def _row(page: Page, progress: Progress) -> Row:
    place = (page.header.kind, page.id)
    if page.header.kind is not Kind.LESSON:
        return Row(page.header.title, place)
    state = progress.state(page.id)
    spoken = {
        "read": translate("Learn", "read"),
        "half": translate("Learn", "begun"),
        "new": translate("Learn", "not read yet"),
    }
    return Row(page.header.title, place, state=state, spoken=spoken[state])
