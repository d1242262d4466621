"""Asks a service to turn texts into lists of numbers."""

from __future__ import annotations

import asyncio
import base64
import math
import struct
from collections.abc import Mapping, Sequence
from typing import Any

import httpx2
import openai

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.embeddings import Embedded, Vector
from gptdesk.domain.problems import AnswerBroken, AnswerEmpty, Problem, TimedOut
from gptdesk.providers.client import Clients
from gptdesk.providers.errors import FORESEEN
from gptdesk.providers.failure import Refusal, failure_of_body, failure_of_text
from gptdesk.providers.parameters import RefusedParameters, refused_parameter
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.reply import decoded_body
from gptdesk.providers.usage import count
from gptdesk.providers.verdict import problem_of


class OpenAIEmbeddings:
    """An EmbeddingsProvider over `POST /embeddings`. It never tries again by itself."""

    def __init__(self, clients: Clients, refused: RefusedParameters | None = None) -> None:
        self._clients = clients
        self._refused = refused or RefusedParameters()

    async def embed(self, endpoint: Endpoint, model: str, texts: Sequence[str]) -> Embedded:
        """Asked for again without a parameter that the service refuses by name."""
        place = (endpoint.connection_id, model)
        while True:
            # The package would ask for base64 by itself, which not every service knows
            sent = self._refused.acceptable(*place, {"encoding_format": "float"})
            try:
                return await self._attempt(endpoint, model, texts, sent)
            except Refusal as refused:
                refusal = refused
            name = refused_parameter(refusal.failure, sent)
            if not name:
                raise problem_of(refusal.failure, endpoint, model)
            self._refused.add(*place, name)

    async def _attempt(
        self, endpoint: Endpoint, model: str, texts: Sequence[str], sent: Mapping[str, object]
    ) -> Embedded:
        failure: Problem | Refusal
        try:
            return await self._asked(endpoint, model, texts, sent)
        except openai.APIStatusError as error:
            answer = error.response
            failure = Refusal(failure_of_text(error.status_code, answer.text, answer.headers))
        except Problem as problem:
            problem.detail = without_secrets(problem.detail, endpoint.key)
            problem.args = (problem.detail,)
            failure = problem
        except FORESEEN as error:
            failure = self._clients.translate(error, endpoint, model)
        raise failure

    async def _asked(
        self, endpoint: Endpoint, model: str, texts: Sequence[str], sent: Mapping[str, object]
    ) -> Embedded:
        client = self._clients.client(endpoint)
        body = {"model": model, "input": [_sendable(text) for text in texts], **sent}
        try:
            async with asyncio.timeout(self._patience(endpoint)):
                # By hand: `embeddings.create` insists on an encoding where none is named
                response: httpx2.Response = await client.post(
                    "/embeddings", cast_to=httpx2.Response, body=body
                )
                return embedded(response, len(texts))
        except TimeoutError:
            pass
        raise TimedOut("first")

    def _patience(self, endpoint: Endpoint) -> float:
        patience = self._clients.patience
        is_here = endpoint.is_local or is_loopback(endpoint.base_url)
        return max(patience.first, patience.local_first) if is_here else patience.first


def embedded(response: httpx2.Response, wanted: int) -> Embedded:
    """What the answer holds, in the order of the texts; raises AnswerBroken or AnswerEmpty."""
    body = decoded_body(response.text, response.headers.get("content-type", "").lower())
    failure = failure_of_body(response.status_code, body)
    entries = body.get("data") if isinstance(body, dict) else None
    if isinstance(body, dict) and body.get("error"):
        raise Refusal(failure_of_body(None, body))  # a status of success says nothing here
    if not isinstance(entries, list):
        raise AnswerBroken(failure.detail(""))
    if not entries:
        raise AnswerEmpty(failure.detail(""))
    found = [entry for entry in entries if isinstance(entry, dict)]
    if all(isinstance(entry.get("index"), int) for entry in found):
        found.sort(key=lambda entry: int(entry["index"]))
    vectors = tuple(_vector(entry.get("embedding")) for entry in found)
    sizes = {len(vector) for vector in vectors}
    if len(vectors) != wanted or len(sizes) != 1 or 0 in sizes:
        raise AnswerBroken(f"{len(vectors)} of {wanted} texts, {sorted(sizes)} numbers each")
    report = body.get("usage") if isinstance(body, dict) else None
    return Embedded(vectors, _tokens(report if isinstance(report, dict) else {}))


def _vector(value: object) -> Vector:
    """A list of numbers, or the same as base64, as some services give it unasked."""
    if isinstance(value, str):
        try:
            raw = base64.b64decode(value, validate=True)
            value = list(struct.unpack(f"<{len(raw) // 4}f", raw))
        except (ValueError, struct.error):
            return ()
    if not isinstance(value, list):
        return ()
    numbers = [one for one in value if isinstance(one, int | float) and math.isfinite(one)]
    return tuple(map(float, numbers)) if len(numbers) == len(value) else ()


def _tokens(report: Mapping[str, Any]) -> int | None:
    names = ("prompt_tokens", "input_tokens", "total_tokens")
    return next((found for name in names if (found := count(report.get(name))) is not None), None)


def _sendable(text: str) -> str:
    """Half of a surrogate pair, as some input methods leave it, cannot be sent at all."""
    return text.encode("utf-8", "replace").decode("utf-8")
