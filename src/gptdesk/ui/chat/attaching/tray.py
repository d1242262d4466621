"""The pictures above the text that is being written, and what is to be said about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.chat.activity import ActivityLine
from gptdesk.ui.chat.attaching.chip import PictureChip
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.thumbnails import Thumbnails

translate = QCoreApplication.translate


class PictureTray(QWidget):
    """Takes no room while it is empty.

    Signals:
        opened: the place of the picture that is to be seen large.
        removed: the place of the picture that is to go.
        link_pressed: the word at the end of the hint.
        left: the keyboard has nothing left here.
    """

    opened = Signal(int)
    removed = Signal(int)
    link_pressed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.pictures")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.thumbnails: Thumbnails | None = None
        self._chips: list[PictureChip] = []
        self.notice = Notice(self, small=True, closable=True)
        self.hint = ActivityLine(self)
        self.hint.setObjectName("chat.picture_hint")
        self.hint.set_flush()
        self._row = QWidget(self)
        self._flow = FlowRow(self._row, gap=12)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.notice)
        layout.addWidget(self.hint)
        layout.addWidget(self._row)
        self.hint.pressed.connect(self.link_pressed)
        self.notice.dismissed.connect(self._fit)
        self._fit()
        self._retranslate()

    @property
    def chips(self) -> Sequence[PictureChip]:
        """In the order in which they are sent."""
        return self._chips

    @property
    def is_preparing(self) -> bool:
        return any(chip.is_busy for chip in self._chips)

    def add(self, name: str) -> PictureChip:
        """One more, still being prepared."""
        chip = PictureChip(name, self.thumbnails, self._row)
        chip.clicked.connect(lambda: self._on_clicked(chip))
        chip.removed.connect(lambda: self.removed.emit(self._chips.index(chip)))
        chip.moved.connect(lambda step: self._move(chip, step))
        self._chips.append(chip)
        self._flow.addWidget(chip)
        chip.show()
        self._fit()
        return chip

    def take(self, place: int) -> None:
        """Take one away; the keyboard goes to its neighbour, or back to the text."""
        chip = self._chips.pop(place)
        had_focus = chip.hasFocus()
        self._flow.take(chip)
        self._fit()
        if had_focus and self._chips:
            self._chips[min(place, len(self._chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.left.emit()

    def clear(self) -> None:
        for place in range(len(self._chips) - 1, -1, -1):
            self.take(place)
        self.say("")
        self.notice.dismiss()

    def say(self, text: str, link: str = "") -> None:
        """A hint above the pictures; an empty one goes."""
        self.hint.say(text, link=link, moving=False, icon="info" if text else "")
        self._fit()

    def complain(self, title: str, sentences: Sequence[str]) -> None:
        """Say which files were not taken, each with its reason."""
        self.notice.show_message("warn", title, "\n".join(sentences))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_clicked(self, chip: PictureChip) -> None:
        if not chip.is_busy:
            self.opened.emit(self._chips.index(chip))

    def _move(self, chip: PictureChip, step: int) -> None:
        place = self._chips.index(chip) + step
        if 0 <= place < len(self._chips):
            self._chips[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self._row.setVisible(bool(self._chips))
        # In a low window the page gives way, not the line that says what is sent
        self._row.setMinimumHeight(max((c.sizeHint().height() for c in self._chips), default=0))
        shown = bool(self._chips) or bool(self.hint.text) or not self.notice.isHidden()
        self.setVisible(shown)
        self.updateGeometry()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Attach", "Pictures that are sent with the message"))
