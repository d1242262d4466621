"""Speech wherever a model offers it: at the endpoint for speech, or in a live conversation."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.speech import SpeechOrder
from gptdesk.domain.speech_ports import SpeechProvider


class AnySpeech:
    """A SpeechProvider that hands each order on to the one that can do it."""

    def __init__(self, usual: SpeechProvider, live: SpeechProvider) -> None:
        self._usual = usual
        self._live = live

    def speak(
        self, endpoint: Endpoint, order: SpeechOrder
    ) -> AsyncGenerator[bytes | ParameterDropped, None]:
        return (self._live if order.is_live else self._usual).speak(endpoint, order)
