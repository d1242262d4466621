"""What the Transcription tab uses of the rest of the app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gptdesk.domain.settings import Settings

if TYPE_CHECKING:
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.packs import PackService
    from gptdesk.services.usage import UsageService
    from gptdesk.ui.sound.devices import Devices


@dataclass(frozen=True, slots=True)
class Outside:
    """What the tab uses beside its own service. `cache` is for the outlines of recordings."""

    connections: ConnectionService
    packs: PackService
    devices: Devices
    cache: Path
    settings: Callable[[], Settings] = Settings
    usage: UsageService | None = None
