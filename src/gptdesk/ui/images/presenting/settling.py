"""Keeps the choices possible: what cannot be had together goes back to what is usual."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.image_choices import fixed
from gptdesk.domain.image_options import Fix
from gptdesk.domain.images import PictureSettings

if TYPE_CHECKING:
    from gptdesk.services.images import ImageWork
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.choosing import ModelChooser
    from gptdesk.ui.images.presenting.order_desk import OrderDesk


class Settler(QObject):
    """Takes what was chosen on the page and puts it into the order.

    Signals:
        settled: the choices on the page are to be shown anew.
    """

    settled = Signal()

    def __init__(
        self,
        page: ImagesPage,
        work: ImageWork,
        desk: OrderDesk,
        models: ModelChooser,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._choices = page.panel.choices
        self._work = work
        self._desk = desk
        self._models = models
        self._choices.changed.connect(self._on_choices)
        self._choices.fix_requested.connect(self._on_fix)
        models.chosen.connect(self._on_model)

    def settle(self, settings: PictureSettings) -> None:
        """These, with the model that is chosen, as far as they can be had."""
        connection_id, model = self._models.current
        settings = replace(settings, connection_id=connection_id, model=model)
        order = replace(self._desk.order, settings=settings)
        connection = self._models.connection
        if connection is not None and model:
            order = self._work.settled(connection, order)
        self._desk.set_settings(order.settings)
        self.settled.emit()

    def take_size(self, size: str) -> None:
        """As large as the picture that is changed, where the model makes that size."""
        connection = self._models.connection
        if connection is None or not self._desk.order.settings.model:
            return
        rules = self._work.options(connection, self._desk.order).sizes
        if size in rules.presets or (rules.free is not None and rules.check(size).is_good):
            self.settle(replace(self._desk.order.settings, size=size))

    def _on_choices(self) -> None:
        self.settle(self._choices.settings)

    def _on_fix(self, fix: Fix) -> None:
        self.settle(fixed(self._desk.order.settings, fix))

    def _on_model(self) -> None:
        self.settle(self._desk.order.settings)
