"""Builds the app in two phases, and takes it down again.

Until the first paint there are only settings, theme, window and views; the core thread, the
database, the services and the presenters come after it, so that the window is there at once.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gptdesk.__main__ import build_parser
from gptdesk.domain.problems import Problem
from gptdesk.domain.resources import resource_root
from gptdesk.domain.settings import Settings, ThemeChoice
from gptdesk.runtime.core import CoreThread
from gptdesk.storage.paths import Paths
from gptdesk.storage.settings import SettingsFile
from gptdesk.ui.shell.input_method import prepare_input_method
from gptdesk.ui.shell.languages import Languages
from gptdesk.ui.shell.single_instance import SingleInstance
from gptdesk.ui.shell.window import MainWindow
from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend
    from gptdesk.app.presenters import Presenters

log = logging.getLogger(__name__)

HANDED_OVER = 0
NOT_STARTED = 1


class Application(QObject):
    """The whole app in one process.

    `argv` are the words of the command line, with or without the program's name. `paths` may be
    given to keep the user's own data out of it, as the self-check does.

    Signals:
        started: the services are there and the presenters connected.
    """

    started = Signal()

    def __init__(self, argv: Sequence[str], *, paths: Paths | None = None) -> None:
        self._options = build_parser().parse_args(_words(argv))
        self._paths = paths or Paths.for_profile(self._options.profile)
        self._folder_problem = _create(self._paths)
        self._file = SettingsFile(self._paths.settings, self._paths.damaged)
        self._settings, self._settings_problem = self._file.load()
        self._qt = _qt_application()
        super().__init__()
        self._core = CoreThread()
        self._backend: Backend | None = None
        self._presenters: Presenters | None = None
        self._is_closed = False
        self._languages = Languages(resource_root() / "i18n")
        self._languages.choose(self._options.lang or self._settings.language)
        self._theme = Theme.current()
        self._apply_look()
        self.window = self._build_window()
        self._instance = SingleInstance(self._paths.data, self)
        self._instance.knocked.connect(self.window.come_to_front)
        self.is_first = self._instance.acquire()
        if self.is_first:
            self.window.show()
