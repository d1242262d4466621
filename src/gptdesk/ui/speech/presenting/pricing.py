"""What speaking costs: on the button, and in a sentence below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.costs import FREE, Estimate
from gptdesk.ui.widgets.money import date_text, free_text, money_of, price_text, unknown_text

if TYPE_CHECKING:
    from gptdesk.domain.settings import Settings
    from gptdesk.services.speech import SpeechService
    from gptdesk.ui.speech.presenting.choosing import VoicePresenter

translate = QCoreApplication.translate


class SpeechPrices:
    """Asks for the price of a text with the model and the speed that are chosen."""

    def __init__(
        self, voices: VoicePresenter, speech: SpeechService, settings: Callable[[], Settings]
    ) -> None:
        self._voices = voices
        self._speech = speech
        self._settings = settings

    def estimate(self, text: str) -> Estimate:
        connection = self._voices.connection
        if connection is None or not self._voices.can_speak:
            return Estimate()
        wanted = self._voices.settings
        return self._speech.models.estimate(connection, wanted.model, text, wanted.speed)

    def words(self, text: str, made: str | None = None) -> tuple[str, str]:
        """For the button, and the sentence below it; `made` is what is spoken of it by now."""
        if self._voices.connection is None or not text:
            return "", ""
        cost = self.estimate(text)
        if cost == FREE:
            return free_text(), translate("Speech", "Free, on this computer")
        if not cost.is_known:
            return unknown_text(), translate("Speech", "The price of this model is not known")
        price = self._price(cost)
        if made is None:
            return price, _dated(cost)
        told = translate("Speech", "So far **{done}** of {all}")
        return price, told.format(done=self._price(self.estimate(made)), all=price)

    def _price(self, cost: Estimate) -> str:
        return price_text(cost, money_of(self._settings()))


def _dated(cost: Estimate) -> str:
    text = translate("Speech", "Price of {date}")
    if cost.is_rough:
        text = translate("Speech", "Roughly, price of {date}")
    return text.format(date=date_text(cost.as_of))
