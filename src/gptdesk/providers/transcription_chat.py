"""Lets a chat model listen, where a service has no transcription of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, aclosing
from typing import TYPE_CHECKING, Any

from gptdesk.domain.events import Finished, TextDelta, UsageReported
from gptdesk.domain.problems import AnswerEmpty, AnswerIncomplete, TimedOut
from gptdesk.domain.transcription import Heard, TextArrived, TranscriptionOrder
from gptdesk.providers.client import Patience
from gptdesk.providers.reply import ReplyReader
from gptdesk.providers.transcription_request import in_base64

if TYPE_CHECKING:
    from openai import AsyncOpenAI

WRITE = (
    "Write down every word that is spoken in this recording, in the language in which it is spoken,"
    " with punctuation. Answer with these words only, without any remark. If nobody speaks, answer"
    " with a single full stop."
)
TRANSLATE = (
    "Write down in English what is spoken in this recording. Answer with the translation only,"
    " without any remark. If nobody speaks, answer with a single full stop."
)
SIMPLIFIED = " Write Chinese in simplified characters."


async def heard_in_chat(
    client: AsyncOpenAI, order: TranscriptionOrder, patience: Patience, first: float
) -> AsyncGenerator[TextArrived | Heard, None]:
    """Ask for the words of a recording, and yield them as they come."""
    messages: Any = await asyncio.to_thread(_messages, order)
    text, usage = "", UsageReported(None, None)
    async with AsyncExitStack() as stack:
        response = None
        try:
            async with asyncio.timeout(first):
                request = client.chat.completions.with_streaming_response.create(
                    model=order.model, messages=messages, stream=True
                )
                response = (await stack.enter_async_context(request)).http_response
        except TimeoutError:
            pass
        if response is None:
            raise TimedOut("first")
        async with aclosing(ReplyReader(response, patience, first).events()) as events:
            try:
                async for event in events:
                    match event:
                        case TextDelta(added):
                            text += added
                            yield TextArrived(0, added)
                        case UsageReported():
                            usage = event
                        case Finished("length"):
                            raise AnswerIncomplete("the answer reached its longest length")
            except AnswerEmpty:
                pass  # nobody spoke
    yield _heard(text, usage)


def _heard(text: str, usage: UsageReported) -> Heard:
    words = text.strip()
    return Heard(
        "" if words in (".", "。") else words,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        audio_tokens=usage.audio_input,
    )


def _messages(order: TranscriptionOrder) -> list[dict[str, Any]]:
    kind = order.sound.suffix.lstrip(".").lower()
    sound = {"data": in_base64(order.sound), "format": kind}
    content = [
        {"type": "text", "text": _asked(order)},
        {"type": "input_audio", "input_audio": sound},
    ]
    return [{"role": "user", "content": content}]


def _asked(order: TranscriptionOrder) -> str:
    asked = TRANSLATE if order.to_english else WRITE
    if order.language == "zh" and not order.to_english:
        asked += SIMPLIFIED
    if order.prompt.strip():
        asked += f"\n\nWhat it is about: {order.prompt.strip()}"
    if order.keywords:
        asked += f"\n\nWords that may come up: {', '.join(order.keywords)}"
    return asked.encode("utf-8", "replace").decode("utf-8")
