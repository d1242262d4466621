"""A service that makes pictures, the gallery it fills, and everything in between."""

from __future__ import annotations

import time
from contextlib import suppress

from gptdesk.app.dialects import KnownModels
from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.gallery import PictureQuery
from gptdesk.domain.images import (
    PRACTICE_ID,
    ImageOrder,
    JobSettled,
    PictureSettings,
    Reference,
    Way,
)
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients, Patience
from gptdesk.providers.images import OpenAIImages
from gptdesk.providers.parameters import RefusedParameters
from gptdesk.providers.tokenizer import Tokenizer
from gptdesk.runtime.image_fitting import QtPictureFitting
from gptdesk.services.billing import Accountant
from gptdesk.services.connections import ConnectionService
from gptdesk.services.gallery import Gallery
from gptdesk.services.image_money import ImageMoney
from gptdesk.services.images import ImageWork
from gptdesk.services.models import ModelService
from gptdesk.services.prices import PriceBook
from gptdesk.services.usage import UsageService
from gptdesk.storage.image_jobs import ImageJobs
from gptdesk.storage.media import Media
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.pictures import Pictures
from gptdesk.storage.prices import PricesFile
from gptdesk.storage.thumbnails import ThumbnailFiles
from gptdesk.storage.usage import UsageTable
from gptdesk.storage.user_files import FilesOutside
from gptdesk.ui.images.practice_studio import PracticeStudio
from server.picturing import png
from speech_studio import Connections, NoEngine, NoKeys, NoPacks

MODEL = "gpt-image-2"
SETTINGS = PictureSettings("mine", MODEL, "1024x1024", "low")


class PictureStudio:
    """All of it at work against the test service, with the catalogue that comes with the app."""

    def __init__(self, server, folder, service: str = "openai", patience=None) -> None:
        self.server = server
        self.paths = Paths.for_profile(folder)
        self.service = service
        self.patience = patience or Patience()
        self.waited: list[float] = []

    async def open(self) -> None:
        self.database = (await open_database(self.paths)).database
        self.clients = Clients(self.patience)
        self.mine = Connection(
            "mine", "Mine", ConnectionKind.CUSTOM, self.server.base_url, service=self.service
        )
        self.catalogue = load_catalogue()
        chat = OpenAIChat(self.clients)
        self.connections = ConnectionService(
            Connections(self.mine), NoKeys(), chat, NoEngine(), NoPacks(), catalogue=self.catalogue
        )
        self.models = ModelService(self.connections, chat, catalogue=self.catalogue)
        known = KnownModels()
        known.use(self.models)
        self.refused = RefusedParameters()
        self.media = Media(self.paths.media, self.database)
        self.store = Pictures(self.database, self.media)
        self.jobs = ImageJobs(self.database)
        self.usage = UsageTable(self.database)
        prices = PriceBook(self.catalogue, PricesFile(self.paths.prices, self.paths.damaged))
        accountant = Accountant(UsageService(self.usage), prices, Tokenizer(self.paths.data))
        self.fitting = QtPictureFitting()
        self.work = ImageWork(
            self.store, self.jobs, self.media, self.fitting, self.connections,
            OpenAIImages(self.clients, self.refused, known.dialect),
            PracticeStudio(lambda: 7), self.catalogue,
            money=ImageMoney(prices, accountant, self.store), facts=self.models.facts,
            learned=self.refused.of, sleep=self._sleep,
        )  # fmt: skip
        self.gallery = Gallery(
            self.store, self.media, self.fitting, ThumbnailFiles(self.paths.thumbnails),
            FilesOutside(),
        )  # fmt: skip

    async def close(self) -> None:
        await self.clients.aclose()
        self.database.close()

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)

    def order(self, prompt: str = "一只猫", way: Way = Way.MAKE, **settings) -> ImageOrder:
        from dataclasses import replace

        return ImageOrder(way, prompt, replace(SETTINGS, **settings))

    def practice(self, prompt: str = "雪山", way: Way = Way.MAKE, **settings) -> ImageOrder:
        return self.order(
            prompt, way, **{"connection_id": PRACTICE_ID, "model": PRACTICE_ID, **settings}
        )

    async def upload(self, wide: int, high: int, colour=(10, 20, 30, 255)) -> Reference:
        data = png(wide, high, colour)
        record = await self.gallery.add_upload(PreparedPicture(data, "image/png", wide, high))
        return Reference(record.file, record.id)

    async def file(self, wide: int, high: int, colour=(0, 0, 0, 0)):
        return await self.work.keep(
            PreparedPicture(png(wide, high, colour), "image/png", wide, high)
        )

    async def made(self, order: ImageOrder):
        """All events of a job, and how it ended."""
        events = [event async for event in self.work.submit(order)]
        assert isinstance(events[-1], JobSettled)
        return events, events[-1].job

    async def wall(self, **query):
        ids = [one.id for one in await self.gallery.headers(PictureQuery(**query))]
        return await self.gallery.records(ids)

    async def paid(self):
        return await self.usage.records(0.0, time.time() + 10)


async def in_pictures(server, folder, work, **how):
    """Opens a studio, lets `work` use it, and closes it whatever happens."""
    studio = PictureStudio(server, folder, **how)
    await studio.open()
    try:
        return await work(studio)
    finally:
        with suppress(Exception):
            await studio.work.stop_all()
        await studio.close()
