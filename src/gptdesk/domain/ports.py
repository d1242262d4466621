"""What the services need from the outside world, in their own words.

What concerns money is in `money_ports`, lists of models in `model_ports`, sound in `sound_ports`
and speech in `speech_ports`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.checkup import ListAnswer, StepTaken
from gptdesk.domain.connections import Connection, Endpoint, KeyPlace
from gptdesk.domain.conversations import Conversation, SearchHit
from gptdesk.domain.events import ProviderEvent
from gptdesk.domain.local_servers import Listening
from gptdesk.domain.messages import ChatMessage, Message, MessageHeader, MessageState
from gptdesk.domain.options import ChatOptions
from gptdesk.domain.packs import EngineState, InstallProgress, Pack, PackStatus


class ChatProvider(Protocol):
    """Answers a conversation. Cancelling the iteration must close the connection at once."""

    def stream(
        self,
        endpoint: Endpoint,
        model: str,
        history: Sequence[Message],
        options: Mapping[str, object],
    ) -> AsyncGenerator[ProviderEvent, None]:
        """Yield the answer, ending with `Finished`; raise a Problem otherwise.

        `options` are request parameters in the API's names. A parameter that the service refuses
        by name is dropped, reported as `ParameterDropped`, and not sent again for this model.
        """
        ...

    async def models(self, endpoint: Endpoint) -> tuple[str, ...]:
        """The model names that this key may use, sorted."""
        ...


class Probe(Protocol):
    """Goes the way to a service step by step, and asks it for its models."""

    def reach(self, endpoint: Endpoint) -> AsyncGenerator[StepTaken | ListAnswer, None]:
        """Yield the steps up to the service; end with a failed step or with a `ListAnswer`.

        Nobody but the connection's own host and the proxy is contacted.
        """
        ...


class Listener(Protocol):
    """Finds APIs on this computer; asks no other."""

    async def listening(self, base_urls: Sequence[str]) -> tuple[Listening, ...]:
        """Those of the addresses at which one answers, without a key and without a proxy."""
        ...


class ConversationStore(Protocol):
    """Keeps conversations. Every method returns only when the change is safe on disk."""

    async def conversations(self) -> tuple[Conversation, ...]:
        """All that are not deleted: pinned ones first, then the newest first."""
        ...

    async def conversation(self, conversation_id: str) -> Conversation: ...

    async def create(self, conversation: Conversation) -> None: ...

    async def rename(self, conversation_id: str, title: str, *, automatic: bool) -> None: ...

    async def set_pinned(self, conversation_id: str, pinned: bool) -> None: ...

    async def set_model(self, conversation_id: str, connection_id: str, model: str) -> None: ...

    async def set_options(self, conversation_id: str, options: ChatOptions) -> None: ...

    async def save_draft(self, conversation_id: str, draft: str) -> None: ...

    async def save_draft_attachments(
        self, conversation_id: str, attached: Sequence[Attachment]
    ) -> None:
        """Keep what is attached to the draft, in this order, instead of what was."""
        ...

    async def delete(self, conversation_id: str) -> None:
        """Hide it; `restore` brings it back until `purge` was called."""
        ...

    async def restore(self, conversation_id: str) -> None: ...

    async def purge(self) -> None:
        """Remove for good what was deleted more than a month ago."""
        ...

    async def headers(self, conversation_id: str) -> tuple[MessageHeader, ...]:
        """All active messages in order, without their text."""
        ...

    async def bodies(self, conversation_id: str, first: int, last: int) -> tuple[ChatMessage, ...]:
        """The active messages at positions first…last, both included, in order."""
        ...

    async def add(self, message: ChatMessage) -> None:
        """Append. A message at a taken position becomes the active version there."""
        ...

    async def checkpoint(self, message_id: str, text: str, reasoning: str) -> None:
        """Keep the growing answer so that a crash loses a second at most."""
        ...

    async def finish(self, message: ChatMessage) -> None:
        """Replace a stored message by its final form and drop its checkpoint."""
        ...

    async def set_state(self, message_id: str, state: MessageState, problem: str) -> None: ...

    async def remove_message(self, message_id: str) -> None:
        """Take back an answer of which nothing arrived; an earlier version becomes active."""
        ...

    async def versions(self, conversation_id: str, position: int) -> tuple[ChatMessage, ...]: ...

    async def choose_version(self, message_id: str) -> ChatMessage: ...

    async def search(self, query: str, limit: int = 50) -> tuple[SearchHit, ...]: ...


class MediaStore(Protocol):
    """Keeps the bytes of attachments, each once, under the hash of its content."""

    async def write(self, data: bytes, attachment: Attachment) -> None:
        """Store the bytes; what is there already is never written again. Raises DiskFull."""
        ...

    async def read(self, attachment: Attachment) -> bytes:
        """Raises AttachmentMissing if the file is gone or not what was stored."""
        ...

    def path(self, attachment: Attachment) -> Path:
        """Where the bytes lie, or would."""
        ...

    async def save_copy(self, attachment: Attachment, path: str) -> None:
        """Write the bytes to a place outside. Raises what `read` and `write` raise."""
        ...

    async def purge(self) -> None:
        """Remove files that no message and no draft has needed for months."""
        ...


class KeyStore(Protocol):
    """Keeps keys. Raises KeyringMissing, KeyringLocked or KeyringFailed."""

    async def read(self, connection_id: str) -> str | None: ...

    async def write(self, connection_id: str, key: str, *, session_only: bool = False) -> KeyPlace:
        """Store, read back and compare; a key is never overwritten after a failed read."""
        ...

    async def remove(self, connection_id: str) -> None: ...

    async def place(self) -> KeyPlace:
        """Where a key would be kept now: KEYRING, or SESSION if the system has no keyring."""
        ...

    async def backend_name(self) -> str:
        """The keyring in the system's own words ("GNOME Keyring"), empty if there is none."""
        ...


