"""Makes the request out of an order: every file as the model wants it."""

from __future__ import annotations

from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.image_faults import faults
from gptdesk.domain.image_options import FileRules, ImageOptions
from gptdesk.domain.image_ports import ImageRequest, PictureFitting, Upload
from gptdesk.domain.image_requests import goes_as, parameters_of, prompt_of
from gptdesk.domain.images import ImageOrder, Way
from gptdesk.domain.ports import MediaStore
from gptdesk.domain.problems import OrderUnfit

ENDINGS = {"image/jpeg": "jpg", "image/webp": "webp", "image/png": "png"}


class Preparing:
    """Reads what the order names and makes it fit."""

    def __init__(self, media: MediaStore, fitting: PictureFitting) -> None:
        self._media = media
        self._fitting = fitting

    async def request(self, order: ImageOrder, options: ImageOptions) -> ImageRequest:
        """Raises OrderUnfit, AttachmentMissing, MaskUnusable or a PictureProblem."""
        if found := faults(order, options):
            raise OrderUnfit(found[0].value)
        asked = ImageRequest(
            goes_as(order, options),
            order.settings.model,
            prompt_of(order, options),
            parameters_of(order, options),
        )
        if order.way is Way.MAKE:
            return asked
        return await self._with_files(asked, order, options.files)

    async def _with_files(
        self, asked: ImageRequest, order: ImageOrder, rules: FileRules
    ) -> ImageRequest:
        prepared = [
            await self._fitting.fitted(
                await self._media.read(one.file), rules, one.file.name or one.file.id[:8]
            )
            for one in order.references
        ]
        first = prepared[0]
        above = {}
        for name, file in (("mask", order.mask), ("markup", order.markup)):
            if file is not None:
                data = await self._media.read(file)
                fitted = await self._fitting.fitted_mask(data, first.width, first.height, rules)
                above[name] = _upload(name, fitted)
        many = len(prepared) > 1
        images = tuple(
            _upload(f"image-{number}" if many else "image", one)
            for number, one in enumerate(prepared, start=1)
        )
        return ImageRequest(
            asked.way,
            asked.model,
            asked.prompt,
            asked.parameters,
            images,
            above.get("mask"),
            above.get("markup"),
        )


def _upload(name: str, picture: PreparedPicture) -> Upload:
    """With the ending of its type: services judge files by their names."""
    ending = ENDINGS.get(picture.media_type, "png")
    return Upload(f"{name}.{ending}", picture.data, picture.media_type)
