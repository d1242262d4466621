"""Tells what a model thinks from what it answers, where both come in one text."""

from __future__ import annotations

from gptdesk.domain.events import ReasoningDelta, TextDelta

OPEN = "<think>"
CLOSE = "</think>"


class ThoughtSplitter:
    """Splits `<think>…</think>` off the beginning of an answer, however it is cut into pieces.

    White space in front is held back until something follows, so that an answer of nothing but
    line ends counts as empty. A `<think>` further inside is text like any other.
    """

    def __init__(self) -> None:
        self._held = ""
        self._state = self._at_start

    def feed(self, text: str) -> list[TextDelta | ReasoningDelta]:
        self._held += text
        return [event for event in self._state() if event.text]

    def end(self) -> list[TextDelta | ReasoningDelta]:
        """What was held back in case more would come."""
        held, self._held = self._held, ""
        if not held.strip():
            return []
        return [ReasoningDelta(held) if self._state == self._in_thoughts else TextDelta(held)]

    def _at_start(self) -> list[TextDelta | ReasoningDelta]:
        begin = self._held.lstrip()
        if begin.startswith(OPEN):
            self._held = begin[len(OPEN) :]
            self._state = self._in_thoughts
            return self._in_thoughts()
        if OPEN.startswith(begin):  # also when there is nothing but white space yet
            return []
        self._state = self._in_text
        return self._in_text()

    def _in_thoughts(self) -> list[TextDelta | ReasoningDelta]:
        thought, mark, rest = self._held.partition(CLOSE)
        if mark:
            self._held = rest
            self._state = self._after_thoughts
            return [ReasoningDelta(thought), *self._after_thoughts()]
        kept = _partial_mark(thought)
        self._held = thought[len(thought) - kept :]
        return [ReasoningDelta(thought[: len(thought) - kept])]

    def _after_thoughts(self) -> list[TextDelta | ReasoningDelta]:
        self._held = self._held.lstrip()
        if not self._held:
            return []
        self._state = self._in_text
        return self._in_text()

    def _in_text(self) -> list[TextDelta | ReasoningDelta]:
        text, self._held = self._held, ""
        return [TextDelta(text)]


def _partial_mark(text: str) -> int:
    """How many characters at the end may be the beginning of the closing mark."""
    return next((n for n in range(len(CLOSE) - 1, 0, -1) if text.endswith(CLOSE[:n])), 0)
