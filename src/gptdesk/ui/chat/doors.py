"""The first start: ways to begin while nothing can answer yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gptdesk.domain.local_servers import LocalServer
from gptdesk.domain.packs import InstallProgress
from gptdesk.ui.chat.door import WIDTH, Door
from gptdesk.ui.chat.localway import LocalWay
from gptdesk.ui.chat.sizes import progress_text, size_text
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.progress import ProgressBar

translate = QCoreApplication.translate

GAP = 16
ROOMY = 480
"""Lower than this, the doors show less."""


class Doors(QScrollArea):
    """Two cards of equal rank; the free one has the filled button.

    Signals:
        install_requested: fetch the offline pack, or go on fetching it.
        stop_requested: end the download and keep what arrived.
        key_requested: the person has a key.
        local_requested: a program of this computer is to answer.
        shown: they have come into sight.
        notice_action: a button of the notice was pressed.
        faq_requested: the FAQ entry of the notice.
    """

    install_requested = Signal()
    stop_requested = Signal()
    key_requested = Signal()
    local_requested = Signal()
    shown = Signal()
    notice_action = Signal(str)
    faq_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.doors")
        self._sizes: dict[str, int] = {}
        self._size = 0
        self._present = 0
        self._inside = QWidget()
        self._title = Label(style="title", parent=self._inside)
        self._subtitle = Label(style="reading", role="text-quiet", parent=self._inside)
        self._pack = Door("package", self._inside)
        self._key = Door("key-round", self._inside)
        self.install = Button(kind="primary", icon="download", parent=self._pack)
        self.stop = Button(kind="soft", icon="stop", parent=self._pack)
        self.key = Button(kind="line", icon="clipboard-paste", parent=self._key)
        self._bar = ProgressBar(self._pack)
        self._progress = Label(style="secondary", role="text-quiet", parent=self._pack)
        self._local = LocalWay(self._inside)
        self.notice = Notice(self._inside)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._retranslate()
        self.show_offer()

    def set_sizes(self, sizes: Mapping[str, int], present: int = 0) -> None:
        """How large the part for each task is, and how much of all is here already."""
        self._sizes, self._size, self._present = dict(sizes), sum(sizes.values()), present
        self._retranslate()

    def set_local(self, servers: Sequence[LocalServer]) -> None:
        """Programs of this computer that answer already; often there is none."""
        self._local.set_servers(servers)

    def show_offer(self) -> None:
        """The door is closed: its button opens it."""
        self._show_running(False)

    def show_progress(self, progress: InstallProgress) -> None:
        self._show_running(True)
        self._present = progress.done if progress.phase == "download" else self._present
        is_known = progress.phase == "download" and progress.total > 0
        self._bar.set_fraction(progress.done / progress.total if is_known else None)
        self._progress.setText(progress_text(progress))
        self._bar.setAccessibleDescription(progress_text(progress))
        self.notice.dismiss()

    def show_started(self) -> None:
        """Pressed, but nothing has arrived yet."""
        self._show_running(True)
        self._bar.set_fraction(None)
        self._progress.setText(translate("Doors", "Looking for the files…"))
        self.notice.dismiss()

    def reveal_notice(self) -> None:
        """With a large font it may lie below the edge. The next step is in it now."""
        self.install.set_kind("line")
        layout = self._inside.layout()
        assert layout is not None
        layout.activate()
        self.ensureWidgetVisible(self.notice)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show_running(self, running: bool) -> None:
        had_focus = self.install.hasFocus() or self.stop.hasFocus()
        self.install.setVisible(not running)
        for widget in (self.stop, self._bar, self._progress):
            widget.setVisible(running)
        if had_focus:
            (self.stop if running else self.install).setFocus()
        if not running:
            self.install.set_kind("primary")
            self._retranslate()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons scroll it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.install.setObjectName("chat.door.install")
        self.stop.setObjectName("chat.door.stop")
        self.key.setObjectName("chat.door.key")
        self._progress.setWordWrap(True)
        for button in (self.install, self.stop, self.key):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (self._bar, self._progress, self.install, self.stop):
            self._pack.foot.addWidget(widget)
        self._key.foot.addWidget(self.key)
        self._cards.setSpacing(GAP)
        self._cards.addWidget(self._pack)
        self._cards.addWidget(self._key)
        self._lay_out()
        self.setWidget(self._inside)
        self.install.clicked.connect(self.install_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.key.clicked.connect(self.key_requested)
        self._local.use.clicked.connect(self.local_requested)
        self.notice.action.connect(self.notice_action)
        self.notice.faq_requested.connect(self.faq_requested)
        Theme.current().changed.connect(self._arrange)

    def _lay_out(self) -> None:
        for label in (self._title, self._subtitle):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = self._column = QVBoxLayout(self._inside)
        layout.setContentsMargins(16, 24, 16, 24)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        layout.addWidget(self._subtitle)
        layout.addSpacing(20)
        # What has an alignment would not get the height that its wrapped texts ask for
        for item in (self._cards, self._local, self.notice):
            row = QHBoxLayout()
            row.addStretch(1)
            if isinstance(item, QBoxLayout):
                row.addLayout(item)
            else:
                row.addWidget(item)
            row.addStretch(1)
            layout.addLayout(row)
            layout.addSpacing(GAP if item is not self._local else 0)
        layout.addStretch(1)

    def _arrange(self) -> None:
        """Side by side where there is room, otherwise one below the other."""
        wide = 2 * Theme.current().px(WIDTH) + GAP
        fits = self.viewport().width() >= wide + 32
        direction = QBoxLayout.Direction
        self._cards.setDirection(direction.LeftToRight if fits else direction.TopToBottom)
        self._set_low(fits and self.viewport().height() < Theme.current().px(ROOMY))
        for widget in (self._local, self.notice):
            widget.setFixedWidth(min(wide, max(240, self.viewport().width() - 32)))

    def _set_low(self, is_low: bool) -> None:
        """In a low window the buttons are to be seen without scrolling."""
        self._subtitle.setVisible(not is_low)
        for door in (self._pack, self._key):
            door.set_low(is_low)
        edge = 8 if is_low else 24
        self._column.setContentsMargins(16, edge, 16, edge)

    def _retranslate(self) -> None:
        self._title.setText(translate("Doors", "Hello. How would you like to begin?"))
        self._subtitle.setText(
            translate("Doors", "Both ways work, and you can take the other one at any time.")
        )
        self._pack.set_texts(
            translate("Doors", "Try it without a key"),
            translate(
                "Doors",
                "Install the offline pack: small models then answer, read aloud and write down "
                "speech on this computer, also without internet.",
            ),
            (
                translate("Doors", "Free of charge"),
                self._size_fact(),
                translate("Doors", "Nothing leaves this computer"),
            ),
        )
        self._key.set_texts(
            translate("Doors", "I have a key"),
            translate(
                "Doors",
                "Paste the key of OpenAI, DeepSeek or a compatible service; it is checked at once.",
            ),
            (
                translate("Doors", "Stray spaces are removed"),
                translate("Doors", "Kept only in the system's keyring"),
                translate("Doors", "Can be changed in Settings"),
            ),
        )
        self._retranslate_buttons()

    def _size_fact(self) -> str:
        size = size_text(self._size) if self._size else "…"
        if self._present:
            text = translate("Doors", "{done} of {size} are here already")
            return text.format(done=size_text(self._present), size=size)
        if len(self._sizes) > 1:
            text = translate("Doors", "One download of {size}: {parts}")
            return text.format(size=size, parts=_parts_text(self._sizes))
        return translate("Doors", "One download of {size}").format(size=size)

    def _retranslate_buttons(self) -> None:
        if self._present:
            self.install.setText(translate("Doors", "Go on with the download"))
        else:
            self.install.setText(translate("Doors", "Install the offline pack"))
        self.stop.setText(translate("Doors", "Stop"))
        self.key.setText(translate("Doors", "Paste a key"))
        self._bar.setAccessibleName(translate("Doors", "Download of the offline pack"))
        self.setAccessibleName(translate("Doors", "Ways to begin"))
        for button in (self.install, self.stop, self.key):
            button.setAccessibleName(button.text())


def _parts_text(sizes: Mapping[str, int]) -> str:
    """What each part of the download is for, with its size."""
    names = {
        "chat": translate("Doors", "chat {size}", "part of a download"),
        "speech": translate("Doors", "speech {size}", "part of a download"),
        "transcription": translate("Doors", "transcription {size}", "part of a download"),
    }
    parts = [names.get(task, "{size}").format(size=_unbroken(n)) for task, n in sizes.items()]
    return translate("Doors", ", ", "between parts of a download").join(parts)


def _unbroken(count: int) -> str:
    """A size that stays in one line."""
    return size_text(count).replace(" ", "\u00a0")
