"""The look of the whole app: which colours, fonts, sizes and icons hold now."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPixmap
from PySide6.QtWidgets import QApplication

from gptdesk.domain.resources import resource_root
from gptdesk.domain.settings import ThemeChoice
from gptdesk.ui.theme.fonts import build_font, mono_families, tabular, ui_families
from gptdesk.ui.theme.icons import IconShelf
from gptdesk.ui.theme.palette import palette
from gptdesk.ui.theme.ring import FocusRing
from gptdesk.ui.theme.sheet import style_sheet
from gptdesk.ui.theme.tokens import load_tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

OBJECT_NAME = "theme"
PERCENT_RANGE = (75, 200)


class Theme(QObject):
    """Owned by the QApplication; whoever draws asks it.

    Signals:
        changed: colours, font size or language font are different now.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        choice: ThemeChoice = ThemeChoice.LIGHT,
        percent: int = 100,
        language: str = "en",
    ) -> None:
        super().__init__(app)
        self.setObjectName(OBJECT_NAME)
        self._app = app
        self._folder = resource_root()
        self._tokens = load_tokens(self._folder)
        self._ui_families = ui_families()
        self._mono_families: list[str] = []
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._shelf = IconShelf(self._folder, self.color)
        self._name = ""
        self._choice = choice
        self._percent = _within(percent)
        self._language = language
        if sys.platform != "linux":  # there it is the default, and asking costs 10 ms at the start
            app.setStyle("Fusion")
        self._ring = FocusRing(app, lambda: self.color("focus-ring"))
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._apply()

    @staticmethod
    def current() -> Theme:
        """The app's theme; a light one is made if nobody has set it up."""
        app = cast(QApplication, QApplication.instance())
        return _of(app) or Theme(app)

    @staticmethod
    def set_up(choice: ThemeChoice, percent: int, language: str) -> None:
        """Make the app's theme so, or change the one that is there."""
        app = cast(QApplication, QApplication.instance())
        found = _of(app)
        if found is None:
            Theme(app, choice=choice, percent=percent, language=language)
        else:
            found.apply(choice=choice, percent=percent, language=language)

    # What holds now

    @property
    def name(self) -> str:
        """light, dark or high-contrast."""
        return self._name

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def is_dark(self) -> bool:
        return self._name != "light"

    @property
    def is_high_contrast(self) -> bool:
        return self._name == "high-contrast"

    @property
    def percent(self) -> int:
        return self._percent

    @property
    def language(self) -> str:
        return self._language

    @property
    def is_chinese(self) -> bool:
        return self._language.startswith("zh")

    def color(self, role: str) -> QColor:
        return QColor(self._colors[role])

    def font(self, style: str, *, tabular_figures: bool = False) -> QFont:
        key = (style, tabular_figures)
        if key not in self._fonts:
            font = build_font(
                self._families(style),
                self._tokens.styles[style],
                self._percent,
                is_chinese=self.is_chinese,
            )
            self._fonts[key] = tabular(font) if tabular_figures else font
        return QFont(self._fonts[key])

    def line(self, style: str) -> int:
        """The height of a line of this style in pixels."""
        step = self._tokens.styles[style]
        return self.px(step.line_zh if self.is_chinese else step.line)

    def px(self, measure: float) -> int:
        """Scale a measure that is bound to text."""
        return round(measure * self._percent / 100)

    def radius(self, name: str) -> int:
        return self._tokens.radius[name]

    def icon_size(self, size: int = 20) -> int:
        """Icons grow with the text, to even sizes so that they stay centred."""
        return round(size * self._percent / 200) * 2

    def pixmap(self, name: str, role: str, size: int, dpr: float = 1.0) -> QPixmap:
        """An icon of exactly `size` pixels; see `icon_size` for one that grows with the text."""
        return self._shelf.icon(name, role, size, dpr)

    def icon(self, name: str, role: str = "text-quiet", size: int = 20) -> QIcon:
        from PySide6.QtGui import QIcon  # no icon of Qt's own is in the first picture

        icon = QIcon(self.pixmap(name, role, size, self._app.devicePixelRatio()))
        disabled = self.pixmap(name, "text-disabled", size, self._app.devicePixelRatio())
        icon.addPixmap(disabled, QIcon.Mode.Disabled)
        return icon

    def illustration(self, name: str) -> QPixmap:
        percent = min(self._percent, 150)
        return self._shelf.illustration(name, percent, self._app.devicePixelRatio())

    # What the person chooses

    def apply(
        self,
        *,
        choice: ThemeChoice | None = None,
        percent: int | None = None,
        language: str | None = None,
    ) -> None:
        """Take over any of them; `changed` comes once, and only if something is different."""
        before = (self._choice, self._percent, self._language)
        self._choice = self._choice if choice is None else choice
        self._percent = self._percent if percent is None else _within(percent)
        self._language = self._language if language is None else language
        if before != (self._choice, self._percent, self._language):
            self._apply()
            self.changed.emit()

    # How it gets there

    def _apply(self) -> None:
        self._tell_system()
        self._name = self._wanted()
        colors = self._tokens.colors[self._name]
        self._colors = {role: _color(rgb, alpha) for role, (rgb, alpha) in colors.items()}
        self._fonts.clear()
        self._shelf.clear()
        self._app.setPalette(palette(self))
        self._app.setFont(self.font("base"))
        self._app.setStyleSheet(style_sheet(self, self._folder))

    def _wanted(self) -> str:
        if self._choice is not ThemeChoice.SYSTEM:
            return self._choice.value
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "high-contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _tell_system(self) -> None:
        """The title bar and the system's own dialogs follow the chosen theme."""
        scheme = {
            ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
            ThemeChoice.LIGHT: Qt.ColorScheme.Light,
        }.get(self._choice, Qt.ColorScheme.Dark)
        hints = self._app.styleHints()
        hints.blockSignals(True)
        hints.setColorScheme(scheme)
        hints.blockSignals(False)

    def _on_system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM and self._wanted() != self._name:
            self._apply()
            self.changed.emit()

    def _families(self, style: str) -> list[str]:
        if style != "code":
            return self._ui_families
        if not self._mono_families:
            self._mono_families = mono_families()
        return self._mono_families


def _of(app: QApplication) -> Theme | None:
    return app.findChild(Theme, OBJECT_NAME, Qt.FindChildOption.FindDirectChildrenOnly)


def text_width(font: QFont, text: str) -> int:
    """How many whole pixels a text needs."""
    return int(QFontMetricsF(font).horizontalAdvance(text) + 0.999)


def _within(percent: int) -> int:
    return max(PERCENT_RANGE[0], min(PERCENT_RANGE[1], percent))


def _color(rgb: str, alpha: float) -> QColor:
    color = QColor(rgb)
    color.setAlphaF(alpha)
    return color
