"""Brings one file of a pack here: from the first source that gives it, going on where it was."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from pathlib import Path
from typing import IO, TypeVar
from urllib.parse import urlsplit

from gptdesk.domain.packs import InstallProgress, PackFile, PackSource
from gptdesk.domain.problems import DownloadFailed
from gptdesk.offline.meter import Meter
from gptdesk.offline.registry import open_member
from gptdesk.offline.sources import Body, Fetch, Registry, SourceFailed
from gptdesk.offline.verify import HashWrong, read_and_compare

BLOCK = 1024 * 1024
CUTS = 5
"""How often a line that broke in mid-file is taken up again before the next source is tried."""

Result = TypeVar("Result")
Steps = AsyncGenerator[InstallProgress, None]


def part_path(final: Path) -> Path:
    """Where a file grows until all of it is there and proven right."""
    return final.with_name(final.name + ".part")


class Delivery:
    """The way of one file onto the disk.

    Whatever the source, the bytes go to the end of one `.part` file, whose length is all there is
    to know when the download goes on later, perhaps from another source. `failed` are the names of
    sources that gave nothing for the files before: they are asked last.
    """

    def __init__(
        self,
        file: PackFile,
        final: Path,
        before: int,
        meter: Meter,
        fetch: Fetch,
        registry: Registry,
        failed: set[str] | None = None,
    ) -> None:
        self._file = file
        self._final = final
        self._part = part_path(final)
        self._before = before
        self._meter = meter
        self._fetch = fetch
        self._registry = registry
        self._failed = set() if failed is None else failed
        self._have = 0
        self._shown = 0
        self._folder = final.parent / "fetch"

    async def run(self) -> Steps:
        """Fetch, verify and put in place. Raises DownloadFailed naming every source tried."""
        self._part.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)  # of an app that was killed meanwhile
        self._have = self._part.stat().st_size if self._part.exists() else 0
        if self._have > self._file.size:
            self._forget()
        tried: list[str] = []
        for source in sorted(self._file.sources, key=lambda s: source_name(s) in self._failed):
            async with aclosing(self._from_source(source, tried)) as steps:
                async for step in steps:
                    yield step
            if self._final.exists():
                return
        raise DownloadFailed("\n".join(tried))

    async def _from_source(self, source: tuple[PackSource, ...], tried: list[str]) -> Steps:
        name = source_name(source)
        for _ in range(2):
            started_at = self._have
            try:
                async with aclosing(self._fill(source, name)) as steps:
                    async for step in steps:
                        yield step
                async with aclosing(self._prove()) as steps:
                    async for step in steps:
                        yield step
                return
            except SourceFailed as failure:
                self._failed.add(name)
                tried.append(f"{name}: {failure}")
                return
            except HashWrong:
                self._forget()
                tried.append(f"{name}: the checksum is wrong")
                if not started_at:
                    return
                # Some of the bytes came from elsewhere: this source has a right to a whole try

    async def _fill(self, source: tuple[PackSource, ...], name: str) -> Steps:
        filling = (
            self._from_address(source[0].name, name)
            if source[0].kind == "url"
            else self._from_packages(source)
        )
        async with aclosing(filling) as steps:
            async for step in steps:
                yield step

    async def _prove(self) -> Steps:
        checking = read_and_compare(self._part, self._file.sha256)
        async with aclosing(checking) as blocks:
            async for done in blocks:
                if step := self._meter.step("verify", self._before + done):
                    yield step
        os.replace(self._part, self._final)

    # From an address

    async def _from_address(self, address: str, name: str) -> Steps:
        for attempt in range(CUTS + 1):
            before = self._have
            if before == self._file.size:
                return
            try:
                async with aclosing(self._one_request(address, name)) as steps:
                    async for step in steps:
                        yield step
            except SourceFailed:
                if self._have <= before or attempt == CUTS:
                    raise
            else:
                if self._have < self._file.size and (self._have <= before or attempt == CUTS):
                    raise SourceFailed(f"ended after {self._have} of {self._file.size} bytes")

    async def _one_request(self, address: str, name: str) -> Steps:
        if step := self._step("download", name):
            yield step
        async with self._fetch(address, self._have) as body:
            if body.total not in (None, self._file.size):
                raise SourceFailed(f"offers {body.total} bytes, not {self._file.size}")
            async with aclosing(self._written(body, name)) as steps:
                async for step in steps:
                    yield step

    async def _written(self, body: Body, name: str) -> Steps:
        with self._part.open("ab") as out, ThreadPoolExecutor(1, "gptdesk-write") as thread:
            out.truncate(body.start)
            self._have = body.start
            async with aclosing(body.chunks) as chunks:
                async for chunk in chunks:
                    if self._have + len(chunk) > self._file.size:
                        raise SourceFailed(f"sends more than {self._file.size} bytes")
                    await _in(thread, out.write, chunk)
                    self._have += len(chunk)
                    if step := self._step("download", name):
                        yield step
            await _in(thread, _flush, out)

    # From packages

    async def _from_packages(self, source: tuple[PackSource, ...]) -> Steps:
        start = 0
        for part in source:
            if self._have < start + part.size:
                async with aclosing(self._one_package(part, start)) as steps:
                    async for step in steps:
                        yield step
            start += part.size

    async def _one_package(self, part: PackSource, start: int) -> Steps:
        name = source_name((part,))
        folder = self._folder
        folder.mkdir()
        missing = start + part.size - self._have
        try:
            if step := self._step("download", name):
                yield step
            async with aclosing(self._registry.download(part, folder)) as counts:
                async for count in counts:
                    # An archive on its way counts for the bytes that it will add
                    if step := self._step("download", name, min(count, missing)):
                        yield step
            async with aclosing(self._copied(part, start, folder, name)) as steps:
                async for step in steps:
                    yield step
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    async def _copied(self, part: PackSource, start: int, folder: Path, name: str) -> Steps:
        began = self._have
        end = start + part.size
        try:
            with (
                open_member(part, folder) as member,
                self._part.open("ab") as out,
                ThreadPoolExecutor(1, "gptdesk-join") as thread,
            ):
                await _in(thread, member.seek, self._have - start)
                while block := await _in(thread, member.read, BLOCK):
                    if self._have + len(block) > end:
                        break
                    await _in(thread, out.write, block)
                    self._have += len(block)
                    if step := self._step("join", name):
                        yield step
                await _in(thread, _flush, out)
            if self._have != end:
                raise SourceFailed(f"{name}: the member has not {part.size} bytes")
        except SourceFailed:
            if self._have > began:
                os.truncate(self._part, began)
                self._have = began
            raise

    def _step(self, phase: str, name: str, coming: int = 0) -> InstallProgress | None:
        # While an archive is copied out, the bar does not go back behind what was on its way
        arrived = self._have + coming
        self._shown = max(self._shown, arrived) if phase == "join" else arrived
        return self._meter.step(phase, self._before + self._shown, name)

    def _forget(self) -> None:
        self._part.unlink(missing_ok=True)
        self._have = 0


def source_name(source: tuple[PackSource, ...]) -> str:
    """What a person would call it: the host, or the package."""
    first = source[0]
    if first.kind == "url":
        return urlsplit(first.name).hostname or first.name
    return f"{first.name} {first.version}"


def _flush(out: IO[bytes]) -> None:
    out.flush()
    os.fsync(out.fileno())


async def _in(thread: ThreadPoolExecutor, call: Callable[..., Result], *args: object) -> Result:
    return await asyncio.get_running_loop().run_in_executor(thread, call, *args)
