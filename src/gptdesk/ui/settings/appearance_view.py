"""Appearance: theme and font size, both seen at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gptdesk.domain.settings import ThemeChoice
from gptdesk.ui.settings.form_row import FormRow
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import Segments, Slider
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

STEP = 5
SMALLEST, LARGEST = 75, 200


class AppearanceView(SectionPage):
    """Signals:
    theme_chosen: a value of ThemeChoice.
    font_percent_chosen: the size of all text.
    """

    theme_chosen = Signal(str)
    font_percent_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Segments()
        self._theme.setObjectName("settings.theme")
        self._theme.chosen.connect(self.theme_chosen)
        self._theme_row = FormRow(self._theme)
        self._size_row = self._build_size()
        self._preview = Label(style="base", role="text")
        self._preview.setWordWrap(True)
        self._size_row.add_hint(self._preview)
        self.column.addWidget(self._theme_row)
        self.column.addWidget(self._size_row)
        self._retranslate()
        self._measure()

    def show_theme(self, theme: str) -> None:
        self._theme.choose(theme)

    def show_font_percent(self, percent: int) -> None:
        self._size.blockSignals(True)
        self._size.setValue(percent // STEP)
        self._size.blockSignals(False)
        self._show_percent(percent)

    def _build_size(self) -> FormRow:
        """While the mouse drags, only the sample grows: the slider must stay where it is."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._size = _Slider()
        self._size.setObjectName("settings.font_size")
        self._size.setRange(SMALLEST // STEP, LARGEST // STEP)
        self._size.setPageStep(25 // STEP)
        self._size.valueChanged.connect(self._on_size_changed)
        self._size.sliderReleased.connect(lambda: self._on_size_changed(self._size.value()))
        self._percent = Label(style="base")
        self._normal = Button(kind="soft", small=True)
        self._normal.setObjectName("settings.font_size.normal")
        self._normal.clicked.connect(lambda: self._size.setValue(100 // STEP))
        row.addWidget(self._size, 1)
        row.addWidget(self._percent)
        row.addWidget(self._normal)
        return FormRow(holder)

    def _on_size_changed(self, steps: int) -> None:
        self._show_percent(steps * STEP)
        if self._size.isSliderDown():
            return
        self.font_percent_chosen.emit(steps * STEP)

    def _show_percent(self, percent: int) -> None:
        self._percent.setText(translate("Settings", "{percent} %").format(percent=percent))
        self._normal.setEnabled(percent != 100)
        font = Theme.current().font("base")
        font.setPointSizeF(font.pointSizeF() * percent / Theme.current().percent)
        self._preview.setFont(font)

    def _measure(self) -> None:
        super()._measure()
        self._show_percent(self._size.value() * STEP)

    def _retranslate(self) -> None:
        self.set_heading(translate("Settings", "Appearance"))
        self._theme_row.set_label(translate("Settings", "Theme"))
        self._theme.set_options(
            [
                (ThemeChoice.SYSTEM.value, translate("Settings", "System")),
                (ThemeChoice.LIGHT.value, translate("Settings", "Light")),
                (ThemeChoice.DARK.value, translate("Settings", "Dark")),
                (ThemeChoice.HIGH_CONTRAST.value, translate("Settings", "High contrast")),
            ]
        )
        self._size_row.set_label(translate("Settings", "Font size"))
        self._size.setAccessibleName(translate("Settings", "Font size"))
        self._normal.setText(translate("Settings", "Back to 100 %"))
        self._preview.setText(
            translate("Settings", "This is how large an answer will be. 回答的文字就是这么大。")
        )


class _Slider(Slider):
    """Counts as held from the first press on: its first step must not resize it either."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
        super().mousePressEvent(event)
