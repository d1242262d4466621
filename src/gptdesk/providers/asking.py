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
    client: AsyncOpenAI, question: Question
) -> AbstractAsyncContextManager[AsyncAPIResponse[Any]]:
    """The request, which goes out when it is entered; leaving closes the line.

    Parameters go as an extra body: as arguments, names the package does not know would fail.
    """
    if question.api is Api.RESPONSES:
        return client.responses.with_streaming_response.create(
            model=question.model,
            stream=True,
            extra_body=body_of(question.history, question.parameters),
        )
    return client.chat.completions.with_streaming_response.create(
        model=question.model,
        messages=cast(
            "list[ChatCompletionMessageParam]", [_turn(turn) for turn in question.history]
        ),
        stream=True,
        extra_body=dict(question.parameters),
    )


def _turn(message: Message) -> dict[str, str]:
    """Half of a surrogate pair, as some input methods leave it, cannot be sent at all."""
    text = message.text.encode("utf-8", "replace").decode("utf-8")
    return {"role": message.role.value, "content": text}
