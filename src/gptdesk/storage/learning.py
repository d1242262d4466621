"""How far somebody is with the lessons, in a small file."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from gptdesk.domain.help_progress import Progress, as_values, progress_of
from gptdesk.domain.problems import Problem
from gptdesk.storage.files import write_whole
from gptdesk.storage.settings import read_object

log = logging.getLogger(__name__)


class LearningFile:
    """Implements ProgressStore. A file that cannot be read is as if there were none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Progress:
        try:
            return progress_of(read_object(self._path))
        except (OSError, ValueError):
            return Progress()

    def save(self, progress: Progress) -> None:
        try:
            write_whole(self._path, json.dumps(as_values(progress)) + "\n")
        except Problem as problem:
            log.info("Progress of the lessons not kept: %s", problem.code)
