"""A better wording of the prompt, beside what was written: taken or not."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from gptdesk.ui.images.asking.wording import Part, changes
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

TALLEST = 9


class Proposal(QWidget):
    """Hidden until there is a proposal.

    Signals:
        accepted: the new text.
        declined: the old one stays.
    """

    accepted = Signal(str)
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.proposal")
        self._theme = Theme.current()
        self._before = self._after = ""
        self._title = Label(style="label", parent=self)
        self._legend = Label(style="secondary", role="text-quiet", parent=self)
        self._text = QTextBrowser(self)
        self.accept = Button(kind="tint", icon="check", small=True, parent=self)
        self.decline = Button(kind="ghost", small=True, parent=self)
        self._build()
        self._theme.changed.connect(self._fill)
        self._retranslate()
        self.hide()

    @property
    def shown_text(self) -> str:
        return self._text.toPlainText()

    def show_texts(self, before: str, after: str) -> None:
        self._before, self._after = before, after
        self._fill()
        self.show()
        self.accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        radius = self._theme.radius("control")
        border = self._theme.color("field-border") if self._theme.is_high_contrast else None
        panel(QPainter(self), self.rect(), radius, self._theme.color("surface"), border)

    def _build(self) -> None:
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setProperty("plain", True)
        self._text.setOpenLinks(False)
        self._text.setTabChangesFocus(True)
        self._text.viewport().setAutoFillBackground(False)
        self._legend.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept)
        buttons.addWidget(self.decline)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._legend)
        layout.addWidget(self._text)
        layout.addLayout(buttons)
        self.accept.clicked.connect(self._on_accept)
        self.decline.clicked.connect(self._on_decline)

    def _fill(self) -> None:
        if not self._after:
            return
        document = self._text.document()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._theme.font("secondary"))
        parts = changes(self._before, self._after)
        self._text.setHtml("".join(map(self._marked, parts)))
        self._fit()

    def _fit(self) -> None:
        """As high as the text, up to where it has to be scrolled."""
        document = self._text.document()
        document.setTextWidth(max(120, self.width() - 24))
        most = TALLEST * self._theme.line("base")
        self._text.setFixedHeight(min(most, round(document.size().height()) + 4))

    def _marked(self, part: Part) -> str:
        text = escape(part.text).replace("\n", "<br>")
        color = self._theme.color
        if part.change == "+":
            return (
                f'<span style="color:{color("ok").name()};'
                f'background:{color("ok-soft").name()}">{text}</span>'
            )
        if part.change == "-":
            return (
                f'<span style="color:{color("text-quiet").name()};'
                f'text-decoration:line-through">{text}</span>'
            )
        return f'<span style="color:{color("text").name()}">{text}</span>'

    def _on_accept(self) -> None:
        self.hide()
        self.accepted.emit(self._after)

    def _on_decline(self) -> None:
        self.hide()
        self.declined.emit()

    def _retranslate(self) -> None:
        self._title.setText(translate("Images", "A clearer description"))
        self._legend.setText(translate("Images", "Green is new; what is struck through would go."))
        self._text.setAccessibleName(self._title.text())
        self.accept.setText(translate("Images", "Take it"))
        self.decline.setText(translate("Images", "Keep mine"))
