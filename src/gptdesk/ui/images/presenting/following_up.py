"""After a job that failed: what is said of it, and its order on the page again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.images import ImageJob, JobState, PictureRecord

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.images import ImageWork
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.choosing import ModelChooser
    from gptdesk.ui.images.presenting.making import Maker
    from gptdesk.ui.images.presenting.order_desk import OrderDesk
    from gptdesk.ui.images.presenting.telling import Teller


class FollowUp(QObject):
    """Prompt, pictures and mask of a failed job are never lost.

    Signals:
        generate_requested: what stands on the page is to be made.
    """

    generate_requested = Signal()

    def __init__(
        self,
        page: ImagesPage,
        work: ImageWork,
        desk: OrderDesk,
        models: ModelChooser,
        maker: Maker,
        teller: Teller,
        calls: Calls,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._work = work
        self._desk = desk
        self._models = models
        self._maker = maker
        self._teller = teller
        self._calls = calls
        page.strip.closed.connect(self._on_closed)
        teller.retry_requested.connect(self._on_retry)
        teller.reword_requested.connect(self._on_reword)
        teller.successor_requested.connect(self._on_successor)

    def tell(self, job: ImageJob) -> None:
        """Why it failed; a model that is gone names its successor."""
        if job.state is JobState.STOPPED:
            self._teller.say_cut(job)
            return
        connection = self._models.connection
        successor = ""
        if connection is not None and job.order.settings.model:
            successor = self._work.facts(connection, job.order.settings.model).successor
        self._teller.say_job(job, successor, unsaved=self._work.unsaved(job.id))

    def _on_retry(self, job: ImageJob) -> None:
        """What was made and paid for, but not taken by the disk, is only saved once more."""
        if self._work.unsaved(job.id):
            self._calls.run(
                self._work.save_unsaved(job.id),
                partial(self._on_saved, job),
                self._teller.say_problem,
            )
            return
        self._put(job)
        self.generate_requested.emit()

    def _on_saved(self, job: ImageJob, pictures: tuple[PictureRecord, ...]) -> None:
        self._maker.dismiss(job.id)
        for picture in pictures:
            self._maker.arrived.emit(picture)

    def _on_reword(self, job: ImageJob) -> None:
        self._put(job)
        self._page.show_panel(True)
        editor = self._page.panel.asking.editor
        editor.setFocus()
        editor.selectAll()

    def _on_successor(self, model: str) -> None:
        self._models.take(self._models.current[0], model)

    def _put(self, job: ImageJob) -> None:
        """The order of the job stands on the page again, with the model of now."""
        if self._maker.job(job.id) is not None:
            self._maker.dismiss(job.id)
        connection_id, model = self._models.current
        now = replace(job.order.settings, connection_id=connection_id, model=model)
        self._desk.put(replace(job.order, settings=now))

    def _on_closed(self, job_id: str) -> None:
        live = self._maker.job(job_id)
        if live is not None and live.is_running:
            self._maker.stop(job_id)
        elif live is not None:
            if self._teller.told_job == job_id:
                self._teller.dismiss()
            self._maker.dismiss(job_id)
