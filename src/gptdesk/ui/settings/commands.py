"""What the command palette can do with Settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.settings.sections import sections
from gptdesk.ui.shell.command import DO, GO, Command

if TYPE_CHECKING:
    from gptdesk.ui.settings.presenter import SettingsPresenter

translate = QCoreApplication.translate


def commands(presenter: SettingsPresenter) -> list[Command]:
    """Each section, and what people look for by its verb. The window has theme and language."""
    go = [
        Command(
            f"settings.{section.id}",
            GO,
            translate("Settings", "Settings: {section}").format(section=section.title()),
            section.icon,
            run=_opener(presenter, section.id),
            keywords=" ".join(section.terms()),
        )
        for section in sections()
    ]
    do = [
        Command(
            "settings.add",
            DO,
            translate("Settings", "Add a connection"),
            "plus",
            run=presenter.add_connection,
            keywords="API key OpenAI 密钥 连接",
        ),
        Command(
            "settings.backup.now",
            DO,
            translate("Settings", "Back up now"),
            "history",
            run=presenter.back_up,
            keywords="backup 备份",
        ),
        Command(
            "settings.pack.install",
            DO,
            translate("Settings", "Install or check the offline pack"),
            "package",
            run=_opener(presenter, "offline"),
            keywords="offline download 离线包 下载",
        ),
    ]
    return go + do


def _opener(presenter: SettingsPresenter, section: str) -> Callable[[], None]:
    return lambda: presenter.open(section)
