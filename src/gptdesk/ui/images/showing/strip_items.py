"""What stands in the strip of newest pictures: finished ones, and jobs on their way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QImage

from gptdesk.domain.images import JobState, PictureRecord


@dataclass(frozen=True, slots=True)
class JobCard:
    """A job as a tile: its state in words, how far it is, and what can be seen of it."""

    id: str
    state: JobState
    text: str
    fraction: float | None = None
    image: QImage | None = None
    prompt: str = ""

    @property
    def is_over(self) -> bool:
        return self.state in (JobState.FAILED, JobState.STOPPED)


StripItem: TypeAlias = JobCard | PictureRecord
