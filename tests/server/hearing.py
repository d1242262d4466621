"""How the test service writes down sound, with the limits of the models that it plays."""

from __future__ import annotations

import asyncio
import base64
import json
import re
from dataclasses import dataclass, field
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any

from server.tones import heard, samples_of, sentences, written
from server.wire import Exchange, Received

if TYPE_CHECKING:
    import numpy as np

TRANSCRIPTIONS = "/v1/audio/transcriptions"
TRANSLATIONS = "/v1/audio/translations"
BYTES_MAX = 25 * 1024 * 1024


@dataclass(frozen=True)
class Form:
    """A multipart request: its texts by name, lists with their brackets, and its file."""

    texts: dict[str, Any]
    name: str = ""
    kind: str = ""
    file: bytes = b""


@dataclass(frozen=True)
class Limits:
    """What a model takes, by the types and docstrings of the openai package."""

    forms: tuple[str, ...] = ("json",)
    fields: tuple[str, ...] = ()
    seconds_max: float = 1500.0
    files: tuple[str, ...] = ("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm")
    streams: bool = True


USUAL = ("file", "model", "response_format", "language", "temperature", "stream")
MODELS = {
    "gpt-transcribe": Limits(fields=("prompt", "keywords[]", "languages[]")),
    "gpt-4o-transcribe": Limits(fields=("prompt", "include[]")),
    "gpt-4o-mini-transcribe": Limits(fields=("prompt", "include[]")),
    "gpt-4o-mini-transcribe-2025-12-15": Limits(fields=("prompt", "include[]")),
    "gpt-4o-transcribe-diarize": Limits(
        ("json", "text", "diarized_json"),
        ("chunking_strategy", "known_speaker_names[]", "known_speaker_references[]"),
        1400.0,
    ),
    "whisper-1": Limits(
        ("json", "text", "srt", "verbose_json", "vtt"),
        ("prompt", "timestamp_granularities[]"),
        seconds_max=1e9,
        streams=False,
    ),
    "whisper-base": Limits(
        ("json", "text", "srt", "verbose_json", "vtt"),
        ("prompt", "timestamp_granularities[]"),
        seconds_max=1e9,
    ),
    "glm-asr-2512": Limits(fields=("prompt",), seconds_max=30.0, files=("wav", "mp3")),
}
ANY = Limits(
    ("json", "text", "srt", "verbose_json", "vtt"),
    ("prompt", "timestamp_granularities[]"),
    seconds_max=1e9,
)


class Wrong(Exception):
    def __init__(self, message: str, param: str = "", status: int = 400) -> None:
        super().__init__(message)
        self.param = param
        self.status = status


