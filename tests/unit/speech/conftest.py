"""A service that speaks, and what it fills."""

from __future__ import annotations

from server.fixture import server as server
from speech_studio import in_studio as in_studio
from speech_studio import paths as paths
