"""The log file: what happened, never what was said, and no key."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from gptdesk.providers.redaction import without_secrets

FILE = "gptdesk.log"
LARGEST = 512_000
"""Bytes; then the file is put aside once, so that there are never more than two."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class LogFile:
    """Writes what gptdesk reports to a file under `folder`, as long as it is open."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._logger = logging.getLogger("gptdesk")
        self._handler: logging.Handler | None = None
        self._level = self._logger.level

    def open(self) -> None:
        """Begin; a folder that cannot be written costs the log and nothing else."""
        try:
            handler = logging.handlers.RotatingFileHandler(
                self.path, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=False
            )
        except OSError:
            return
        handler.setFormatter(_Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._level = self._logger.level
        self._logger.setLevel(logging.INFO)
        self._logger.addHandler(handler)
        self._handler = handler

    def close(self) -> None:
        if self._handler is not None:
            self._logger.removeHandler(self._handler)
            self._logger.setLevel(self._level)
            self._handler.close()
            self._handler = None


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


def report_unforeseen(show: Callable[[BaseException], None]) -> Hook:
    """Log what no one caught in the UI thread, and let `show` tell the person.

    Returns the hook that was there before.
    """
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        logging.getLogger("gptdesk").error("Unforeseen failure", exc_info=(kind, error, trace))
        show(error)

    sys.excepthook = hook
    return before
