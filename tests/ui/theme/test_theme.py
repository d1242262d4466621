"""The theme: one place that everything asks for its look."""

from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gptdesk.domain.resources import resource_root
from gptdesk.domain.settings import ThemeChoice
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button

LIGHTEST = 0.03928


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    found = Theme.current()
    before = (found.choice, found.percent, found.language)
    yield found
    found.apply(choice=before[0], percent=before[1], language=before[2])


def test_there_is_one_theme_for_the_whole_app(theme: Theme) -> None:
    assert Theme.current() is theme
    assert theme.parent() is QApplication.instance()


def test_changing_the_theme_changes_colours_and_says_so_once(theme: Theme, qtbot: QtBot) -> None:
    theme.apply(choice=ThemeChoice.LIGHT)
    light = theme.color("surface")
    heard: list[str] = []
    theme.changed.connect(lambda: heard.append(theme.name))
    theme.apply(choice=ThemeChoice.DARK, percent=120)
    assert heard == ["dark"]
    assert theme.color("surface") != light
    assert QApplication.palette().color(QPalette.ColorRole.Window) == theme.color("surface")


def test_the_same_choice_again_changes_nothing(theme: Theme) -> None:
    theme.apply(choice=ThemeChoice.DARK)
    heard: list[None] = []
    theme.changed.connect(lambda: heard.append(None))
    theme.apply(choice=ThemeChoice.DARK)
    assert heard == []


def test_the_font_size_scales_text_and_what_is_measured_in_text(theme: Theme) -> None:
    theme.apply(percent=100)
    small = theme.font("base").pointSizeF()
    theme.apply(percent=200)
    assert theme.font("base").pointSizeF() == pytest.approx(2 * small)
    assert theme.px(36) == 72
    assert theme.line("reading") == 44


def test_the_font_size_stays_within_what_the_window_can_show(theme: Theme) -> None:
    theme.apply(percent=900)
    assert theme.percent == 200
    theme.apply(percent=1)
    assert theme.percent == 75


def test_chinese_has_taller_reading_lines_and_only_two_weights(theme: Theme) -> None:
    theme.apply(language="zh_CN", percent=100)
    assert theme.line("reading") == 24
    assert theme.font("button").weight() == theme.font("heading").weight() == 700
    assert theme.font("row-title").weight() == 400


def test_every_style_has_a_font_with_a_fallback_that_knows_chinese(theme: Theme) -> None:
    for style in ("tiny", "base", "code", "door-title", "listen", "key"):
        assert len(theme.font(style).families()) > 1
    assert theme.font("base").letterSpacing() == 0


def test_an_icon_takes_the_colour_of_its_role(theme: Theme) -> None:
    image = theme.pixmap("square-pen", "error", 20).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(20)
        for y in range(20)
        if image.pixelColor(x, y).alpha() > 250
    ]
    assert inked
    assert all(_near(color, theme.color("error")) for color in inked)


def test_an_icon_is_drawn_once_for_each_colour(theme: Theme) -> None:
    first = theme.pixmap("pin", "text", 20)
    assert theme.pixmap("pin", "text", 20).cacheKey() == first.cacheKey()
    assert theme.pixmap("pin", "accent", 20).cacheKey() != first.cacheKey()


def test_an_illustration_follows_the_theme(theme: Theme) -> None:
    theme.apply(choice=ThemeChoice.LIGHT)
    light = theme.illustration("chat").toImage()
    theme.apply(choice=ThemeChoice.DARK)
    assert theme.illustration("chat").toImage() != light


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_every_colour_pair_can_be_read(theme: Theme, name: str) -> None:
    theme.apply(choice=ThemeChoice(name))
    for ink, ground, least in PAIRS:
        found = contrast(theme.color(ink), theme.color(ground))
        assert found >= least, f"{ink} on {ground} in {name}: {found:.2f}"


PAIRS = [
    ("text", "surface", 13.0),
    ("accent-text", "surface", 7.9),
    ("text-quiet", "accent-soft-strong", 4.5),
    ("text-quiet", "surface", 4.5),
    ("text-quiet", "surface-sunken", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-hover", 4.5),
    ("field-border", "surface", 3.0),
    ("focus-ring", "surface", 3.0),
    *((level, f"{level}-soft", 4.5) for level in ("ok", "warn", "error")),
    ("accent-text", "accent-soft", 4.5),
]


def test_every_icon_that_the_design_names_is_there() -> None:
    tokens = json.loads((resource_root() / "themes" / "tokens.json").read_text("utf-8"))
    names = {name for name in tokens["icon"].values() if not name.startswith("filled ")}
    present = {path.stem for path in (resource_root() / "icons").glob("*.svg")}
    assert names <= present
    assert {"stop", "play", "pause"} <= present


def test_a_widget_that_is_gone_does_not_hear_of_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = Button("Gone")
    gone = weakref.ref(button)
    button.deleteLater()
    QApplication.sendPostedEvents(button)
    del button
    QApplication.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete
    gc.collect()
    theme.apply(choice=ThemeChoice.DARK)
    theme.apply(choice=ThemeChoice.LIGHT)
    assert gone() is None


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(20, 20, 20, 20)
    for name in ("one", "two"):
        button = Button(name, parent=window)
        button.setObjectName(name)
        layout.addWidget(button)
    field = QLineEdit(window)
    field.setObjectName("field")
    layout.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def _ring(window: QWidget) -> QWidget | None:
    rings = [
        child
        for child in window.findChildren(QWidget)
        if type(child).__name__ == "_Frame" and child.isVisible()
    ]
    assert len(rings) <= 1
    return rings[0] if rings else None


def test_tab_draws_one_ring_around_the_button(row: QWidget, qtbot: QtBot) -> None:
    one, two = (row.findChild(Button, name) for name in ("one", "two"))
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert _ring(row) is None
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    ring = _ring(row)
    assert ring is not None
    assert ring.geometry() == two.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_moves_with_its_button(row: QWidget, qtbot: QtBot) -> None:
    one, two = (row.findChild(Button, name) for name in ("one", "two"))
    one.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    two.move(two.x() + 7, two.y())
    ring = _ring(row)
    assert ring is not None
    assert ring.x() == two.x() - 4


def test_a_field_shows_the_keyboard_by_its_outline_and_not_by_a_ring(
    row: QWidget, qtbot: QtBot
) -> None:
    two = row.findChild(Button, "two")
    two.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.keyClick(two, Qt.Key.Key_Tab)
    assert row.findChild(QLineEdit, "field").hasFocus()
    assert _ring(row) is None


def contrast(ink: QColor, ground: QColor) -> float:
    """The ratio of WCAG 2."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= LIGHTEST else ((part + 0.055) / 1.055) ** 2.4


def _near(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(first - second) <= 3 for first, second in pairs)
