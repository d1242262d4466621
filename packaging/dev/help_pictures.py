"""Makes the pictures of the app that lessons show out of what `make tour` has drawn.

.venv/bin/python packaging/dev/help_pictures.py .cache/tour
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
WIDTH = 960
QUALITY = 78


def wanted() -> list[str]:
    """The names in `app:…` of all pages."""
    pages = HELP.glob("*/*/*.md")
    return sorted({n for p in pages for n in re.findall(r"\(app:([\w-]+)\)", p.read_text("utf-8"))})


def main() -> int:
    tour, missing = Path(sys.argv[1]), []
    folder = HELP / "pictures"
    folder.mkdir(exist_ok=True)
    for name in wanted():
        for theme in ("light", "dark"):
            for language in ("en", "zh"):
                picture = QImage(str(tour / f"{name}-{theme}-{language}.png"))
                if picture.isNull():
                    missing.append(f"{name}-{theme}-{language}")
                    continue
                smooth = Qt.TransformationMode.SmoothTransformation
                target = folder / f"{name}-{language}-{theme}.webp"
                picture.scaledToWidth(WIDTH, smooth).save(str(target), "webp", QUALITY)
    print(f"not drawn by the tour: {', '.join(missing)}" if missing else "The pictures are made.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
