"""What can be asked for, by a name of its own: settings need it long before the catalogue."""

from __future__ import annotations

from enum import StrEnum


class Task(StrEnum):
    """What a service or a model can be asked for; each is an endpoint of its own."""

    CHAT = "chat"
    IMAGES = "images"
    SPEECH = "speech"
    TRANSCRIPTION = "transcription"
    EMBEDDINGS = "embeddings"
    OTHER = "other"
    """What no tab can ask for: live conversation, moderation, video. Only models have it."""
