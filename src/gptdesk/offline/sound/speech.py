"""Serves `/v1/audio/speech`: a text sentence by sentence, as sound that begins at once."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from gptdesk.offline.reading.reader import Piece
from gptdesk.offline.sound import voices
from gptdesk.offline.sound.containers import MEDIA_TYPES, container, whole
from gptdesk.offline.sound.kokoro import MODEL, RATE, Kokoro, Samples, Stop
from gptdesk.offline.sound.presence import Gone, Presence
from gptdesk.offline.sound.refusals import Refusal, unexpected, wrong
from gptdesk.offline.sound.resident import Resident
from gptdesk.offline.sound.speech_request import SpeechRequest, parsed

MOST_WAITING = 16


@dataclass(frozen=True, slots=True)
class Spoken:
    samples: Samples
    is_last: bool


Sound = AsyncGenerator[Spoken, None]


class SpeechDesk:
    """Takes texts and gives sound. `folder` is where the pack lies, if it is installed."""

    def __init__(self, model: str, folder: Path, kokoro: Resident[Kokoro]) -> None:
        self.model = model
        self._folder = folder
        self._kokoro = kokoro

    @property
    def is_installed(self) -> bool:
        return (self._folder / MODEL).is_file()

    @property
    def is_loaded(self) -> bool:
        return self._kokoro.is_loaded

    async def warm_up(self) -> None:
        """Load the model and the dictionaries of both languages."""
        await self._kokoro.use(lambda it: (it.reader.phonemes("好"), it.reader.phonemes("good")))

    async def list_voices(self, _request: Request) -> Response:
        found = voices.installed(self._folder) if self.is_installed else ()
        return JSONResponse({"voices": [voices.described(voice) for voice in found]})

    async def speak(self, request: Request) -> Response:
        if not self.is_installed:
            raise Refusal(404, f"{self.model} is not installed.", code="model_not_found")
        asked = parsed(await request.body(), self.model, voices.installed(self._folder))
        if self._kokoro.jobs >= MOST_WAITING:
            raise Refusal(429, "The engine is busy with other texts.", code="busy")
        sound = self._sound(asked, request)
        # The first piece before the headers, so that a failure is an answer and no broken line
        first = await anext(sound, None)
        if first is None:
            raise wrong("input", "There is nothing in this text that can be spoken.")
        if asked.is_event_stream:
            return StreamingResponse(_events(asked, first, sound), media_type="text/event-stream")
        body = _stream(asked, first, sound)
        return StreamingResponse(body, media_type=MEDIA_TYPES[asked.format])

    async def _sound(self, asked: SpeechRequest, request: Request) -> Sound:
        """The sound of each piece, until all is spoken or nobody listens any more."""
        stop = Stop()
        is_chinese = voices.is_chinese(asked.voice)
        left: Iterator[Piece] = iter(())
        coming: Piece | None = None

        def begin(kokoro: Kokoro) -> None:
            nonlocal left, coming
            left = kokoro.reader.pieces(asked.text, prefers_chinese=is_chinese)
            coming = next(left, None)

        def go_on(kokoro: Kokoro) -> Spoken | None:
            nonlocal coming
            if coming is None or stop.is_set:
                return None
            samples = kokoro.speak(coming, asked.voice, asked.speed, stop)
            coming = next(left, None)
            return Spoken(samples, coming is None)

        with Presence(request) as presence:
            try:
                await presence.during(self._kokoro.use(begin))
                while (spoken := await presence.during(self._kokoro.use(go_on))) is not None:
                    yield spoken
            finally:
                stop.set()


async def _stream(asked: SpeechRequest, first: Spoken, sound: Sound) -> AsyncGenerator[bytes, None]:
    """One piece alone is a file of known length; of more, what there is can be heard already."""
    async with aclosing(sound):
        if first.is_last:
            yield whole(asked.format, RATE, first.samples)
            return
        into = container(asked.format, RATE)
        try:
            yield into.add(first.samples)
            async for spoken in sound:
                yield into.add(spoken.samples)
        except Gone:
            return
        except Exception as error:
            unexpected(error)
            # Half a file must not look like a whole one: the line breaks
            raise ConnectionAbortedError from None
        yield into.end()


async def _events(asked: SpeechRequest, first: Spoken, sound: Sound) -> AsyncGenerator[str, None]:
    async with aclosing(sound):
        into = container(asked.format, RATE)
        yield _delta(into.add(first.samples))
        try:
            async for spoken in sound:
                yield _delta(into.add(spoken.samples))
        except Gone:
            return
        except Exception as error:  # the headers are gone: this is the only place left to say it
            yield _event(unexpected(error).body())
            return
        yield _delta(into.end())
        length = len(asked.text)
        usage = {"input_tokens": length, "output_tokens": 0, "total_tokens": length}
        yield _event({"type": "speech.audio.done", "usage": usage})


def _delta(block: bytes) -> str:
    if not block:
        return ""
    return _event({"type": "speech.audio.delta", "audio": base64.b64encode(block).decode()})


def _event(content: object) -> str:
    return f"data: {json.dumps(content)}\n\n"
