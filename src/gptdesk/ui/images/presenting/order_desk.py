"""The order that is being written: one for each way, of which one lies in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.images import ImageOrder, PictureSettings, Reference, Way


class OrderDesk(QObject):
    """Owns what is asked for; the page only shows it.

    Signals:
        changed: the order in front is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._orders = {way: ImageOrder(way) for way in Way}
        self._way = Way.MAKE

    @property
    def order(self) -> ImageOrder:
        return self._orders[self._way]

    @property
    def way(self) -> Way:
        return self._way

    def all(self) -> tuple[ImageOrder, ...]:
        return tuple(self._orders.values())

    def go(self, way: Way) -> None:
        """Turn to another way; connection and model go along, to a fresh order all settings."""
        if way is self._way:
            return
        now = self.order.settings
        self._way = way
        is_untouched = self.order == ImageOrder(way)
        base = replace(now, count=1) if is_untouched else self.order.settings
        self.set_settings(replace(base, connection_id=now.connection_id, model=now.model))
        self.changed.emit()

    def put(self, order: ImageOrder) -> None:
        """An order from elsewhere comes in front: a draft, a failed job, settings used again."""
        self._way = order.way
        self._orders[order.way] = replace(order, id="")
        self.changed.emit()

    def restore(self, order: ImageOrder) -> None:
        """A draft that was kept; the way in front stays."""
        self._orders[order.way] = replace(order, id="")
        self.changed.emit()

    def set_prompt(self, prompt: str) -> None:
        self._replace(prompt=prompt)

    def set_settings(self, settings: PictureSettings) -> None:
        self._replace(settings=settings)

    def set_references(self, references: Sequence[Reference]) -> None:
        """Another first picture takes mask and marks away: they were painted for the old one."""
        before = self.order.references[:1]
        if tuple(references[:1]) != before:
            self._replace(references=tuple(references), mask=None, markup=None)
        else:
            self._replace(references=tuple(references))

    def set_painted(self, mask: Attachment | None, markup: Attachment | None) -> None:
        self._replace(mask=mask, markup=markup)

    def _replace(self, **changes: object) -> None:
        changed = replace(self.order, **changes)  # type: ignore[arg-type]
        if changed != self.order:
            self._orders[self._way] = changed
            self.changed.emit()
