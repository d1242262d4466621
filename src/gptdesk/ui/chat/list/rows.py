"""The rows of the list as values: headings, conversations and search hits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from datetime import date

    from gptdesk.domain.conversations import Conversation, SearchHit
    from gptdesk.ui.chat.list.previews import Preview

translate = QCoreApplication.translate


class Kind(Enum):
    HEADING = auto()
    CONVERSATION = auto()
    HIT = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """`spans` mark what was searched for, within `text`."""

    kind: Kind
    title: str
    conversation_id: str = ""
    message_id: str = ""
    time: str = ""
    text: str = ""
    is_trouble: bool = False
    is_pinned: bool = False
    icon: str = ""
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same row as before, whatever it says now."""
        name = self.conversation_id or self.title
        return (self.kind, name, self.message_id)


def shown_title(title: str) -> str:
    return title or translate("ChatList", "New chat")


def conversation_rows(
    conversations: Iterable[Conversation],
    answering: Collection[str],
    today: date,
    open_id: str = "",
) -> list[Row]:
    """Pinned ones first, the others under the day, week or month of their last change."""
    from gptdesk.ui.chat.list.previews import preview  # the first picture has no rows

    rows: list[Row] = []
    heading = ""
    for conversation in conversations:
        above = _heading(conversation, today)
        if above.title != heading:
            heading = above.title
            rows.append(above)
        said = preview(
            conversation,
            is_answering=conversation.id in answering,
            is_open=conversation.id == open_id,
        )
        rows.append(_row(conversation, said, today))
    return rows


def hit_rows(hits: Sequence[SearchHit], today: date) -> list[Row]:
    from gptdesk.ui.chat.list.dates import short_time

    found = translate("ChatList", "%n place(s) found", None, len(hits))
    rows = [Row(Kind.HEADING, found)]
    rows.extend(
        Row(
            Kind.HIT,
            shown_title(hit.title),
            hit.conversation_id,
            hit.message_id,
            short_time(hit.updated, today),
            hit.excerpt,
            spans=hit.spans,
        )
        for hit in hits
    )
    return rows


def _heading(conversation: Conversation, today: date) -> Row:
    if conversation.is_pinned:
        return Row(Kind.HEADING, translate("ChatList", "Pinned"), icon="pin")
    from gptdesk.ui.chat.list.dates import section

    return Row(Kind.HEADING, section(conversation.updated, today))


def _row(conversation: Conversation, said: Preview, today: date) -> Row:
    from gptdesk.ui.chat.list.dates import short_time

    return Row(
        Kind.CONVERSATION,
        shown_title(conversation.title),
        conversation.id,
        time=short_time(conversation.updated, today),
        text=said.text,
        is_trouble=said.is_trouble,
        is_pinned=conversation.is_pinned,
    )
