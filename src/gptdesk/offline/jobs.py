"""What an engine process can do: which packs it serves at a time, and what it must be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from gptdesk.domain.packs import Pack
from gptdesk.offline.installer import pack_file_path

SOUND_TASKS = ("speech", "transcription")


class Job(Protocol):
    def serves_too(self, running: Pack, wanted: Pack) -> bool:
        """Whether the process that was started for `running` answers for `wanted` as well."""
        ...

    def wishes(self, packs_dir: Path, pack: Pack) -> Mapping[str, Any]:
        """The line that the process reads first, without the key."""
        ...


class ChatJob:
    """One model in memory from the beginning to the end; another one needs another process."""

    def serves_too(self, running: Pack, wanted: Pack) -> bool:
        return running.id == wanted.id

    def wishes(self, packs_dir: Path, pack: Pack) -> Mapping[str, Any]:
        path = str(pack_file_path(packs_dir, pack, pack.files[0]))
        return {"job": "chat", "model": pack.id, "path": path, "context": pack.context}


class SoundJob:
    """Speech and transcription in one process, which loads each model when it is needed."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._ids = {task: _starter(packs, task) for task in SOUND_TASKS}

    def serves_too(self, running: Pack, wanted: Pack) -> bool:
        return True

    def wishes(self, packs_dir: Path, pack: Pack) -> Mapping[str, Any]:
        return {"job": "sound", "packs": str(packs_dir), "first": pack.id, **self._ids}


def _starter(packs: Sequence[Pack], task: str) -> str:
    """The starter of a task; where it has none, its first pack."""
    own = sorted((pack for pack in packs if pack.task == task), key=lambda p: not p.is_starter)
    return own[0].id if own else task
