"""Makes practice pictures as a service would: on the way first, then whole, nothing to pay."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from random import SystemRandom

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.image_ports import (
    ImageArrival,
    ImageRequest,
    PartialArrived,
    PictureArrived,
)
from gptdesk.domain.image_sizes import pair_of
from gptdesk.domain.images import Way
from gptdesk.domain.problems import PictureBroken
from gptdesk.ui.images.practice import Wish, draw, redraw, unfinished, vary

translate = QCoreApplication.translate

DETAIL = {"low": 1, "medium": 2, "high": 3}
USUAL = (1024, 1024)
LARGEST_EDGE = 2048


class PracticeStudio:
    """An ImageProvider that draws. `seed` gives a number for each picture."""

    def __init__(self, seed: Callable[[], int] | None = None) -> None:
        self._seed = seed or (lambda: SystemRandom().randrange(1 << 31))

    async def pictures(
        self, endpoint: Endpoint, request: ImageRequest
    ) -> AsyncGenerator[ImageArrival, None]:
        """The same events in the same order as from a service."""
        import asyncio

        count = _whole(request.parameters.get("n"), 1)
        partials = _whole(request.parameters.get("partial_images"), 0)
        badge = translate("PracticePicture", "drawn by gptdesk")
        for _ in range(count):
            seed = self._seed()
            image = await asyncio.to_thread(_drawn, request, seed, badge)
            for number in range(partials):
                hazy = unfinished(image, number / max(1, partials))
                yield PartialArrived(number, await asyncio.to_thread(_file, hazy, "png", 60))
            kind = str(request.parameters.get("output_format") or "png")
            quality = _whole(request.parameters.get("output_compression"), 100)
            yield PictureArrived(await asyncio.to_thread(_file, image, kind, quality))


def _drawn(request: ImageRequest, seed: int, badge: str) -> QImage:
    bases = [_image(one.data) for one in request.images]
    wish = _wish(request, seed, badge, bases)
    if request.way is Way.MAKE:
        return draw(wish)
    if request.way is Way.VARY:
        return vary(bases[0], wish)
    mask = _image(request.mask.data) if request.mask is not None else None
    return redraw(bases[0], wish, mask)


def _wish(request: ImageRequest, seed: int, badge: str, bases: list[QImage]) -> Wish:
    asked = request.parameters
    size = pair_of(str(asked.get("size", "")))
    if size is None and bases:
        scale = min(1.0, LARGEST_EDGE / max(bases[0].width(), bases[0].height()))
        size = round(bases[0].width() * scale), round(bases[0].height() * scale)
    wide, high = size or USUAL
    detail = DETAIL.get(str(asked.get("quality", "")), 2)
    return Wish(
        request.prompt, seed, max(1, wide), max(1, high), detail,
        asked.get("background") == "transparent", badge,
    )  # fmt: skip


def _image(data: bytes) -> QImage:
    image = QImage.fromData(QByteArray(data))
    if image.isNull():
        raise PictureBroken
    return image


def _file(image: QImage, kind: str, quality: int) -> bytes:
    if kind == "jpeg":
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    else:
        image = image.convertToFormat(QImage.Format.Format_ARGB32)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    if kind != "png":
        writer.setQuality(max(1, quality))
    writer.write(image)
    return bytes(buffer.data().data())


def _whole(value: object, usual: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else usual
