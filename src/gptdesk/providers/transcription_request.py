"""What is sent with a sound file, in the names of the openai package."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gptdesk.domain.transcription import TranscriptionOrder, Way

MEDIA_TYPES = {
    ".flac": "audio/flac",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".webm": "audio/webm",
}


def media_type(path: Path) -> str:
    return MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")


def parameters(order: TranscriptionOrder) -> dict[str, object]:
    """What is sent beside model and file. What is as usual is left out."""
    sent: dict[str, object] = {}
    if order.way is Way.FORM:
        sent["response_format"] = order.form
    if order.prompt.strip():
        sent["prompt"] = _sendable(order.prompt.strip())
    if not order.to_english:
        sent |= _of_transcriptions(order)
    return sent


def _of_transcriptions(order: TranscriptionOrder) -> dict[str, object]:
    """Translations know none of these."""
    wanted: dict[str, object] = {
        "language": order.language,
        "languages": list(order.languages),
        "keywords": [_sendable(word) for word in order.keywords],
        "timestamp_granularities": ["segment", "word"] if order.words else [],
        "stream": order.streams,
        # Needed above half a minute where speakers are told apart, and never wrong there
        "chunking_strategy": "auto" if order.form == "diarized_json" else "",
        "known_speaker_names": list(order.speaker_names),
        "known_speaker_references": [data_url(path) for path in order.speaker_samples],
    }
    return {name: value for name, value in wanted.items() if value}


def as_json(order: TranscriptionOrder, sent: Mapping[str, object]) -> dict[str, Any]:
    """For services that want no form: the sound in base64."""
    sound = {"data": in_base64(order.sound), "format": order.sound.suffix.lstrip(".").lower()}
    return {"model": order.model, "input_audio": sound, **sent}


def in_base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode("ascii")


def data_url(path: Path) -> str:
    return f"data:{media_type(path)};base64,{in_base64(path)}"


def _sendable(text: str) -> str:
    """Half of a surrogate pair, as some input methods leave it, cannot be sent at all."""
    return text.encode("utf-8", "replace").decode("utf-8")
