"""What the big button does now, what that costs, and why it cannot be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.costs import Estimate
from gptdesk.domain.sentences import is_speakable, letters
from gptdesk.domain.speech import SpeechJob
from gptdesk.domain.speech_costs import minutes

if TYPE_CHECKING:
    from gptdesk.ui.speech.page import SpeechPage
    from gptdesk.ui.speech.presenting.choosing import VoicePresenter
    from gptdesk.ui.speech.presenting.listening import Listener
    from gptdesk.ui.speech.presenting.making import Maker
    from gptdesk.ui.speech.presenting.pricing import SpeechPrices

translate = QCoreApplication.translate


class Offer:
    """Compares what stands in the editor with what was made of it."""

    def __init__(
        self,
        page: SpeechPage,
        voices: VoicePresenter,
        maker: Maker,
        listener: Listener,
        prices: SpeechPrices,
    ) -> None:
        self._page = page
        self._voices = voices
        self._maker = maker
        self._listener = listener
        self._prices = prices
        self._letters = ("", 0, 0, 0)
        """Of which job: all letters, and those up to a place in its text."""

    @property
    def is_same_text(self) -> bool:
        """The job on the page is of this very text."""
        return self._maker.job is not None and self._maker.job.text == self._page.editor.content

    @property
    def is_rest(self) -> bool:
        """A part of what stands here is made already."""
        return self._is_same_job and self._maker.can_go_on

    @property
    def is_finished(self) -> bool:
        """Nothing is left to be made of what stands on the page."""
        job = self._maker.job
        return self._is_same_job and job is not None and job.is_complete

    def show(self, text: str) -> None:
        foot = self._page.foot
        foot.set_busy(self._maker.is_running)
        foot.set_rest(is_rest=self.is_rest, is_made=self.is_finished)
        foot.set_cost(*self._price(text))
        reason = self._reason(text)
        foot.set_ready(not reason, reason)

    def whole(self, job: SpeechJob) -> float:
        """How long all of it will be: as what is ready, else as long as texts usually are."""
        ready = job.ready
        seconds = sum(piece.seconds for piece in ready)
        if not ready or not seconds:
            return 60 * minutes(job.text, job.settings.speed)
        if self._letters[0] != job.id:
            self._letters = (job.id, letters(job.text), 0, 0)
        _, all_letters, spoken, end = self._letters
        if ready[-1].end < end:
            spoken = end = 0
        spoken += letters(job.text[end : ready[-1].end])
        self._letters = (job.id, all_letters, spoken, ready[-1].end)
        return seconds / spoken * all_letters if spoken else 0.0

    def estimate(self) -> Estimate:
        """What pressing the button will cost."""
        job = self._maker.job
        if self.is_rest and job is not None:
            return self._prices.estimate(_text_of(job, is_settled=False))
        return self._prices.estimate(self._page.editor.content)

    @property
    def _is_same_job(self) -> bool:
        job = self._maker.job
        if job is None or not self.is_same_text:
            return False
        return self._voices.current(job.settings) == self._voices.settings

    def _price(self, text: str) -> tuple[str, str]:
        job = self._maker.job
        if self.is_finished:
            free = translate("Speech", "It is made: hearing it again costs nothing.")
            return "", "" if self._listener.can_listen is False else free
        if self._maker.is_running and job is not None:
            return self._prices.words(job.text, _text_of(job, is_settled=True))
        if self.is_rest and job is not None:
            return self._prices.words(_text_of(job, is_settled=False))
        return self._prices.words(text)

    def _reason(self, text: str) -> str:
        """Why nothing can be spoken now, or nothing."""
        if self._voices.is_searching and not self._voices.can_speak:
            return translate("Speech", "Looking for models that speak…")
        if not self._voices.can_speak:
            return translate("Speech", "No connection can speak yet.")
        if not self._voices.settings.voice:
            return translate("Speech", "Choose a voice first.")
        if self.is_finished and self._listener.can_listen is False:
            return translate("Speech", "It is ready to be saved.")
        if not is_speakable(text):
            return translate("Speech", "Write something first.")
        return ""


def _text_of(job: SpeechJob, *, is_settled: bool) -> str:
    return "".join(job.text[p.start : p.end] for p in job.pieces if p.is_settled is is_settled)