def form_of(request: Received) -> Form:
    """Reads a multipart request."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser().parsebytes(head + request.body)
    texts: dict[str, Any] = {}
    name, kind, file = "", "", b""
    for part in message.get_payload():
        field_name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        if part.get_filename() is not None:
            name, kind, file = part.get_filename(), part.get_content_type(), data
        elif field_name.endswith("[]"):
            texts.setdefault(field_name, []).append(data.decode())
        else:
            texts[field_name] = data.decode()
    return Form(texts, name, kind, file)


@dataclass
class Hears:
    """Writes down the tones of server.tones. `delay` seconds before each answer or event.

    `seconds` is how long each sound was that came.
    """

    delay: float = 0.0
    usage: bool = True
    seconds: list[float] = field(default_factory=list)
    models: dict[str, Limits] = field(default_factory=lambda: dict(MODELS))

    async def play(self, exchange: Exchange) -> None:
        request = exchange.request
        try:
            if request.headers["content-type"].startswith("application/json"):
                asked = request.json
                data = base64.b64decode(asked["input_audio"]["data"])
                form = Form({"model": asked["model"], "response_format": "json"}, file=data)
                samples, rate = samples_of(data)
            else:
                form = form_of(request)
                translates = request.path.startswith(TRANSLATIONS)
                samples, rate = self._checked(form, translates=translates)
        except Wrong as wrong:
            error = {"message": str(wrong), "type": "invalid_request_error",
                     "param": wrong.param or None, "code": None}  # fmt: skip
            await exchange.answer(wrong.status, json.dumps({"error": error}).encode())
            return
        seconds = len(samples) / rate
        self.seconds.append(seconds)
        if self.delay:
            await asyncio.sleep(self.delay)
        await self._answer(exchange, form, samples, rate)

    def _checked(self, form: Form, *, translates: bool) -> tuple[np.ndarray, int]:
        texts = form.texts
        limits = self.models.get(texts.get("model", ""), ANY)
        known = ("file", "model", "prompt", "response_format", "temperature")
        if not translates:
            known = (*USUAL, *limits.fields)
        for name in texts:
            if name not in known:
                raise Wrong(f"Unknown parameter: '{name}'.", name.removesuffix("[]"))
        _check_words(texts, limits, translates=translates)
        _check_file(form, limits)
        samples, rate = samples_of(form.file)
        seconds = len(samples) / rate
        if seconds > limits.seconds_max:
            raise Wrong(f"audio duration {seconds} seconds is longer than the maximum", "file")
        if seconds < 0.1:
            raise Wrong("Audio file is too short.", "file")
        wanted = texts.get("response_format", "json")
        if wanted == "diarized_json" and seconds > 30 and "chunking_strategy" not in texts:
            raise Wrong("chunking_strategy is required", "chunking_strategy")
        return samples, rate

    async def _answer(self, exchange: Exchange, form: Form, samples: np.ndarray, rate: int) -> None:
        said = sentences(heard(samples, rate))
        text = " ".join(map(written, said))
        wanted = form.texts.get("response_format", "json")
        limits = self.models.get(form.texts["model"], ANY)
        usage = self._usage(form, len(samples) / rate)
        segments = [
            {"id": number, "start": words[0].start, "end": words[-1].end, "text": written(words)}
            for number, words in enumerate(said)
        ]
        if wanted == "diarized_json":
            names = self._names(form)
            segments = [
                {**it, "id": f"seg_{it['id']}", "type": "transcript.text.segment",
                 "speaker": names.get(words[0].person, words[0].person)}
                for it, words in zip(segments, said, strict=True)
            ]  # fmt: skip
        if form.texts.get("stream") == "true" and limits.streams:
            await self._stream(exchange, text, segments if wanted == "diarized_json" else [], usage)
            return
        body: dict[str, Any] = {"text": text, **usage}
        if wanted == "text":
            await exchange.answer(200, f"{text}\n".encode(), "text/plain; charset=utf-8")
            return
        if wanted in ("verbose_json", "diarized_json"):
            body |= {"duration": len(samples) / rate, "language": "english", "segments": segments}
            if "word" in form.texts.get("timestamp_granularities[]", ()):
                body["words"] = [
                    {"word": word.word, "start": word.start, "end": word.end}
                    for words in said
                    for word in words
                ]
        await exchange.answer(200, json.dumps(body).encode())

    def _names(self, form: Form) -> dict[str, str]:
        """Known speakers by what their samples sound like."""
        names = {}
        samples = form.texts.get("known_speaker_references[]", ())
        for name, url in zip(form.texts.get("known_speaker_names[]", ()), samples, strict=True):
            sound, rate = samples_of(base64.b64decode(url.partition(",")[2]))
            if not 2.0 <= len(sound) / rate <= 10.0:
                raise Wrong("references are between 2 and 10 seconds")
            names[heard(sound, rate)[0].person] = name
        return names

    def _usage(self, form: Form, seconds: float) -> dict[str, Any]:
        if not self.usage:
            return {}
        if form.texts["model"].startswith("gpt-4o"):
            tokens = {"audio_tokens": round(seconds * 10), "text_tokens": 0}
            return {"usage": {"type": "tokens", "input_tokens": round(seconds * 10),
                              "output_tokens": 20, "total_tokens": round(seconds * 10) + 20,
                              "input_token_details": tokens}}  # fmt: skip
        return {"usage": {"type": "duration", "seconds": seconds}}

    async def _stream(
        self, exchange: Exchange, text: str, segments: list[dict[str, Any]], usage: dict[str, Any]
    ) -> None:
        await exchange.begin()
        for word in re.findall(r"\S+\s*", text):
            await self._event(exchange, {"type": "transcript.text.delta", "delta": word})
        for segment in segments:
            await self._event(exchange, segment)
        await self._event(exchange, {"type": "transcript.text.done", "text": text, **usage})
        await exchange.end()

    async def _event(self, exchange: Exchange, event: dict[str, Any]) -> None:
        if self.delay:
            await asyncio.sleep(self.delay / 10)
        await exchange.piece(f"data: {json.dumps(event)}\n\n".encode())


def _check_words(texts: dict[str, Any], limits: Limits, *, translates: bool) -> None:
    wanted = texts.get("response_format", "json")
    if translates and "whisper" not in texts["model"]:
        raise Wrong(f"The model {texts['model']} does not translate.", "model")
    if wanted not in limits.forms:
        raise Wrong(f"response_format '{wanted}' is not supported.", "response_format")
    if texts.get("language") and not re.fullmatch("[a-z]{2,3}", texts["language"]):
        raise Wrong("Invalid language.", "language")
    if "timestamp_granularities[]" in texts and wanted != "verbose_json":
        raise Wrong("Needs verbose_json.", "timestamp_granularities")


def _check_file(form: Form, limits: Limits) -> None:
    if len(form.file) > BYTES_MAX:
        raise Wrong("Maximum content size limit (26214400) exceeded", status=413)
    if form.name.rpartition(".")[2] not in limits.files:
        raise Wrong(f"Invalid file format {form.name}.", "file")


@dataclass(frozen=True)
class HearsNothingMore:
    """Says the first word, then nothing until it is released."""

    async def play(self, exchange: Exchange) -> None:
        await exchange.begin()
        event = {"type": "transcript.text.delta", "delta": "River"}
        await exchange.piece(f"data: {json.dumps(event)}\n\n".encode())
        await exchange.silence()
        await exchange.end()


@dataclass(frozen=True)
class NeverAnswers:
    """Takes the sound and says nothing until it is released."""

    async def play(self, exchange: Exchange) -> None:
        await exchange.silence()
        await exchange.answer(500, b"{}")
