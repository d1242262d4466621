"""Serves `/v1/audio/transcriptions` and `/translations`: a recording, and what is said in it."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from gptdesk.offline.sound.presence import Gone, Presence
from gptdesk.offline.sound.recording import RATE, recording
from gptdesk.offline.sound.refusals import Refusal, unexpected
from gptdesk.offline.sound.resident import Resident
from gptdesk.offline.sound.transcript_formats import FORMATS, Transcript, usage
from gptdesk.offline.sound.transcription_request import TranscriptionRequest, parsed
from gptdesk.offline.sound.whisper import Listening, Segment, Whisper

MOST_WAITING = 16
MOST_FIELDS = 50


class Ear:
    """One transcription on its way. What is known grows: the language, and how long it is."""

    def __init__(self, whisper: Resident[Whisper], asked: TranscriptionRequest) -> None:
        self._whisper = whisper
        self._asked = asked
        self._left: Iterator[Segment] = iter(())
        self.language = asked.language
        self.seconds = 0.0

    @property
    def wants_times(self) -> bool:
        return self._asked.format == "verbose_json"

    async def segments(self, presence: Presence) -> AsyncGenerator[Segment, None]:
        await presence.during(self._whisper.use(self._begin))
        while (found := await presence.during(self._whisper.use(self._go_on))) is not None:
            yield found

    def transcript(self, segments: list[Segment]) -> Transcript:
        asked = self._asked
        return Transcript(
            segments, self.language, self.seconds, asked.translates, asked.granularities
        )

    def _begin(self, whisper: Whisper) -> None:
        asked = self._asked
        samples = recording(asked.file)
        self.seconds = len(samples) / RATE
        self.language = self.language or whisper.language_of(samples)
        if self.language:
            self._left = whisper.listen(
                Listening(
                    samples,
                    self.language,
                    asked.prompt,
                    asked.translates,
                    "word" in asked.granularities,
                    asked.temperature,
                )
            )

    def _go_on(self, _whisper: Whisper) -> Segment | None:
        return next(self._left, None)


class TranscriptionDesk:
    """Takes recordings and gives text. `folder` is where the pack lies, if it is installed."""

    def __init__(self, model: str, folder: Path, whisper: Resident[Whisper]) -> None:
        self.model = model
        self._folder = folder
        self._whisper = whisper

    @property
    def is_installed(self) -> bool:
        return (self._folder / "model.bin").is_file()

    @property
    def is_loaded(self) -> bool:
        return self._whisper.is_loaded

    async def warm_up(self) -> None:
        await self._whisper.use(lambda it: None)

    async def transcribe(self, request: Request) -> Response:
        return await self._answer(request, translates=False)

    async def translate(self, request: Request) -> Response:
        return await self._answer(request, translates=True)

    async def _answer(self, request: Request, *, translates: bool) -> Response:
        if not self.is_installed:
            raise Refusal(404, f"{self.model} is not installed.", code="model_not_found")
        if self._whisper.jobs >= MOST_WAITING:
            raise Refusal(429, "The engine is busy with other recordings.", code="busy")
        async with request.form(max_files=1, max_fields=MOST_FIELDS) as form:
            asked = parsed(form, self.model, translates=translates)
            ear = Ear(self._whisper, asked)
            if asked.is_stream:
                return await self._stream(request, ear)
            with Presence(request) as presence:
                found = [segment async for segment in ear.segments(presence)]
        write, media_type = FORMATS[asked.format]
        return Response(write(ear.transcript(found)), media_type=media_type)

    async def _stream(self, request: Request, ear: Ear) -> Response:
        """The events are made here up to the first, so that a refusal is an answer."""
        events = _events(request, ear)
        first = await anext(events, "")
        return StreamingResponse(_from(first, events), media_type="text/event-stream")


async def _from(first: str, rest: AsyncGenerator[str, None]) -> AsyncGenerator[str, None]:
    async with aclosing(rest):
        yield first
        async for event in rest:
            yield event


async def _events(request: Request, ear: Ear) -> AsyncGenerator[str, None]:
    found: list[Segment] = []
    with Presence(request) as presence:
        try:
            async with aclosing(ear.segments(presence)) as segments:
                async for segment in segments:
                    text = segment.text if found else segment.text.lstrip()
                    found.append(segment)
                    yield _event({"type": "transcript.text.delta", "delta": text})
                    if ear.wants_times:
                        yield _event(_timed(len(found) - 1, segment))
        except Gone:
            return
        except Exception as error:
            if not found:
                raise
            # The headers are gone: this is the only place left to say it
            yield _event(unexpected(error).body())
            return
    transcript = ear.transcript(found)
    done = {"type": "transcript.text.done", "text": transcript.text}
    yield _event({**done, "usage": usage(transcript.seconds)})


def _timed(index: int, segment: Segment) -> dict[str, object]:
    times = {"start": segment.start, "end": segment.end}
    text = segment.text.strip()
    kind = "transcript.text.segment"
    return {"type": kind, "id": str(index), **times, "text": text, "speaker": ""}


def _event(content: object) -> str:
    return f"data: {json.dumps(content, ensure_ascii=False)}\n\n"
