"""Compiles the translations and puts the resources into the wheel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """Runs for a wheel and for an editable install, which reads `resources/` where it stands."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        compile_translations(root)
        if version == "standard":
            build_data["force_include"][str(root / "resources")] = "gptdesk/resources"


def compile_translations(root: Path) -> None:
    """Turn each `.ts` that changed into the `.qm` that Qt loads."""
    import PySide6

    tool = Path(PySide6.__file__).parent / "lrelease"
    for source in sorted((root / "resources" / "i18n").glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        subprocess.run([tool, "-silent", source, "-qm", compiled], check=True)


if __name__ == "__main__":
    sys.exit(compile_translations(Path(__file__).resolve().parent.parent))
