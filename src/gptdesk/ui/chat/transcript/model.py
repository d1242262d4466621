"""The messages of the conversation that is open, with their texts loaded when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState

Index = QModelIndex | QPersistentModelIndex
Entry = ChatMessage | MessageHeader


class Role(IntEnum):
    """What can be asked about a row, besides its plain text (DisplayRole).

    TAIL is never asked for: it names the change when the last message grew.
    """

    ID = Qt.ItemDataRole.UserRole + 1
    SPEAKER = ID + 1
    STATE = ID + 2
    TEXT = ID + 3
    REASONING = ID + 4
    MODEL = ID + 5
    SECONDS = ID + 6
    TOKENS = ID + 7
    COST = ID + 8
    VERSION = ID + 9
    VERSIONS = ID + 10
    PROBLEM = ID + 11
    IS_LOADED = ID + 12
    MESSAGE = ID + 13
    TAIL = ID + 14


ALWAYS_KNOWN: dict[int, str] = {Role.ID: "id", Role.SPEAKER: "role", Role.STATE: "state"}
FIELDS: dict[int, str] = {
    Qt.ItemDataRole.DisplayRole: "text",
    Role.TEXT: "text",
    Role.REASONING: "reasoning",
    Role.MODEL: "model",
    Role.SECONDS: "seconds",
    Role.TOKENS: "output_tokens",
    Role.VERSION: "version",
    Role.VERSIONS: "versions",
    Role.PROBLEM: "problem",
}
EMPTY = {"text": "", "reasoning": "", "model": "", "problem": "", "version": 1, "versions": 1}
TEXTS = [int(Qt.ItemDataRole.DisplayRole), int(Role.TEXT), int(Role.TAIL)]


class TranscriptModel(QAbstractListModel):
    """One row for each active message, oldest first.

    Signals:
        bodies_wanted: the first and last row whose texts somebody asked for; answered by
            `set_bodies`.
    """

    bodies_wanted = Signal(int, int)
    _missed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}
        self._asked: set[str] = set()
        self._missing: tuple[int, int] | None = None
        self._costs: dict[str, str] = {}
        self._pricer: Callable[[ChatMessage], str] | None = None
        self._missed.connect(self._on_missed, Qt.ConnectionType.QueuedConnection)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role in ALWAYS_KNOWN:
            return getattr(entry, ALWAYS_KNOWN[role])
        if role in FIELDS:
            return self._field(index.row(), entry, FIELDS[role])
        match role:
            case Role.COST:
                return self.cost(entry.id)
            case Role.IS_LOADED:
                return isinstance(entry, ChatMessage)
            case Role.MESSAGE:
                return entry if isinstance(entry, ChatMessage) else None
        return None

    def _field(self, row: int, entry: Entry, name: str) -> Any:
        if isinstance(entry, ChatMessage):
            return getattr(entry, name)
        self._miss(row)
        return EMPTY.get(name)

    # What the view asks

    def entry(self, row: int) -> Entry:
        """The message, or what is known of it so far."""
        return self._entries[row]

    def row_of(self, message_id: str) -> int:
        """-1 if it is not in this conversation."""
        return self._rows.get(message_id, -1)

    def row_at(self, position: int) -> int:
        """The row of the message at this position of the conversation, or -1."""
        for row in range(min(position, len(self._entries) - 1), -1, -1):
            if self._entries[row].position <= position:
                return row if self._entries[row].position == position else -1
        return -1

    def cost(self, message_id: str) -> str:
        if message_id in self._costs or self._pricer is None:
            return self._costs.get(message_id, "")
        row = self.row_of(message_id)
        entry = self._entries[row] if row >= 0 else None
        return self._pricer(entry) if isinstance(entry, ChatMessage) else ""

    def want(self, first: int, last: int) -> None:
        """Ask for the texts of these rows, as far as nobody has yet."""
        rows = [
            row
            for row in range(max(0, first), min(last + 1, len(self._entries)))
            if isinstance(self._entries[row], MessageHeader)
            and self._entries[row].id not in self._asked
        ]
        if rows:
            wanted = range(rows[0], rows[-1] + 1)
            self._asked.update(self._entries[row].id for row in wanted)
            self.bodies_wanted.emit(rows[0], rows[-1])

    # What the presenter tells

    def reset(self, headers: Sequence[MessageHeader | ChatMessage] = ()) -> None:
        """Show another conversation."""
        self.beginResetModel()
        self._entries = list(headers)
        self._rows = {entry.id: row for row, entry in enumerate(self._entries)}
        self._asked.clear()
        self._costs.clear()
        self._missing = None
        self.endResetModel()

    def set_bodies(self, messages: Iterable[ChatMessage]) -> None:
        """Fill in texts that were wanted; what has changed meanwhile stays as it is."""
        rows: list[int] = []
        for message in messages:
            row = self._rows.get(message.id, -1)
            if row >= 0 and isinstance(self._entries[row], MessageHeader):
                self._entries[row] = message
                rows.append(row)
        if rows:
            self._tell(min(rows), max(rows))

    def forget_wants(self) -> None:
        """Loading failed: ask again when a row is next seen."""
        self._asked.clear()

    def append(self, message: ChatMessage) -> None:
        """Add it at the end; a new version takes the place of the one before."""
        if self._entries and self._entries[-1].position == message.position:
            self._put(len(self._entries) - 1, message)
            return
        row = len(self._entries)
        self.beginInsertRows(QModelIndex(), row, row)
        self._entries.append(message)
        self._rows[message.id] = row
        self.endInsertRows()

    def extend_last(self, text: str) -> None:
        self._grow("text", text, TEXTS)

    def extend_reasoning(self, text: str) -> None:
        self._grow("reasoning", text, [int(Role.REASONING)])

    def replace(self, message: ChatMessage) -> None:
        """A message reached a new state, or another version of it was chosen."""
        row = self._rows.get(message.id, -1)
        row = self.row_at(message.position) if row < 0 else row
        if row >= 0:
            self._put(row, message)

    def set_state(self, message_id: str, state: MessageState, problem: str = "") -> None:
        row = self.row_of(message_id)
        entry = self._entries[row] if row >= 0 else None
        if isinstance(entry, ChatMessage):
            self._put(row, replace(entry, state=state, problem=problem))

    def set_cost(self, message_id: str, text: str) -> None:
        """What the answer cost, as it is to be read."""
        self._costs[message_id] = text
        row = self.row_of(message_id)
        if row >= 0:
            self._tell(row, row, [int(Role.COST)])

    def set_pricer(self, pricer: Callable[[ChatMessage], str]) -> None:
        """Words what an answer cost, from what the answer knows of it."""
        self._pricer = pricer

    def refresh_costs(self) -> None:
        """The same amounts are to be read in other words."""
        if self._entries:
            self._tell(0, len(self._entries) - 1, [int(Role.COST)])

    def remove(self, message_id: str) -> None:
        row = self.row_of(message_id)
        if row < 0:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._entries[row]
        self._rows = {entry.id: number for number, entry in enumerate(self._entries)}
        self.endRemoveRows()

    # How it does it

    def _grow(self, field: str, text: str, roles: list[int]) -> None:
        last = self._entries[-1]
        assert isinstance(last, ChatMessage), "only a loaded message grows"
        changed = {field: getattr(last, field) + text}
        self._entries[-1] = replace(last, **changed)
        self._tell(len(self._entries) - 1, len(self._entries) - 1, roles)

    def _put(self, row: int, message: ChatMessage) -> None:
        self._rows.pop(self._entries[row].id, None)
        self._rows[message.id] = row
        self._entries[row] = message
        self._tell(row, row)

    def _tell(self, first: int, last: int, roles: Sequence[int] = ()) -> None:
        self.dataChanged.emit(self.index(first), self.index(last), list(roles))

    def _miss(self, row: int) -> None:
        """Somebody read a text that is not here; asking at once might change rows under them."""
        if self._entries[row].id in self._asked:
            return
        first, last = self._missing or (row, row)
        if self._missing is None:
            self._missed.emit()
        self._missing = (min(first, row), max(last, row))

    def _on_missed(self) -> None:
        if self._missing is not None:
            first, last = self._missing
            self._missing = None
            self.want(first, last)
