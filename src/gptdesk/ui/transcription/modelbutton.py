"""The field that names the model and opens the shared choice of models."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gptdesk.domain.tasks import Task
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

if TYPE_CHECKING:
    from gptdesk.ui.widgets.modelpicker.picker import ModelPicker
    from gptdesk.ui.widgets.modelpicker.values import ModelGroup

translate = QCoreApplication.translate


class ModelField(QAbstractButton):
    """Looks like a field with a choice.

    Signals:
        chosen: connection id and model.
        opened: somebody looks at the list.
        setup_requested: the person wants another connection.
        override_saved: connection id, model, and what the person says of it.
    """

    chosen = Signal(str, str)
    opened = Signal()
    setup_requested = Signal()
    override_saved = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.model")
        self._theme = Theme.current()
        self._groups: Sequence[ModelGroup] = ()
        self._current = ("", "")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self._theme.changed.connect(self.updateGeometry)
        self._retranslate()

    @cached_property
    def picker(self) -> ModelPicker:
        from gptdesk.ui.widgets.modelpicker.picker import ModelPicker

        made = ModelPicker(self, Task.TRANSCRIPTION, "transcription.models")
        made.chosen.connect(self.chosen)
        made.setup_requested.connect(self.setup_requested)
        made.override_saved.connect(self.override_saved)
        return made

    def set_groups(self, groups: Sequence[ModelGroup], current: tuple[str, str]) -> None:
        self._groups, self._current = groups, current
        group = next((one for one in groups if one.connection_id == current[0]), None)
        label = group.label(current[1]) if group is not None else current[1]
        self.setText(label)
        self._retranslate()
        if "picker" in self.__dict__:
            self.picker.set_groups(groups, current)
        self.update()

    def first_of(self, connection_id: str) -> str:
        """The first model of a connection; empty where it offers none."""
        groups = (one for one in self._groups if one.connection_id == connection_id)
        return next((group.models[0].name for group in groups if group.models), "")

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(36))

    minimumSizeHint = sizeHint

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        fill = theme.color("fill" if self.underMouse() or self.isDown() else "surface")
        panel(painter, self.rect(), theme.radius("control"), fill, theme.color("field-border"))
        padding, size = theme.px(12), theme.icon_size(16)
        room = QRect(padding, 0, self.width() - 2 * padding - size - 8, self.height())
        font = theme.font("base")
        text = self.text() or translate("Transcription", "No model yet")
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        text_in(painter, room, shown, font, theme.color("text" if self.text() else "text-quiet"))
        arrow = QRect(self.width() - padding - size, 0, size, self.height())
        icon_at(painter, arrow, "chevron-down", "text", size)

    def _open(self) -> None:
        self.picker.set_groups(self._groups, self._current)
        self.picker.open_above(self)
        self.opened.emit()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Transcription", "Model"))
        self.setAccessibleDescription(self.text())
        self.setToolTip(self.text())
