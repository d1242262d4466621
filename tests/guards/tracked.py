"""The files that are, or will be, in the repository."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def tracked_files() -> tuple[Path, ...]:
    """Relative paths; a new file counts before it is added, an ignored one never does."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listing.returncode:  # an unpacked archive without git
        return tuple(_all_but_made())
    names = {name for name in listing.stdout.decode().split("\0") if name}
    return tuple(sorted(Path(name) for name in names if (ROOT / name).is_file()))


def _all_but_made() -> list[Path]:
    made = {".venv", ".cache", ".git", ".hypothesis", "build", "dist", "__pycache__"}
    found = (path.relative_to(ROOT) for path in sorted(ROOT.rglob("*")) if path.is_file())
    return [path for path in found if not made & set(path.parts) and path.suffix != ".qm"]


def text_of(path: Path) -> str:
    """Empty for a file that is not text."""
    try:
        return (ROOT / path).read_text("utf-8")
    except UnicodeDecodeError:
        return ""
