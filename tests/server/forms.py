"""Reads the parts of a form as a service does."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.policy import HTTP

from server.wire import Received


@dataclass(frozen=True)
class Part:
    """A field, or a file if it has a name."""

    field: str
    data: bytes
    name: str = ""
    media_type: str = ""

    @property
    def text(self) -> str:
        return self.data.decode()


def parts_of(request: Received) -> list[Part]:
    """All parts in their order; empty where the request is no form."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        return []
    head = f"content-type: {kind}\r\n\r\n".encode()
    message = message_from_bytes(head + request.body, policy=HTTP)
    found = []
    for part in message.iter_parts():
        field = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        name = part.get_filename() or ""
        found.append(Part(str(field), data or b"", name, part.get_content_type() if name else ""))
    return found


def fields_of(request: Received) -> dict[str, object]:
    """The values without the files, whether they came as a form or as JSON."""
    if parts := parts_of(request):
        return {part.field: part.text for part in parts if not part.name}
    return dict(request.json or {})


def files_of(request: Received) -> list[Part]:
    return [part for part in parts_of(request) if part.name]
