"""The pop-over in which the answers of a conversation are set."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gptdesk.domain.options import HOTTEST, ChatOptions
from gptdesk.ui.chat.options.controls import Amount, Count, OneOf
from gptdesk.ui.chat.options.values import Taken
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

WIDTH = 340
MARGIN = 16


class OptionsPopup(QFrame):
    """Five settings, each of which is left to the model until it is moved.

    Signals:
        changed: the ChatOptions, when the pop-over closes with others than it opened with.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("chat.options.panel")
        self._taken = Taken()
        self._shown = ChatOptions()
        self._area = QScrollArea(self)
        self._body = QWidget(self._area)
        self._body.setObjectName("body")
        self._area.viewport().setAutoFillBackground(False)
        self._title = Label(style="button", parent=self)
        self._note = Label(style="secondary", role="text-quiet", parent=self)
        self._note.setWordWrap(True)
        self.temperature = Amount("temperature", HOTTEST, 0.1, self)
        self.top_p = Amount("top_p", 1.0, 0.05, self)
        self.longest = Count("longest", self)
        self.effort = OneOf("effort", self)
        self.verbosity = OneOf("verbosity", self)
        self._reset = Button(kind="ghost", icon="undo-2", small=True, parent=self)
        self._build()
        self._retranslate()

    def set_options(self, options: ChatOptions, taken: Taken) -> None:
        self._shown, self._taken = options, taken
        self._show(options)

    def options(self) -> ChatOptions:
        """As the controls stand."""
        return ChatOptions(
            self.temperature.value(),
            self.top_p.value(),
            self.longest.value(),
            self.effort.value(),
            self.verbosity.value(),
        )

    def open_above(self, button: QWidget) -> None:
        self.setFixedWidth(Theme.current().px(WIDTH))
        screen = button.screen().availableGeometry()
        layout = self._body.layout()
        assert layout is not None
        layout.activate()
        wanted = layout.totalHeightForWidth(self.width() - 2) + 2
        self.resize(self.width(), min(wanted, screen.height() - 2 * MARGIN))
        corner = button.mapToGlobal(QPoint(0, -self.height() - 6))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(max(screen.top(), corner.y()))
        self.move(corner)
        self.show()
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        now = self.options()
        if now != self._shown:
            self._shown = now
            self.changed.emit(now)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        fill, border = theme.color("surface-raised"), theme.color("hairline")
        panel(QPainter(self), self.rect(), 0, fill, border)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._area)
        self._area.setWidget(self._body)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setStyleSheet("QScrollArea, QWidget#body { background: transparent; }")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._note)
        settings = (self.temperature, self.top_p, self.longest, self.effort, self.verbosity)
        for setting in settings:
            column.addWidget(setting)
            setting.changed.connect(self._show_reset)
        column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)
        self._reset.clicked.connect(self._on_reset)
        self.setFocusProxy(self.temperature)

    def _show(self, options: ChatOptions) -> None:
        self.temperature.show_value(options.temperature)
        self.top_p.show_value(options.top_p)
        self.longest.show_value(options.longest_answer)
        self.effort.show_value(options.effort, self._taken.efforts)
        self.verbosity.show_value(options.verbosity, self._taken.verbosities)
        self._show_reasons()
        self._show_reset()

    def _show_reasons(self) -> None:
        taken = self._taken
        refused = translate("ChatOptions", "{model} does not take this setting.")
        for setting, is_taken in (
            (self.temperature, taken.temperature),
            (self.top_p, taken.top_p),
            (self.longest, taken.longest_answer),
        ):
            setting.set_reason("" if is_taken else refused.format(model=taken.model))
        unknown = translate("ChatOptions", "No levels of this are known for {model}.")
        for choice, words in (
            (self.effort, taken.efforts),
            (self.verbosity, taken.verbosities),
        ):
            choice.set_reason("" if words else unknown.format(model=taken.model))
        most = taken.most_tokens
        text = translate("ChatOptions", "up to {count} tokens")
        self.longest.say(text.format(count=QLocale().toString(most)) if most else "")

    def _show_reset(self) -> None:
        self._reset.setEnabled(not self.options().is_default)

    def _on_reset(self) -> None:
        self._show(ChatOptions())

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("ChatOptions", "Settings of the answers"))
        self._title.setText(translate("ChatOptions", "Settings of the answers"))
        self._note.setText(
            translate(
                "ChatOptions", "For this chat only. What you do not move is left to the model."
            )
        )
        self._reset.setText(translate("ChatOptions", "Leave all to the model"))
        self.temperature.set_words(
            translate("ChatOptions", "Temperature"),
            translate(
                "ChatOptions",
                "How freely words are chosen. Near 0 the answer is nearly the same each time; from "
                "1 on it becomes more surprising, and near 2 often confused.",
            ),
        )
        self.top_p.set_words(
            translate("ChatOptions", "Top-p"),
            translate(
                "ChatOptions",
                "Only the likeliest words are drawn from: at 0.1 the few that make up the first "
                "tenth. Move this or the temperature, not both.",
            ),
        )
        self.longest.set_words(
            translate("ChatOptions", "Longest answer, in tokens"),
            translate(
                "ChatOptions",
                "Where the answer is cut off. A token is a piece of a word; 1,000 tokens are about "
                "750 English words. Thinking counts too.",
            ),
        )
        self.effort.set_words(
            translate("ChatOptions", "Effort"),
            translate(
                "ChatOptions",
                "How long a reasoning model thinks before it answers. More takes longer and costs "
                "more.",
            ),
        )
        self.verbosity.set_words(
            translate("ChatOptions", "Wordiness"),
            translate("ChatOptions", "Whether the answer is brief or goes into detail."),
        )
        self._show(self.options())
