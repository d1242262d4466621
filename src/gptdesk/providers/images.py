"""Asks a service for pictures and passes on what comes, finished or not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AsyncExitStack, aclosing

import httpx2
import openai

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.image_ports import ImageArrival, ImageRequest, PictureArrived
from gptdesk.domain.problems import Problem, TimedOut
from gptdesk.providers.client import Clients
from gptdesk.providers.errors import FORESEEN
from gptdesk.providers.failure import Refusal, failure_of_text, request_id_of
from gptdesk.providers.image_asking import field_names, opened, sent_parameters, together
from gptdesk.providers.image_fetching import PictureFetch
from gptdesk.providers.image_reply import AddressArrived, ImageReply
from gptdesk.providers.parameters import RefusedParameters, refused_parameter
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.request import Dialect
from gptdesk.providers.verdict import problem_of

NEVER_DROPPED = frozenset({"model", "prompt", "image", "mask"})


class OpenAIImages:
    """An ImageProvider over `/images/generations`, `/images/edits` and `/images/variations`.

    `refused` remembers what services refuse, `dialect` tells what is known of a model beforehand.
    It never tries again by itself after a failure.
    """

    def __init__(
        self,
        clients: Clients,
        refused: RefusedParameters | None = None,
        dialect: Callable[[Endpoint, str], Dialect] = lambda _endpoint, _model: Dialect(),
    ) -> None:
        self._clients = clients
        self._refused = refused or RefusedParameters()
        self._dialect = dialect
        self._fetch = PictureFetch(clients)

    async def pictures(
        self, endpoint: Endpoint, request: ImageRequest
    ) -> AsyncGenerator[ImageArrival, None]:
        """What comes; asked for again without each parameter that the service refuses by name."""
        place = (endpoint.connection_id, request.model)
        dialect = self._dialect(endpoint, request.model)
        wanted = sent_parameters(request, dialect)
        while True:
            sent = together(self._refused.acceptable(*place, wanted))
            refusal: Refusal | None = None
            try:
                async with aclosing(self._attempt(endpoint, request, sent, dialect)) as arriving:
                    async for arrival in arriving:
                        yield arrival
            except Refusal as refused:
                refusal = refused
            if refusal is None:
                return
            name = self._learned(endpoint, request, sent, refusal)
            ours = {own: our for our, own in field_names(dialect).items()}.get(name, name)
            lost = "partial_images" if ours == "stream" else ours
            if lost in request.parameters:
                yield ParameterDropped(lost)

    def _learned(
        self,
        endpoint: Endpoint,
        request: ImageRequest,
        sent: Mapping[str, object],
        refusal: Refusal,
    ) -> str:
        """What to do without the next time; raises the Problem if nothing would help."""
        name = refused_parameter(refusal.failure, sent, NEVER_DROPPED)
        if not name or not refusal.can_resend:
            raise problem_of(refusal.failure, endpoint, request.model)
        self._refused.add(endpoint.connection_id, request.model, name)
        return name

    async def _attempt(
        self,
        endpoint: Endpoint,
        request: ImageRequest,
        sent: Mapping[str, object],
        dialect: Dialect,
    ) -> AsyncGenerator[ImageArrival, None]:
        """One request. Whatever ends the iteration closes its connection."""
        failure: Problem | Refusal
        request_id = ""
        try:
            async with AsyncExitStack() as stack:
                path = dialect.quirks.get("image_path")
                response = await self._open(stack, endpoint, request, sent, path)
                request_id = request_id_of(response.headers)
                place = dialect.quirks.get("image_results")
                reply = ImageReply(response, self._silence(endpoint), place)
                told = await stack.enter_async_context(aclosing(reply.told()))
                async for part in told:
                    if isinstance(part, AddressArrived):
                        data = await self._fetch.fetch(endpoint, part.url)
                        yield PictureArrived(data, part.revised_prompt)
                    else:
                        yield part
            return
        except openai.APIStatusError as error:
            answer = error.response
            failure = Refusal(failure_of_text(error.status_code, answer.text, answer.headers))
        except Problem as problem:
            failure = _shown(problem, endpoint, request_id)
        except FORESEEN as error:
            failure = self._clients.translate(error, endpoint, request.model)
            failure = _shown(failure, endpoint, request_id)
        raise failure

    async def _open(
        self,
        stack: AsyncExitStack,
        endpoint: Endpoint,
        request: ImageRequest,
        sent: Mapping[str, object],
        path: object,
    ) -> httpx2.Response:
        client = self._clients.client(endpoint)
        try:
            async with asyncio.timeout(self._silence(endpoint)):
                return await opened(stack, client, request, sent, path)
        except TimeoutError:
            pass
        raise TimedOut("first")

    def _silence(self, endpoint: Endpoint) -> float:
        patience = self._clients.patience
        is_here = endpoint.is_local or is_loopback(endpoint.base_url)
        return max(patience.picture, patience.local_first) if is_here else patience.picture


def _shown(problem: Problem, endpoint: Endpoint, request_id: str = "") -> Problem:
    """Its details without secrets, and with what to quote to the service's support."""
    said = without_secrets(problem.detail, endpoint.key)
    if request_id and request_id not in said:
        said = f"{said}\nrequest id: {request_id}".strip()
    problem.detail = said
    problem.args = (said,)
    return problem
