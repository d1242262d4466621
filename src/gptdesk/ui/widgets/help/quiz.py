"""A question to check oneself: pick an answer, and hear why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gptdesk.domain.help_pages import Question
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.help.stack import Stack
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import icon_at, panel
from gptdesk.ui.widgets.text_block import TextBlock

translate = QCoreApplication.translate

PADDING = 12
GAP = 12


class Quiz(Stack):
    """May be answered as often as one likes: nobody counts.

    Signals:
        resized: the reason appeared below.
    """

    resized = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(20, 16, 20, 16))
        self.setObjectName("help.quiz")
        self._question = question
        self._picked = -1
        asked = Label(question.text, style="button", parent=self)
        asked.setWordWrap(True)
        self.add(asked)
        self.answers = [Answer(text, self) for text in question.answers]
        for number, answer in enumerate(self.answers):
            answer.clicked.connect(partial(self.pick, number))
            self.add(answer, 6 if number else 10)
        self.why = Label(style="reading", marks=True, parent=self)
        self.why.setWordWrap(True)
        self.why.hide()
        self.add(self.why, 12)
        Theme.current().changed.connect(self.update)

    def pick(self, number: int) -> None:
        self._picked = number
        for place, answer in enumerate(self.answers):
            is_right = place == self._question.right
            picked = place == number
            answer.set_state("right" if picked and is_right else "wrong" if picked else "")
        self.why.show()
        self._retranslate()
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        panel(QPainter(self), self.rect(), theme.radius("card"), None, theme.color("hairline"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._picked < 0:
            return
        is_right = self._picked == self._question.right
        text = (
            translate("Help", "**That is it.** {why}")
            if is_right
            else translate("Help", "**Not quite.** {why}")
        )
        self.why.setText(text.format(why=self._question.why))


class Answer(QAbstractButton):
    """One answer, on as many lines as it needs."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setObjectName("help.answer")
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", 8)
        self._theme = Theme.current()
        self.state = ""

    def set_state(self, state: str) -> None:
        """right, wrong, or nothing as long as it was not picked."""
        self.state = state
        said = {"right": translate("Help", "right"), "wrong": translate("Help", "not right")}
        self.setAccessibleDescription(said.get(state, ""))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._block().size(self._room(width))[1] + 2 * self._theme.px(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        fill = {"right": "ok-soft", "wrong": "error-soft"}.get(self.state, "")
        if not fill:
            fill = "fill-hover" if self.underMouse() else "fill"
        border = color("button-border") if self._theme.is_high_contrast else None
        panel(painter, self.rect(), self._theme.radius("control"), color(fill), border)
        side = self._theme.icon_size(16)
        icon, role = {
            "right": ("circle-check", "ok"),
            "wrong": ("circle-x", "error"),
        }.get(self.state, ("circle-dashed", "text-quiet"))
        line = self._theme.line("base") + 2 * self._theme.px(8)
        icon_at(painter, QRect(PADDING, 0, side, line), icon, role, side)
        x = PADDING + side + GAP
        self._block().draw(painter, x, self._theme.px(8), self._room(self.width()), color("text"))

    def _room(self, width: int) -> int:
        return max(1, width - 2 * PADDING - GAP - self._theme.icon_size(16))

    def _block(self) -> TextBlock:
        return TextBlock(self.text(), self._theme.font("base"), self._theme.line("base"))
