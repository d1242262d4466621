"""Questions that are being answered, whether their conversation is on the page or not."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.events import (
    EngineStarting,
    MessageAdded,
    MessageChanged,
    MessageRemoved,
    ReasoningDelta,
    RetryScheduled,
    TextDelta,
)
from gptdesk.domain.messages import ChatMessage, MessageState, Role

if TYPE_CHECKING:
    from gptdesk.domain.attachments import Attachment
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.core import CoreThread
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.chat import ChatService


@dataclass(eq=False)
class Live:
    """What is known of a running answer, enough to show it when its conversation is opened.

    `try_again_at` is in the seconds of the clock that the Asker was given.
    """

    conversation_id: str
    question: ChatMessage | None = None
    answer: ChatMessage | None = None
    has_reasoning: bool = False
    pieces: int = 0
    is_engine_starting: bool = False
    wait: RetryScheduled | None = None
    try_again_at: float = 0.0
    problem: Problem | None = None
    _text: list[str] = field(default_factory=list)
    _thoughts: list[str] = field(default_factory=list)

    def growing(self) -> ChatMessage | None:
        """The answer with all that has arrived."""
        if self.answer is None:
            return None
        text = self.answer.text + "".join(self._text)
        reasoning = self.answer.reasoning + "".join(self._thoughts)
        return replace(self.answer, text=text, reasoning=reasoning)

    def take(self, event: object, now: float) -> None:
        match event:
            case TextDelta(text):
                self._text.append(text)
                self._grew()
            case ReasoningDelta(text):
                self._thoughts.append(text)
                self.has_reasoning = True
                self._grew()
            case MessageAdded(message) | MessageChanged(message):
                self._set(message)
            case MessageRemoved():
                self.answer = None
            case EngineStarting():
                self.is_engine_starting = True
            case RetryScheduled(seconds):
                self.wait, self.try_again_at = event, now + seconds

    def _grew(self) -> None:
        self.is_engine_starting = False
        self.wait = None

    def _set(self, message: ChatMessage) -> None:
        if message.role is Role.USER:
            self.question = message
            return
        self.answer = message
        self._text.clear()
        self._thoughts.clear()

    @property
    def has_words(self) -> bool:
        return bool(self._text)

    @property
    def is_settled(self) -> bool:
        return self.answer is not None and self.answer.state is not MessageState.STREAMING


class Asker(QObject):
    """One operation for each conversation; several conversations may be answered at once.

    Signals:
        happened: conversation id, and what happened in order, neighbouring deltas joined.
        failed: conversation id and the Problem.
        ended: conversation id, and whether the person stopped it.
        changed: which conversations are being answered is different now.
    """

    happened = Signal(str, list)
    failed = Signal(str, object)
    ended = Signal(str, bool)
    changed = Signal()

    def __init__(
        self,
        core: CoreThread,
        chat: ChatService,
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._chat = chat
        self._clock = clock
        self._operations: dict[str, Operation] = {}
        self._lives: dict[str, Live] = {}

    @property
    def running(self) -> frozenset[str]:
        return frozenset(self._operations)

    def is_running(self, conversation_id: str) -> bool:
        return conversation_id in self._operations

    def live(self, conversation_id: str) -> Live | None:
        return self._lives.get(conversation_id)

    def ask(
        self,
        conversation_id: str,
        text: str,
        attachments: Sequence[Attachment] = (),
        wordless_title: str = "",
    ) -> None:
        asked = self._chat.ask(conversation_id, text, attachments, wordless_title)
        self._start(conversation_id, asked)

    def retry(self, conversation_id: str) -> None:
        self._start(conversation_id, self._chat.retry(conversation_id))

    def go_on(self, conversation_id: str, message_id: str) -> None:
        self._start(conversation_id, self._chat.go_on(conversation_id, message_id))

    def stop(self, conversation_id: str) -> None:
        if operation := self._operations.get(conversation_id):
            operation.cancel()

    def seconds_left(self, conversation_id: str) -> float:
        """Until the next try, for a countdown."""
        live = self._lives.get(conversation_id)
        return max(0.0, live.try_again_at - self._clock()) if live and live.wait else 0.0

    def stop_all(self) -> None:
        for operation in self._operations.values():
            operation.cancel()

    def _start(self, conversation_id: str, events: AsyncGenerator[object, None]) -> None:
        assert conversation_id not in self._operations, "one answer at a time"
        operation = self._core.stream(events, parent=self)
        self._operations[conversation_id] = operation
        self._lives[conversation_id] = Live(conversation_id)
        operation.events.connect(partial(self._on_events, conversation_id))
        operation.failed.connect(partial(self._on_failed, conversation_id))
        operation.finished.connect(partial(self._on_finished, conversation_id, operation))
        self.changed.emit()

    def _on_events(self, conversation_id: str, events: list[object]) -> None:
        live = self._lives[conversation_id]
        live.pieces += sum(1 for event in events if isinstance(event, TextDelta))
        joined = join_deltas(events)
        for event in joined:
            live.take(event, self._clock())
        self.happened.emit(conversation_id, joined)

    def _on_failed(self, conversation_id: str, problem: Problem) -> None:
        self._lives[conversation_id].problem = problem
        self.failed.emit(conversation_id, problem)

    def _on_finished(self, conversation_id: str, operation: Operation) -> None:
        del self._operations[conversation_id]
        self.ended.emit(conversation_id, operation.was_cancelled)
        if conversation_id not in self._operations:
            self._lives.pop(conversation_id, None)
        self.changed.emit()


def join_deltas(events: list[object]) -> list[object]:
    """Neighbouring pieces of the same kind as one: the page is written once for each."""
    joined: list[object] = []
    pieces: list[str] = []
    kind: type[TextDelta] | type[ReasoningDelta] | None = None
    for event in events:
        if isinstance(event, TextDelta | ReasoningDelta):
            if pieces and kind is not type(event):
                _close(joined, kind, pieces)
            kind = type(event)
            pieces.append(event.text)
            continue
        _close(joined, kind, pieces)
        joined.append(event)
    _close(joined, kind, pieces)
    return joined


def _close(
    joined: list[object],
    kind: type[TextDelta] | type[ReasoningDelta] | None,
    pieces: list[str],
) -> None:
    if pieces and kind is not None:
        joined.append(kind("".join(pieces)))
        pieces.clear()
