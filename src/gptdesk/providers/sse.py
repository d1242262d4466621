"""Reads server-sent events out of the bytes of an answer."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ServerEvent:
    """One event: its name (mostly empty) and its data."""

    name: str
    data: str


@dataclass(slots=True)
class EventReader:
    """Takes bytes as they come and gives whole events.

    Lines end with CR LF or LF only: `str.splitlines` would also cut at U+2028, which models write
    inside a JSON text.
    """

    _rest: bytes = b""
    _name: str = ""
    _data: list[str] = field(default_factory=list)

    def feed(self, piece: bytes) -> list[ServerEvent]:
        *lines, self._rest = (self._rest + piece).split(b"\n")
        events = []
        for line in lines:
            if (event := self._line(line.removesuffix(b"\r"))) is not None:
                events.append(event)
        return events

    def end(self) -> list[ServerEvent]:
        """What is complete although the last blank line is missing."""
        events = self.feed(b"\n")
        last = self._line(b"")
        return events if last is None else [*events, last]

    def _line(self, line: bytes) -> ServerEvent | None:
        if not line:
            return self._dispatch()
        name, _, value = line.decode("utf-8", "replace").partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._name = value
        return None  # comments keep the connection alive and say nothing

    def _dispatch(self) -> ServerEvent | None:
        name, data = self._name, self._data
        self._name, self._data = "", []
        return ServerEvent(name, "\n".join(data)) if data else None
