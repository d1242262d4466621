"""Connects the section of the proxy with the settings, the keyring and the test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from gptdesk.domain.addresses import host_of
from gptdesk.domain.connections import KeyPlace
from gptdesk.domain.problems import KeyringFailed, KeyringLocked, KeyringMissing, Problem
from gptdesk.domain.proxy import Proxy, ProxyKind
from gptdesk.domain.settings import Settings, proxy_of
from gptdesk.ui.settings.key_words import kept_in_keyring
from gptdesk.ui.settings.proxy_view import ProxyDraft, ProxyView
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.proxy import ProxyService

translate = QCoreApplication.translate


class ProxyPresenter(QObject):
    """Takes a choice over at once; a proxy that is typed only when it is saved."""

    def __init__(
        self,
        view: ProxyView,
        core: CoreThread,
        service: ProxyService,
        connections: ConnectionService,
        load: Callable[[], Settings],
        change: Callable[[Mapping[str, object]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._core = core
        self._service = service
        self._connections = connections
        self._load = load
        self._change = change
        self._is_busy = False
        view.kind_chosen.connect(self._on_kind_chosen)
        view.edited.connect(self._refresh)
        view.save_requested.connect(self.save)
        view.test_requested.connect(self.test)
        view.notice.action.connect(self._on_action)

    def reload(self) -> None:
        """Show what holds now."""
        self._show(self._stored())
        operation = self._core.call(self._home(), parent=self)
        operation.events.connect(lambda events: self._on_home(events[-1]))
        self._refresh()

    def save(self, *, session_only: bool = False) -> None:
        """The fields keep everything until that has worked."""
        draft = self._view.draft()
        if self._is_busy:
            return
        if not draft.is_whole:
            self._view.show_missing(host=not draft.host, port=draft.port_number == 0)
            self._view.show_said(
                translate("Settings", "A proxy needs the name of a computer and a port."),
                is_good=False,
            )
            return
        self._is_busy = True
        self._view.notice.dismiss()
        password = "" if draft.removes_password else draft.password or None
        work = self._service.save(
            _proxy(draft),
            password,
            self._load().proxy_password_place,
            session_only=session_only,
        )
        operation = self._core.call(work, parent=self)
        operation.events.connect(lambda events: self._on_saved(draft, KeyPlace(events[-1])))
        operation.failed.connect(self._on_failed)
        operation.finished.connect(self._on_finished)
        self._refresh()

    def test(self) -> None:
        """Only with a connection that the user set up: nobody else is contacted."""
        self._is_busy = True
        self._view.notice.dismiss()
        self._view.show_said("")
        operation = self._core.call(self._tested(), parent=self)
        operation.events.connect(lambda events: self._on_tested(events[-1]))
        operation.failed.connect(self._on_failed)
        operation.finished.connect(self._on_finished)
        self._refresh()

    async def _tested(self) -> str:
        return await self._service.test(await self._connections.all())

    async def _home(self) -> tuple[KeyPlace, str]:
        try:
            return await self._connections.key_place()
        except (KeyringLocked, KeyringFailed):
            return KeyPlace.KEYRING, ""

    # What the view and the services tell

    def _on_kind_chosen(self, kind: str) -> None:
        self._view.show_said("")
        self._view.notice.dismiss()
        draft = self._view.draft()
        if kind == ProxyKind.GIVEN and not draft.is_whole:
            self._view.focus_host()
            self._refresh()
        else:
            self.save()

    def _on_saved(self, draft: ProxyDraft, place: KeyPlace) -> None:
        proxy = _proxy(draft)
        self._change(
            {
                "proxy_kind": proxy.kind,
                "proxy_scheme": proxy.scheme,
                "proxy_host": proxy.host,
                "proxy_port": proxy.port,
                "proxy_user": proxy.user,
                "proxy_password_place": place,
            }
        )
        self._show(self._stored())
        self._view.show_said(translate("Settings", "Saved. It holds from the next request on."))

    def _on_tested(self, base_url: str) -> None:
        if base_url:
            text = translate("Settings", "{host} answers by this way.")
            self._view.show_said(text.format(host=host_of(base_url)))
            return
        text = translate(
            "Settings",
            "There is no connection to try it with: all of yours lead to this computer or its own"
            " network. Nobody else is contacted.",
        )
        self._view.show_said(text, is_good=False)

    def _on_failed(self, problem: Problem) -> None:
        words = problem_sentence(problem)
        actions = [("retry", translate("Settings", "Try again"))]
        if isinstance(problem, KeyringLocked | KeyringFailed | KeyringMissing):
            actions.append(("session", translate("Settings", "Keep it for this session only")))
        self._view.notice.show_message(
            "error",
            words.title,
            words.text,
            actions=actions,
            faq=words.faq,
            details=problem.detail,
        )

    def _on_finished(self) -> None:
        self._is_busy = False
        self._refresh()

    def _on_action(self, action: str) -> None:
        if action == "session" or self._has_changes():
            self.save(session_only=action == "session")
        else:
            self.test()

    def _on_home(self, home: tuple[KeyPlace, str]) -> None:
        place, keyring = home
        if place == KeyPlace.KEYRING:
            self._view.show_place(kept_in_keyring(keyring), is_safe=True)
            return
        self._view.show_place(
            translate(
                "Settings",
                "This system has no keyring: the password stays in memory until you close gptdesk.",
            ),
            is_safe=False,
        )

    # How it stands

    def _show(self, draft: ProxyDraft) -> None:
        has_password = self._load().proxy_password_place is not KeyPlace.NONE
        self._view.show_draft(draft, has_password=has_password)

    def _stored(self) -> ProxyDraft:
        proxy = proxy_of(self._load())
        port = str(proxy.port) if proxy.port else ""
        return ProxyDraft(proxy.kind, proxy.scheme, proxy.host, port, proxy.user)

    def _has_changes(self) -> bool:
        return self._view.draft() != self._stored()

    def _refresh(self) -> None:
        self._view.show_state(can_save=self._has_changes(), is_busy=self._is_busy)


def _proxy(draft: ProxyDraft) -> Proxy:
    return Proxy(draft.kind, draft.scheme, draft.host, draft.port_number, draft.user)
