"""Runs mypy --strict; only the files named in types_ratchet.txt may still have errors.

A file that has none left must come off the list, so that the list only ever gets shorter.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_suffix(".txt")
ERROR = re.compile(r"^(?P<file>[^:]+):\d+: error: ")


def main() -> int:
    command = [sys.executable, "-m", "mypy", "--no-error-summary"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.stderr:
        sys.stderr.write(run.stderr)
        return run.returncode or 1
    lenient = listed()
    lines = [line for line in run.stdout.splitlines() if ERROR.match(line)]
    faulty = {Path(line.partition(":")[0]).as_posix() for line in lines}
    wrong = [line for line in lines if Path(line.partition(":")[0]).as_posix() not in lenient]
    wrong += [f"{name}: has no errors left, take it off {LIST.name}" for name in lenient - faulty]
    for line in sorted(wrong):
        print(line)
    return 1 if wrong else 0


def listed() -> set[str]:
    """The files that may have errors; only the interface may have such files."""
    lines = (line.partition("#")[0].strip() for line in LIST.read_text("utf-8").splitlines())
    names = {line for line in lines if line}
    for name in names:
        if not name.startswith("src/gptdesk/ui/"):
            raise SystemExit(f"{LIST.name}: only files of the interface may be listed, not {name}")
    return names


if __name__ == "__main__":
    sys.exit(main())
