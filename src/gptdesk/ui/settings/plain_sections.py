"""The sections that do nothing but show and change settings: Appearance, Language, Chat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.settings import Settings, ThemeChoice
from gptdesk.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from gptdesk.ui.settings.appearance_view import AppearanceView
    from gptdesk.ui.settings.chat_view import ChatView
    from gptdesk.ui.settings.language_view import LanguageView


class PlainSections(QObject):
    """`change` takes fields of the Settings by name.

    Signals:
        language_chosen: a code, or empty for the system's language.
    """

    language_chosen = Signal(str)

    def __init__(
        self,
        page: SettingsPage,
        load: Callable[[], Settings],
        change: Callable[..., None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._load = load
        self._change = change

    def listen(self, section: str) -> None:
        """Once for each section, when it is opened first."""
        view = self._page.view(section)
        if section == "appearance":
            appearance = cast("AppearanceView", view)
            appearance.theme_chosen.connect(self._on_theme)
            appearance.font_percent_chosen.connect(
                lambda percent: self._change(font_percent=percent)
            )
        elif section == "language":
            cast("LanguageView", view).language_chosen.connect(self._on_language)
        elif section == "chat":
            cast("ChatView", view).send_with_enter_chosen.connect(
                lambda with_enter: self._change(send_with_enter=with_enter)
            )

    def show(self, section: str) -> None:
        """What holds now."""
        settings, view = self._load(), self._page.view(section)
        if section == "appearance":
            appearance = cast("AppearanceView", view)
            appearance.show_theme(settings.theme.value)
            appearance.show_font_percent(settings.font_percent)
        elif section == "language":
            cast("LanguageView", view).show_language(settings.language)
        elif section == "chat":
            cast("ChatView", view).show_send_with_enter(settings.send_with_enter)

    def _on_theme(self, name: str) -> None:
        self._change(theme=ThemeChoice(name))

    def _on_language(self, code: str) -> None:
        self._change(language=code)
        self.language_chosen.emit(code)
