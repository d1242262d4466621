"""Icons and illustrations, coloured when they are loaded and kept for the next time."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

STROKE = 'stroke-width="2"'
ILLUSTRATION_COLORS = {
    "#675F66": "text-quiet",
    "#EFDDEA": "accent-soft-strong",
    "#7D3670": "accent-text",
}
"""The colours in the illustration files (those of the light theme) and what they stand for."""
ILLUSTRATION_SIZE = (160, 128)

_Key = tuple[str, str, int, int, float]


class IconShelf:
    """Draws each picture once for each colour, size and pixel density."""

    def __init__(self, folder: Path, color: Callable[[str], QColor]) -> None:
        self._folder = folder
        self._color = color
        self._pixmaps: dict[_Key, QPixmap] = {}

    def clear(self) -> None:
        self._pixmaps.clear()

    def icon(self, name: str, role: str, size: int, dpr: float) -> QPixmap:
        color = self._color(role).name()
        key = (name, color, size, size, dpr)
        if key not in self._pixmaps:
            stroke = 2.0 if size <= 16 else 1.75
            svg = self._read("icons", name).replace("currentColor", color)
            svg = svg.replace(STROKE, f'stroke-width="{stroke}"')
            self._pixmaps[key] = _draw(svg, size, size, dpr)
        return self._pixmaps[key]

    def illustration(self, name: str, percent: int, dpr: float) -> QPixmap:
        width, height = (round(side * percent / 100) for side in ILLUSTRATION_SIZE)
        key = (f"illustration/{name}", self._color("text-quiet").name(), width, height, dpr)
        if key not in self._pixmaps:
            svg = re.sub(
                "|".join(ILLUSTRATION_COLORS), self._current, self._read("illustrations", name)
            )
            self._pixmaps[key] = _draw(svg, width, height, dpr)
        return self._pixmaps[key]

    def _read(self, kind: str, name: str) -> str:
        return (self._folder / kind / f"{name}.svg").read_text("utf-8")

    def _current(self, match: re.Match[str]) -> str:
        return self._color(ILLUSTRATION_COLORS[match.group()]).name()


def _draw(svg: str, width: int, height: int, dpr: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(round(width * dpr), round(height * dpr))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap
