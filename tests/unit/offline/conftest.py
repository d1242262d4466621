"""A small web server with a will of its own, and packs made of a few bytes."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from gptdesk.domain.packs import Pack, PackFile, PackSource


@dataclass
class Served:
    """A file and the faults with which it is served.

    `cuts` are the numbers of bytes after which the next answers break off. `stalls_after` keeps
    the line open and silent from there on.
    """

    data: bytes = b""
    status: int = 200
    location: str = ""
    cuts: list[int] = field(default_factory=list)
    stalls_after: int | None = None
    knows_ranges: bool = True
    shift: int = 0


class WebServer(ThreadingHTTPServer):
    """Serves `files` on the loopback interface and remembers what was asked for."""

    daemon_threads = False  # so that closing waits for every answer

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, Served] = {}
        self.requests: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.over = threading.Event()

    def serve(self, path: str, data: bytes = b"", **faults: Any) -> str:
        """Offer `data` with the faults that `Served` describes; the address to get it from."""
        self.files[path] = Served(data, **faults)
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class Handler(BaseHTTPRequestHandler):
    server: WebServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.requests.append((self.path, self.headers.get("Range", "")))
        self.server.headers.append(dict(self.headers))
        served = self.server.files.get(self.path, Served(status=404))
        self.close_connection = True
        if served.location:
            self.send_response(302)
            self.send_header("Location", served.location)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self._send(served, self._head(served))

    def _head(self, served: Served) -> bytes:
        wanted = self.headers.get("Range")
        data = served.data
        if wanted and served.knows_ranges and served.status == 200:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            self.send_response(206)
            begin = start + served.shift
            self.send_header("Content-Range", f"bytes {begin}-{len(data) - 1}/{len(data)}")
            data = data[start:]
        else:
            self.send_response(served.status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return data

    def _send(self, served: Served, data: bytes) -> None:
        if served.stalls_after is not None:
            self.wfile.write(data[: served.stalls_after])
            self.server.over.wait(20)
        elif served.cuts:
            # Content-Length promised all of it: the client sees a line that breaks
            self.wfile.write(data[: served.cuts.pop(0)])
        else:
            self.wfile.write(data)

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def web() -> Iterator[WebServer]:
    server = WebServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    thread.join()
    server.server_close()


class Packs:
    """Makes packs; their files are pinned by what they should hold."""

    @staticmethod
    def file(data: bytes, *sources: tuple[PackSource, ...], path: str = "model.gguf") -> PackFile:
        return PackFile(path, len(data), hashlib.sha256(data).hexdigest(), sources)

    @staticmethod
    def pack(*files: PackFile, pack_id: str = "tiny") -> Pack:
        title = {"zh_CN": "小", "en": "Tiny"}
        return Pack(pack_id, "chat", "Tiny", title, title, "MIT", "", 1, 256, files)

    @staticmethod
    def url(address: str) -> tuple[PackSource, ...]:
        return (PackSource("url", address),)

    @staticmethod
    def part(number: int, size: int) -> PackSource:
        return PackSource("pypi", f"part{number}", "1.0", f"part{number}/data.bin", size)


@pytest.fixture
def make() -> type[Packs]:
    return Packs


class Clock:
    """Each look at it is a second later, so that every step of a progress is shown."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()
