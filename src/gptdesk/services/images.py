"""Making pictures: orders in a queue, each kept, watched, stopped, and paid for once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from datetime import date
from uuid import uuid4

from gptdesk.domain.attachments import Attachment, PreparedPicture
from gptdesk.domain.catalogue import Catalogue, ModelFacts
from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import FREE, Estimate
from gptdesk.domain.image_choices import Situation, options_for, settled
from gptdesk.domain.image_costs import picture_usage
from gptdesk.domain.image_options import ImageOptions
from gptdesk.domain.image_ports import (
    ImageJobStore,
    ImageProvider,
    ImagesPaid,
    PictureFitting,
    PictureStore,
)
from gptdesk.domain.image_practice import PRACTICE, PRACTICE_ENDPOINT, PRACTICE_FACTS
from gptdesk.domain.images import (
    PRACTICE_ID,
    ImageEvent,
    ImageJob,
    ImageOrder,
    JobState,
    PictureRecord,
    Way,
)
from gptdesk.domain.ports import MediaStore
from gptdesk.domain.tasks import Task
from gptdesk.services.connections import ConnectionService
from gptdesk.services.image_making import Commission, Making, Sitting, Studio
from gptdesk.services.image_money import ImageMoney
from gptdesk.services.image_preparing import Preparing
from gptdesk.services.image_turns import Turns


def _nothing_learned(_connection: str, _model: str) -> frozenset[str]:
    return frozenset()


class ImageWork:
    """What the Images tab asks for. Everything async runs in the core thread.

    `facts` tells what is known of a model at a connection, `learned` which parameters a service
    refused before, `practice` draws where there is no service.
    """

    def __init__(
        self,
        store: PictureStore,
        jobs: ImageJobStore,
        media: MediaStore,
        fitting: PictureFitting,
        connections: ConnectionService,
        provider: ImageProvider,
        practice: ImageProvider,
        catalogue: Catalogue,
        *,
        money: ImageMoney | None = None,
        facts: Callable[[Connection, str], ModelFacts] | None = None,
        learned: Callable[[str, str], frozenset[str]] = _nothing_learned,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._jobs = jobs
        self._media = media
        self._preparing = Preparing(media, fitting)
        self._connections = connections
        self._provider = provider
        self._practice = practice
        self._catalogue = catalogue
        self._money = money
        self._facts = facts
        self._learned = learned
        self._store = store
        self._studio = Studio(store, jobs, fitting, Turns(), now, sleep)
        self._live: dict[str, Making] = {}
        self._unsaved: dict[str, Making] = {}

    # Who can make pictures

    async def connections(self) -> tuple[Connection, ...]:
        """Those that can make pictures, last of all the practice drawings of the app itself."""
        found = await self._connections.all(Task.IMAGES)
        return (*(one for one in found if self.can_make(one)), PRACTICE)

    def can_make(self, connection: Connection) -> bool:
        """False where its service is known and makes no pictures; that need not be asked."""
        service = self._catalogue.service_of(connection)
        return service is None or Task.IMAGES in service.tasks

    async def models(self, connection: Connection) -> tuple[str, ...]:
        """The models of a connection that make pictures, the recommended ones first."""
        if connection.id == PRACTICE_ID:
            return (PRACTICE_ID,)
        listed = await self._connections.models(connection, task=Task.IMAGES)
        return self._drawing(connection, listed)

    def known_models(self, connection: Connection, today: date) -> tuple[str, ...]:
        """What the catalogue says that its service offers, without asking it."""
        if connection.id == PRACTICE_ID:
            return (PRACTICE_ID,)
        service = self._catalogue.service_of(connection)
        known = self._catalogue.models(service.id) if service is not None else ()
        names = [one.name for one in known if not one.is_retired(today)]
        return self._drawing(connection, [*names, *(service.models if service else ())])

    def _drawing(
        self, connection: Connection, names: tuple[str, ...] | list[str]
    ) -> tuple[str, ...]:
        kept = [one for one in names if self.facts(connection, one).task is Task.IMAGES]
        kept.sort(key=lambda name: not self.facts(connection, name).is_recommended)
        return tuple(dict.fromkeys(kept))

    def facts(self, connection: Connection, model: str) -> ModelFacts:
        if connection.id == PRACTICE_ID:
            return PRACTICE_FACTS
        if self._facts is not None:
            return self._facts(connection, model)
        service = self._catalogue.service_of(connection)
        return self._catalogue.facts(model, service.id if service is not None else "")

    # What can be chosen

    def options(self, connection: Connection, order: ImageOrder) -> ImageOptions:
        """All options now, with the order's model, way, settings and mask. Quick, any thread."""
        model = order.settings.model
        service = self._catalogue.service_of(connection)
        quirks = service.quirks if service is not None else {}
        learned = _in_our_names(self._learned(connection.id, model), quirks)
        return options_for(Situation(self.facts(connection, model), order, quirks, learned))

    def settled(self, connection: Connection, order: ImageOrder) -> ImageOrder:
        """The order with every value that cannot be had put back to the usual one.

        A mask, a reference or words are never taken away: `faults` says what is wrong with them.
        """
        for _ in range(2):  # a file type that falls away frees what it forbade
            options = self.options(connection, order)
            order = replace(order, settings=settled(order.settings, options))
        return order

    async def estimate(self, connection: Connection, order: ImageOrder) -> Estimate:
        """What all its pictures will cost together."""
        if connection.id == PRACTICE_ID:
            return FREE
        if self._money is None or not order.settings.model:
            return Estimate()
        return await self._money.estimate(
            connection, order, self.facts(connection, order.settings.model)
        )

    # Making

    async def keep(self, picture: PreparedPicture) -> Attachment:
        """Store a reference, a mask or marks; raises DiskFull or StorageReadOnly."""
        attachment = picture.attachment()
        await self._media.write(picture.data, attachment)
        return attachment

    async def submit(self, order: ImageOrder) -> AsyncGenerator[ImageEvent, None]:
        """Keep the order, wait for its turn, make its pictures. One Operation for each job.

        Ends with JobSettled whatever happens; a failure is in it and is not raised. Cancelling the
        Operation stops the job like `stop`, only that nobody is told any more.
        """
        order = order if order.id else self.again(order)
        making = Making(self._studio, self._commission(order))
        self._live[order.id] = making
        try:
            async with aclosing(making.events()) as events:
                async for event in events:
                    yield event
        finally:
            del self._live[order.id]
            if making.unsaved.pictures:
                self._unsaved[order.id] = making

    async def stop(self, job_id: str) -> None:
        """End a job that waits or runs; what came of it is kept. Its last event follows."""
        if job_id in self._live:
            self._live[job_id].stop()

    async def stop_all(self) -> None:
        for making in tuple(self._live.values()):
            making.stop()

    def again(self, order: ImageOrder) -> ImageOrder:
        """The same order as a new job."""
        return replace(order, id=uuid4().hex)

    async def open_jobs(self) -> tuple[ImageJob, ...]:
        """Jobs that failed or were cut off, also before the last start, and were not dismissed."""
        return tuple(one for one in await self._jobs.open_jobs() if one.id not in self._live)

    async def dismiss(self, job_id: str) -> None:
        await self._jobs.dismiss(job_id)
        self._unsaved.pop(job_id, None)

    async def purge(self) -> None:
        """Forget orders that are over and of which nothing is left, so that their files can go."""
        await self._jobs.purge()

    def unsaved(self, job_id: str) -> int:
        """How many pictures of a job the disk did not take; they are held until the app ends."""
        making = self._unsaved.get(job_id)
        return len(making.unsaved.pictures) if making is not None else 0

    async def save_unsaved(self, job_id: str) -> tuple[PictureRecord, ...]:
        """Try once more to keep what the disk did not take; raises what it says this time."""
        saved: list[PictureRecord] = []
        making = self._unsaved.get(job_id)
        while making is not None and making.unsaved.pictures:
            record, data = making.unsaved.pictures[0]
            await self._store.add(record, data)
            del making.unsaved.pictures[0]
            saved.append(record)
        self._unsaved.pop(job_id, None)
        await self._jobs.set_state(job_id, JobState.DONE)
        return tuple(saved)

    # The page

    async def draft(self, way: Way) -> ImageOrder | None:
        """What was being written when it was last kept; None if never."""
        return await self._jobs.draft(way)

    async def save_draft(self, order: ImageOrder) -> None:
        await self._jobs.save_draft(order)

    # How it is done

    def _commission(self, order: ImageOrder) -> Commission:
        return Commission(order, self._asked, self._paid)

    @asynccontextmanager
    async def _asked(self, order: ImageOrder) -> AsyncIterator[Sitting]:
        """The pictures as they come; what cannot be had any more is left to the model."""
        connection = await self._connection(order)
        order = self.settled(connection, order)
        request = await self._preparing.request(order, self.options(connection, order))
        if connection.id == PRACTICE_ID:
            drawn = self._practice.pictures(PRACTICE_ENDPOINT, request)
            yield Sitting(drawn, order, is_free=True)
            return
        async with self._connections.endpoint(
            connection, order.settings.model, Task.IMAGES
        ) as endpoint:
            arriving = self._provider.pictures(endpoint, request)
            yield Sitting(
                arriving, order, self._service_of(connection), self._is_free(connection, order)
            )

    async def _paid(self, order: ImageOrder, paid: ImagesPaid | None, count: int) -> float | None:
        connection = await self._connection(order)
        if self._money is None:
            return None
        model = order.settings.model
        usage = picture_usage(order.settings, self.facts(connection, model), count)
        if paid is not None:
            usage = replace(paid.usage, pictures=count, picture_kind=usage.picture_kind)
        amount = await self._money.note(connection, model, usage, is_estimate=paid is None)
        for other, beside in paid.beside if paid is not None else ():
            more = await self._money.note(connection, other, beside)
            amount = None if amount is None or more is None else amount + more
        return amount

    def _service_of(self, connection: Connection) -> str:
        return self._money.service_of(connection) if self._money is not None else ""

    def _is_free(self, connection: Connection, order: ImageOrder) -> bool:
        model = order.settings.model
        return self._money is not None and self._money.is_free(connection, model)

    async def _connection(self, order: ImageOrder) -> Connection:
        if order.settings.is_practice:
            return PRACTICE
        return await self._connections.get(order.settings.connection_id, Task.IMAGES)


def _in_our_names(learned: frozenset[str], quirks: Mapping[str, object]) -> frozenset[str]:
    """Refused parameters are remembered by the service's names for them."""
    named = quirks.get("image_fields")
    own = {str(theirs): str(ours) for ours, theirs in named.items()} if isinstance(
        named, Mapping
    ) else {}  # fmt: skip
    return frozenset(own.get(name, name) for name in learned)
