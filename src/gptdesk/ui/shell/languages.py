"""The language of the interface, changed while the app runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("en", "zh_CN")


def language_of_system() -> str:
    """The supported language that the system's preferences name first."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh"):
            return "zh_CN"
        if name.startswith("en"):
            return "en"
    return "en"


class Languages:
    """Installs the translators for one language; every widget hears of it by LanguageChange."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._translators: list[QTranslator] = []
        self._current = ""

    @property
    def current(self) -> str:
        return self._current

    def choose(self, code: str) -> None:
        """Switch to `code`, or to the system's language if it is empty or unknown."""
        language = code if code in LANGUAGES else language_of_system()
        if language == self._current:
            return
        self._current = language
        QLocale.setDefault(QLocale(language))
        self._remove()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{language}", Path(qt_folder))
        self._install(f"gptdesk_{language}", self._folder)

    def shutdown(self) -> None:
        self._remove()
        QLocale.setDefault(QLocale.system())
        self._current = ""

    def _install(self, name: str, folder: Path) -> None:
        translator = QTranslator()
        if translator.load(name, str(folder)):
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)

    def _remove(self) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()
