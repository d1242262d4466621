"""What recording needs of the rest of the app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gptdesk.domain.transcription import TranscriptionSettings
from gptdesk.ui.sound.devices import Devices


@dataclass(frozen=True, slots=True)
class Studio:
    """What recording needs of the rest. `remember` keeps the name of the chosen microphone."""

    devices: Devices
    settings: Callable[[], TranscriptionSettings]
    microphone: Callable[[], str] = str
    remember: Callable[[str], object] = str
