"""What the diagnostics tell: versions, places and states, and nothing secret."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSysInfo
from PySide6.QtGui import QGuiApplication

from gptdesk.domain.connections import KeyPlace
from gptdesk.ui.settings.values import KeyHome, Places
from gptdesk.ui.theme.theme import Theme

translate = QCoreApplication.translate

PACKAGES = ("PySide6-Essentials", "openai", "keyring", "xllamacpp")


def facts(places: Places, home: KeyHome | None) -> list[tuple[str, str]]:
    """Names as technicians know them; asking for versions loads none of the packages."""
    theme = Theme.current()
    return [
        ("gptdesk", _version("gptdesk")),
        ("Python", platform.python_version()),
        ("Qt", QLibraryInfo.version().toString()),
        *[(package, _version(package)) for package in PACKAGES],
        ("System", f"{QSysInfo.prettyProductName()} · {QSysInfo.currentCpuArchitecture()}"),
        ("Display", QGuiApplication.platformName()),
        ("Language", f"{theme.language} · system {QLocale.system().name()}"),
        ("Theme", f"{theme.name} · {theme.percent} %"),
        ("Keyring", _keyring(home)),
        ("Data", without_name(places.data)),
        ("Log", without_name(places.logs)),
    ]


def spoken(name: str) -> str:
    """The name of a fact for the page; the report stays as technicians everywhere read it."""
    names = {
        "System": translate("Diagnostics", "System"),
        "Display": translate("Diagnostics", "Display"),
        "Language": translate("Diagnostics", "Language"),
        "Theme": translate("Diagnostics", "Theme"),
        "Keyring": translate("Diagnostics", "Keyring"),
        "Data": translate("Diagnostics", "Data"),
        "Log": translate("Diagnostics", "Log"),
    }
    return names.get(name, name)


def report(lines: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in lines) + "\n"


def without_name(path: str) -> str:
    """The home folder carries the user's name: it is written as `~`."""
    home = os.path.expanduser("~")
    return "~" + path[len(home) :] if path.startswith(home + os.sep) else path


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        if package != "gptdesk":
            return "not installed"
    import gptdesk

    return gptdesk.__version__


def _keyring(home: KeyHome | None) -> str:
    if home is None:
        return "not asked yet"
    if home.place is KeyPlace.KEYRING:
        return home.keyring or "does not answer"
    return "none: keys stay in memory"
