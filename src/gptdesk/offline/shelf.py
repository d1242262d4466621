"""Keeps an archive that several files of a pack come out of, so that it is fetched once."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

from gptdesk.domain.packs import Pack, PackSource
from gptdesk.offline.sources import Registry

Package = tuple[str, str, str]


class Shelf:
    """A `Registry` before another one, for one installation. Use `with`: its end clears it.

    `folder` holds the archives that are still needed; whatever is left there by an app that was
    killed is thrown away.
    """

    def __init__(self, registry: Registry, pack: Pack, folder: Path) -> None:
        self._registry = registry
        self._folder = folder
        self._files_left = Counter(
            package
            for file in pack.files
            for package in {_package(part) for source in file.sources for part in source}
        )

    def __enter__(self) -> Shelf:
        shutil.rmtree(self._folder, ignore_errors=True)
        return self

    def __exit__(self, *_error: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    async def download(self, part: PackSource, folder: Path) -> AsyncGenerator[int, None]:
        package = _package(part)
        self._files_left[package] -= 1
        kept = self._folder / "-".join(package).replace("/", "-")
        if kept.is_dir():
            for archive in kept.iterdir():
                _link(archive, folder / archive.name)
                yield archive.stat().st_size
            return
        async with aclosing(self._registry.download(part, folder)) as counts:
            async for count in counts:
                yield count
        if self._files_left[package] > 0:
            kept.mkdir(parents=True)
            for archive in folder.iterdir():
                if archive.suffix in (".whl", ".tgz"):
                    _link(archive, kept / archive.name)


def _package(part: PackSource) -> Package:
    return part.kind, part.name, part.version


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copyfile(source, target)
