"""The page of the Learn tab: lessons, and whatever else has a place beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.help.pane import HelpPane
from gptdesk.ui.widgets.labels import ElidedLabel
from gptdesk.ui.widgets.painting import hairline
from gptdesk.ui.widgets.progress import ProgressBar
from gptdesk.ui.widgets.segments import Segments

translate = QCoreApplication.translate

LESSONS = "lessons"


class LearnPage(QWidget):
    """`add_view` puts a neighbour beside the lessons, and the choice between them appears."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.learn")
        self._views: dict[str, tuple[Callable[[], str], QWidget]] = {}
        self.pane = HelpPane("learn", self)
        self.pane.setObjectName("learn.lessons")
        self.segments = Segments(self.pane.header, small=True)
        self.segments.setObjectName("learn.views")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.pane)
        self.progress = LearnedFoot(self.pane)
        self.pane.side_foot.addWidget(self.progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.pane.header.add_leading(self.segments)
        self.segments.hide()
        self.segments.chosen.connect(self.show_view)
        self._retranslate()

    @property
    def view(self) -> str:
        """Which of the views is in front."""
        widget = self._stack.currentWidget()
        return next((name for name, (_t, one) in self._views.items() if one is widget), LESSONS)

    def add_view(self, name: str, label: Callable[[], str], widget: QWidget) -> None:
        """A view beside the lessons; it shows the same choice by `segments_for`."""
        self._views[name] = (label, widget)
        self._stack.addWidget(widget)
        self._retranslate()

    def show_view(self, name: str) -> None:
        widget = self._views[name][1] if name in self._views else self.pane
        self._stack.setCurrentWidget(widget)
        self.segments.choose(LESSONS)  # a view has its own choice, with itself marked

    def segments_for(self, name: str, parent: QWidget) -> Segments:
        """The same choice for the head of another view."""
        made = Segments(parent, small=True)
        made.set_options(self.options())
        made.choose(name)
        made.chosen.connect(self.show_view)
        made.chosen.connect(lambda _other: made.choose(name))
        return made

    def regions(self) -> list[QWidget]:
        other = self._views.get(self.view)
        return self.pane.regions() if other is None else [other[1]]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def options(self) -> list[tuple[str, str]]:
        views = [(name, label()) for name, (label, _widget) in self._views.items()]
        return [(LESSONS, translate("Learn", "Lessons")), *views]

    def _retranslate(self) -> None:
        if self._views:
            self.segments.set_options(self.options())
        self.segments.setVisible(bool(self._views))
        title = "" if self._views else translate("Learn", "Learn")
        self.pane.header.set_title(title, translate("Learn", "Everything works offline"))
        field = self.pane.search
        field.setPlaceholderText(translate("Learn", "Search the lessons"))
        field.setAccessibleName(translate("Learn", "Search the lessons"))


class LearnedFoot(QWidget):
    """How many lessons were read, under the contents."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learn.progress")
        self._counts = (0, 0)
        self._words = ElidedLabel(style="secondary", parent=self)
        self._percent = ElidedLabel(style="secondary", role="text-quiet", parent=self)
        self._bar = ProgressBar(self)
        self._bar.setFormat("")  # the words stand above it
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._percent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._bar)
        self._retranslate()

    def set_counts(self, read: int, every: int) -> None:
        self._counts = (read, every)
        self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Theme.current().color("surface-sunken"))
        hairline(painter, 0, 0, self.width(), 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        read, every = self._counts
        share = read / every if every else 0.0
        words = translate("Learn", "{read} of {every} lessons read")
        self._words.setText(words.format(read=read, every=every))
        self._percent.setText(translate("Learn", "{share} %").format(share=round(share * 100)))
        self._bar.set_fraction(share)
        self._bar.setAccessibleName(self._words.text())
