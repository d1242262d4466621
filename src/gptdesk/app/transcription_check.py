"""The self-check of the Transcription tab: what was spoken before is turned back into text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtWidgets import QAbstractButton, QWidget

from gptdesk.app.waiting import wait_until
from gptdesk.domain.connections import OFFLINE_ID
from gptdesk.ui.shell.window import MainWindow
from gptdesk.ui.transcription.page import TranscriptionPage

W = TypeVar("W", bound=QWidget)

READY_SECONDS = 30
WRITTEN_SECONDS = 180
ENOUGH = 0.9
"""Of the characters; a small model may mishear one."""
DIGITS = dict(enumerate("zero one two three four five six seven eight nine".split()))
SIMPLIFIED = str.maketrans("氣們園", "气们园")
"""Those of the sentence that is spoken: either way of writing them is right."""


class NotWritten(Exception):
    """It did not work; its text says why."""


class TranscriptionCheck:
    """Drops each sound into the tab, presses the button, and reads what stands there."""

    def __init__(self, window: MainWindow, spoken: Mapping[str, Path]) -> None:
        self._window = window
        self._spoken = spoken

    def run(self) -> str:
        """How much of each sentence was right."""
        if not self._spoken:
            raise NotWritten("nothing was spoken that could be written down")
        self._window.show_tab("transcription")
        self._choose_the_pack()
        shares = [self._share(text, path) for text, path in self._spoken.items()]
        return ", ".join(f"{share:.0%} of the characters" for share in shares)

    @property
    def _page(self) -> TranscriptionPage:
        return cast(TranscriptionPage, self._window.page("transcription"))

    def _choose_the_pack(self) -> None:
        field = self._page.panel.side.model
        if not wait_until(lambda: field.first_of(OFFLINE_ID) != "", READY_SECONDS):
            raise NotWritten("transcription is not part of the offline pack here")
        field.chosen.emit(OFFLINE_ID, field.first_of(OFFLINE_ID))

    def _share(self, text: str, path: Path) -> float:
        written = self._written(path)
        share = share_right(text, written)
        if share < ENOUGH:
            raise NotWritten(f"{share:.0%} of “{text}” are right: “{written}”")
        return share

    def _written(self, path: Path) -> str:
        page = self._page
        page.dropped.emit([path])
        start, stop = (
            self._find(f"transcription.{name}", QAbstractButton) for name in ("start", "stop")
        )
        self._wait(lambda: not start.isHidden() and start.isEnabled(), READY_SECONDS,
                   "the button to begin stayed off")  # fmt: skip
        start.click()
        self._wait(lambda: not stop.isHidden(), READY_SECONDS, "nothing began")
        self._wait(stop.isHidden, WRITTEN_SECONDS, "it was not written down in time")
        written = " ".join(row.text for row in page.model.rows)
        if not written:
            raise NotWritten(page.notice.accessibleName() or "nothing was written down")
        return written

    def _wait(self, condition: Callable[[], bool], seconds: float, trouble: str) -> None:
        if not wait_until(condition, seconds):
            raise NotWritten(self._page.notice.accessibleName() or trouble)

    def _find(self, name: str, kind: type[W]) -> W:
        found = self._window.findChild(kind, name)
        if found is None:
            raise NotWritten(f"{name} is missing")
        return found


def share_right(wanted: str, written: str) -> float:
    """How many of the characters are there; too many others count against it as well."""
    one, other = _plain(wanted), _plain(written)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(one), len(other), 1)


def _plain(text: str) -> str:
    """Without marks, capitals and spaces, numbers in words."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(SIMPLIFIED)
    spelled = re.sub(r"[0-9]", lambda digit: DIGITS[int(digit.group())], folded)
    return re.sub(r"[\W_]", "", spelled)
