"""The tokenizer: a text, its tokens in colours, how many they are, and what they cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gptdesk.ui.learn.playground.comparison import ComparisonCard, Way
from gptdesk.ui.learn.playground.figures import Figures
from gptdesk.ui.learn.playground.price_panel import PricePanel
from gptdesk.ui.learn.playground.token_editor import TokenEditor
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import Choice
from gptdesk.ui.widgets.labels import Label

if TYPE_CHECKING:
    from gptdesk.services.token_pieces import CutText

translate = QCoreApplication.translate

NARROW = 820
SHOWN_NUMBERS = 120


class TokenPage(QScrollArea):
    """Signals:
    edited: the text or the vocabulary is another one.
    use_text: this text is to go into Chat.
    """

    edited = Signal()
    use_text = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learn.playground.tokens")
        self._cut: CutText | None = None
        self._vocabulary = Choice()
        self._vocabulary.setObjectName("learn.playground.vocabulary")
        self._vocabulary.activated.connect(self.edited)
        self._show_numbers = Button(kind="ghost", small=True)
        self._show_numbers.setObjectName("learn.playground.numbers")
        self._show_numbers.setCheckable(True)
        self._show_numbers.toggled.connect(self._show_cut)
        self._clear = Button(kind="ghost", icon="x", small=True)
        self._clear.setObjectName("learn.playground.clear")
        self._editor = TokenEditor()
        self._clear.clicked.connect(self._on_clear)
        self._editor.textChanged.connect(self.edited)
        self._numbers = Label(style="code", role="text-quiet")
        self._numbers.setWordWrap(True)
        self._trouble = Label(style="secondary", role="text-quiet")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._figures = Figures()
        self.then_and_now = ComparisonCard("learn.playground.then")
        self.languages = ComparisonCard("learn.playground.languages")
        self.prices = PricePanel()
        self.prices.use_requested.connect(self._on_use)
        self._build()
        self._retranslate()

    # What it shows

    @property
    def text(self) -> str:
        return self._editor.toPlainText()

    @property
    def vocabulary(self) -> str:
        return str(self._vocabulary.currentData())

    @property
    def editor(self) -> TokenEditor:
        return self._editor

    def set_text(self, text: str) -> None:
        self._editor.setPlainText(text)

    def figures(self) -> list[str]:
        return self._figures.numbers()

    def show_cut(self, cut: CutText | None) -> None:
        """None: it cannot be done on this computer."""
        self._cut = cut
        self._trouble.setVisible(cut is None)
        self._editor.set_pieces(*((cut.pieces, cut.starts) if cut else ((), ())))
        self._show_cut()

    def show_then_and_now(self, ways: Mapping[str, CutText]) -> None:
        """The same sentence in the vocabularies of 2023 and of today."""
        cuts = list(ways.items())
        if len(cuts) < 2 or not cuts[0][1].tokens:
            self.then_and_now.hide()
            return
        saved = round(100 * (1 - cuts[1][1].tokens / cuts[0][1].tokens))
        result = translate("Playground", "{percent} % fewer").format(percent=saved)
        is_broken = any(len(piece.ids) > 1 for _name, cut in cuts for piece in cut.pieces)
        note = translate("Playground", "Some characters are cut into several tokens.")
        self.then_and_now.show_ways(
            translate("Playground", "The first sentence, in 2023 and now"),
            [Way(name, cut) for name, cut in cuts],
            result if saved > 0 else "",
            note if is_broken else "",
        )

    def show_languages(self, english: CutText, chinese: CutText) -> None:
        self.languages.show_ways(
            translate("Playground", "The same thing in English and in Chinese"),
            [
                Way(translate("Playground", "English"), english),
                Way(translate("Playground", "Chinese"), chinese),
            ],
            "",
            translate(
                "Playground",
                "Chinese says more with each character, and a character often costs a whole token.",
            ),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < Theme.current().px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if is_narrow else across)
        wide = Theme.current().px(360)
        self.prices.setMaximumWidth(16_777_215 if is_narrow else wide)
        self.prices.setMinimumWidth(0 if is_narrow else wide)

    # How it is built

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside, main = QWidget(), QWidget()
        self._sides = QHBoxLayout(inside)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        column = QVBoxLayout(main)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(12)
        tools = QHBoxLayout()
        tools.addWidget(self._vocabulary)
        tools.addStretch(1)
        tools.addWidget(self._show_numbers)
        tools.addWidget(self._clear)
        column.addLayout(tools)
        self._editor.setMinimumHeight(Theme.current().px(180))
        column.addWidget(self._editor, 1)
        for widget in (self._trouble, self._numbers, self._figures):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self.then_and_now)
        column.addWidget(self.languages)
        self._sides.addWidget(main, 1)
        self._sides.addWidget(self.prices)
        self.setWidget(inside)

    def _show_cut(self) -> None:
        cut = self._cut
        tokens = cut.tokens if cut is not None else 0
        characters = len(cut.text) if cut is not None else 0
        number = QLocale().toString
        each = QLocale().toString(tokens / characters, "f", 2) if characters else "–"
        self._figures.show_figures(
            [
                (number(tokens), translate("Playground", "tokens")),
                (number(characters), translate("Playground", "characters, spaces included")),
                (each, translate("Playground", "tokens per character on average")),
            ]
        )
        self._numbers.setVisible(self._show_numbers.isChecked() and tokens > 0)
        if cut is not None and self._show_numbers.isChecked():
            ids = [str(one) for piece in cut.pieces[:SHOWN_NUMBERS] for one in piece.ids]
            dots = " …" if len(cut.pieces) > SHOWN_NUMBERS else ""
            self._numbers.setText(" ".join(ids) + dots)

    def _on_clear(self) -> None:
        cursor = self._editor.textCursor()  # so that it can be undone
        cursor.select(cursor.SelectionType.Document)
        cursor.removeSelectedText()
        self._editor.setFocus()

    def _on_use(self) -> None:
        self.use_text.emit(self.text)

    def _retranslate(self) -> None:
        chosen = self._vocabulary.currentData()
        self._vocabulary.clear()
        for name, text in (
            ("o200k", translate("Playground", "o200k: OpenAI's models of today")),
            ("cl100k", translate("Playground", "cl100k: OpenAI's models of 2023")),
        ):
            self._vocabulary.addItem(text, name)
        self._vocabulary.setCurrentIndex(max(0, self._vocabulary.findData(chosen)))
        self._vocabulary.setAccessibleName(translate("Playground", "Vocabulary"))
        self._show_numbers.setText(translate("Playground", "Show numbers"))
        self._show_numbers.setToolTip(
            translate("Playground", "A model reads numbers in place of words: one for each token.")
        )
        self._clear.setText(translate("Playground", "Clear"))
        self._editor.setAccessibleName(translate("Playground", "Text to be cut into tokens"))
        self._editor.setPlaceholderText(
            translate("Playground", "Type or paste any text. It stays on this computer.")
        )
        self._trouble.setText(
            translate("Playground", "The part that cuts texts does not run on this computer.")
        )
        self._show_cut()
