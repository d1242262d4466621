"""Puts the services of the Images tab together: making pictures, and keeping them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from gptdesk.app.dialects import KnownModels
from gptdesk.domain.catalogue import Catalogue
from gptdesk.domain.problems import Problem
from gptdesk.providers.client import Clients
from gptdesk.providers.images import OpenAIImages
from gptdesk.providers.parameters import RefusedParameters
from gptdesk.runtime.image_fitting import QtPictureFitting
from gptdesk.services.billing import Accountant
from gptdesk.services.connections import ConnectionService
from gptdesk.services.gallery import Gallery
from gptdesk.services.image_money import ImageMoney
from gptdesk.services.images import ImageWork
from gptdesk.services.models import ModelService
from gptdesk.services.prices import PriceBook
from gptdesk.storage.database import Database
from gptdesk.storage.image_jobs import ImageJobs
from gptdesk.storage.media import Media
from gptdesk.storage.paths import Paths
from gptdesk.storage.pictures import Pictures
from gptdesk.storage.thumbnails import ThumbnailFiles
from gptdesk.storage.user_files import FilesOutside
from gptdesk.ui.images.practice_studio import PracticeStudio


@dataclass(frozen=True, slots=True)
class Around:
    """What was built before and is shared with the other tabs."""

    paths: Paths
    database: Database
    media: Media
    clients: Clients
    refused: RefusedParameters
    known: KnownModels
    connections: ConnectionService
    models: ModelService
    catalogue: Catalogue
    prices: PriceBook
    accountant: Accountant


async def picture_services(
    around: Around, practice: Callable[[], PracticeStudio] = PracticeStudio
) -> tuple[ImageWork, Gallery]:
    """What the end of the app left half done is put right first."""
    store = Pictures(around.database, around.media)
    with suppress(Problem):
        await store.mend()
    fitting = QtPictureFitting()
    work = ImageWork(
        store,
        ImageJobs(around.database),
        around.media,
        fitting,
        around.connections,
        OpenAIImages(around.clients, around.refused, around.known.dialect),
        practice(),
        around.catalogue,
        money=ImageMoney(around.prices, around.accountant, store),
        facts=around.models.facts,
        learned=around.refused.of,
    )
    thumbnails = ThumbnailFiles(around.paths.thumbnails)
    return work, Gallery(store, around.media, fitting, thumbnails, FilesOutside())