class ConnectionStore(Protocol):
    """Keeps the connections the user set up, without their keys."""

    async def load(self) -> tuple[Connection, ...]: ...

    async def save(self, connections: Sequence[Connection]) -> None: ...


class Engine(Protocol):
    """Runs the models of the offline pack in a child process."""

    def lease(self, pack_id: str) -> AbstractAsyncContextManager[Endpoint]:
        """Start the engine if needed, wait until it answers, and keep it while in use.

        Raises PackMissing, PackDamaged, EngineUnsupported or EngineCrashed.
        """
        ...

    def state(self, task: str = "chat") -> EngineState:
        """How the process that serves packs of this task is."""
        ...

    def watch(self, listener: Callable[[EngineState], None]) -> None:
        """Call `listener` in the core thread whenever the state changes."""
        ...

    def set_idle_seconds(self, seconds: float) -> None:
        """How long it may stay unused; 0 keeps it running."""
        ...

    async def stop(self) -> None: ...


class PackInstaller(Protocol):
    """Puts packs on the disk and takes them away."""

    def packs(self) -> tuple[Pack, ...]: ...

    async def status(self, pack_id: str) -> PackStatus: ...

    def install(self, pack_id: str) -> AsyncGenerator[InstallProgress, None]:
        """Fetch what is missing, resuming; verify each file. Cancelling keeps what arrived."""
        ...

    def verify(self, pack_id: str) -> AsyncGenerator[InstallProgress, None]:
        """Read every file again; raises PackDamaged after moving bad files out of the way."""
        ...

    async def remove(self, pack_id: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Backup:
    """A dated copy of the database. `created` in seconds since the epoch, `size` in bytes."""

    name: str
    created: float
    size: int


class BackupStore(Protocol):
    """Dated copies of everything the user wrote."""

    async def backups(self) -> tuple[Backup, ...]:
        """Newest first."""
        ...

    async def create(self) -> Backup: ...

    async def restore(self, name: str) -> None:
        """Put a backup in place, after making a backup of what is there now."""
        ...
