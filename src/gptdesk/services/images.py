"""Making pictures: orders in a queue, each kept, watched, stopped, and paid for once."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import date

from gptdesk.domain.attachments import Attachment, PreparedPicture
from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import Estimate
from gptdesk.domain.image_options import ImageOptions
from gptdesk.domain.images import ImageEvent, ImageJob, ImageOrder, Way


class ImageWork:
    """What the Images tab asks for. Everything async runs in the core thread."""

    # Who can make pictures

    async def connections(self) -> tuple[Connection, ...]:
        """Those that can make pictures, last of all the practice drawings of the app itself."""
        raise NotImplementedError

    async def models(self, connection: Connection) -> tuple[str, ...]:
        """The models of a connection that make pictures, the recommended ones first."""
        raise NotImplementedError

    def known_models(self, connection: Connection, today: date) -> tuple[str, ...]:
        """What the catalogue says that its service offers, without asking it."""
        raise NotImplementedError

    def facts(self, connection: Connection, model: str) -> ModelFacts:
        raise NotImplementedError

    # What can be chosen

    def options(self, connection: Connection, order: ImageOrder) -> ImageOptions:
        """All options now, with the order's model, way, settings and mask. Quick, any thread."""
        raise NotImplementedError

    def settled(self, connection: Connection, order: ImageOrder) -> ImageOrder:
        """The order with every value that cannot be had put back to the usual one."""
        raise NotImplementedError

    async def estimate(self, connection: Connection, order: ImageOrder) -> Estimate:
        """What all its pictures will cost together."""
        raise NotImplementedError

    # Making

    async def keep(self, picture: PreparedPicture) -> Attachment:
        """Store a reference, a mask or marks; raises DiskFull or StorageReadOnly."""
        raise NotImplementedError

    def submit(self, order: ImageOrder) -> AsyncGenerator[ImageEvent, None]:
        """Keep the order, wait for its turn, make its pictures. One Operation for each job.

        Ends with JobSettled whatever happens; a failure is in it and is not raised. Cancelling the
        Operation stops the job like `stop`, only that nobody is told any more.
        """
        raise NotImplementedError

    async def stop(self, job_id: str) -> None:
        """End a job that waits or runs; what came of it is kept. Its last event follows."""
        raise NotImplementedError

    async def stop_all(self) -> None:
        raise NotImplementedError

    def again(self, order: ImageOrder) -> ImageOrder:
        """The same order as a new job."""
        raise NotImplementedError

    async def open_jobs(self) -> tuple[ImageJob, ...]:
        """Jobs that failed or were cut off, also before the last start, and were not dismissed."""
        raise NotImplementedError

    async def dismiss(self, job_id: str) -> None:
        raise NotImplementedError

    # The page

    async def draft(self, way: Way) -> ImageOrder | None:
        """What was being written when it was last kept; None if never."""
        raise NotImplementedError

    async def save_draft(self, order: ImageOrder) -> None:
        raise NotImplementedError
