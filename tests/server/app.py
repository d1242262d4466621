"""The test service itself: a thread of its own, a script of behaviours, a record of requests."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import threading
from collections import deque
from collections.abc import Iterable
from typing import Any

from server.behaviours import Behaviour, Raw, Reply
from server.embedding import EMBEDDINGS, Embeds
from server.failures import no_path, unauthorized
from server.hearing import TRANSCRIPTIONS, TRANSLATIONS, Hears
from server.lines import Lines
from server.live import LIVE, Live
from server.picturing import STORED, Drawn, StoredPicture
from server.responding import Respond
from server.speaking import SPEECH, Spoken
from server.wire import Exchange, Received, hung_up, read_request

CHAT = "/v1/chat/completions"
MODELS = "/v1/models"
RESPONSES = "/v1/responses"


class TestServer:
    """An OpenAI-style service on 127.0.0.1.

    Each request takes the next behaviour of the script for its path; when the script is over, chat
    answers as `reply_with` said. With a `key`, any other one is refused. `requests` is what came,
    `lines` counts the connections that carried it. Use it with `with`, or call `start` and `stop`.
    """

    __test__ = False

    def __init__(self, *, key: str = "", port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self.key = key
        self.models = ["test-large", "test-small"]
        self.speaks: Behaviour = Spoken()
        self.hears: Behaviour = Hears()
        self.reads: Behaviour = Live()
        self.draws: Behaviour = Drawn()
        self.embeds: Behaviour = Embeds()
        self.requests: list[Received] = []
        self.lines = 0
        self._port = port
        self._tls = tls
        self._usual: Behaviour = Reply()
        self._scripts: dict[str, deque[Behaviour]] = {}
        self._arrived = threading.Condition()
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended: asyncio.Event | None = None
        self._released: asyncio.Event | None = None

    def __enter__(self) -> TestServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def port(self) -> int:
        return self._port

    @property
    def base_url(self) -> str:
        return f"http{'s' if self._tls else ''}://127.0.0.1:{self._port}/v1"

    def reply_with(self, text: str, **how: Any) -> None:
        """What chat answers when no script says otherwise; `how` as in `Reply`."""
        self._usual = Reply(text, **how)

    def always(self, behaviour: Behaviour) -> None:
        self._usual = behaviour

    def script(self, behaviours: Iterable[Behaviour], path: str = CHAT) -> None:
        """One behaviour for each of the next requests to `path`."""
        self._scripts[path] = deque(behaviours)

    def release(self) -> None:
        """Let those that keep silent go on."""
        if self._loop is not None and self._released is not None:
            self._loop.call_soon_threadsafe(self._released.set)

    def wait_for_request(self, number: int = 1, timeout: float = 10.0) -> Received:
        """The request of this number, counted from 1, once it is there."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.requests) >= number, timeout):
                raise TimeoutError(f"only {len(self.requests)} of {number} requests came")
        return self.requests[number - 1]

    def start(self) -> None:
        self._ready.clear()
        self._thread = threading.Thread(target=self._run, name="test-server", daemon=True)
        self._thread.start()
        self._ready.wait()

    def stop(self) -> None:
        """Close every line and the port."""
        if self._thread is None or self._loop is None or self._ended is None:
            return
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()
        self._thread = self._loop = None

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(lambda *_: None)  # refused handshakes are part of it
        self._ended, self._released = asyncio.Event(), asyncio.Event()
        lines = Lines(self._line)
        server = await asyncio.start_server(lines.accept, "127.0.0.1", self._port, ssl=self._tls)
        self._port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._ended.wait()
        server.close()
        await lines.end()

    async def _line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.lines += 1
        begun = b""
        assert self._released is not None
        while (request := await read_request(reader, begun, self.key)) is not None:
            exchange = Exchange(request, writer, self._released)
            behaviour = self._behaviour(request)
            with self._arrived:
                self.requests.append(request)
                self._arrived.notify_all()
            if request.headers.get("upgrade") == "websocket" and isinstance(behaviour, Live):
                await behaviour.converse(exchange, reader)
                request.answered.set()
                return
            begun = await _played(behaviour, exchange, reader)
            request.answered.set()
            if request.gone.is_set() or not exchange.keeps_alive:
                return

    def _behaviour(self, request: Received) -> Behaviour:
        path = request.path.partition("?")[0]
        if not request.key_fits:
            return unauthorized()
        if script := self._scripts.get(path):
            return script.popleft()
        usual = {
            ("POST", CHAT): self._usual,
            ("POST", RESPONSES): Respond(),
            ("POST", SPEECH): self.speaks,
            ("POST", TRANSCRIPTIONS): self.hears,
            ("POST", TRANSLATIONS): self.hears,
            ("POST", EMBEDDINGS): self.embeds,
            ("GET", LIVE): self.reads,
            ("GET", MODELS): self._list(),
        }
        found = usual.get((request.method, path)) or self._of_pictures(request.method, path)
        return found or no_path()

    def _list(self) -> Behaviour:
        entries = [{"id": name, "object": "model", "created": 0} for name in self.models]
        return Raw(json.dumps({"object": "list", "data": entries}))

    def _of_pictures(self, method: str, path: str) -> Behaviour | None:
        if method == "GET":
            return StoredPicture() if path.startswith(STORED) else None
        return self.draws if path.startswith("/v1/images") else None


async def _played(behaviour: Behaviour, exchange: Exchange, reader: asyncio.StreamReader) -> bytes:
    """Let it answer while watching the line; returns what came already of the next request."""
    playing = asyncio.ensure_future(behaviour.play(exchange))
    watching = asyncio.ensure_future(hung_up(reader))
    try:
        await asyncio.wait({playing, watching}, return_when=asyncio.FIRST_COMPLETED)
        if not playing.done() and watching.done() and watching.result():
            await asyncio.wait({playing})  # the next request came early
        if not playing.done():
            exchange.request.gone.set()
            return b""
        try:
            playing.result()
        except ConnectionError:  # it noticed while sending
            exchange.request.gone.set()
            return b""
        await asyncio.sleep(0)
        return watching.result() if watching.done() else b""
    finally:
        for task in (playing, watching):
            task.cancel()
        await asyncio.gather(playing, watching, return_exceptions=True)


def dead_address() -> str:
    """The base URL of a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/v1"
