"""One page, drawn piece by piece in a column that can be scrolled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gptdesk.domain.help_hits import searched
from gptdesk.domain.help_layout import BoxPiece, Picture, Piece, Words
from gptdesk.domain.help_pages import Question, Recipe
from gptdesk.domain.help_progress import Bookmark
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.help.boxes import HelpBox
from gptdesk.ui.widgets.help.head import Heading, PageHead
from gptdesk.ui.widgets.help.picture import HelpPicture, picture_file
from gptdesk.ui.widgets.help.quiz import Quiz
from gptdesk.ui.widgets.help.stack import Stack
from gptdesk.ui.widgets.help.text import HelpText
from gptdesk.ui.widgets.help.try_card import TryCard

COLUMN = 680
NARROWEST = 120
EDGE = 24
GAPS = {Words: 12, Picture: 20, BoxPiece: 16, Recipe: 10, Question: 10}
MOST_MARKED = 8
"""So many words of a search are marked in a page."""


class HelpView(QScrollArea):
    """Signals:
    link_activated: an address, ours or of the web.
    term_hovered: id of a word or "", and where it is on the screen.
    try_requested: a Recipe. undo_requested: take back what it filled in.
    moved: it was scrolled, or drawn anew. finished: the end of the page was seen.
    """

    link_activated = Signal(str)
    term_hovered = Signal(str, QPoint)
    try_requested = Signal(object)
    undo_requested = Signal()
    moved = Signal()
    finished = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = Theme.current()
        self._pieces: list[QWidget] = []
        self._anchors: dict[str, QWidget] = {}
        self.cards: list[TryCard] = []
        self.quizzes: list[Quiz] = []
        self.head: PageHead | None = None
        self._sheet = Stack(self)
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._theme.changed.connect(self._on_theme)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.arrange)

    def show_page(
        self,
        heading: Heading,
        pieces: Sequence[Piece],
        language: str,
        can_try: Callable[[str], bool],
        *,
        extra: QWidget | None = None,
    ) -> None:
        """Draw it from its top; a *Try it* of a tab that cannot be filled is left out."""
        self._sheet.clear()
        self._pieces, self._anchors = [], {}
        self.cards, self.quizzes = [], []
        self.head = PageHead(heading, self._sheet)
        self._sheet.add(self.head)
        for number, piece in enumerate(pieces):
            widget = self._made(piece, language, can_try)
            gap = 24 if number == 0 else GAPS[type(piece)]
            if isinstance(piece, Words) and piece.text.startswith("#") and number:
                gap = 24
            self._pieces.append(widget)
            self._sheet.add(widget, gap)
        if extra is not None:
            self._sheet.add(extra, 24)
        for child in self._sheet.children():
            if isinstance(child, QWidget) and not child.testAttribute(_TOLD):
                child.show()
        self.verticalScrollBar().setValue(0)
        self.arrange()

    def mark(self, typed: str) -> None:
        """Show where the words of a search stand."""
        found = list(searched(typed)[:MOST_MARKED])
        color = self._theme.color("selection")
        for text in self.texts():
            text.mark(found, color)

    def texts(self) -> list[HelpText]:
        """Those of the page; of the page before some may be waiting for their end."""
        found = [one.text if isinstance(one, HelpBox) else one for one in self._pieces]
        return [one for one in found if isinstance(one, HelpText)]

    @property
    def boxes(self) -> list[HelpBox]:
        return [one for one in self._pieces if isinstance(one, HelpBox)]

    def go_to(self, anchor: str) -> None:
        if anchor in self._anchors:
            self.verticalScrollBar().setValue(self._anchors[anchor].y() - EDGE)

    @property
    def place(self) -> Bookmark:
        """The piece at the top of what is seen, and how much of it is above."""
        top = self.verticalScrollBar().value()
        for number, widget in enumerate(self._pieces):
            if widget.y() + widget.height() > top:
                passed = (top - widget.y()) / max(1, widget.height())
                return Bookmark(number, max(0.0, passed))
        return Bookmark()

    def restore(self, place: Bookmark) -> None:
        if place != Bookmark() and place.piece < len(self._pieces):
            widget = self._pieces[place.piece]
            self.verticalScrollBar().setValue(round(widget.y() + place.share * widget.height()))

    def set_filled(self, recipe_id: str) -> None:
        """Which *Try it* is filled in now, none if empty."""
        for card in self.cards:
            card.set_filled(card.recipe.id == recipe_id)
        self.arrange()

    def arrange(self) -> None:
        """Place everything for the width that there is."""
        room = self.viewport().width()
        if room < NARROWEST:
            return  # it has not been given its place yet
        column = min(self._theme.px(COLUMN), room - 2 * EDGE)
        side = max(EDGE, (room - column) // 2)
        self._sheet.set_padding((side, EDGE, side, 2 * EDGE))
        height = self._sheet.heightForWidth(room)
        size = QSize(room, max(height, self.viewport().height()))
        if size == self._sheet.size():
            self._sheet.arrange()
        else:
            self._sheet.resize(size)  # which arranges it
        self._see_end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self.place
        self.arrange()
        if event.oldSize().width() != event.size().width():
            self.restore(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in steps:
            bar.setValue(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep() * 9 // 10)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(QRect(self.rect()), self._theme.color("surface"))

    def _made(self, piece: Piece, language: str, can_try: Callable[[str], bool]) -> QWidget:
        match piece:
            case Words(text, anchor):
                return self._text(text, anchor)
            case Picture():
                return self._picture(piece, language)
            case BoxPiece(kind, title, text):
                box = HelpBox(kind, title, text, self._sheet)
                box.resized.connect(self.arrange)
                box.link_activated.connect(self.link_activated)
                box.term_hovered.connect(self.term_hovered)
                return box
            case Recipe():
                return self._card(piece, can_try(piece.tab))
            case Question():
                quiz = Quiz(piece, self._sheet)
                quiz.resized.connect(self.arrange)
                self.quizzes.append(quiz)
                return quiz

    def _text(self, text: str, anchor: str) -> HelpText:
        made = HelpText(text, self._sheet)
        made.link_activated.connect(self.link_activated)
        made.term_hovered.connect(self.term_hovered)
        if anchor:
            self._anchors[anchor] = made
        return made

    def _picture(self, picture: Picture, language: str) -> QWidget:
        """One that is not there is left out; its words are for those who cannot see it."""
        made = HelpPicture(picture, language, self._sheet)
        if picture_file(picture, language, is_dark=self._theme.is_dark) is None:
            made.hide()
        return made

    def _card(self, recipe: Recipe, can_try: bool) -> QWidget:
        card = TryCard(recipe, is_first=not self.cards, parent=self._sheet)
        if not can_try:
            card.hide()
            return card
        card.requested.connect(self.try_requested)
        card.undo_requested.connect(self.undo_requested)
        self.cards.append(card)
        return card

    def _on_theme(self) -> None:
        self._timer.start()  # after every text has taken the new fonts
        self.update()

    def _on_scrolled(self) -> None:
        self.moved.emit()
        self._see_end()

    def _see_end(self) -> None:
        bar = self.verticalScrollBar()
        if self._pieces and self.isVisible() and bar.value() >= bar.maximum() - 8:
            self.finished.emit()


_TOLD = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
