"""Reads how much memory this computer has and which graphics card; no special rights needed."""

from __future__ import annotations

import ctypes
import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from gptdesk.domain.computer import Computer, Graphics

GIGABYTE = 1 << 30
PATIENCE = 8.0
"""Seconds: a driver that hangs must not hold anything up."""
NVIDIA = ("nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader,nounits")
APPLE = ("system_profiler", "SPDisplaysDataType", "-json")
WINDOWS = (
    "powershell", "-NoProfile", "-NonInteractive", "-Command",
    "(Get-CimInstance Win32_VideoController).Name",
)  # fmt: skip

Ask = Callable[[Sequence[str]], str]
"""What a program prints; empty if it is not there, fails or takes too long."""


def this_computer(
    ask: Ask | None = None, system: str = sys.platform, files: Path = Path("/proc")
) -> Computer:
    """Takes up to some seconds: to be called beside the loop. What cannot be read is not known."""
    asking = ask or printed
    memory = _memory(asking, system, files)
    cards = _nvidia(asking)
    if not cards:
        cards = _others(asking, system, files)
    return Computer(memory, cards)


def printed(command: Sequence[str]) -> str:
    """What a program prints; empty if it is not there, fails or takes too long."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            creationflags=flags,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _memory(ask: Ask, system: str, files: Path) -> float | None:
    if system == "win32":
        found = _windows_memory()
    elif system == "darwin":
        found = _number(ask(("sysctl", "-n", "hw.memsize")).strip())
    else:
        found = _linux_memory(files)
    return round(found / GIGABYTE, 1) if found else None


def _linux_memory(files: Path) -> int | None:
    try:
        told = (files / "meminfo").read_text("utf-8", "replace")
    except OSError:
        return None
    match = re.search(r"^MemTotal:\s*(\d+) kB", told, re.MULTILINE)
    return int(match.group(1)) * 1024 if match else None


class _Status(ctypes.Structure):
    """MEMORYSTATUSEX of Windows."""

    _fields_ = [
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        ("total", ctypes.c_uint64),
        *((f"other_{number}", ctypes.c_uint64) for number in range(6)),
    ]


def _windows_memory() -> int | None:
    windows = getattr(ctypes, "windll", None)
    if windows is None:
        return None
    status = _Status()
    status.length = ctypes.sizeof(_Status)
    return (
        int(status.total) if windows.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)) else None
    )


def _nvidia(ask: Ask) -> tuple[Graphics, ...]:
    """What the driver of NVIDIA tells, on every system."""
    cards = []
    for line in ask(NVIDIA).splitlines():
        name, _comma, memory = line.rpartition(",")
        if name.strip():
            megabytes = _number(memory.strip())
            cards.append(Graphics(name.strip(), round(megabytes / 1024, 1) if megabytes else None))
    return tuple(cards)


def _others(ask: Ask, system: str, files: Path) -> tuple[Graphics, ...]:
    if system == "darwin":
        return _apple(ask(APPLE))
    if system == "win32":
        return tuple(Graphics(name.strip()) for name in ask(WINDOWS).splitlines() if name.strip())
    return _linux(files)


def _apple(told: str) -> tuple[Graphics, ...]:
    try:
        entries = json.loads(told)["SPDisplaysDataType"]
        names = [str(entry.get("sppci_model") or entry["_name"]) for entry in entries]
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()
    return tuple(Graphics(name, None, is_shared=name.startswith("Apple")) for name in names)


def _linux(files: Path) -> tuple[Graphics, ...]:
    """NVIDIA's kernel module tells the name also where its program is missing."""
    cards = []
    for told in sorted((files / "driver" / "nvidia" / "gpus").glob("*/information")):
        try:
            match = re.search(r"^Model:\s*(.+?)\s*$", told.read_text("utf-8"), re.MULTILINE)
        except (OSError, ValueError):
            continue
        if match:
            cards.append(Graphics(match.group(1)))
    return tuple(cards)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
