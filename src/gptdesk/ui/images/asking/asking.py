"""The description of a picture, with everything that helps to write it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.domain.images import Way
from gptdesk.ui.images.asking.ideas import idea_menu
from gptdesk.ui.images.asking.prompt_editor import PromptEditor
from gptdesk.ui.images.asking.proposal import Proposal
from gptdesk.ui.images.asking.styles import Style, StyleGrid, with_style
from gptdesk.ui.images.options.fold import Fold
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

TELL_FROM = 0.8
"""How full the prompt must be before its length is told."""


class Asking(QWidget):
    """Prompt, ideas, styles, and the offer to word it better.

    Signals:
        improve_requested: a better wording is wanted.
    """

    improve_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way = Way.MAKE
        self._most: int | None = None
        self._price = ""
        self._title = Label(style="label", parent=self)
        self.ideas = Button(kind="link", icon="notebook-text", parent=self)
        self.editor = PromptEditor(self)
        self._count = Label(style="secondary", role="text-quiet", tabular=True, parent=self)
        self.improve = Button(kind="soft", icon="spell-check", small=True, parent=self)
        self.proposal = Proposal(self)
        self.styles = Fold("images.show_styles", self, icon="palette")
        self.grid: StyleGrid | None = None
        self.ideas.setObjectName("images.ideas")
        self.improve.setObjectName("images.improve")
        self._build()
        self._connect()
        self._retranslate()
        self._on_edited()

    @property
    def is_too_long(self) -> bool:
        return self._most is not None and len(self.editor.content) > self._most

    def show_way(self, way: Way) -> None:
        self._way = way
        self.ideas.setVisible(way is Way.MAKE)
        self._retranslate()

    def set_most(self, most: int | None) -> None:
        """How many characters the model reads."""
        self._most = most
        self._on_edited()

    def set_improving(self, price: str, *, can: bool, busy: bool = False) -> None:
        """Whether a chat model is there to help, and what that costs."""
        self._price = price
        self.improve.setVisible(can)
        self.improve.set_busy(busy)
        self._on_edited()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.ideas)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.styles.button)
        foot.addWidget(self.improve)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.editor)
        layout.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.proposal)
        layout.addLayout(foot)
        layout.addWidget(self.styles.inside)
        self.styles.hide()  # its two parts stand in this layout
        self.improve.hide()

    def _connect(self) -> None:
        self.editor.edited.connect(self._on_edited)
        self.ideas.clicked.connect(self._on_ideas)
        self.improve.clicked.connect(self.improve_requested)
        self.proposal.accepted.connect(self.editor.set_text)
        self.styles.toggled.connect(self._on_styles)

    def _on_edited(self) -> None:
        length = len(self.editor.content)
        is_near = self._most is not None and length >= TELL_FROM * self._most
        self._count.setVisible(is_near)
        if is_near:
            number = QLocale().toString
            text = translate("Images", "{count} of {most} characters")
            self._count.setText(text.format(count=number(length), most=number(self._most or 0)))
        self._count.set_role("error" if self.is_too_long else "text-quiet")
        self.improve.setEnabled(bool(self.editor.content.strip()) and not self.improve.is_busy)
        if self.grid is not None:
            self.grid.show_prompt(self.editor.content)

    def _on_ideas(self) -> None:
        offered = idea_menu(self, self._take_idea)
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered.popup(self.ideas.mapToGlobal(self.ideas.rect().bottomLeft()))

    def _take_idea(self, prompt: str) -> None:
        self.editor.set_text(prompt)
        self.editor.setFocus()

    def _on_styles(self, is_open: bool) -> None:
        if is_open and self.grid is None:
            self.grid = StyleGrid(self.styles.inside)
            layout = QVBoxLayout(self.styles.inside)
            layout.setContentsMargins(0, 2, 0, 0)
            layout.addWidget(self.grid)
            self.grid.toggled.connect(self._on_style)
            self.grid.show_prompt(self.editor.content)

    def _on_style(self, style: Style) -> None:
        self.editor.set_text(with_style(self.editor.content, style))

    def _retranslate(self) -> None:
        title, hint = _texts(self._way)
        self._title.setText(title)
        self.editor.setAccessibleName(title)
        self.editor.setPlaceholderText(hint)
        self.ideas.setText(translate("Images", "Ideas"))
        self.ideas.setAccessibleName(translate("Images", "Ideas to start from"))
        self.styles.set_title(
            translate("Images", "Styles"),
            translate("Images", "Ways of drawing with an example of each"),
        )
        text = translate("Images", "Improve")
        if self._price:
            text = translate("Images", "Improve · {price}").format(price=self._price)
        self.improve.setText(text)
        self.improve.setAccessibleName(text)
        self.improve.setToolTip(
            translate("Images", "A chat model words the description more clearly; you decide.")
        )


def _texts(way: Way) -> tuple[str, str]:
    if way is Way.EDIT:
        return (
            translate("Images", "What is to change"),
            translate("Images", "For example: put an orange checked cushion on the sofa"),
        )
    if way is Way.VARY:
        return (
            translate("Images", "What may differ (optional)"),
            translate("Images", "For example: the same in winter"),
        )
    return (
        translate("Images", "Prompt", "description of a picture"),
        translate("Images", "Describe the picture: what, where, which light, which style"),
    )
