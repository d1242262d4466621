"""One request for pictures, in the words of the service that it goes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

from gptdesk.domain.image_ports import ImageRequest, Upload
from gptdesk.domain.images import Way
from gptdesk.providers.request import Dialect

if TYPE_CHECKING:
    import httpx2
    from openai import AsyncOpenAI

STREAMING = ("stream", "partial_images")
"""One makes no sense without the other."""
FORMAT = "response_format"
VARIATIONS = "/images/variations"


def sent_parameters(request: ImageRequest, dialect: Dialect) -> dict[str, object]:
    """What goes along with prompt and model, none of which the model is known to refuse."""
    sent = dict(request.parameters)
    if _wants_data(dialect):
        sent[FORMAT] = "b64_json"
    if sent.get("partial_images"):
        sent["stream"] = True
    sent = {name: value for name, value in sent.items() if name not in dialect.refuses}
    names = field_names(dialect)
    return {names.get(name, name): value for name, value in together(sent).items()}


def together(sent: Mapping[str, object]) -> dict[str, object]:
    """Neither a stream without pictures on the way nor these without a stream."""
    if all(name in sent for name in STREAMING):
        return dict(sent)
    return {name: value for name, value in sent.items() if name not in STREAMING}


def field_names(dialect: Dialect) -> Mapping[str, str]:
    """The service's names for our fields."""
    named = dialect.quirks.get("image_fields")
    return {str(ours): str(own) for ours, own in named.items()} if isinstance(named, dict) else {}


def _wants_data(dialect: Dialect) -> bool:
    """Whether the service has to be asked for the pictures themselves instead of addresses."""
    told = dialect.quirks.get("image_answers", dialect.facts.details.get("answers"))
    answers = list(told) if isinstance(told, list | tuple) else []
    return "b64_json" in answers and len(answers) > 1


async def opened(
    stack: AsyncExitStack,
    client: AsyncOpenAI,
    request: ImageRequest,
    sent: Mapping[str, object],
    path: object,
) -> httpx2.Response:
    """The answer, whose line is closed with the stack.

    Parameters go as an extra body: as arguments, names the package does not know would fail.
    """
    asked = client.images.with_streaming_response
    words: dict[str, Any] = {"model": request.model, "extra_body": dict(sent)}
    if request.prompt:
        words["prompt"] = _sendable(request.prompt)
    if request.way is Way.VARY:  # the package has marked it as deprecated: other services have it
        return await _posted(stack, client, VARIATIONS, words, request.images[:1])
    if request.way is Way.MAKE and isinstance(path, str):
        return await _posted(stack, client, path, words)
    if request.way is Way.MAKE:
        opening = asked.generate(**words)
    else:
        files = [_file(one) for one in request.images]
        for name, above in (("mask", request.mask), ("markup", request.markup)):
            if above is not None:
                words[name] = _file(above)
        opening = asked.edit(image=files if len(files) > 1 else files[0], **words)
    answer: httpx2.Response = (await stack.enter_async_context(opening)).http_response
    return answer


async def _posted(
    stack: AsyncExitStack,
    client: AsyncOpenAI,
    path: str,
    words: Mapping[str, Any],
    images: Sequence[Upload] = (),
) -> httpx2.Response:
    """A question at a place that the package does not know, with a picture as a form."""
    body = {name: value for name, value in words.items() if name != "extra_body"}
    headers = {"X-Stainless-Raw-Response": "stream"}
    if images:
        headers["Content-Type"] = "multipart/form-data"
    options: Any = {"headers": headers}
    answer: Any = await client.post(
        path,
        cast_to=object,
        body={**body, **words["extra_body"]},
        files=[("image", _file(one)) for one in images] or None,
        options=options,
    )
    stack.push_async_callback(answer.close)
    found: httpx2.Response = answer.http_response
    return found


def _file(upload: Upload) -> tuple[str, bytes, str]:
    return upload.name, upload.data, upload.media_type


def _sendable(text: str) -> str:
    """Half of a surrogate pair, as some input methods leave it, cannot be sent at all."""
    return text.encode("utf-8", "replace").decode("utf-8")
