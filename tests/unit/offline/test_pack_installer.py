"""Installing packs from a server with faults: nothing wrong gets in, nothing right gets lost."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import threading
import zipfile
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from gptdesk.domain.packs import InstallProgress, Pack, PackSource, PackState
from gptdesk.domain.problems import DiskTooSmall, DownloadFailed, PackDamaged, PackMissing
from gptdesk.offline.http import HttpFetch, Limits
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.sources import SourceFailed

DATA = hashlib.sha256(b"a model").digest() * 40_000
"""1.28 MB: a few chunks, and no two places alike enough to be mixed up unseen."""
PART = 500_000


class Wheels:
    """A registry that has the parts of DATA, and counts what is taken from it."""

    def __init__(self, *, broken: tuple[str, ...] = (), lacks: tuple[str, ...] = ()) -> None:
        self.asked: list[str] = []
        self.broken = broken
        self.lacks = lacks

    async def download(self, part: PackSource, folder: Path) -> AsyncGenerator[int, None]:
        self.asked.append(part.name)
        if part.name in self.lacks:
            raise SourceFailed("no such package")
        number = int(part.name.removeprefix("part")) - 1
        data = DATA[number * PART : (number + 1) * PART]
        if part.name in self.broken:
            data = data[:-1]
        with zipfile.ZipFile(folder / f"{part.name}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(part.member, data)
        yield len(data)


class Shop:
    """A pack, its installer, and what it said while it worked."""

    def __init__(self, folder: Path, pack: Pack, clock: Any, **options: Any) -> None:
        self.folder = folder
        self.pack = pack
        fetch = HttpFetch(Limits(silence=0.2), lambda: {})
        options.setdefault("registry", Wheels())
        self.installer = DiskPackInstaller(folder, [pack], fetch=fetch, clock=clock, **options)
        self.steps: list[InstallProgress] = []
        self.final = folder / pack.id / pack.files[0].path
        self.part = self.final.with_name(self.final.name + ".part")

    async def _collect(self, steps: AsyncGenerator[InstallProgress, None]) -> None:
        async with aclosing(steps):
            async for step in steps:
                self.steps.append(step)

    def install(self) -> None:
        asyncio.run(self._collect(self.installer.install(self.pack.id)))

    def verify(self) -> None:
        asyncio.run(self._collect(self.installer.verify(self.pack.id)))

    def remove(self) -> None:
        asyncio.run(self.installer.remove(self.pack.id))

    def state(self) -> PackState:
        return asyncio.run(self.installer.status(self.pack.id)).state

    def present(self) -> int:
        return asyncio.run(self.installer.status(self.pack.id)).bytes_present

    def has_it(self) -> bool:
        return self.final.read_bytes() == DATA and self.state() is PackState.READY


@pytest.fixture
def shop(tmp_path: Path, make: Any, clock: Any) -> Callable[..., Shop]:
    def open_shop(*sources: tuple[PackSource, ...], **options: Any) -> Shop:
        pack = make.pack(make.file(DATA, *sources))
        return Shop(tmp_path / "packs", pack, clock, **options)

    return open_shop


@pytest.fixture
def parts(make: Any) -> tuple[PackSource, ...]:
    sizes = (PART, PART, len(DATA) - 2 * PART)
    return tuple(make.part(number, size) for number, size in enumerate(sizes, 1))


def test_a_pack_arrives_and_is_ready(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    assert it.state() is PackState.ABSENT
    it.install()
    assert it.has_it()
    assert [path.name for path in it.final.parent.iterdir()] == [it.final.name]


def test_progress_grows_to_the_whole_and_names_the_host(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    it.install()
    done = [step.done for step in it.steps if step.phase == "download"]
    assert done == sorted(done)
    assert done[0] == 0
    assert done[-1] == len(DATA)
    assert {step.source for step in it.steps if step.phase == "download"} == {"127.0.0.1"}
    assert it.steps[-1] == InstallProgress("tiny", "verify", len(DATA), len(DATA))
    assert any(step.speed for step in it.steps)


def test_a_line_that_breaks_is_taken_up_where_it_broke(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA, cuts=[400_000, 300_000])))
    it.install()
    assert it.has_it()
    assert web.requests == [("/m", ""), ("/m", "bytes=400000-"), ("/m", "bytes=700000-")]


def test_what_arrived_before_is_not_fetched_again(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    it.part.parent.mkdir(parents=True)
    it.part.write_bytes(DATA[:900_000])
    assert (it.state(), it.present()) == (PackState.PARTIAL, 900_000)
    it.install()
    assert it.has_it()
    assert web.requests == [("/m", "bytes=900000-")]


def test_a_file_that_only_waited_for_its_check_needs_no_server(
    make: Any, shop: Any, web: Any
) -> None:
    it = shop(make.url(web.serve("/m", status=500)))
    it.part.parent.mkdir(parents=True)
    it.part.write_bytes(DATA)
    it.install()
    assert it.has_it()
    assert web.requests == []


def test_a_server_that_begins_again_does_not_spoil_the_file(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA, knows_ranges=False)))
    it.part.parent.mkdir(parents=True)
    it.part.write_bytes(DATA[:900_000])
    it.install()
    assert it.has_it()


def test_no_storm_on_a_line_that_always_breaks(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA, cuts=[1000] * 50)))
    with pytest.raises(DownloadFailed):
        it.install()
    assert len(web.requests) == 6
    assert it.present() == 6000


def test_a_server_that_sends_nothing_is_asked_once(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA, cuts=[0, 0, 0])))
    with pytest.raises(DownloadFailed, match="ended after 0 of"):
        it.install()
    assert len(web.requests) == 1


def test_the_next_source_goes_on_where_the_first_failed(web: Any, make: Any, shop: Any) -> None:
    first = make.url(web.serve("/first", DATA, stalls_after=500_000))
    it = shop(first, make.url(web.serve("/second", DATA)))
    web.files["/first"].knows_ranges = False
    it.install()
    assert it.has_it()
    assert web.requests[-1] == ("/second", "bytes=500000-")


def test_a_file_of_another_size_is_not_even_begun(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", b"<html>pay here</html>")))
    with pytest.raises(DownloadFailed, match="offers 21 bytes"):
        it.install()
    assert it.present() == 0


def test_a_wrong_file_is_thrown_away_and_the_next_source_asked(
    web: Any, make: Any, shop: Any
) -> None:
    wrong = make.url(web.serve("/wrong", bytes(len(DATA))))
    it = shop(wrong, make.url(web.serve("/right", DATA)))
    it.install()
    assert it.has_it()
    assert web.requests == [("/wrong", ""), ("/right", "")]


def test_a_source_is_not_blamed_for_what_another_began(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    it.part.parent.mkdir(parents=True)
    it.part.write_bytes(bytes(1000))
    it.install()
    assert it.has_it()
    assert web.requests == [("/m", "bytes=1000-"), ("/m", "")]


def test_when_all_fail_each_is_named_with_its_reason(
    web: Any, make: Any, shop: Any, parts: Any
) -> None:
    sources = (
        make.url("http://models.invalid/m"),
        make.url(web.serve("/m", status=503)),
        parts,
    )
    it = shop(*sources, registry=Wheels(lacks=("part1",)))
    with pytest.raises(DownloadFailed) as caught:
        it.install()
    lines = caught.value.detail.splitlines()
    assert [line.split(":")[0] for line in lines] == ["models.invalid", "127.0.0.1", "part1 1.0"]
    assert "503" in lines[1]
    assert "no such package" in lines[2]


def test_parts_of_packages_are_joined_in_their_order(shop: Any, parts: Any) -> None:
    it = shop(parts)
    it.install()
    assert it.has_it()
    assert it.installer._registry.asked == ["part1", "part2", "part3"]
    assert not (it.final.parent / "fetch").exists()
    done = [step.done for step in it.steps if step.phase in ("download", "join")]
    assert done == sorted(done)


def test_parts_go_on_with_the_one_that_is_missing(shop: Any, parts: Any) -> None:
    it = shop(parts, registry=Wheels(lacks=("part3",)))
    with pytest.raises(DownloadFailed):
        it.install()
    assert it.present() == 2 * PART
    it.installer._registry.lacks = ()
    it.install()
    assert it.has_it()
    assert it.installer._registry.asked == ["part1", "part2", "part3", "part3"]


def test_parts_complete_what_an_address_began(web: Any, make: Any, shop: Any, parts: Any) -> None:
    broken = make.url(web.serve("/m", DATA, cuts=[700_000, 0]))
    it = shop(broken, parts)
    it.install()
    assert it.has_it()
    assert it.installer._registry.asked == ["part2", "part3"]


def test_what_a_killed_app_left_of_an_archive_is_cleared_away(
    web: Any, make: Any, shop: Any
) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    (it.final.parent / "fetch").mkdir(parents=True)
    (it.final.parent / "fetch" / "half.whl").write_bytes(b"half")
    it.install()
    assert [path.name for path in it.final.parent.iterdir()] == [it.final.name]


def test_a_part_that_is_too_short_leaves_no_trace(shop: Any, parts: Any) -> None:
    it = shop(parts, registry=Wheels(broken=("part2",)))
    with pytest.raises(DownloadFailed, match="the member has not 500000 bytes"):
        it.install()
    assert it.present() == PART


def test_an_archive_without_the_member_is_a_failed_source(shop: Any, make: Any) -> None:
    strange = PackSource("pypi", "part1", "1.0", "part1/data.bin", len(DATA))

    class Empty(Wheels):
        async def download(self, part: PackSource, folder: Path) -> AsyncGenerator[int, None]:
            with zipfile.ZipFile(folder / "part1-1.0-py3-none-any.whl", "w") as wheel:
                wheel.writestr("other", b"")
            yield 0

    it = shop((strange,), registry=Empty())
    with pytest.raises(DownloadFailed, match="not as expected"):
        it.install()


def test_too_little_room_is_said_before_anything_is_fetched(
    web: Any, make: Any, shop: Any, parts: Any
) -> None:
    it = shop(make.url(web.serve("/m", DATA)), parts, free=lambda folder: 1_000_000)
    with pytest.raises(DiskTooSmall) as caught:
        it.install()
    assert (caught.value.needed, caught.value.free) == (len(DATA) + PART, 1_000_000)
    assert web.requests == []


def test_what_arrived_counts_for_the_room(make: Any, web: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA)), free=lambda folder: len(DATA) - 1000)
    it.part.parent.mkdir(parents=True)
    it.part.write_bytes(DATA[:1000])
    it.install()
    assert it.has_it()


def test_a_disk_that_fills_meanwhile_keeps_what_fits(
    web: Any, make: Any, shop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    it = shop(make.url(web.serve("/m", DATA)), free=lambda folder: 10_000_000)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskTooSmall):
        it.install()
    monkeypatch.undo()
    it.install()
    assert it.has_it()


def test_stopping_in_the_middle_keeps_what_arrived_and_leaves_no_thread(
    web: Any, make: Any, shop: Any
) -> None:
    it = shop(make.url(web.serve("/m", DATA, stalls_after=600_000)))
    it.installer._fetch = HttpFetch(proxies=lambda: {})

    async def stop_when_it_stalls() -> None:
        arrived = asyncio.Event()

        async def work() -> None:
            async with aclosing(it.installer.install("tiny")) as steps:
                async for step in steps:
                    if step.done == 600_000:
                        arrived.set()

        task = asyncio.create_task(work())
        await arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(stop_when_it_stalls())
    assert it.present() == 600_000
    names = [thread.name for thread in threading.enumerate()]
    assert not [name for name in names if name.startswith("gptdesk")]
    web.files["/m"].stalls_after = None
    it.install()
    assert it.has_it()
    assert web.requests[-1] == ("/m", "bytes=600000-")


def test_two_installations_of_one_pack_do_not_get_in_each_others_way(
    web: Any, make: Any, shop: Any
) -> None:
    it = shop(make.url(web.serve("/m", DATA)))

    async def both() -> None:
        await asyncio.gather(
            it._collect(it.installer.install("tiny")), it._collect(it.installer.install("tiny"))
        )

    asyncio.run(both())
    assert it.has_it()
    assert len(web.requests) == 1


def test_a_check_finds_a_changed_file_and_installing_repairs_it(
    web: Any, make: Any, shop: Any
) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    it.install()
    it.verify()
    it.final.write_bytes(bytes(1) + DATA[1:])
    with pytest.raises(PackDamaged, match=r"model\.gguf"):
        it.verify()
    assert it.state() is PackState.DAMAGED
    it.install()
    assert it.has_it()
    assert [path.name for path in it.final.parent.iterdir()] == [it.final.name]


def test_installing_over_a_wrong_file_of_the_right_size_replaces_it(
    web: Any, make: Any, shop: Any
) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    it.final.parent.mkdir(parents=True)
    it.final.write_bytes(bytes(len(DATA)))
    it.install()
    assert it.has_it()


def test_a_shortened_file_is_damaged(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    it.install()
    it.final.write_bytes(DATA[:-1])
    assert it.state() is PackState.DAMAGED
    it.install()
    assert it.has_it()


def test_installing_what_is_there_asks_nobody(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    it.install()
    web.requests.clear()
    it.install()
    assert web.requests == []


def test_checking_what_is_not_there_says_so(make: Any, web: Any, shop: Any) -> None:
    with pytest.raises(PackMissing):
        shop(make.url(web.serve("/m", DATA))).verify()


def test_removing_takes_half_a_pack_as_well(web: Any, make: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    it.install()
    it.part.write_bytes(b"x")
    it.remove()
    assert it.state() is PackState.ABSENT
    assert not it.final.parent.exists()
    it.remove()
    assert it.state() is PackState.ABSENT


def test_a_pack_nobody_knows_is_missing(make: Any, web: Any, shop: Any) -> None:
    it = shop(make.url(web.serve("/m", DATA)))
    with pytest.raises(PackMissing):
        asyncio.run(it.installer.status("other"))


def test_a_pack_of_several_files_is_ready_when_the_last_one_is(
    tmp_path: Path, web: Any, make: Any, clock: Any
) -> None:
    first = make.file(DATA, make.url(web.serve("/a", DATA)), path="a.bin")
    second = make.file(DATA[::-1], make.url(web.serve("/b", status=404)), path="voices/b.bin")
    it = Shop(tmp_path / "packs", make.pack(first, second), clock)
    with pytest.raises(DownloadFailed):
        it.install()
    assert (it.state(), it.present()) == (PackState.PARTIAL, len(DATA))
    web.serve("/b", DATA[::-1])
    it.install()
    assert it.state() is PackState.READY
    done = [step.done for step in it.steps[-6:]]
    assert done[-1] == 2 * len(DATA)
    assert web.requests.count(("/a", "")) == 1
