"""Connects the Images page with the services; the parts are in `presenting`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.images import ImageJob, JobState
from gptdesk.domain.settings import Settings
from gptdesk.runtime.calls import Calls
from gptdesk.ui.images.commands import image_commands
from gptdesk.ui.images.filling import ImagesFilling
from gptdesk.ui.images.presenting.acting import Actor
from gptdesk.ui.images.presenting.choosing import ModelChooser
from gptdesk.ui.images.presenting.comparing import Comparer
from gptdesk.ui.images.presenting.following_up import FollowUp
from gptdesk.ui.images.presenting.gallery_door import GalleryDoor
from gptdesk.ui.images.presenting.improving import Improver
from gptdesk.ui.images.presenting.keeping import DraftKeeper
from gptdesk.ui.images.presenting.limiting import ImagesLimit
from gptdesk.ui.images.presenting.making import Maker
from gptdesk.ui.images.presenting.offering import Offer
from gptdesk.ui.images.presenting.order_desk import OrderDesk
from gptdesk.ui.images.presenting.painting import Painter
from gptdesk.ui.images.presenting.practising import Practising
from gptdesk.ui.images.presenting.pricing import ImagePrices
from gptdesk.ui.images.presenting.referring import Referrer
from gptdesk.ui.images.presenting.saving import Saver
from gptdesk.ui.images.presenting.settling import Settler
from gptdesk.ui.images.presenting.showing import Shower
from gptdesk.ui.images.presenting.starting import Starter
from gptdesk.ui.images.presenting.telling import Teller
from gptdesk.ui.images.presenting.viewing import Viewing
from gptdesk.ui.images.presenting.views import Views

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.gallery import Gallery
    from gptdesk.services.images import ImageWork
    from gptdesk.services.prompting import PromptHelp
    from gptdesk.services.usage import UsageService
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.shell.command import Command

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ImageServices:
    """What the tab works with. Without `prompts` nobody words descriptions better."""

    work: ImageWork
    gallery: Gallery
    usage: UsageService | None = None
    prompts: PromptHelp | None = None


class ImagesPresenter(QObject):
    """Decides what the page shows.

    Signals:
        settings_requested: section ("connections", "costs") and connection id or "".
        connection_wanted: the person has a key and wants to give it.
        faq_requested: id of an FAQ entry.
        chat_requested: a QImage that is to go along with the next chat message.
        settings_chosen: the Settings with a choice that was made here.
        settled: a job is over; something new is worth a backup.
    """

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    chat_requested = Signal(object)
    settings_chosen = Signal(object)
    settled = Signal()

    def __init__(
        self,
        page: ImagesPage,
        core: CoreThread,
        services: ImageServices,
        parent: QObject | None = None,
        *,
        settings: Callable[[], Settings] = Settings,
    ) -> None:
        super().__init__(parent)
        work, gallery = services.work, services.gallery
        self._page = page
        self._work = work
        self._settings = settings
        self._is_showing = False
        self._calls = calls = Calls(core, self)
        self._desk = OrderDesk(self)
        self._models = ModelChooser(page.panel.model, calls, work, self, settings=settings)
        self._maker = Maker(calls, work, self)
        self._shower = Shower(page, calls, gallery, self._maker, settings, self)
        self._saver = Saver(page, calls, gallery, settings, self)
        self._referrer = Referrer(page, calls, work, gallery, self._desk, self)
        self.filling = ImagesFilling(self._desk, self._referrer.take)
        self._painter = Painter(page, calls, work, gallery, self._desk, self)
        self._comparer = Comparer(page, calls, gallery, self)
        self._viewing = Viewing(page, self._shower, self)
        self._actor = Actor(page, calls, gallery, self._shower, self._saver, self._referrer,
                            self._painter, self._desk, settings, self)  # fmt: skip
        self._keeper = DraftKeeper(calls, work, self._desk, self)
        self._prices = ImagePrices(calls, work, settings, self)
        self._teller = Teller(page, self)
        self._practice = Practising(page, self._models, self._teller, self)
        self._limit = ImagesLimit(page, calls, services.usage, settings, self)
        self._improver = Improver(
            page, calls, services.prompts, settings, self, self._limit.pass_on
        )
        self._settler = Settler(page, work, self._desk, self._models, self)
        self._offer = Offer(page, work, self._models, self._painter)
        self._views = Views(page, self._shower, self._comparer, self._painter, self)
        self._door = GalleryDoor(page, core, calls, gallery, self._views, self._shower, self._actor,
                                 self._referrer, self._painter, settings, self)  # fmt: skip
        self._starter = Starter(page, self._desk, self)
        self._follow = FollowUp(
            page, work, self._desk, self._models, self._maker, self._teller, calls, self
        )
        self._connect_parts()
        self._connect_page()
        self._show_page()

    # For the app

    def start(self) -> None:
        self._keeper.start()
        self._models.load()
        self._shower.load()
        self._improver.look()
        self._calls.run(self._work.open_jobs(), self._maker.show_open)

    def connections_changed(self) -> None:
        """Perhaps a backup was restored, too: then there are other pictures."""
        self._models.load()
        self._shower.load()
        self._improver.look()

    def settings_changed(self) -> None:
        """Another currency, limit or usual connection."""
        self._models.settings_changed()
        self._shower.show()
        self._show_page()

    def language_changed(self) -> None:
        self._models.show()
        self._shower.show()
        self._show_page()

    def shutdown(self) -> None:
        """Stop timers and operations; afterwards let the core run `save_rest` last."""
        for part in (self._keeper, self._prices, self._improver, self._painter, self._viewing,
                     self._maker, self._saver, self._door):  # fmt: skip
            part.shutdown()
        self._calls.shutdown()
        self._page.shutdown()

    async def save_rest(self) -> None:
        """Keep what was written in the last moment."""
        await self._keeper.save_rest()

    def commands(self, typed: str) -> list[Command]:
        """What the palette can do here."""
        return image_commands(self, self._page, self._actor.actions(), self._prices.words()[0])

    # For the other tabs, through the shell

    def place_gallery(self, gallery: QWidget) -> None:
        """Give the gallery its view."""
        self._views.place_gallery(gallery)

    # Wiring

    def _connect_parts(self) -> None:
        self._calls.failed.connect(self._teller.say_problem)
        self._desk.changed.connect(self._show_page)
        self._settler.settled.connect(self._show_page)
        self._referrer.size_wanted.connect(self._settler.take_size)
        self._models.loaded.connect(self._show_page)
        self._keeper.restored.connect(self._on_restored)
        self._prices.changed.connect(self._show_price)
        self._maker.changed.connect(self._on_job)
        self._maker.settled.connect(self._on_settled)
        self._maker.told.connect(self._teller.say_event)
        self._shower.picked.connect(self._on_picked)
        for part in (self._shower, self._saver, self._referrer, self._painter, self._comparer,
                     self._improver):  # fmt: skip
            part.failed.connect(self._teller.say_problem)
        self._saver.saved.connect(self._teller.say_saved)
        self._actor.chat_requested.connect(self.chat_requested)
        self._actor.full_requested.connect(self._viewing.open)
        self._actor.notes_chosen.connect(self._on_notes)
        self._limit.limit_requested.connect(lambda: self.settings_requested.emit("costs", ""))
        self._teller.model_requested.connect(self._page.panel.model.open)
        self._follow.generate_requested.connect(self.generate)
        self._practice.connection_wanted.connect(self.connection_wanted)
        self._teller.settings_requested.connect(self._on_settings_requested)

    def _connect_page(self) -> None:
        page, panel = self._page, self._page.panel
        panel.way_chosen.connect(self._desk.go)
        panel.asking.editor.edited.connect(self._on_edited)
        panel.asking.editor.submitted.connect(self.generate)
        panel.model.setup_requested.connect(self.connection_wanted)
        panel.references.opened.connect(self._on_reference_opened)
        page.foot.generate_requested.connect(self.generate)
        page.foot.stop_requested.connect(self.stop)
        page.stage.forming.stop_requested.connect(self.stop)
        page.notice.faq_requested.connect(self.faq_requested)

    # Gestures

    def generate(self) -> None:
        """Make what is asked for; what is being painted is waited for."""
        if self._page.foot.generate.isEnabled():
            self._painter.when_written(self._submit)

    def stop(self) -> None:
        """The job on the stage, else the newest one that runs."""
        live = self._shower.job
        if live is None or not live.is_running:
            live = next(iter(self._maker.running), None)
        if live is not None:
            self._maker.stop(live.id)

    def _submit(self) -> None:
        if not self._offer.reason(self._desk.order):
            self._limit.pass_on(self._prices.estimate, self._make)

    def _make(self) -> None:
        self._teller.dismiss()
        connection = self._models.connection
        if connection is None:
            return
        order = self._work.settled(connection, self._desk.order)
        self._page.show_panel(False)
        self._shower.follow(self._maker.make(order))

    def _on_edited(self) -> None:
        if not self._is_showing:
            self._desk.set_prompt(self._page.panel.asking.editor.content)

    def _on_reference_opened(self, place: int) -> None:
        references = self._desk.order.references
        if place < len(references) and references[place].picture:
            self._shower.pick_id(references[place].picture)

    def _on_notes(self, wanted: bool) -> None:
        self.settings_chosen.emit(replace(self._settings(), picture_notes=wanted))

    def _on_settings_requested(self, section: str) -> None:
        self.settings_requested.emit(section, self._models.current[0])

    # What happens

    def _on_restored(self) -> None:
        wanted = self._desk.order.settings
        if wanted.model:
            self._models.take(wanted.connection_id, wanted.model)
        self._settler.settle(self._desk.order.settings)

    def _on_job(self, _job_id: str) -> None:
        self._page.foot.set_running(len(self._maker.running))
        self._practice.show()
        self._views.show()

    def _on_picked(self) -> None:
        self._practice.show()
        live = self._shower.job
        if live is not None and live.job.is_over:
            self._follow.tell(live.job)

    def _on_settled(self, job: ImageJob) -> None:
        if job.state is JobState.FAILED:
            self._follow.tell(job)
        self._shower.load()
        self.settled.emit()

    # What the page shows

    def _show_page(self) -> None:
        self._is_showing = True
        self._offer.show(self._desk.order)
        self._is_showing = False
        self._prices.look(self._models.connection, self._desk.order)
        self._show_price()
        self._practice.show()

    def _show_price(self) -> None:
        self._page.foot.set_cost(*self._prices.words())
