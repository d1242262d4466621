"""A service that hears, and what it fills."""

from __future__ import annotations

from server.fixture import server as server
from transcription_studio import in_studio as in_studio
from transcription_studio import paths as paths
