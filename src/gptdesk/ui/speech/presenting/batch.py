"""Many texts, each of which becomes a file; after a failure it goes on where it stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gptdesk.domain.speech import FileWritten, SpeechSettings

if TYPE_CHECKING:
    from gptdesk.domain.costs import Estimate
    from gptdesk.ui.speech.presenting.limiting import SpeechLimit
    from gptdesk.ui.speech.presenting.making import Maker
    from gptdesk.ui.speech.presenting.pricing import SpeechPrices


class Batch(QObject):
    """Knows which of the texts are files already."""

    def __init__(
        self, maker: Maker, prices: SpeechPrices, limit: SpeechLimit, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._maker = maker
        self._prices = prices
        self._limit = limit
        self._texts: list[str] = []
        self._folder = Path()
        self._settings = SpeechSettings()
        self._written = 0
        maker.told.connect(self._on_told)
        maker.ended.connect(self._on_ended)

    @property
    def is_unfinished(self) -> bool:
        """Some of the texts are no files yet."""
        return self._written < len(self._texts)

    @property
    def estimate(self) -> Estimate:
        return self._prices.estimate("".join(self._texts[self._written :]))

    def begin(self, texts: list[str], settings: SpeechSettings, folder: Path) -> None:
        self._texts, self._folder, self._settings = texts, folder, settings
        self._written = 0
        self.go_on()

    def go_on(self) -> None:
        """From the text that failed; what was written is not made again."""
        if self.is_unfinished and not self._maker.is_running:
            self._limit.pass_on(self.estimate, self._make)

    def forget(self) -> None:
        """Something else is being done."""
        self._texts, self._written = [], 0

    def _make(self) -> None:
        self._maker.make_files(self._texts, self._settings, self._folder, self._written)

    def _on_told(self, event: object) -> None:
        if isinstance(event, FileWritten):
            self._written = event.number

    def _on_ended(self, was_stopped: bool) -> None:
        if was_stopped:  # by hand: nobody wants it to begin again by itself
            self.forget()
