"""Installs a pack from the terminal, before there is a window."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path
from typing import TextIO

from gptdesk.domain.packs import InstallProgress, Pack, PackState
from gptdesk.domain.problems import (
    DiskTooSmall,
    DownloadFailed,
    PackDamaged,
    Problem,
    StorageReadOnly,
)
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.manifest import load_packs

STARTER = "starter"
BAR = 24
MILLION = 1_000_000


def install_pack(pack_id_or_alias: str, packs_dir: Path, out: TextIO) -> int:
    """Fetch packs unless they are there; several are named with commas between them.

    0 when all can be used, 1 when one cannot, 130 when stopped.
    """
    packs = load_packs()
    names = pack_id_or_alias.split(",")
    wanted = [pack for name in names for pack in find_packs(packs, name)]
    for name in names:
        if not find_packs(packs, name):
            known = ", ".join([STARTER, *(p.id for p in packs)])
            print(f"There is no pack “{name}”. Known are: {known}.", file=out)
            return 1
    try:
        return max(_install_one(pack, packs, packs_dir, out) for pack in wanted)
    except KeyboardInterrupt:
        print("Stopped. What arrived is kept; the next start goes on from there.", file=out)
        return 130


def find_packs(packs: Sequence[Pack], name: str) -> tuple[Pack, ...]:
    """The pack with this id; `starter` is one for each task."""
    return tuple(p for p in packs if p.id == name or (name == STARTER and p.is_starter))


def _install_one(pack: Pack, packs: Sequence[Pack], packs_dir: Path, out: TextIO) -> int:
    screen = Screen(pack, out)
    try:
        return asyncio.run(_install(pack, DiskPackInstaller(packs_dir, packs), screen))
    except KeyboardInterrupt:
        screen.end_line()
        raise


async def _install(pack: Pack, installer: DiskPackInstaller, screen: Screen) -> int:
    if (await installer.status(pack.id)).state is PackState.READY:
        screen.say(f"The offline pack {pack.model} is already there.")
        return 0
    screen.say(f"Fetching the offline pack {pack.model} ({_millions(pack.size)} MB).")
    try:
        async with aclosing(installer.install(pack.id)) as steps:
            async for step in steps:
                screen.show(step)
    except Problem as problem:
        screen.say(_sentence(problem))
        return 1
    screen.say(f"The offline pack {pack.model} is ready.")
    return 0


class Screen:
    """One line that is drawn again and again; in a log file, a line for every tenth."""

    def __init__(self, pack: Pack, out: TextIO) -> None:
        self._pack = pack
        self._out = out
        self._is_terminal = out.isatty()
        self._tenth = 0
        self._phase = ""
        self._is_checking = False
        self._width = 0

    def show(self, step: InstallProgress) -> None:
        percent = 100 * step.done // max(1, step.total)
        if self._is_terminal:
            self._draw(step, percent)
        elif step.phase == "verify":
            if not self._is_checking:
                self.say("Checking the files.")
            self._is_checking = True
        elif not self._phase:
            self._tenth = percent // 10
        elif percent // 10 > self._tenth:
            self._tenth = percent // 10
            self.say(f"{percent} % of {_millions(step.total)} MB{_from(step)}")
        self._phase = step.phase

    def end_line(self) -> None:
        if self._width:
            print(file=self._out)
            self._width = 0

    def say(self, sentence: str) -> None:
        self.end_line()
        print(sentence, file=self._out, flush=True)

    def _draw(self, step: InstallProgress, percent: int) -> None:
        full = BAR * percent // 100
        speed = f", {step.speed / MILLION:.1f} MB/s" if step.speed else ""
        what = "checking" if step.phase == "verify" else f"{_millions(step.done)} MB"
        line = f"[{'#' * full}{'.' * (BAR - full)}] {percent:3} %  {what}{speed}{_from(step)}"
        print(f"\r{line.ljust(self._width)}", end="", file=self._out, flush=True)
        self._width = max(self._width, len(line))


def _from(step: InstallProgress) -> str:
    return f" from {step.source}" if step.source else ""


def _millions(size: int) -> int:
    return round(size / MILLION)


def _sentence(problem: Problem) -> str:
    match problem:
        case DownloadFailed():
            tried = "\n".join(f"  {line}" for line in problem.detail.splitlines())
            return (
                "The offline pack could not be fetched; what arrived is kept.\n"
                f"These sources were tried:\n{tried}\n"
                "Check the internet connection, then start again."
            )
        case DiskTooSmall():
            return (
                f"The disk has too little room: {_millions(problem.needed)} MB are needed, "
                f"{_millions(problem.free)} MB are free."
            )
        case StorageReadOnly():
            return f"The folder {problem.path} cannot be written."
        case PackDamaged():
            return f"The files that arrived are not the right ones.\n{problem.detail}"
        case _:
            return f"The offline pack could not be installed ({problem.code}). {problem.detail}"
