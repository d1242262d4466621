"""Which tabs a connection can serve, and which it is chosen for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gptdesk.domain.catalogue import Task
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.ui.settings.presets import ASKED, Presets


@dataclass(frozen=True, slots=True)
class Roles:
    """`chosen_for` gives the id of the connection that the user chose for a task, or empty."""

    presets: Presets
    chosen_for: Callable[[Task], str]

    def default(self, usable: Sequence[Connection]) -> str:
        """For new chats: the chosen one, or the first that can be used if that is gone."""
        ids = [connection.id for connection in usable]
        chosen = self.chosen_for(Task.CHAT)
        return chosen if chosen in ids else next(iter(ids), "")

    def tasks(self, connection: Connection) -> tuple[Task, ...]:
        if connection.kind is ConnectionKind.OFFLINE:
            return (Task.CHAT,)
        return self.presets.tasks(connection.service)

    def used_for(self, connection: Connection, usable: Sequence[Connection]) -> tuple[Task, ...]:
        chosen = [task for task in ASKED[1:] if self.chosen_for(task) == connection.id]
        is_for_chat = connection.id == self.default(usable)
        return (Task.CHAT, *chosen) if is_for_chat else tuple(chosen)
