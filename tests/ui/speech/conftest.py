"""The Speech page with everything behind it, for the tests of this folder."""

from __future__ import annotations

from server.fixture import server as server
from speech_desk import desk as desk
from speech_studio import paths as paths
