"""Holds the coverage of each file of the core: 100 %, or what coverage_ratchet.txt still allows.

coverage_ratchet.py           fail for a file below its mark, and name those that rose above it
coverage_ratchet.py --raise   write the marks anew; they never go down
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_suffix(".txt")
HELD = tuple(f"src/gptdesk/{part}/" for part in ("domain", "services", "storage"))


def measured() -> dict[str, int]:
    """Whole percents, rounded down, of what the last `make coverage` reached."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", report]
        subprocess.run(command, cwd=ROOT, check=True)
        files = json.loads(report.read_text("utf-8"))["files"]
    percent = {
        name.replace("\\", "/"): it["summary"]["percent_covered"] for name, it in files.items()
    }
    return {name: int(value) for name, value in percent.items() if name.startswith(HELD)}


def marks() -> dict[str, int]:
    lines = (line.partition("#")[0].split() for line in LIST.read_text("utf-8").splitlines())
    return {words[0]: int(words[1]) for words in lines if words}


def main(arguments: list[str]) -> int:
    now, least = measured(), marks()
    if arguments == ["--raise"]:
        head = [line for line in LIST.read_text("utf-8").splitlines() if line.startswith("#")]
        kept = {name: max(now[name], least.get(name, 0)) for name in sorted(now) if now[name] < 100}
        lines = [*head, *(f"{name} {mark}" for name, mark in kept.items())]
        LIST.write_text("\n".join(lines) + "\n", "utf-8")
        return 0
    low = [name for name in now if now[name] < least.get(name, 100)]
    for name in low:
        print(f"{name}: {now[name]} %, was {least.get(name, 100)} %")
    for name in least.keys() & now.keys():
        if now[name] > least[name]:
            print(f"{name}: risen to {now[name]} %, coverage_ratchet.py --raise keeps it there")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
