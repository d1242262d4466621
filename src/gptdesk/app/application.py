"""Builds the app in two phases, and takes it down again.

Until the first paint there are only settings, theme, window and views; the core thread, the
database, the services and the presenters come after it, so that the window is there at once.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gptdesk import __version__
from gptdesk.commandline import options_from
from gptdesk.domain.problems import Bug, Problem
from gptdesk.domain.resources import resource_root
from gptdesk.domain.settings import Settings, ThemeChoice
from gptdesk.runtime.core import CoreThread
from gptdesk.runtime.garbage import GarbageCollector
from gptdesk.storage.paths import Paths
from gptdesk.storage.settings import SettingsFile
from gptdesk.ui.shell.input_method import prepare_input_method
from gptdesk.ui.shell.languages import Languages
from gptdesk.ui.shell.single_instance import SingleInstance
from gptdesk.ui.shell.window import MainWindow
from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend
    from gptdesk.app.logs import LogFile
    from gptdesk.app.presenters import Presenters

log = logging.getLogger(__name__)


class Application(QObject):
    """The whole app in one process.

    `argv` are the words of the command line, with or without the program's name. `paths` and
    `packs` may be given to keep the user's own data out of it, as the self-check does.

    Signals:
        started: the services are there and the presenters connected.
    """

    started = Signal()

    def __init__(
        self, argv: Sequence[str], *, paths: Paths | None = None, packs: Path | None = None
    ) -> None:
        gc.disable()  # until the window is there; then GarbageCollector sees to it
        options = options_from(argv)
        self._paths = paths or Paths.for_profile(options.profile)
        self._packs = packs or self._paths.packs
        self._folder_problem = _created(self._paths)
        self._file = SettingsFile(self._paths.settings, self._paths.damaged)
        self._settings, self._settings_problem = self._file.load()
        self._theme_asked = ThemeChoice(options.theme) if options.theme else None
        self._language_asked = options.lang or ""
        self._qt = _qt_application()
        super().__init__()
        self._core = CoreThread()
        self._garbage = GarbageCollector(self)
        self._backend: Backend | None = None
        self._presenters: Presenters | None = None
        self._is_closed = False
        self._log_file: LogFile | None = None
        self._languages = Languages(resource_root() / "i18n")
        self._apply_look()
        self.window = self._build_window()
        self._instance = SingleInstance(self._paths.data, self)
        self._instance.knocked.connect(self.window.come_to_front)
        self.is_first = self._folder_problem is not None or self._instance.acquire()
        if self.is_first:
            self.window.show()

    @property
    def is_started(self) -> bool:
        return self._presenters is not None

    @property
    def presenters(self) -> Presenters:
        assert self._presenters is not None, "not started yet"
        return self._presenters

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What went wrong while the app came up, for the top of the window."""
        early = (self._folder_problem, self._settings_problem)
        late = self._backend.notices if self._backend is not None else ()
        found = [problem for problem in (*early, *late) if problem is not None]
        return tuple({problem.code: problem for problem in found}.values())

    def exec(self) -> int:
        """Run until the window is closed; a second start on a profile hands over and ends."""
        if not self.is_first:
            status = self._hand_over()
        else:
            status = self._qt.exec()
        self.close()
        return status

    def close(self) -> None:
        """End every thread, timer and child process. What runs is settled on disk first."""
        if self._is_closed:
            return
        self._is_closed = True
        if self.is_first:
            self._remember_window()
        if self._presenters is not None:
            self._presenters.shutdown()
        if self._core.is_running:
            self._core.stop(self._settle())
            self._core.abandon()
        self._instance.shutdown()
        self.window.close()
        self.window.deleteLater()
        self._languages.shutdown()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._garbage.shutdown()
        if self._log_file is not None:
            self._log_file.close()

    def end_qt(self) -> None:
        """The very last: destroy what is left of Qt while Python is still whole.

        At the end of the interpreter objects written in Python are half gone when Qt calls them.
        """
        self._qt.shutdown()

    def save_settings(self, settings: Settings) -> None:
        """Take over and keep what the user chose; raises a Problem if the disk refuses.

        A choice made in the app wins over the one on the command line.
        """
        if settings.theme is not self._settings.theme:
            self._theme_asked = None
        if settings.language != self._settings.language:
            self._language_asked = ""
        self._settings = settings
        self._apply_look()
        self._file.save(settings)

    def remember(self, **changes: str) -> None:
        """Keep what the app notes by itself; a disk that refuses is no reason to disturb."""
        changed = replace(self._settings, **changes)  # type: ignore[arg-type]  # only text fields
        if changed == self._settings:
            return
        self._settings = changed
        try:
            self._file.save(changed)
        except Problem as problem:
            log.info("Not remembered: %s", problem.code)

    def show_unforeseen(self, error: BaseException) -> None:
        """Say that something went wrong which nobody had thought of."""
        last_line = traceback.format_exception_only(error)[-1].strip()
        if self._presenters is not None:
            self._presenters.show_problem(Bug(last_line))

    # First phase

    def _build_window(self) -> MainWindow:
        from gptdesk.app.tabs import tabs

        window = MainWindow(
            tabs(), geometry=self._settings.geometry, first_tab=self._settings.last_tab
        )
        window.painted.connect(self._on_painted)
        window.closing.connect(self._remember_window)
        return window

    def _apply_look(self) -> None:
        self._languages.choose(self._language_asked or self._settings.language)
        Theme.set_up(
            self._theme_asked or self._settings.theme,
            self._settings.font_percent,
            self._languages.current,
        )

    # Second phase

    def _on_painted(self) -> None:
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if self._is_closed or self._core.is_running:
            return
        self._garbage.start()
        self._core.start()
        self._instance.listen()
        operation = self._core.call(self._build_backend(), parent=self)
        operation.events.connect(self._on_built)

    async def _build_backend(self) -> object:
        """Its imports take a second, and they take it in the core thread."""
        from gptdesk.app.backend import build

        return await build(self._paths, self._packs, self._settings)

    def _on_built(self, results: list[object]) -> None:
        from gptdesk.app.backend import Backend
        from gptdesk.app.presenters import Presenters

        if self._is_closed:
            return
        from gptdesk.app.logs import LogFile

        self._log_file = LogFile(self._paths.logs)
        self._log_file.open()
        log.info("gptdesk %s started", __version__)
        self._backend = cast("Backend", results[0])
        assert isinstance(self._backend, Backend)
        self._presenters = Presenters(self, self._core, self._backend, self._paths)
        self._presenters.start()
        self._garbage.settle()
        self._core.call(_prepare_answers(), parent=self)
        self.started.emit()

    # The end

    async def _settle(self) -> None:
        """Runs in the core thread when everything else there has ended."""
        if self._presenters is not None:
            await self._presenters.save_rest()
        if self._backend is not None:
            await self._backend.close()

    def _remember_window(self) -> None:
        self.remember(geometry=self.window.geometry_text(), last_tab=self.window.current_tab)

    def _hand_over(self) -> int:
        if self._instance.hand_over():
            print("gptdesk is open already; its window was brought to the front.")
            return 0
        print("gptdesk is open already on this profile but does not answer.", file=sys.stderr)
        return 1


async def _prepare_answers() -> None:
    """What the first answer needs is loaded before it comes, away from both threads."""
    import asyncio

    from gptdesk.ui.widgets.document.preload import preload

    await asyncio.to_thread(preload)


def run(argv: Sequence[str]) -> int:
    """The whole life of the app with a person before it."""
    from gptdesk.app.logs import report_unforeseen

    app = Application(argv)
    report_unforeseen(app.show_unforeseen)
    status = app.exec()
    app.end_qt()
    return status


def _qt_application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    prepare_input_method(os.environ, plugins)
    app = QApplication(["gptdesk"])
    app.setApplicationName("gptdesk")
    app.setDesktopFileName("gptdesk")
    return app


def _created(paths: Paths) -> Problem | None:
    try:
        paths.create()
    except Problem as problem:
        return problem
    return None
