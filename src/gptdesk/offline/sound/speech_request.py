"""What may be asked of a voice, and why something cannot be."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gptdesk.offline.sound import voices
from gptdesk.offline.sound.containers import MEDIA_TYPES
from gptdesk.offline.sound.refusals import Refusal, wrong

LONGEST_TEXT = 20_000
SLOWEST, FASTEST = 0.25, 4.0
STREAMS = ("audio", "sse")


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    text: str
    voice: str
    format: str
    speed: float
    is_event_stream: bool


def parsed(body: bytes, model: str, known: Sequence[str]) -> SpeechRequest:
    """The request in `body` for the only `model` there is. Raises Refusal."""
    try:
        asked = json.loads(body)
    except ValueError:
        raise Refusal(400, "The request is not JSON.", code="invalid_json") from None
    if not isinstance(asked, dict):
        raise Refusal(400, "The request is no JSON object.", code="invalid_json")
    check_model(asked.get("model"), model)
    if asked.get("instructions"):
        raise wrong("instructions", "This model takes no instructions.", "unsupported_parameter")
    stream = asked.get("stream_format") or "audio"
    if stream not in STREAMS:
        raise wrong("stream_format", "The stream format must be audio or sse.")
    return SpeechRequest(
        _text(asked), _voice(asked, known), _format(asked), _speed(asked), stream == "sse"
    )


def check_model(asked: object, model: str) -> None:
    if asked != model:
        message = f"The model {asked!r} is not served here; {model} is."
        raise Refusal(404, message, param="model", code="model_not_found")


def _text(asked: Mapping[str, Any]) -> str:
    text = asked.get("input")
    if not isinstance(text, str) or not text.strip():
        raise wrong("input", "There is no text to speak.", "missing_required_parameter")
    if len(text) > LONGEST_TEXT:
        message = f"The text has {len(text)} characters; at most {LONGEST_TEXT} are spoken at once."
        raise wrong("input", message, "string_above_max_length")
    return text


def _voice(asked: Mapping[str, Any], known: Sequence[str]) -> str:
    name = asked.get("voice")
    if isinstance(name, dict):
        name = name.get("id")
    voice = voices.find(name, known) if isinstance(name, str) else None
    if voice is None:
        message = f"The voice {name!r} is unknown. These are known: {', '.join(known)}."
        raise wrong("voice", message)
    return voice


def _format(asked: Mapping[str, Any]) -> str:
    name = asked.get("response_format") or "mp3"
    if name not in MEDIA_TYPES:
        message = f"The format {name!r} cannot be made here. Use {', '.join(MEDIA_TYPES)}."
        raise wrong("response_format", message)
    return str(name)


def _speed(asked: Mapping[str, Any]) -> float:
    speed = asked.get("speed")
    if speed is None:
        return 1.0
    is_number = isinstance(speed, int | float) and not isinstance(speed, bool)
    if not is_number or not SLOWEST <= speed <= FASTEST:
        raise wrong("speed", f"The speed must be a number from {SLOWEST} to {FASTEST}.")
    return float(speed)
