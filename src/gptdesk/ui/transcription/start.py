"""The empty page: what to do first, what is needed, and a sample to try."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

MARGIN = 24
WIDEST = 440
PICTURE = (160, 128)


class StartPage(QWidget):
    """A place to drop files on, with three doors.

    Signals:
        open_requested, record_requested, sample_requested: a door was pressed.
    """

    open_requested = Signal()
    record_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.empty")
        self._theme = Theme.current()
        self._column = QWidget(self)
        self._picture = _Picture(self._column)
        self._title = Label(style="strong", parent=self._column)
        self._text = Label(style="secondary", role="text-quiet", parent=self._column)
        self._kinds = Label(style="secondary", role="text-quiet", parent=self._column)
        self._doors = QWidget(self._column)
        self.open = Button(kind="primary", icon="folder-open", parent=self._doors)
        self.record = Button(kind="line", icon="mic", parent=self._doors)
        self.sample = Button(kind="link", icon="play", parent=self._column)
        self.open.setObjectName("transcription.open_first")
        self.record.setObjectName("transcription.record_first")
        self.sample.setObjectName("transcription.sample")
        self._build()
        self._retranslate()

    def set_can_start(self, wanted: bool) -> None:
        """Whether anything can write down; where not, a notice says what to do first."""
        self.open.set_kind("primary" if wanted else "line")
        self.sample.setVisible(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("button-border"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._theme.radius("card")
        area = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.drawRoundedRect(area, radius, radius)

    def _build(self) -> None:
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(8)
        for label in (self._title, self._text, self._kinds):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addSpacing(8)
        doors = QHBoxLayout(self._doors)
        doors.setContentsMargins(0, 0, 0, 0)
        doors.setSpacing(8)
        doors.addStretch(1)
        doors.addWidget(self.open)
        doors.addWidget(self.record)
        doors.addStretch(1)
        layout.addWidget(self._doors)
        layout.addSpacing(4)
        layout.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignHCenter)
        self.open.clicked.connect(self.open_requested)
        self.record.clicked.connect(self.record_requested)
        self.sample.clicked.connect(self.sample_requested)
        self._theme.changed.connect(self._place)

    def _place(self) -> None:
        """By hand: a layout that centres a label forgets that its height follows its width."""
        width = min(self._theme.px(WIDEST), self.width() - 4 * MARGIN)
        if width <= 0:
            return
        for extra in (self._picture, self._kinds):
            extra.setVisible(True)
        height = self._height(width)
        for extra in (self._picture, self._kinds):
            if height > self.height() - 4 * MARGIN:
                extra.setVisible(False)  # what can be pressed comes first
                height = self._height(width)
        x, y = (self.width() - width) // 2, max(MARGIN, (self.height() - height) // 2)
        self._column.setGeometry(QRect(x, y, width, height))
        self.update()

    def _height(self, width: int) -> int:
        layout = self._column.layout()
        assert layout is not None
        layout.invalidate()
        return layout.totalHeightForWidth(width)

    def _retranslate(self) -> None:
        self._title.setText(translate("Transcription", "Turn a recording into text"))
        self._text.setText(
            translate(
                "Transcription",
                "Drop recordings or videos here, however long. They are cut where nobody speaks "
                "and written down piece by piece; each sentence gets its time, and what is done "
                "is never sent twice.",
            )
        )
        self._kinds.setText(translate("Transcription", "MP3, M4A, WAV, FLAC, OGG, MP4, MKV, MOV …"))
        self.open.setText(translate("Transcription", "Open recordings"))
        self.record.setText(translate("Transcription", "Record"))
        self.sample.setText(translate("Transcription", "Try with a sample"))
        self.sample.setToolTip(
            translate("Transcription", "A few seconds of speech that come with gptdesk")
        )
        self._place()


class _Picture(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._resize)
        self._resize()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(self.rect(), self._theme.illustration("sound"))

    def _resize(self) -> None:
        scale = min(self._theme.percent, 150) / 100
        self.setFixedSize(round(PICTURE[0] * scale), round(PICTURE[1] * scale))
        self.update()
