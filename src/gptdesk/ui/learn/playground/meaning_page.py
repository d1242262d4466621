"""Embeddings: sentences, how near they are in meaning as a table of colours, and as a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gptdesk.domain.problems import Problem
from gptdesk.ui.learn.playground.heat_map import HeatMap
from gptdesk.ui.learn.playground.point_map import PointMap
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.fields import Choice
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.price_button import PriceButton
from gptdesk.ui.widgets.problem_notice import show_problem

if TYPE_CHECKING:
    from gptdesk.services.embeddings import Comparison

translate = QCoreApplication.translate

MOST = 24
"""Sentences: more would be neither readable nor cheap."""
NARROW = 820


class MeaningPage(QScrollArea):
    """Signals:
    edited: the sentences, the connection or the model are others.
    place_chosen: the id of a connection.
    compare_requested: the button was pressed.
    stop_requested: it was pressed while a comparison is under way.
    action: the id of a notice's button.
    faq_requested: the id of an FAQ entry.
    """

    edited = Signal()
    place_chosen = Signal(str)
    compare_requested = Signal()
    stop_requested = Signal()
    action = Signal(str)
    faq_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learn.playground.meaning")
        self._comparison: Comparison | None = None
        self._paid = ""
        self._title = Label(style="strong")
        self._text = Label(style="reading", role="text-quiet")
        self._editor = QPlainTextEdit()
        self._editor.setObjectName("learn.playground.sentences")
        self._editor.setProperty("field", True)
        self._editor.setTabChangesFocus(True)
        self._editor.textChanged.connect(self.edited)
        self._count = Label(style="secondary", role="text-quiet")
        self._places = Choice()
        self._places.setObjectName("learn.playground.connection")
        self._places.activated.connect(self._on_place)
        self._models = Choice()
        self._models.setObjectName("learn.playground.embedding_model")
        self._models.activated.connect(self.edited)
        self._compare = PriceButton()
        self._compare.setObjectName("learn.playground.compare")
        self._compare.clicked.connect(self._on_compare)
        self._notice = Notice()
        self._notice.hide()
        self._notice.action.connect(self.action)
        self._notice.faq_requested.connect(self.faq_requested)
        self._heat, self._map = HeatMap(), PointMap()
        self._heat_title, self._map_title = Label(style="strong"), Label(style="strong")
        self._note = Label(style="secondary", role="text-quiet")
        self._results = QWidget()
        self._results.hide()
        self._needs_connection = False
        self._build()
        Theme.current().changed.connect(self._measure)
        self._retranslate()

    # What is there

    def sentences(self) -> list[str]:
        """One for each line; at most as many as can be compared."""
        lines = [line.strip() for line in self._editor.toPlainText().splitlines()]
        return [line for line in lines if line][:MOST]

    @property
    def place(self) -> str:
        return str(self._places.currentData() or "")

    @property
    def model(self) -> str:
        return str(self._models.currentData() or "")

    @property
    def notice(self) -> Notice:
        return self._notice

    @property
    def heat(self) -> HeatMap:
        return self._heat

    @property
    def points(self) -> PointMap:
        return self._map

    # What it shows

    def set_sentences(self, sentences: Sequence[str]) -> None:
        self._editor.setPlainText("\n".join(sentences))

    def show_places(self, places: Sequence[tuple[str, str]]) -> None:
        """Ids and names of connections; none: what is needed is said."""
        before = self.place
        self._places.clear()
        for place, name in places:
            self._places.addItem(name, place)
        self._places.setCurrentIndex(max(0, self._places.findData(before)) if places else -1)
        self._needs_connection = not places
        self._chooser.setVisible(bool(places))
        self._say_what_is_needed()

    def show_models(self, models: Sequence[str]) -> None:
        before = self.model
        self._models.clear()
        for model in models:
            self._models.addItem(model, model)
        if models:
            self._models.setCurrentIndex(max(0, self._models.findData(before)))
        self._models.setVisible(bool(models))
        self._enable()

    def show_price(self, price: str) -> None:
        self._compare.set_price(price)

    def show_busy(self, is_busy: bool) -> None:
        if is_busy:
            self._compare.set_stop(translate("Playground", "Stop"))
        else:
            self._compare.set_normal()
        self._enable()

    def show_problem(self, problem: Problem) -> None:
        show_problem(self._notice, problem)

    def show_comparison(self, comparison: Comparison, paid: str) -> None:
        self._notice.hide()
        self._comparison, self._paid = comparison, paid
        self._heat.show_similarities(comparison.texts, comparison.similarities)
        self._map.show_points(comparison.texts, comparison.points)
        self._results.show()
        self._say_note()

    def refresh_count(self) -> None:
        """Say how many sentences there are, and that too many are left out."""
        lines = [line for line in self._editor.toPlainText().splitlines() if line.strip()]
        text = translate("Playground", "%n sentence(s)", None, min(len(lines), MOST))
        if len(lines) > MOST:
            said = translate("Playground", "{count}; the lines after that are left out")
            text = said.format(count=text)
        self._count.setText(text)
        self._enable()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    # How it is built

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside, self._chooser = QWidget(), QWidget()
        row = FlowRow(self._chooser)
        for widget in (self._places, self._models, self._compare):
            row.addWidget(widget)
        row.add_end(self._count)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(12)
        self._text.setWordWrap(True)
        self._note.setWordWrap(True)
        for part in (
            self._title,
            self._text,
            self._editor,
            self._chooser,
            self._notice,
            self._results,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self._sides = QHBoxLayout(self._results)
        self._sides.setContentsMargins(0, 4, 0, 0)
        self._sides.setSpacing(24)
        for title, part in ((self._heat_title, self._heat), (self._map_title, self._map)):
            side = QVBoxLayout()
            side.setSpacing(8)
            side.addWidget(title)
            side.addWidget(part)
            if part is self._map:
                side.addWidget(self._note)
            side.addStretch(1)
            self._sides.addLayout(side, 1 if part is self._map else 0)
        self.setWidget(inside)
        self._measure()

    def _measure(self) -> None:
        is_narrow = self.viewport().width() < Theme.current().px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if is_narrow else across)
        self._editor.setFont(Theme.current().font("reading"))
        self._editor.setFixedHeight(Theme.current().line("reading") * 7 + 20)

    def _enable(self) -> None:
        can = bool(self.model) and len(self.sentences()) >= 2
        self._compare.setEnabled(can or self._compare.is_stop)

    def _on_place(self) -> None:
        self.place_chosen.emit(self.place)

    def _on_compare(self) -> None:
        (self.stop_requested if self._compare.is_stop else self.compare_requested).emit()

    def _say_what_is_needed(self) -> None:
        if not self._needs_connection:
            self._notice.hide()
            return
        self._notice.show_message(
            "info",
            translate("Playground", "This needs a connection that offers embeddings"),
            translate(
                "Playground",
                "Several services do, and Ollama on your own computer does so for nothing. The "
                "table of services in the model explorer shows which; the offline pack has none.",
            ),
            actions=[("settings", translate("Playground", "Set up a connection"))],
        )

    def _say_note(self) -> None:
        if self._comparison is None:
            return
        tokens = self._comparison.tokens
        text = translate(
            "Playground",
            "1.00 is the same meaning. A map shows only two of many directions: trust the figures "
            "more than the distances.",
        )
        if tokens is not None:
            said = translate("Playground", "%n token(s) used, cost: {price}", None, tokens)
            text = f"{said.format(price=self._paid)}\n{text}"
        self._note.setText(text)

    def _retranslate(self) -> None:
        self._title.setText(translate("Playground", "What is near in meaning?"))
        self._text.setText(
            translate(
                "Playground",
                "An embedding model turns a sentence into a long list of numbers. Sentences that "
                "mean the same get lists that are alike, even in different languages.",
            )
        )
        text = translate("Playground", "Sentences, one in each line")
        self._editor.setAccessibleName(text)
        self._editor.setPlaceholderText(text)
        self._places.setAccessibleName(translate("Playground", "Connection"))
        self._models.setAccessibleName(translate("Playground", "Embedding model"))
        self._compare.setText(translate("Playground", "Compare"))
        self._heat_title.setText(translate("Playground", "Similarity of each pair"))
        self._map_title.setText(translate("Playground", "Map"))
        self.refresh_count()
        self._say_what_is_needed()
        self._say_note()
