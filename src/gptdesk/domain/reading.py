"""What reading a text out of a file needs from the outside world."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class TextReader(Protocol):
    """Takes the text out of a file. Blocks: call it in a thread. Raises a Problem."""

    def __call__(self, path: Path) -> str: ...
