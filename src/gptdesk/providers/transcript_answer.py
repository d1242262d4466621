"""Reads the answer to a request for a transcript: whole, or event by event."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import httpx2

from gptdesk.domain.problems import (
    AnswerBroken,
    AnswerEmpty,
    AnswerIncomplete,
    NotAnApi,
    TimedOut,
)
from gptdesk.domain.transcription import Heard, TextArrived
from gptdesk.providers.failure import Refusal, failure_of_body, is_html, request_id_of
from gptdesk.providers.sse import EventReader, ServerEvent
from gptdesk.providers.transcripts import GrowingTranscript, heard_in, heard_in_text

LONGEST = 64 << 20
DONE = "[DONE]"


class TranscriptAnswer:
    """One answer. Services that cannot stream answer in one piece although they were asked to."""

    def __init__(self, response: httpx2.Response, patience: float) -> None:
        self._response = response
        self._patience = patience
        self._grown = GrowingTranscript()
        self._has_begun = False

    async def events(self) -> AsyncGenerator[TextArrived | Heard, None]:
        if "event-stream" not in self._content_type():
            yield self._judged(await self._whole())
            return
        reader = EventReader()
        async with aclosing(self._arriving()) as arriving:
            async for data in arriving:
                for event in self._read(reader.feed(data)):
                    yield event
        for event in self._read(reader.end()):
            yield event
        if self._grown.end is None:
            raise AnswerIncomplete("the stream ended without its last event")
        yield self._grown.heard()

    def _content_type(self) -> str:
        return str(self._response.headers.get("content-type", "")).lower()

    async def _whole(self) -> str:
        body = bytearray()
        async with aclosing(self._arriving()) as arriving:
            async for data in arriving:
                body += data
                if len(body) > LONGEST:
                    raise AnswerBroken("longer than any transcript")
        return body.decode("utf-8", "replace").strip()

    async def _arriving(self) -> AsyncGenerator[bytes, None]:
        if self._response.is_stream_consumed:
            yield self._response.content
            return
        chunks = self._response.aiter_bytes()
        while True:
            try:
                async with asyncio.timeout(self._patience):
                    data = await anext(chunks, None)
            except TimeoutError:
                break
            if data is None:
                return
            yield data
        raise TimedOut("between")

    def _read(self, events: list[ServerEvent]) -> list[TextArrived]:
        found = []
        for event in events:
            if event.data.startswith(DONE):
                continue
            chunk = _decoded(event.data)
            if event.name == "error" or _is_error(chunk):
                raise self._refusal(chunk)
            if isinstance(chunk, dict) and (text := self._grown.feed(chunk)):
                self._has_begun = True
                found.append(TextArrived(0, text))
        return found

    def _judged(self, text: str) -> Heard:
        if is_html(text):
            raise NotAnApi(text[:200])
        if text.startswith(("{", "[")) or "json" in self._content_type():
            body = _decoded(text) if text else None
            if _is_error(body):
                raise self._refusal(body)
            if body is None:
                raise AnswerEmpty("HTTP 200, 0 bytes")
            return heard_in(body)
        return heard_in_text(text)

    def _refusal(self, body: Any) -> Refusal:
        failure = failure_of_body(None, body, request_id=request_id_of(self._response.headers))
        return Refusal(failure, can_resend=not self._has_begun)


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        pass
    raise AnswerBroken(text[:200])


def _is_error(body: Any) -> bool:
    """An error with the status of success; a transcript always has its text."""
    if not isinstance(body, dict) or "text" in body:
        return False
    return bool(body.get("error") or body.get("type") == "error")
