"""One request for an answer, in the words of the API that it goes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from gptdesk.domain.catalogue import Api
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.messages import Message
from gptdesk.providers.request import Dialect
from gptdesk.providers.responses import SUMMARY, body_of

if TYPE_CHECKING:
    from openai import AsyncAPIResponse, AsyncOpenAI
    from openai.types.chat import ChatCompletionMessageParam


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of whom. `parameters` are in the names of chat requests, whatever `api` is."""

    endpoint: Endpoint
    model: str
    history: Sequence[Message]
    parameters: Mapping[str, object]
    api: Api = Api.CHAT


def for_api(api: Api, parameters: Mapping[str, object], dialect: Dialect) -> dict[str, object]:
    """The Responses API tells what a model thinks only to those who ask for it."""
    if api is Api.CHAT:
        return dict(parameters)
    rest = {name: value for name, value in parameters.items() if name != "stream_options"}
    thinks = dialect.facts.efforts and SUMMARY not in dialect.facts.refuses
    return {**rest, SUMMARY: "auto"} if thinks else rest


def opened(
    client: AsyncOpenAI, question: Question, turns: Sequence[Mapping[str, Any]]
) -> AbstractAsyncContextManager[AsyncAPIResponse[Any]]:
    """The request, which goes out when it is entered; leaving closes the line.

    `turns` is the history in the shape of chat requests, with its pictures.
    Parameters go as an extra body: as arguments, names the package does not know would fail.
    """
    if question.api is Api.RESPONSES:
        return client.responses.with_streaming_response.create(
            model=question.model, stream=True, extra_body=body_of(turns, question.parameters)
        )
    return client.chat.completions.with_streaming_response.create(
        model=question.model,
        messages=cast("list[ChatCompletionMessageParam]", list(turns)),
        stream=True,
        extra_body=dict(question.parameters),
    )
