"""A proxy on 127.0.0.1, by HTTP or SOCKS5, that brings every name to one test service."""

from __future__ import annotations

import asyncio
import threading
from base64 import b64encode

from server.lines import Lines


class TestProxy:
    """Passes everything on to `target`, a port of this computer, whatever name was asked for.

    With a `login` ("user:word") it refuses whoever does not give it. `asked` is what it was asked
    for ("service.invalid:443"), `refused` counts those it turned away.
    """

    __test__ = False

    def __init__(self, target: int, *, login: str = "", socks: bool = False) -> None:
        self.asked: list[str] = []
        self.refused = 0
        self.port = 0
        self._target = target
        self._login = login
        self._socks = socks
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._run, name="test-proxy", daemon=True)

    def __enter__(self) -> TestProxy:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._loop is not None and self._ended is not None
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        lines = Lines(self._by_socks if self._socks else self._by_http)
        server = await asyncio.start_server(lines.accept, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._ended.wait()
        server.close()
        await lines.end()

    async def _by_http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *fields = head.decode("latin-1").split("\r\n")
        method, address, _ = first.split(" ", 2)
        given = {n.lower(): v.strip() for n, _, v in (f.partition(":") for f in fields if f)}
        wanted = f"Basic {b64encode(self._login.encode()).decode()}"
        if self._login and given.get("proxy-authorization") != wanted:
            self.refused += 1
            writer.write(
                b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n"
                b'proxy-authenticate: Basic realm="proxy"\r\n\r\n'
            )
            await writer.drain()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        if method == "CONNECT":
            self.asked.append(address)
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            host, _, path = address.partition("://")[2].partition("/")
            self.asked.append(host)
            kept = [f for f in fields if not f.lower().startswith(("proxy-", "connection"))]
            lines = [f"{method} /{path} HTTP/1.1", "connection: close", *kept]
            far_writer.write("\r\n".join(lines).encode("latin-1"))
        await _joined(reader, writer, far_reader, far_writer)

    async def _by_socks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        methods = await reader.readexactly((await reader.readexactly(2))[1])
        method = 2 if self._login else 0
        if method not in methods:
            self.refused += 1
            writer.write(b"\x05\xff")
            await writer.drain()
            return
        writer.write(bytes([5, method]))
        if self._login and not await self._login_fits(reader, writer):
            return
        _, _, _, kind = await reader.readexactly(4)
        if kind == 3:
            host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
        else:
            host = ".".join(map(str, await reader.readexactly(4)))
        self.asked.append(f"{host}:{int.from_bytes(await reader.readexactly(2), 'big')}")
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        writer.write(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
        await _joined(reader, writer, far_reader, far_writer)

    async def _login_fits(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        await reader.readexactly(1)
        user = await reader.readexactly((await reader.readexactly(1))[0])
        word = await reader.readexactly((await reader.readexactly(1))[0])
        fits = f"{user.decode()}:{word.decode()}" == self._login
        writer.write(b"\x01\x00" if fits else b"\x01\x01")
        await writer.drain()
        self.refused += not fits
        return fits


async def _joined(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    far_reader: asyncio.StreamReader,
    far_writer: asyncio.StreamWriter,
) -> None:
    """Hand on what comes in both directions until one side has closed."""

    async def hand_on(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while data := await source.read(65536):
            sink.write(data)
            await sink.drain()

    ways = [
        asyncio.ensure_future(hand_on(reader, far_writer)),
        asyncio.ensure_future(hand_on(far_reader, writer)),
    ]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        far_writer.transport.abort()
