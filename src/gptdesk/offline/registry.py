"""Gets packages with the registries' own clients, as archives: nothing is installed or run."""

from __future__ import annotations

import asyncio
import gzip
import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from gptdesk.domain.packs import PackSource
from gptdesk.domain.proxy import Proxy, ProxyKind, ProxyScheme
from gptdesk.offline.process import NO_CONSOLE, kill
from gptdesk.offline.sources import SourceFailed

POLL_SECONDS = 0.25
_BROKEN = (
    KeyError,
    EOFError,
    zlib.error,
    gzip.BadGzipFile,
    tarfile.TarError,
    zipfile.BadZipFile,
)
_PROXY_NAMES = frozenset({"http_proxy", "https_proxy", "all_proxy", "no_proxy"})
_QUIET = ("--quiet", "--no-input", "--no-color", "--progress-bar", "off")


class RegistryClient:
    """A `Registry` that runs `pip download` or `npm pack` as a person would in a terminal.

    The client brings the user's own mirror and certificates along, and the system's proxy unless
    `way_out` says otherwise.
    """

    def __init__(
        self,
        command: Callable[[PackSource, Path], list[str]] | None = None,
        way_out: Callable[[], Awaitable[Proxy]] | None = None,
    ) -> None:
        self._command = command or client_command
        self._way_out = way_out

    async def download(self, part: PackSource, folder: Path) -> AsyncGenerator[int, None]:
        """Yield the bytes below `folder` while the client runs; killed when nobody listens."""
        unpacked = folder / "unpacked"
        unpacked.mkdir()
        log = folder / "log.txt"
        way = Proxy() if self._way_out is None else await self._way_out()
        surroundings = proxy_environment(os.environ, way)
        process = await self._begin(self._command(part, folder), unpacked, log, surroundings)
        ended = asyncio.ensure_future(process.wait())
        try:
            while not (await asyncio.wait({ended}, timeout=POLL_SECONDS))[0]:
                yield _bytes_below(folder)
        finally:
            kill(process)
            await ended
        if process.returncode:
            raise SourceFailed(_last_word(log))

    async def _begin(
        self, command: list[str], unpacked: Path, log: Path, surroundings: Mapping[str, str]
    ) -> asyncio.subprocess.Process:
        with log.open("wb") as output:
            try:
                return await asyncio.create_subprocess_exec(
                    *command,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    # What the client unpacks on its way stays on the disk that was measured
                    env={**surroundings, "TMPDIR": str(unpacked), "TEMP": str(unpacked)},
                    creationflags=NO_CONSOLE,
                )
            except OSError as error:
                raise SourceFailed(f"{command[0]}: {error.strerror}") from error


def proxy_environment(environ: Mapping[str, str], way: Proxy) -> dict[str, str]:
    """The environment that makes the clients take this way out. Raises SourceFailed.

    They could be told a password only in their environment, on their command line or in a file, and
    it belongs into none of these; files from the web itself do go through such a proxy.
    """
    if way.kind is ProxyKind.SYSTEM:
        return dict(environ)
    if way.is_given and way.scheme is ProxyScheme.SOCKS5:
        raise SourceFailed("the package client cannot use a SOCKS proxy")
    if way.is_given and way.password:
        raise SourceFailed("the package client is not given the password of the proxy")
    kept = {name: value for name, value in environ.items() if name.lower() not in _PROXY_NAMES}
    if not way.is_given:
        return {**kept, "NO_PROXY": "*"}
    names = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
    return {**kept, **dict.fromkeys(names, way.address), "NO_PROXY": "localhost,127.0.0.1"}


def client_command(part: PackSource, folder: Path) -> list[str]:
    """The command line that puts the archive of `part` into `folder`."""
    if part.kind == "npm":
        npm = shutil.which("npm")
        if npm is None:
            raise SourceFailed("npm is not installed")
        package = f"{part.name}@{part.version}"
        options = ["--pack-destination", str(folder), "--cache", str(folder / "unpacked")]
        return [npm, "pack", package, "--ignore-scripts", "--silent", *options]
    # Wheels only: a source archive would run code of its own just to say what it is
    wheels = ["--no-deps", "--no-binary", ":none:", "--only-binary", ":all:"]
    options = [*_QUIET, "--disable-pip-version-check", "--no-cache-dir", "--retries", "2"]
    return [*_pip(), "download", *wheels, *options, "-d", str(folder), _pinned(part)]


@contextmanager
def open_member(part: PackSource, folder: Path) -> Iterator[IO[bytes]]:
    """The member of the archive that the client left in `folder`. Raises SourceFailed."""
    archive = next((p for p in sorted(folder.iterdir()) if p.suffix in (".whl", ".tgz")), None)
    if archive is None:
        raise SourceFailed("the client left no archive")
    try:
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel, wheel.open(part.member) as member:
                yield member
        else:
            with tarfile.open(archive) as ball:
                found = ball.extractfile(f"package/{part.member}")
                if found is None:
                    raise KeyError(part.member)
                with found as member:
                    yield member
    except _BROKEN as error:
        raise SourceFailed(f"the archive is not as expected: {error}") from error


def _pinned(part: PackSource) -> str:
    return f"{part.name}=={part.version}"


def _pip() -> list[str]:
    """Our own Python's pip; a frozen build or a bare environment has none and borrows one."""
    is_frozen = getattr(sys, "frozen", False)
    if not is_frozen and importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip"]
    for name in ("pip3", "pip"):
        if found := shutil.which(name):
            return [found]
    raise SourceFailed("pip is not installed")


def _bytes_below(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.stat(os.path.join(parent, name)).st_size
            except OSError:  # the client has just moved it
                continue
    return total


def _last_word(log: Path) -> str:
    lines = [line.strip() for line in log.read_text("utf-8", "replace").splitlines()]
    errors = [line for line in lines if "error" in line.lower()] or lines
    return next((line for line in reversed(errors) if line), "the client failed without a word")
