"""Puts packs on the disk, proves them right, and takes them away."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import time
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing, contextmanager, suppress
from pathlib import Path

from gptdesk.domain.packs import InstallProgress, Pack, PackFile, PackState, PackStatus
from gptdesk.domain.problems import DiskTooSmall, PackDamaged, PackMissing, StorageReadOnly
from gptdesk.offline.delivery import Delivery, part_path
from gptdesk.offline.http import HttpFetch
from gptdesk.offline.meter import Meter
from gptdesk.offline.registry import RegistryClient
from gptdesk.offline.shelf import Shelf
from gptdesk.offline.sources import Fetch, Registry
from gptdesk.offline.verify import HashWrong, read_and_compare

_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


class DiskPackInstaller:
    """A `PackInstaller` with one folder for each pack below `packs_dir`.

    A file under its own name has been proven right. `.part` is one that grows, `.damaged` one
    that was found to be wrong; both are put right by installing again.
    """

    def __init__(
        self,
        packs_dir: Path,
        packs: Sequence[Pack],
        *,
        fetch: Fetch | None = None,
        registry: Registry | None = None,
        free: Callable[[Path], int] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._packs_dir = packs_dir
        self._packs = tuple(packs)
        self._fetch = fetch or HttpFetch()
        self._registry = registry or RegistryClient()
        self._free = free or _free_bytes
        self._clock = clock
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def packs(self) -> tuple[Pack, ...]:
        return self._packs

    async def status(self, pack_id: str) -> PackStatus:
        pack = self._pack(pack_id)
        present = 0
        missing = damaged = False
        for file in pack.files:
            final = self._path(pack, file)
            size = _size(final)
            if size == file.size:
                present += size
                continue
            missing = True
            damaged = damaged or size is not None or _size(_damaged_path(final)) is not None
            present += min(_size(part_path(final)) or 0, file.size)
        if not missing:
            return PackStatus(pack, PackState.READY, present)
        if damaged:
            return PackStatus(pack, PackState.DAMAGED, present)
        return PackStatus(pack, PackState.PARTIAL if present else PackState.ABSENT, present)

    async def install(self, pack_id: str) -> AsyncGenerator[InstallProgress, None]:
        """Fetch what is missing, resuming; what is there is read again and replaced if wrong."""
        pack = self._pack(pack_id)
        async with self._locks[pack_id]:
            with self._disk_problems(pack):
                async with aclosing(self._all_files(pack)) as steps:
                    async for step in steps:
                        yield step
        yield InstallProgress(pack_id, "verify", pack.size, pack.size)

    async def verify(self, pack_id: str) -> AsyncGenerator[InstallProgress, None]:
        """Read every file again; raises PackDamaged after moving bad files out of the way."""
        pack = self._pack(pack_id)
        async with self._locks[pack_id]:
            meter = Meter(pack_id, pack.size, self._clock)
            before = 0
            wrong: list[str] = []
            for file in pack.files:
                async with aclosing(self._checked(pack, file, before, meter, wrong)) as steps:
                    async for step in steps:
                        yield step
                before += file.size
            if wrong:
                raise PackDamaged("\n".join(wrong))

    async def remove(self, pack_id: str) -> None:
        """Delete the pack's folder with all that is in it, also what is only half there."""
        folder = self._packs_dir / self._pack(pack_id).id
        async with self._locks[pack_id]:
            try:
                with suppress(FileNotFoundError):
                    await asyncio.to_thread(shutil.rmtree, folder)
            except PermissionError as error:
                raise StorageReadOnly(str(folder), str(error)) from error

    async def _all_files(self, pack: Pack) -> AsyncGenerator[InstallProgress, None]:
        meter = Meter(pack.id, pack.size, self._clock)
        failed: set[str] = set()
        before = 0
        with Shelf(self._registry, pack, self._packs_dir / pack.id / "archives") as shelf:
            for file in pack.files:
                delivery = Delivery(
                    file, self._path(pack, file), before, meter, self._fetch, shelf, failed
                )
                async with aclosing(self._file(pack, file, before, meter, delivery)) as steps:
                    async for step in steps:
                        yield step
                before += file.size

    async def _file(
        self, pack: Pack, file: PackFile, before: int, meter: Meter, delivery: Delivery
    ) -> AsyncGenerator[InstallProgress, None]:
        final = self._path(pack, file)
        if _size(final) is not None:
            async with aclosing(self._checked(pack, file, before, meter, [])) as steps:
                async for step in steps:
                    yield step
            if _size(final) is not None:
                return
        _damaged_path(final).unlink(missing_ok=True)
        self._demand_room(pack)
        async with aclosing(delivery.run()) as steps:
            async for step in steps:
                yield step

    async def _checked(
        self, pack: Pack, file: PackFile, before: int, meter: Meter, wrong: list[str]
    ) -> AsyncGenerator[InstallProgress, None]:
        """Read one file; if it is wrong, say so in `wrong` and move it aside."""
        final = self._path(pack, file)
        if _size(final) is None:
            if _size(_damaged_path(final)) is None:
                raise PackMissing(f"{file.path} is not there")
            wrong.append(f"{file.path} was found to be wrong before")
            return
        try:
            async with aclosing(read_and_compare(final, file.sha256)) as blocks:
                async for done in blocks:
                    if step := meter.step("verify", before + min(done, file.size)):
                        yield step
        except HashWrong as error:
            os.replace(final, _damaged_path(final))
            wrong.append(str(error))

    def _demand_room(self, pack: Pack) -> None:
        """What is missing must fit, and beside it one archive from which it is copied."""
        needed = self._needed(pack)
        self._packs_dir.mkdir(parents=True, exist_ok=True)
        free = self._free(self._packs_dir)
        if free < needed:
            raise DiskTooSmall(needed, free)

    def _needed(self, pack: Pack) -> int:
        missing = largest = 0
        for file in pack.files:
            final = self._path(pack, file)
            if _size(final) == file.size:
                continue
            missing += max(0, file.size - (_size(part_path(final)) or 0))
            parts = (part.size for source in file.sources for part in source)
            largest = max(largest, *parts)
        return missing + largest

    @contextmanager
    def _disk_problems(self, pack: Pack) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno in _FULL:
                raise DiskTooSmall(
                    self._needed(pack), self._free(self._packs_dir), str(error)
                ) from error
            if error.errno in _READ_ONLY:
                raise StorageReadOnly(str(self._packs_dir), str(error)) from error
            raise

    def _pack(self, pack_id: str) -> Pack:
        for pack in self._packs:
            if pack.id == pack_id:
                return pack
        raise PackMissing(f"there is no pack {pack_id!r}")

    def _path(self, pack: Pack, file: PackFile) -> Path:
        return pack_file_path(self._packs_dir, pack, file)


def pack_file_path(packs_dir: Path, pack: Pack, file: PackFile) -> Path:
    """Where a file of a pack is when it is ready."""
    return packs_dir / pack.id / file.path


def _damaged_path(final: Path) -> Path:
    return final.with_name(final.name + ".damaged")


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free
