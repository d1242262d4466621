"""The pictures in what is pasted or dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

Incoming = list[Path | QImage]


def has_pictures(source: QMimeData) -> bool:
    """Whether it is to be attached and not to be written into the text.

    A word processor puts a picture of the text beside the text: then the text is meant. A browser
    puts the address of a picture beside it: then it is not.
    """
    if _files(source):
        return True
    text = source.text().strip()
    addresses = {url.toString() for url in source.urls()}
    return source.hasImage() and (not text or text in addresses)


def pictures_in(source: QMimeData) -> Incoming:
    """Files as they are; what is no picture among them is said later, by its name."""
    if files := _files(source):
        return list(files)
    image = source.imageData() if source.hasImage() else None
    return [image] if isinstance(image, QImage) and not image.isNull() else []


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
