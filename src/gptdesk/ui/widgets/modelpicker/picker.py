"""The pop-up in which a model is chosen, for every tab that needs one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.domain.catalogue import Task
from gptdesk.domain.offered import ModelOverride
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import SearchField
from gptdesk.ui.widgets.modelpicker.model import PickerModel
from gptdesk.ui.widgets.modelpicker.rows import Shelf, rows_for, shelf_of
from gptdesk.ui.widgets.modelpicker.values import ModelGroup, Row, Standing
from gptdesk.ui.widgets.modelpicker.view import PickerView
from gptdesk.ui.widgets.modelpicker.words import spoken
from gptdesk.ui.widgets.painting import panel

if TYPE_CHECKING:
    from gptdesk.ui.widgets.modelpicker.abilities import AbilitiesPanel

translate = QCoreApplication.translate

WIDTH = 520
TALLEST = 460
LOWEST = 160
MOST_SEEN = 30
MARGIN = 6
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ModelPicker(QFrame):
    """A field to search in, the models by group, and at the foot what can be done beside choosing.

    The keyboard stays in the field; arrows move in the list.

    Signals:
        chosen: connection id and model.
        setup_requested: the person wants another connection.
        override_saved: connection id, model and what the person says of it, empty to take it back.
    """

    chosen = Signal(str, str)
    setup_requested = Signal()
    override_saved = Signal(str, str, object)

    def __init__(
        self,
        parent: QWidget,
        task: Task = Task.CHAT,
        name: str = "chat.models",
        today: Callable[[], date] = date.today,
        *,
        can_override: bool = True,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(name)
        self._task = task
        self._today = today
        self._groups: tuple[ModelGroup, ...] = ()
        self._shelf = Shelf((), ())
        self._current = ("", "")
        self._anchor: QWidget | None = None
        self._stack = QStackedWidget(self)
        self._front = QWidget(self._stack)
        self._search = SearchField(self._front)
        self._list = PickerView(PickerModel(self), self._front)
        self._able = Button(kind="ghost", icon="wrench", small=True, parent=self._front)
        self._instead = Button(kind="tint", small=True, parent=self._front)
        self._setup = Button(kind="ghost", icon="settings", small=True, parent=self._front)
        self._able.setVisible(task is Task.CHAT)  # what it asks for concerns conversations alone
        self._build()
        self._able.setVisible(can_override)
        self._connect()
        self._retranslate()

    @cached_property
    def abilities(self) -> AbilitiesPanel:
        """What the person says of a model; made when somebody wants to say something."""
        from gptdesk.ui.widgets.modelpicker.abilities import AbilitiesPanel

        made = AbilitiesPanel(self._stack)
        self._stack.addWidget(made)
        made.closed.connect(self._show_front)
        made.saved.connect(self._on_saved)
        return made

    @property
    def rows(self) -> Sequence[Row]:
        return self._list.rows.rows

    def set_groups(self, groups: Sequence[ModelGroup], current: tuple[str, str]) -> None:
        """What can be chosen; what was typed and where the list stands stay."""
        if (tuple(groups), current) == (self._groups, self._current):
            return
        self._groups = tuple(groups)
        self._current = current
        if self.isVisible():
            self._shelf = shelf_of(self._groups, self._today())
            before = self._list.current_row()
            is_moved = before is not None and before.choice != self._current
            self._fill(before if is_moved or self._search.text() else None)
            self._place()
            if not is_moved:
                self._list.scrollTo(self._list.currentIndex())

    def open_above(self, button: QWidget) -> None:
        """Where there is no room above, it opens below."""
        self._show_front()
        self._shelf = shelf_of(self._groups, self._today())
        blocked = self._search.blockSignals(True)
        self._search.clear()
        self._search.blockSignals(blocked)
        self._anchor = button
        self._fill()
        self._place()
        self.show()
        self._list.scrollTo(self._list.currentIndex())
        self._search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows typed into the field move in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _LIST_KEYS:
                self._list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._list.choose_current()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_front = self._stack.currentWidget() is self._front
        if is_front and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list.choose_current()
        elif not is_front and event.key() == Qt.Key.Key_Escape:
            self._show_front()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        fill, border = theme.color("surface-raised"), theme.color("hairline")
        panel(QPainter(self), self.rect(), 0, fill, border)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._front)
        column = QVBoxLayout(self._front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._instead, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setSpacing(MARGIN)
        foot.addWidget(self._able)
        foot.addStretch(1)
        foot.addWidget(self._setup)
        column.addLayout(foot)
        self._list.setObjectName(f"{self.objectName()}.list")
        self._search.setObjectName(f"{self.objectName()}.search")

    def _connect(self) -> None:
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_typed)
        self._list.chosen.connect(self._choose)
        self._list.current_row_changed.connect(self._show_foot)
        self._able.clicked.connect(self._on_able)
        self._instead.clicked.connect(self._on_instead)
        self._setup.clicked.connect(self._on_setup)

    def _fill(self, before: Row | None = None) -> None:
        """`before` was the current row, which stays it if it is still there."""
        scrolled = self._list.verticalScrollBar().value()
        rows = rows_for(self._shelf, self._search.text(), self._task, self._current)
        self._list.painter.chosen = self._current
        self._list.painter.with_connection = len(self._groups) > 1
        self._list.set_rows(rows)
        wanted = before.choice if before is not None else self._current
        is_searching = bool(self._search.text().strip()) and before is None
        self._list.setCurrentIndex(self._list.rows.first(None if is_searching else wanted))
        if before is not None:
            self._list.verticalScrollBar().setValue(scrolled)
        self._show_foot()

    def _on_typed(self) -> None:
        self._fill()

    def _place(self) -> None:
        """As high as the rows need, above the button; below it where there is no room."""
        if self._anchor is None:
            return
        screen = self._anchor.screen().availableGeometry()
        self.setFixedSize(*self._size(screen.width(), screen.height()))
        corner = self._anchor.mapToGlobal(QPoint(0, -self.height() - MARGIN))
        if corner.y() < screen.top():
            corner.setY(self._anchor.mapToGlobal(QPoint(0, self._anchor.height() + MARGIN)).y())
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(max(screen.top(), min(corner.y(), screen.bottom() - self.height())))
        self.move(corner)

    def _size(self, widest: int, highest: int) -> tuple[int, int]:
        theme = Theme.current()
        rows = self._list.rows
        seen = range(min(rows.rowCount(), MOST_SEEN))
        needed = sum(self._list.sizeHintForIndex(rows.index(number)).height() for number in seen)
        around = self._search.sizeHint().height() + self._setup.sizeHint().height() + 5 * MARGIN
        if not self._instead.isHidden():
            around += self._instead.sizeHint().height() + MARGIN
        tallest = min(theme.px(TALLEST), highest - theme.px(120))
        height = around + max(theme.px(LOWEST), min(needed + 4, tallest - around))
        return min(theme.px(WIDTH), widest), height

    def _show_front(self) -> None:
        self._stack.setCurrentWidget(self._front)
        self._search.setFocus()

    def _show_foot(self) -> None:
        row = self._list.current_row()
        offer = row.offer if row is not None else None
        self._able.setEnabled(offer is not None)
        # The keyboard stays in the field, so what Enter would choose is said there
        self._search.setAccessibleDescription(spoken(row) if row is not None else "")
        successor = ""
        if row is not None and offer is not None and row.standing is not Standing.LASTING:
            successor = offer.facts.successor
        self._instead.setVisible(bool(successor))
        text = translate("ModelPicker", "Use {successor} instead")
        self._instead.setText(text.format(successor=successor))

    def _choose(self, connection_id: str, model: str) -> None:
        self.hide()
        self.chosen.emit(connection_id, model)

    def _on_instead(self) -> None:
        row = self._list.current_row()
        if row is not None and row.offer is not None:
            self._choose(row.connection_id, row.offer.facts.successor)

    def _on_able(self) -> None:
        row = self._list.current_row()
        if row is not None and row.offer is not None:
            self.abilities.show_model(row.offer, row.text)
            self._stack.setCurrentWidget(self.abilities)
            self.abilities.setFocus()

    def _on_saved(self, connection_id: str, model: str, override: ModelOverride) -> None:
        self._show_front()
        self.override_saved.emit(connection_id, model, override)

    def _on_setup(self) -> None:
        self.hide()
        self.setup_requested.emit()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("ModelPicker", "Choose a model"))
        search = translate("ModelPicker", "Search models, or type any name")
        self._search.setPlaceholderText(search)
        self._search.setAccessibleName(search)
        self._list.setAccessibleName(translate("ModelPicker", "Models by group"))
        self._setup.setText(translate("ModelPicker", "Set up connections…"))
        self._able.setText(translate("ModelPicker", "What this model can do…"))
        self._able.setToolTip(
            translate(
                "ModelPicker",
                "Correct what gptdesk knows of the model, for example that it looks at pictures.",
            )
        )
        self._show_foot()
