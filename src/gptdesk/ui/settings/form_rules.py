"""What a form means: which request would test it, what would be stored, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.addresses import is_plain_http_outside, normalise
from gptdesk.domain.connections import Connection
from gptdesk.domain.keys import clean_key
from gptdesk.ui.settings.address_words import problem_text
from gptdesk.ui.settings.key_words import bad_text
from gptdesk.ui.settings.presets import COMPATIBLE
from gptdesk.ui.settings.values import ConnectionDraft

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Question:
    """What a check-up asks. A `key` of None means the stored one, "" means none."""

    connection: Connection
    key: str | None = field(default=None, repr=False)

    def is_same(self, other: Question) -> bool:
        mine, theirs = self.connection, other.connection
        return (mine.id, mine.base_url, self.key) == (theirs.id, theirs.base_url, other.key)


def key_of(draft: ConnectionDraft) -> str | None:
    """None leaves the stored key as it is, "" removes it."""
    if draft.key:
        return draft.key
    return "" if draft.removes_key else None


def connection_of(connection: Connection, draft: ConnectionDraft, name: str) -> Connection:
    """The connection as it would be stored, under this name."""
    base_url = normalise(draft.url).base_url
    service = "" if draft.preset == COMPATIBLE else draft.preset
    return replace(connection, name=name, base_url=base_url, model=draft.model, service=service)


def question_of(connection: Connection, draft: ConnectionDraft, name: str) -> Question:
    return Question(connection_of(connection, draft, name), key_of(draft))


def missing(draft: ConnectionDraft) -> str:
    """Why it can neither be checked nor saved, as a sentence; empty if it can."""
    address = normalise(draft.url)
    if address.problem:
        return problem_text(address)
    if is_plain_http_outside(address.base_url) and not draft.allows_plain:
        return translate(
            "Settings", "The address is not encrypted. Accept that above, or use https://."
        )
    cleaned = clean_key(draft.key)
    return bad_text(cleaned) if cleaned.bad else ""
