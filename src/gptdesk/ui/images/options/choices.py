"""All choices for a picture in one column, grey where the model does not take them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.domain.image_options import ImageOptions, Option, OptionName, Why
from gptdesk.domain.images import PictureSettings
from gptdesk.ui.images.options.fold import Fold
from gptdesk.ui.images.options.number_row import NumberRow
from gptdesk.ui.images.options.size_row import SizeRow
from gptdesk.ui.images.options.words_row import WordsRow
from gptdesk.ui.images.words import moderation_title

translate = QCoreApplication.translate

GAP = 16
HIDDEN_WHEN_REFUSED = (OptionName.FIDELITY, OptionName.FRAMES, OptionName.FRAME_TIME)
"""Only few models have them: where they cannot be had, nobody looks for them."""


class Choices(QWidget):
    """Gives and takes settings; connection and model are chosen elsewhere.

    Signals:
        changed: the settings are different now.
        fix_requested: a Fix that makes something grey possible.
    """

    changed = Signal()
    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = PictureSettings()
        self.size_row = SizeRow(self)
        self.quality = WordsRow(OptionName.QUALITY, self)
        self.count = NumberRow(OptionName.COUNT, self)
        self.format = WordsRow(OptionName.FORMAT, self, as_list=True)
        self.background = WordsRow(OptionName.BACKGROUND, self)
        self.fidelity = WordsRow(OptionName.FIDELITY, self)
        self.more = Fold("images.more", self, icon="sliders-horizontal")
        inside = self.more.inside
        self.compression = NumberRow(OptionName.COMPRESSION, inside, step=5)
        self.moderation = WordsRow(OptionName.MODERATION, inside, title_of=moderation_title)
        self.manner = WordsRow(OptionName.STYLE, inside)
        self.complexity = WordsRow(OptionName.COMPLEXITY, inside)
        self.partials = NumberRow(OptionName.PARTIALS, inside)
        self.frames = NumberRow(OptionName.FRAMES, inside)
        self.frame_time = NumberRow(OptionName.FRAME_TIME, inside, step=10)
        self._words = {
            OptionName.QUALITY: self.quality,
            OptionName.FORMAT: self.format,
            OptionName.BACKGROUND: self.background,
            OptionName.FIDELITY: self.fidelity,
            OptionName.MODERATION: self.moderation,
            OptionName.STYLE: self.manner,
            OptionName.COMPLEXITY: self.complexity,
        }
        self._numbers = {
            OptionName.COUNT: self.count,
            OptionName.COMPRESSION: self.compression,
            OptionName.PARTIALS: self.partials,
            OptionName.FRAMES: self.frames,
            OptionName.FRAME_TIME: self.frame_time,
        }
        self._build()
        self._connect()
        self._retranslate()

    @property
    def settings(self) -> PictureSettings:
        return self._settings

    @property
    def is_good(self) -> bool:
        """Whether the size that is being typed may be sent."""
        return self.size_row.is_good

    def show_settings(self, settings: PictureSettings, options: ImageOptions, model: str) -> None:
        """What holds, and what could be chosen instead; `model` as people call it."""
        self._settings = settings
        kind = settings.format or str(options.option(OptionName.FORMAT).usual or "")
        self.size_row.show_size(options.sizes, settings.size)
        for name, row in self._words.items():
            option = options.options.get(name)
            row.setVisible(_is_worth_showing(option))
            if option is not None:
                row.show_option(option, str(getattr(settings, name.value)), model, kind)
        for name, number in self._numbers.items():
            option = options.options.get(name)
            number.setVisible(_is_worth_showing(option))
            if option is not None:
                number.show_option(option, getattr(settings, name.value), model, kind)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(12)
        side_by_side.addWidget(self.count, 1)
        side_by_side.addWidget(self.format, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.size_row)
        layout.addWidget(self.quality)
        layout.addLayout(side_by_side)
        layout.addWidget(self.background)
        layout.addWidget(self.fidelity)
        layout.addWidget(self.more)
        column = QVBoxLayout(self.more.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for row in (
            self.partials,
            self.compression,
            self.moderation,
            self.manner,
            self.complexity,
            self.frames,
            self.frame_time,
        ):
            column.addWidget(row)

    def _connect(self) -> None:
        self.size_row.changed.connect(partial(self._take, "size"))
        for name, row in self._words.items():
            row.changed.connect(partial(self._take, name.value))
            row.fix_requested.connect(self.fix_requested)
        for name, number in self._numbers.items():
            number.changed.connect(partial(self._take, name.value))
            number.fix_requested.connect(self.fix_requested)

    def _take(self, field: str, value: str | int) -> None:
        change: Callable[..., PictureSettings] = replace
        self._settings = change(self._settings, **{field: value})
        self.changed.emit()

    def _retranslate(self) -> None:
        self.more.set_title(translate("Images", "More settings"))


def _is_worth_showing(option: Option | None) -> bool:
    if option is None:
        return False
    if option.refused is None:
        return bool(option.choices) or option.most > option.least or option.most > 0
    is_rare = option.name in HIDDEN_WHEN_REFUSED
    return not (is_rare or (option.refused.why is Why.WAY and option.refused.fix is None))
