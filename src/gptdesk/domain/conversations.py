"""A conversation as the list shows it, and what a search finds."""

from __future__ import annotations

from dataclasses import dataclass, field

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.options import ChatOptions


@dataclass(frozen=True, slots=True)
class Conversation:
    """One row of the list. Times are seconds since the epoch.

    `preview` is the beginning of the last message as plain text; `trouble` is the code of the
    Problem that the last message waits for, or empty; `draft` and `draft_attachments` are what was
    typed and attached but not sent. `preview_pictures` counts the pictures of the last message.
    """

    id: str
    title: str = ""
    title_is_automatic: bool = True
    is_pinned: bool = False
    created: float = 0.0
    updated: float = 0.0
    preview: str = ""
    message_count: int = 0
    draft: str = ""
    connection_id: str = ""
    model: str = ""
    trouble: str = ""
    preview_pictures: int = 0
    options: ChatOptions = field(default_factory=ChatOptions)
    draft_attachments: tuple[Attachment, ...] = ()

    @property
    def has_draft(self) -> bool:
        return bool(self.draft.strip() or self.draft_attachments)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A message (or a title, then `message_id` is empty) that matches a search.

    `excerpt` is plain text; `spans` are (start, end) of the matches within it.
    """

    conversation_id: str
    title: str
    message_id: str
    position: int
    excerpt: str
    spans: tuple[tuple[int, int], ...]
    updated: float
