"""Installing a pack of many small files: archives are fetched once, dead sources asked last."""

from __future__ import annotations

import asyncio
import zipfile
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

from gptdesk.domain.packs import PackSource, PackState
from gptdesk.offline.installer import DiskPackInstaller

FILES = {f"voices/{name}.bin": name.encode() * 400 for name in ("ann", "bob", "cara")}


class OneArchive:
    """A `Registry` that has everything in one wheel and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    async def download(self, part: PackSource, folder: Path) -> AsyncGenerator[int, None]:
        self.asked += 1
        with zipfile.ZipFile(folder / "voices-1.0-py3-none-any.whl", "w") as wheel:
            for path, data in FILES.items():
                wheel.writestr(path, data)
        yield 1


def install(installer: DiskPackInstaller, pack_id: str) -> None:
    async def run() -> None:
        async for _ in installer.install(pack_id):
            pass

    asyncio.run(run())


def pack_of_voices(make: Any, *before: Any) -> Any:
    files = [
        make.file(data, *before, (PackSource("npm", "voices", "1.0", path, len(data)),), path=path)
        for path, data in FILES.items()
    ]
    return make.pack(*files)


def test_files_out_of_one_archive_fetch_it_once(make: Any, tmp_path: Path) -> None:
    registry = OneArchive()
    pack = pack_of_voices(make)
    installer = DiskPackInstaller(tmp_path, [pack], registry=registry)
    install(installer, pack.id)
    assert asyncio.run(installer.status(pack.id)).state is PackState.READY
    assert registry.asked == 1
    for path, data in FILES.items():
        assert (tmp_path / pack.id / path).read_bytes() == data
    assert sorted(p.name for p in (tmp_path / pack.id).iterdir()) == ["voices"]


def test_what_a_killed_installation_left_is_not_trusted(make: Any, tmp_path: Path) -> None:
    pack = pack_of_voices(make)
    left = tmp_path / pack.id / "archives" / "npm-voices-1.0"
    left.mkdir(parents=True)
    (left / "voices-1.0.whl").write_bytes(b"half an archive")
    registry = OneArchive()
    install(DiskPackInstaller(tmp_path, [pack], registry=registry), pack.id)
    assert registry.asked == 1
    assert not left.exists()


def test_a_source_that_gave_nothing_is_asked_only_for_the_first_file(
    make: Any, web: Any, tmp_path: Path
) -> None:
    address = web.serve("/voice", status=503)
    pack = pack_of_voices(make, make.url(address))
    install(DiskPackInstaller(tmp_path, [pack], registry=OneArchive()), pack.id)
    assert len(web.requests) == 1
