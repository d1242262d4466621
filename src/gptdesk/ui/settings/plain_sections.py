"""Sections that show settings and change them, and nothing else: look, language and chat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.settings import Settings, ThemeChoice

if TYPE_CHECKING:
    from gptdesk.ui.settings.appearance_view import AppearanceView
    from gptdesk.ui.settings.chat_view import ChatView
    from gptdesk.ui.settings.language_view import LanguageView
    from gptdesk.ui.settings.page import SettingsPage


class PlainSections(QObject):
    """Signals:
    language_chosen: a code, or empty for the system's language.
    """

    language_chosen = Signal(str)

    def __init__(
        self,
        page: SettingsPage,
        load: Callable[[], Settings],
        change: Callable[..., None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._load = load
        self._change = change

    def listen(self, section: str) -> None:
        """To be called once, when the section is opened first."""
        view = self._page.view(section)
        if section == "appearance":
            appearance = cast("AppearanceView", view)
            appearance.theme_chosen.connect(self._on_theme)
            appearance.font_percent_chosen.connect(self._on_percent)
        elif section == "language":
            cast("LanguageView", view).language_chosen.connect(self._on_language)
        elif section == "chat":
            cast("ChatView", view).send_with_enter_chosen.connect(self._on_send_with_enter)

    def show_appearance(self) -> None:
        view = cast("AppearanceView", self._page.view("appearance"))
        view.show_theme(self._load().theme.value)
        view.show_font_percent(self._load().font_percent)

    def show_language(self) -> None:
        cast("LanguageView", self._page.view("language")).show_language(self._load().language)

    def show_chat(self) -> None:
        view = cast("ChatView", self._page.view("chat"))
        view.show_send_with_enter(self._load().send_with_enter)

    def _on_theme(self, name: str) -> None:
        self._change(theme=ThemeChoice(name))

    def _on_percent(self, percent: int) -> None:
        self._change(font_percent=percent)

    def _on_send_with_enter(self, with_enter: bool) -> None:
        self._change(send_with_enter=with_enter)

    def _on_language(self, code: str) -> None:
        self._change(language=code)
        self.language_chosen.emit(code)
