"""Drafts: what was being written is there again after the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gptdesk.domain.images import ImageOrder, Way

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.images import ImageWork
    from gptdesk.ui.images.presenting.order_desk import OrderDesk

DRAFT_MS = 800


class DraftKeeper(QObject):
    """Writes a moment after each change, and the rest at the end.

    Signals:
        restored: the drafts of the last time are on the desk.
    """

    restored = Signal()

    def __init__(self, calls: Calls, work: ImageWork, desk: OrderDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._work = work
        self._desk = desk
        self._written: dict[Way, ImageOrder] = {}
        self._waiting: dict[Way, ImageOrder] = {}
        self._is_restored = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._write)
        desk.changed.connect(self._on_changed)

    def start(self) -> None:
        self._calls.run(self._read(), self._on_read)

    async def save_rest(self) -> None:
        """Keep what was written in the last moment."""
        for order in self._waiting.values():
            await self._work.save_draft(order)

    def shutdown(self) -> None:
        self._timer.stop()

    async def _read(self) -> tuple[ImageOrder, ...]:
        found = [await self._work.draft(way) for way in Way]
        return tuple(order for order in found if order is not None)

    def _on_read(self, drafts: tuple[ImageOrder, ...]) -> None:
        """What was written meanwhile stands before what was kept."""
        self._is_restored = True
        for order in drafts:
            self._written[order.way] = order
            now = next(one for one in self._desk.all() if one.way is order.way)
            if not now.prompt and not now.references:
                self._desk.restore(order)
        self.restored.emit()

    def _on_changed(self) -> None:
        order = self._desk.order
        if self._is_restored and self._written.get(order.way) != order:
            self._waiting[order.way] = order
            self._timer.start()

    def _write(self) -> None:
        for way, order in self._waiting.items():
            self._written[way] = order
            self._calls.run(self._work.save_draft(order))
        self._waiting.clear()
