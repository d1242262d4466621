"""The chosen model; pressed, it opens the list of models."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.domain.tasks import Task
from gptdesk.ui.widgets.modelpicker.values import ModelGroup
from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

if TYPE_CHECKING:
    from gptdesk.ui.widgets.modelpicker.picker import ModelPicker

translate = QCoreApplication.translate


class ModelButton(Painted):
    """Looks like a field.

    Signals:
        picked: connection id and model.
        opened: somebody looks at the list.
        setup_requested: another connection is wanted.
    """

    picked = Signal(str, str)
    opened = Signal()
    setup_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("line", parent)
        self.setObjectName("images.model")
        self._groups: tuple[ModelGroup, ...] = ()
        self._current = ("", "")
        self._label = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 8)
        self.clicked.connect(self.open)
        self._retranslate()

    @cached_property
    def popup(self) -> ModelPicker:
        """Made when somebody wants to choose."""
        from gptdesk.ui.widgets.modelpicker.picker import ModelPicker

        picker = ModelPicker(self, Task.IMAGES, "images.models", can_override=False)
        picker.chosen.connect(self.picked)
        picker.setup_requested.connect(self.setup_requested)
        return picker

    @property
    def current(self) -> tuple[str, str]:
        return self._current

    @property
    def label(self) -> str:
        return self._label

    def set_models(self, groups: Sequence[ModelGroup], current: tuple[str, str]) -> None:
        self._groups, self._current = tuple(groups), current
        group = next((g for g in groups if g.connection_id == current[0]), None)
        self._label = group.label(current[1]) if group is not None else current[1]
        if "popup" in self.__dict__:
            self.popup.set_groups(self._groups, current)
        self._retranslate()

    def open(self) -> None:
        self.popup.set_groups(self._groups, self._current)
        self.popup.open_above(self)
        self.opened.emit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        fill = "fill" if self.underMouse() or self.isDown() else "surface"
        radius = self._theme.radius("control")
        panel(painter, self.rect(), radius, color(fill), color("field-border"))
        padding, size = self._theme.px(12), self._theme.icon_size(16)
        room = QRect(padding, 0, self.width() - 2 * padding - size - 8, self.height())
        elide = Qt.TextElideMode.ElideRight
        font = self._theme.font("base")
        shown = self.fontMetrics().elidedText(self.text(), elide, room.width())
        role = "text" if self._current[1] else "text-quiet"
        text_in(painter, room, shown, font, color(role))
        place = QRect(self.width() - padding - size, 0, size, self.height())
        icon_at(painter, place, "chevron-down", "text", size)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setText(self._label or translate("Images", "Choose a model"))
        self.setFont(self._theme.font("base"))
        self.setAccessibleName(translate("Images", "Model"))
        self.setAccessibleDescription(self.text())
        self.update()
