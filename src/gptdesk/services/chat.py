"""Asking a model: store the question, stream the answer, keep what arrived of it."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.conversations import Conversation
from gptdesk.domain.events import (
    ChatEvent,
    EngineStarting,
    HistoryTrimmed,
    MessageAdded,
    MessageChanged,
    ModelUsed,
    PicturesLeftOut,
    TitleChanged,
)
from gptdesk.domain.history import fitting, joined, without_pictures
from gptdesk.domain.messages import ChatMessage, Message, MessageState, Role
from gptdesk.domain.models import likely_for_chat
from gptdesk.domain.packs import EngineState
from gptdesk.domain.ports import ChatProvider, ConversationStore, Engine
from gptdesk.domain.problems import (
    AnswerIncomplete,
    ConnectionCut,
    ConnectionRefused,
    EngineCrashed,
    ModelNotFound,
)
from gptdesk.domain.titles import automatic_title
from gptdesk.services.billing import Accountant, Bill
from gptdesk.services.connections import ConnectionService
from gptdesk.services.turn import Turn, TurnRunner

HISTORY_SHARE = 0.7
"""How much of what a model can read is filled with history; the rest is for the answer."""

CONTINUE = (
    "Your last answer was cut off. Go on exactly where it ends, in the same language, "
    "and repeat nothing of it."
)


class ChatService:
    """Answers questions and never loses one. Cancelling any of its streams keeps what arrived.

    `sees` says whether a model may be sent pictures; the offline pack's models never are.
    """

    def __init__(
        self,
        store: ConversationStore,
        connections: ConnectionService,
        provider: ChatProvider,
        engine: Engine,
        *,
        accountant: Accountant | None = None,
        sees: Callable[[Connection, str], bool] = lambda connection, model: True,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._connections = connections
        self._provider = provider
        self._engine = engine
        self._accountant = accountant
        self._sees = sees
        self._now = now
        self._sleep = sleep

    async def ask(
        self,
        conversation_id: str,
        text: str,
        attachments: Sequence[Attachment] = (),
        wordless_title: str = "",
    ) -> AsyncGenerator[ChatEvent, None]:
        """Store the question, then answer it. The question stays also when nothing answers.

        `wordless_title` names a conversation that begins with pictures alone.
        """
        conversation = await self._store.conversation(conversation_id)
        question = ChatMessage(
            uuid.uuid4().hex,
            conversation_id,
            await self._next_position(conversation_id),
            Role.USER,
            text,
            MessageState.UNSENT,
            self._now(),
            attachments=tuple(attachments),
        )
        await self._store.add(question)
        yield MessageAdded(replace(question, state=MessageState.DONE))
        if conversation.title_is_automatic and not conversation.title:
            title = automatic_title(text) or (wordless_title if attachments else "")
            await self._store.rename(conversation_id, title, automatic=True)
            yield TitleChanged(conversation_id, title)
        async with aclosing(self._answer(question, None)) as events:
            async for event in events:
                yield event

    async def retry(self, conversation_id: str) -> AsyncGenerator[ChatEvent, None]:
        """Answer the last question again; an answer that is there stays as an older version."""
        headers = await self._store.headers(conversation_id)
        last = next(h.position for h in reversed(headers) if h.role is Role.USER)
        question, *answers = await self._store.bodies(conversation_id, last, last + 1)
        if question.state is MessageState.UNSENT:
            yield MessageChanged(replace(question, state=MessageState.DONE, problem=""))
        earlier = answers[0] if answers else None
        async with aclosing(self._answer(question, earlier)) as events:
            async for event in events:
                yield event

    async def go_on(self, conversation_id: str, message_id: str) -> AsyncGenerator[ChatEvent, None]:
        """Continue an answer that was cut short, in the same message."""
        headers = await self._store.headers(conversation_id)
        position = next(h.position for h in headers if h.id == message_id)
        messages = await self._store.bodies(conversation_id, 0, position)
        answer = replace(messages[-1], state=MessageState.STREAMING, problem="", finish="")
        yield MessageChanged(answer)
        turn = Turn(messages[-2], answer)
        async with aclosing(self._run(turn, messages)) as events:
            async for event in events:
                yield event

    async def _answer(
        self, question: ChatMessage, earlier: ChatMessage | None
    ) -> AsyncGenerator[ChatEvent, None]:
        conversation = await self._store.conversation(question.conversation_id)
        messages = await self._store.bodies(question.conversation_id, 0, question.position)
        versions = earlier.versions if earlier else 0
        answer = ChatMessage(
            uuid.uuid4().hex,
            question.conversation_id,
            question.position + 1,
            Role.ASSISTANT,
            "",
            MessageState.STREAMING,
            self._now(),
            model=conversation.model,
            connection_id=conversation.connection_id,
            version=versions + 1,
            versions=versions + 1,
        )
        yield MessageAdded(answer)
        async with aclosing(self._run(Turn(question, answer, earlier), messages)) as events:
            async for event in events:
                yield event

    def _run(self, turn: Turn, messages: Sequence[ChatMessage]) -> AsyncGenerator[ChatEvent, None]:
        bill = Bill(self._accountant, turn.answer)

        def attempt() -> AsyncGenerator[ChatEvent, None]:
            return self._attempt(turn.answer, messages, bill)

        return TurnRunner(self._store, turn, attempt, self._now, self._sleep, bill).run()

    async def _attempt(
        self, answer: ChatMessage, messages: Sequence[ChatMessage], bill: Bill
    ) -> AsyncGenerator[ChatEvent, None]:
        conversation = await self._store.conversation(answer.conversation_id)
        connection = await self._connections.get(conversation.connection_id)
        model = await self._model(conversation, connection)
        yield ModelUsed(model)
        history, left_out = await self._history(connection, model, answer, messages)
        if left_out:
            yield HistoryTrimmed(left_out)
        options = conversation.options.as_parameters()
        is_offline = connection.kind is ConnectionKind.OFFLINE
        if is_offline or not self._sees(connection, model):
            history, unseen = without_pictures(history)
            if unseen:
                yield PicturesLeftOut(unseen)
        bill.begin(connection, model, history)
        if is_offline and self._engine.state() is not EngineState.READY:
            yield EngineStarting()
        try:
            async with (
                self._connections.endpoint(connection, model) as endpoint,
                aclosing(self._provider.stream(endpoint, model, history, options)) as events,
            ):
                async for event in events:
                    yield event
        except (ConnectionCut, ConnectionRefused, AnswerIncomplete) as problem:
            if is_offline:
                raise EngineCrashed(problem.detail) from None
            raise

    async def _history(
        self,
        connection: Connection,
        model: str,
        answer: ChatMessage,
        messages: Sequence[ChatMessage],
    ) -> tuple[tuple[Message, ...], int]:
        history = joined([message.as_message() for message in messages])
        if connection.kind is not ConnectionKind.OFFLINE:
            # The offline engine goes on writing an answer that ends the history; others need a word
            if answer.text:
                history = (*history, Message(Role.USER, CONTINUE))
            return history, 0
        pack = await self._connections.pack(model)
        # Words stand in for its pictures, and only those need room
        words, _unseen = without_pictures(history)
        _kept, left_out = fitting(words, round(pack.context * HISTORY_SHARE))
        system = (Message(Role.SYSTEM, pack.system_prompt),) if pack.system_prompt else ()
        return (*system, *history[left_out:]), left_out

    async def _model(self, conversation: Conversation, connection: Connection) -> str:
        if model := conversation.model or connection.model:
            return model
        model = likely_for_chat(await self._connections.models(connection), connection.service)
        if not model:
            raise ModelNotFound
        await self._store.set_model(conversation.id, connection.id, model)
        return model

    async def _next_position(self, conversation_id: str) -> int:
        headers = await self._store.headers(conversation_id)
        return headers[-1].position + 1 if headers else 0
