"""Connects the tabs whose presenters are made when their page is first visited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gptdesk.ui.shell.command import Command


class TabPresenter(Protocol):
    """What every presenter of such a tab has."""

    def start(self) -> None: ...

    def connections_changed(self) -> None: ...

    def settings_changed(self) -> None: ...

    def language_changed(self) -> None: ...

    def shutdown(self) -> None: ...

    async def save_rest(self) -> None: ...


class TabWiring(QObject):
    """One tab. It has a presenter once its page is there; until then every call is nothing.

    A tab says in `make` how its presenter is built and which of its signals are ours.

    Signals:
        settings_requested: section and connection id, "limit" or "".
        connection_wanted: the person has a key and wants to give it.
        faq_requested: id of an FAQ entry.
        settled: something new is worth a backup, and perhaps money was spent.
        chat_requested: id of a conversation that is to be opened in Chat.
        page_wanted: the tab, whose page is to come into sight: the palette does something there.
    """

    tab = ""

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    settled = Signal()
    chat_requested = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made: TabPresenter | None = None

    @property
    def presenter(self) -> TabPresenter | None:
        return self._made

    def make(self, page: QWidget) -> TabPresenter:
        raise NotImplementedError

    def build(self, page: QWidget) -> None:
        if self._made is None:
            self._made = self.make(page)
            self._made.start()

    def commands(self, query: str) -> list[Command]:
        """What the palette offers; nothing, if it is not said otherwise."""
        return []

    def connections_changed(self) -> None:
        if self._made is not None:
            self._made.connections_changed()

    def settings_changed(self) -> None:
        if self._made is not None:
            self._made.settings_changed()

    def language_changed(self) -> None:
        if self._made is not None:
            self._made.language_changed()

    def shutdown(self) -> None:
        if self._made is not None:
            self._made.shutdown()

    async def save_rest(self) -> None:
        if self._made is not None:
            await self._made.save_rest()


class TabWirings(QObject):
    """All of them: what is said to one is said to each, and what one wants is passed on.

    Signals: as those of a TabWiring.
    """

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    settled = Signal()
    chat_requested = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, wirings: Sequence[TabWiring], parent: QObject) -> None:
        super().__init__(parent)
        self._wirings = tuple(wirings)
        for one in self._wirings:
            one.settings_requested.connect(self.settings_requested)
            one.connection_wanted.connect(self.connection_wanted)
            one.faq_requested.connect(self.faq_requested)
            one.settled.connect(self.settled)
            one.chat_requested.connect(self.chat_requested)
            one.page_wanted.connect(self.page_wanted)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.tab for one in self._wirings)

    def of(self, tab: str) -> TabWiring:
        return next(one for one in self._wirings if one.tab == tab)

    def build(self, tab: str, page: QWidget) -> None:
        for one in self._wirings:
            if one.tab == tab:
                one.build(page)

    def commands(self, query: str) -> list[Command]:
        return [command for one in self._wirings for command in one.commands(query)]

    def connections_changed(self) -> None:
        for one in self._wirings:
            one.connections_changed()

    def settings_changed(self) -> None:
        for one in self._wirings:
            one.settings_changed()

    def language_changed(self) -> None:
        for one in self._wirings:
            one.language_changed()

    def shutdown(self) -> None:
        for one in self._wirings:
            one.shutdown()

    async def save_rest(self) -> None:
        for one in self._wirings:
            await one.save_rest()
