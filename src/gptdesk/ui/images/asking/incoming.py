"""The pictures in what is pasted or dropped onto the Images tab."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

Incoming = list[Path | QImage]
PICTURE_ID = "application/x-gptdesk-picture"
"""A picture of the gallery that is dragged inside the app; the data is its id."""


def has_pictures(source: QMimeData) -> bool:
    """A word processor puts a picture of the text beside the text: then the text is meant."""
    if source.hasFormat(PICTURE_ID) or _files(source):
        return True
    text = source.text().strip()
    addresses = {url.toString() for url in source.urls()}
    return source.hasImage() and (not text or text in addresses)


def gallery_id(source: QMimeData) -> str:
    """Which picture of the gallery it is; empty for one from outside."""
    return bytes(source.data(PICTURE_ID).data()).decode("ascii", "ignore")


def pictures_in(source: QMimeData) -> Incoming:
    """Files as they are; what is no picture among them is said later, by its name."""
    if files := _files(source):
        return list(files)
    image = source.imageData() if source.hasImage() else None
    return [image] if isinstance(image, QImage) and not image.isNull() else []


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
