"""The pictures of the message that is being written: prepared, stored at once, kept in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.catalogue import PictureLimits
from gptdesk.ui.chat.presenting.picture_troubles import (
    count_sentence,
    first_frame,
    trouble_sentence,
)

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.pictures import PictureService
    from gptdesk.ui.chat.attaching.tray import PictureTray
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.widgets.thumbnails import Thumbnails

translate = QCoreApplication.translate


@dataclass(eq=False)
class Item:
    """One picture of a message; without an attachment it is still being prepared."""

    name: str
    attachment: Attachment | None = None


@dataclass(eq=False)
class Draft:
    """The pictures that belong to one conversation, also when another one is on the page."""

    conversation_id: str = ""
    items: list[Item] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def attachments(self) -> tuple[Attachment, ...]:
        return tuple(item.attachment for item in self.items if item.attachment is not None)


class AttachPresenter(QObject):
    """Owns the pictures in the composer.

    Signals:
        changed: the person added or removed one; what is attached is to be kept.
    """

    changed = Signal()

    def __init__(
        self,
        page: ChatPage,
        calls: Calls,
        service: PictureService | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._service = service
        self._draft = Draft()
        self._adrift: Draft | None = None
        self._sent: dict[str, tuple[Attachment, ...]] = {}
        self._left: dict[str, tuple[Attachment, ...]] = {}
        self._limits = PictureLimits()
        self._thumbnails: Thumbnails | None = None
        self._tray: PictureTray | None = None

    def set_thumbnails(self, thumbnails: Thumbnails) -> None:
        self._thumbnails = thumbnails

    def set_limits(self, limits: PictureLimits) -> None:
        """What the model takes; holds for pictures that come from now on."""
        self._limits = limits

    @property
    def tray(self) -> PictureTray:
        if self._tray is None:
            self._tray = self._page.composer.tray
            self._tray.thumbnails = self._thumbnails
            self._tray.removed.connect(self.remove)
        return self._tray

    @property
    def is_empty(self) -> bool:
        """Neither a picture, nor one that is being prepared."""
        return not self._draft.items

    def attachments(self) -> tuple[Attachment, ...]:
        """Those that are ready, in their order."""
        return self._draft.attachments()

    # What people do

    def add(self, sources: Sequence[Path | QImage]) -> None:
        """Prepare and store each; what cannot be taken is said in place."""
        if self._service is None or not sources:
            return
        self._draft.complaints.clear()
        room = max(0, self._limits.count - len(self._draft.items))
        for source in sources[:room]:
            self._begin(source, self._service)
        if len(sources) > room:
            self._complain(self._draft, count_sentence(self._limits.count))
        self._show_state()
        if not self._draft.conversation_id:
            self.changed.emit()  # a new chat gets its place before the pictures are ready

    def remove(self, place: int) -> None:
        self._draft.items.pop(place)
        self.tray.take(place)
        self._show_state()
        self.changed.emit()

    def drop_all(self) -> None:
        """The message is to go without pictures."""
        self.show(self._draft.conversation_id, ())
        self.changed.emit()

    # What the conversation tells

    def show(self, conversation_id: str, attachments: Sequence[Attachment]) -> None:
        """These belong to the draft that is on the page now."""
        if not self._draft.conversation_id and self._draft.items:
            self._adrift = self._draft
        self._draft = Draft(conversation_id, [Item(one.name, one) for one in attachments])
        if self._tray is not None:
            self._tray.clear()
        for attachment in attachments:
            self.tray.add(attachment.name).show_picture(attachment)
        self._show_state()

    def begun(self, conversation_id: str) -> None:
        """The new chat on the page has its place on the disk now."""
        self._draft.conversation_id = conversation_id
        if attachments := self.attachments():
            self.keep(conversation_id, attachments)

    def begun_elsewhere(self, conversation_id: str, attachments: tuple[Attachment, ...]) -> None:
        """So has one that was left before it had; perhaps it was sent already."""
        if self._adrift is not None:
            self._adrift.conversation_id = conversation_id
            attachments = self._adrift.attachments()
            self._adrift = None
        if attachments:
            self._left[conversation_id] = attachments
            self.keep(conversation_id, attachments)

    def keep(self, conversation_id: str, attachments: Sequence[Attachment]) -> None:
        if self._service is not None:
            self._calls.run(self._service.attach(conversation_id, attachments))

    async def save_rest(self, conversation_id: str) -> None:
        """Runs in the core thread when the window is gone; `conversation_id` has the last draft."""
        place = self._draft.conversation_id or conversation_id
        if place and self._service is not None:
            await self._service.attach(place, self.attachments())

    def mark_sent(self, conversation_id: str) -> tuple[Attachment, ...]:
        """What goes out with the question; it stays here until the question is stored."""
        is_here = conversation_id == self._draft.conversation_id
        left = self._left.pop(conversation_id, ())
        self._sent[conversation_id] = self.attachments() if is_here else left
        return self._sent[conversation_id]

    def stored(self, conversation_id: str) -> None:
        """The question has its pictures now; what was attached since stays."""
        sent = set(self._sent.pop(conversation_id, ()))
        if not sent:
            return
        rest: tuple[Attachment, ...] = ()
        if conversation_id == self._draft.conversation_id:
            rest = tuple(one for one in self.attachments() if one not in sent)
            self.show(conversation_id, rest)
        self.keep(conversation_id, rest)

    # Preparing

    def _begin(self, source: Path | QImage, service: PictureService) -> None:
        item = Item(getattr(source, "name", ""))
        draft = self._draft
        draft.items.append(item)
        self.tray.add(item.name)
        self._calls.run(
            _prepared_and_kept(source, self._limits, service),
            partial(self._on_kept, draft, item),
            partial(self._on_failed, draft, item),
        )

    def _on_kept(self, draft: Draft, item: Item, found: tuple[Attachment, bool]) -> None:
        if item not in draft.items:
            return  # taken away meanwhile
        item.attachment, is_first_frame = found
        if is_first_frame:
            self._complain(draft, first_frame(item.name))
        if draft is not self._draft:
            if draft.conversation_id:
                self.keep(draft.conversation_id, draft.attachments())
            return
        self.tray.chips[draft.items.index(item)].show_picture(item.attachment)
        self._show_state()
        self.changed.emit()

    def _on_failed(self, draft: Draft, item: Item, problem: Problem) -> None:
        if item not in draft.items:
            return
        place = draft.items.index(item)
        draft.items.pop(place)
        if draft is self._draft:
            self.tray.take(place)
            self._show_state()
        self._complain(draft, trouble_sentence(problem, item.name))

    def _complain(self, draft: Draft, sentence: str) -> None:
        if draft is not self._draft:
            return
        draft.complaints.append(sentence)
        self.tray.complain(translate("Attach", "About the pictures"), draft.complaints)

    def _show_state(self) -> None:
        is_ready = all(item.attachment is not None for item in self._draft.items)
        self._page.composer.set_pictures(len(self._draft.items), ready=is_ready)


async def _prepared_and_kept(
    source: Path | QImage, limits: PictureLimits, service: PictureService
) -> tuple[Attachment, bool]:
    """Runs in the core thread; the work itself in one more."""
    from gptdesk.runtime.pictures import prepared

    picture = await prepared(source, limits)
    return await service.keep(picture), picture.is_first_frame
