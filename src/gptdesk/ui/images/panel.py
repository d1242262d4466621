"""The panel at the left: what is to be made, and how."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.domain.images import Way
from gptdesk.ui.images.asking.asking import Asking
from gptdesk.ui.images.asking.references import ReferenceRow
from gptdesk.ui.images.asking.tile_pictures import TilePictures
from gptdesk.ui.images.masking_row import MaskingRow
from gptdesk.ui.images.options.choices import Choices
from gptdesk.ui.images.options.model_button import ModelButton
from gptdesk.ui.images.options.reason import Reason
from gptdesk.ui.images.words import way_title
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.fields import Segments
from gptdesk.ui.widgets.labels import Label, LinkLabel

translate = QCoreApplication.translate

WIDTH = 320
MARGIN = 16
GAP = 16


class ImagesPanel(QScrollArea):
    """A column: way, pictures, prompt, model, choices.

    Signals:
        way_chosen: a new picture, an edit or a variation.
        service_wanted: the person wants more than practice drawings.
    """

    way_chosen = Signal(object)
    service_wanted = Signal()

    def __init__(self, pictures: TilePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.panel")
        self._theme = Theme.current()
        self._way = Way.MAKE
        self._inside = QWidget()
        self.ways = Segments(self._inside)
        self.way_note = Reason(self._inside)
        self.references = ReferenceRow(pictures, self._inside)
        self.masking = MaskingRow(self._inside)
        self.asking = Asking(self._inside)
        self._model_title = Label(style="label", parent=self._inside)
        self.model = ModelButton(self._inside)
        self._model_note = Label(style="secondary", role="text-quiet", parent=self._inside)
        self.service = LinkLabel(parent=self._inside)
        self.choices = Choices(self._inside)
        self._build()
        self.ways.chosen.connect(self._on_way)
        self.service.activated.connect(self.service_wanted)
        self._theme.changed.connect(self.update)
        self._retranslate()
        self.show_way(Way.MAKE)

    @property
    def way(self) -> Way:
        return self._way

    def show_way(self, way: Way) -> None:
        self._way = way
        self.ways.choose(way.value)
        self.references.setVisible(way is not Way.MAKE)
        self.masking.setVisible(way is Way.EDIT)
        self.asking.show_way(way)

    def set_model_note(self, text: str, *, is_warning: bool = False) -> None:
        """A line under the model: what it is, or until when it answers."""
        self._model_note.setText(text)
        self._model_note.set_role("warn" if is_warning else "text-quiet")
        self._model_note.setVisible(bool(text))

    def set_service(self, text: str) -> None:
        """The way from practice drawings to real pictures; empty where it is not needed."""
        self.service.setText(text)
        self.service.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(
            self.viewport().rect(), self._theme.color("surface-sunken")
        )

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.ways.setObjectName("images.way")
        self.ways.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._model_note.setWordWrap(True)
        self._model_note.hide()
        model = QVBoxLayout()
        model.setSpacing(6)
        for widget in (self._model_title, self.model, self._model_note, self.service):
            model.addWidget(widget)
        self.service.setObjectName("images.add_service")
        self.service.hide()
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        for part in (self.ways, self.way_note, self.references, self.masking, self.asking):
            layout.addWidget(part)
        layout.addLayout(model)
        layout.addWidget(self.choices)
        layout.addStretch(1)
        self.setWidget(self._inside)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._inside.setAutoFillBackground(False)  # the scroll area has switched it on

    def _make_room(self) -> None:
        """The column keeps its width when the scroll bar comes and goes."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        layout = self._inside.layout()
        assert layout is not None
        layout.setContentsMargins(MARGIN, MARGIN, max(2, MARGIN - taken), MARGIN)

    def _on_way(self, way: str) -> None:
        self.show_way(Way(way))
        self.way_chosen.emit(self._way)

    def _retranslate(self) -> None:
        self.ways.set_options([(way.value, way_title(way)) for way in Way])
        self.ways.choose(self._way.value)
        self.ways.setAccessibleName(translate("Images", "What is to be done"))
        self._model_title.setText(translate("Images", "Model"))
