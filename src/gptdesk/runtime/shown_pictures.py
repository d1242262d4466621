"""Pictures as they are looked at: any kind of file that a service may send, as an image."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from gptdesk.runtime.pictures import whole

if TYPE_CHECKING:
    from xml.etree import ElementTree

SVG = "image/svg+xml"
LONGEST_EDGE = 2048
MOST_SVG_BYTES = 8_000_000
HARMLESS_DATA = ("data:image/png", "data:image/jpeg", "data:image/webp", "data:image/gif")
FORBIDDEN = frozenset({"script", "foreignObject", "iframe", "audio", "video", "set",
                       "animate", "animateMotion", "animateTransform"})  # fmt: skip
PICTURES = frozenset({"image", "feImage"})
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(", re.IGNORECASE)


async def shown(data: bytes, media_type: str) -> QImage:
    """The picture, of a moving one the first frame; a null image where it cannot be shown."""
    if media_type == SVG or is_svg(data):
        import asyncio

        return await asyncio.to_thread(draw_svg, data)
    return await whole(data)


def is_svg(data: bytes) -> bool:
    """By its beginning, whatever its name says."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in start)


def draw_svg(data: bytes, edge: int = LONGEST_EDGE) -> QImage:
    """Drawn once as a still picture: no scripts, no animation, nothing from outside."""
    from PySide6.QtSvg import QSvgRenderer

    clean = harmless_svg(data)
    if not clean:
        return QImage()
    renderer = QSvgRenderer(QByteArray(clean))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return QImage()
    size = size.scaled(QSize(edge, edge), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    renderer.render(painter)
    painter.end()
    return image


def harmless_svg(data: bytes) -> bytes:
    """The drawing without what could run or reach outside; empty if it is none."""
    if len(data) > MOST_SVG_BYTES or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return b""
    from xml.etree import ElementTree  # only drawings need it

    try:
        root = ElementTree.fromstring(data)  # noqa: S314  # without DTD and entities, see above
    except ElementTree.ParseError:
        return b""
    if _name(root.tag) != "svg":
        return b""
    _clean(root)
    clean: bytes = ElementTree.tostring(root, encoding="utf-8")
    return clean


def _clean(element: ElementTree.Element) -> None:
    for child in list(element):
        if not isinstance(child.tag, str) or _name(child.tag) in FORBIDDEN:
            element.remove(child)
            continue
        _clean(child)
        if _name(child.tag) in PICTURES and not any(_name(key) == "href" for key in child.attrib):
            element.remove(child)
    for attribute, value in list(element.attrib.items()):
        if not _is_harmless(_name(attribute), value):
            del element.attrib[attribute]
    if element.text and _name(str(element.tag)) == "style" and _OUTSIDE.search(element.text):
        element.text = ""


def _is_harmless(name: str, value: str) -> bool:
    if name.lower().startswith("on"):
        return False
    if name in ("href", "src"):
        return value.startswith("#") or value.startswith(HARMLESS_DATA)
    return _OUTSIDE.search(value) is None


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]
