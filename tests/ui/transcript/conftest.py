"""A transcript with a conversation of any length, whose texts are loaded when they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState, Role
from gptdesk.ui.chat.transcript.answer_row import AnswerRow
from gptdesk.ui.chat.transcript.model import TranscriptModel
from gptdesk.ui.chat.transcript.view import TranscriptView

ANSWER = """## Title

Some **bold** words, and more of them.

- one
- two

```py
x = 1
y = 2
```
"""


def question(position: int, text: str = "") -> ChatMessage:
    return ChatMessage(
        f"m{position}", "c", position, Role.USER, text or f"Question number {position}?"
    )


def answer(
    position: int, text: str = ANSWER, state: MessageState = MessageState.DONE, **more: object
) -> ChatMessage:
    options = {"model": "gpt-6-luna", "seconds": 3.1, **more}
    return ChatMessage(
        f"m{position}",
        "c",
        position,
        Role.ASSISTANT,
        text,
        state=state,
        **options,  # type: ignore[arg-type]
    )


def message(position: int) -> ChatMessage:
    return (
        question(position) if position % 2 == 0 else answer(position, ANSWER * (position % 3 + 1))
    )


def headers(count: int) -> list[MessageHeader]:
    """The guesses are far off on purpose: every third answer is three times as long as it says."""
    return [
        MessageHeader(f"m{n}", n, message(n).role, 40 if n % 2 == 0 else 120, MessageState.DONE)
        for n in range(count)
    ]


@dataclass
class Transcript:
    model: TranscriptModel
    view: TranscriptView

    def settle(self) -> None:
        """Let Qt deliver what is due, and show what has arrived."""
        QCoreApplication.processEvents()
        self.view.flush()
        QCoreApplication.processEvents()

    def open(self, messages: list[ChatMessage] | list[MessageHeader]) -> None:
        self.model.reset(messages)
        self.settle()

    def begin_answer(self, position: int, text: str = "") -> None:
        self.model.append(answer(position, text, MessageState.STREAMING))
        self.settle()

    def last_row(self) -> AnswerRow:
        row = self.view.row_widget(self.model.rowCount() - 1)
        assert isinstance(row, AnswerRow)
        return row

    def text_of(self, row: int) -> str:
        widget = self.view.row_widget(row)
        assert widget is not None
        return widget.body.toPlainText()


@pytest.fixture
def make_transcript(qapp: QApplication) -> Iterator[Callable[..., Transcript]]:
    made: list[TranscriptView] = []

    def make(*, loads: bool = True, width: int = 944, height: int = 600) -> Transcript:
        model = TranscriptModel()
        view = TranscriptView(model)
        model.setParent(view)
        view.resize(width, height)
        if loads:
            model.bodies_wanted.connect(
                lambda first, last: model.set_bodies([message(n) for n in range(first, last + 1)])
            )
        view.show()
        made.append(view)
        found = Transcript(model, view)
        found.settle()
        return found

    yield make
    for view in made:
        view.shutdown()
        view.close()
        view.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete


@pytest.fixture
def transcript(make_transcript: Callable[..., Transcript]) -> Transcript:
    return make_transcript()
