"""File names that nobody has yet."""

from __future__ import annotations

from pathlib import Path


def free_path(folder: Path, name: str, suffix: str) -> Path:
    """The name, or with the first number behind it that makes it a new one."""
    path = folder / f"{name}.{suffix}"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}.{suffix}"
    return path
