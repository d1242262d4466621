"""The head of the page: which view, and what can be done with the picture in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.fields import Segments
from gptdesk.ui.widgets.labels import ElidedLabel
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

RESULT, COMPARE, GALLERY = "result", "compare", "gallery"
WORDS_FROM = 700
"""With less room the buttons have no words."""


class ImagesHead(QWidget):
    """48 px high, as every page's.

    Signals:
        view_chosen: result, compare or gallery.
        panel_requested: where it is narrow: show or hide the panel.
    """

    view_chosen = Signal(str)
    panel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._can_compare = self._has_gallery = False
        self._is_animated = False
        self.panel = Button(kind="soft", icon="sliders-horizontal", small=True, parent=self)
        self._title = ElidedLabel(style="strong", parent=self)
        self.views = Segments(self, small=True)
        self.edit = Button(kind="ghost", icon="brush", small=True, parent=self)
        self.vary = Button(kind="ghost", icon="layers-2", small=True, parent=self)
        self.favourite = IconButton("star", small=True, parent=self)
        self.full = IconButton("maximize", small=True, parent=self)
        self.more = IconButton("ellipsis", small=True, parent=self)
        self.save = Button(kind="soft", icon="download", small=True, parent=self)
        self._build()
        self._retranslate()
        self.set_usable(False)

    def set_usable(self, is_usable: bool, *, can_edit: bool = True, can_vary: bool = True) -> None:
        """Whether there is a picture; without one nothing of it is offered."""
        for widget in (self.favourite, self.full, self.more, self.save):
            widget.setVisible(is_usable)
        self.edit.setVisible(is_usable and can_edit)
        self.vary.setVisible(is_usable and can_vary)

    def set_favourite(self, is_favourite: bool) -> None:
        self.favourite.setCheckable(True)
        self.favourite.setChecked(is_favourite)
        self.favourite.set_label(
            translate("Images", "Not a favourite any more")
            if is_favourite
            else translate("Images", "Mark as a favourite")
        )

    def set_views(self, *, can_compare: bool, has_gallery: bool) -> None:
        if (can_compare, has_gallery) != (self._can_compare, self._has_gallery):
            self._can_compare, self._has_gallery = can_compare, has_gallery
            self._retranslate()

    def show_view(self, view: str) -> None:
        self.views.choose(view)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        hairline(painter, 0, self.height() - 1, self.width(), self.height())

    def _build(self) -> None:
        names = {
            "images.settings": self.panel,
            "images.views": self.views,
            "images.edit": self.edit,
            "images.vary": self.vary,
            "images.favourite": self.favourite,
            "images.full": self.full,
            "images.actions": self.more,
            "images.save": self.save,
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 12, 1)
        layout.setSpacing(4)
        for name, widget in names.items():
            widget.setObjectName(name)
        layout.addWidget(self.panel)
        layout.addSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self.views)
        layout.addStretch(1)
        for tool in (self.edit, self.vary, self.favourite, self.full, self.more, self.save):
            layout.addWidget(tool)
        self.panel.hide()
        self.views.chosen.connect(self.view_chosen)
        self.panel.clicked.connect(self.panel_requested)
        self._theme.changed.connect(self._on_theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self._shorten()
        self.update()

    def _shorten(self) -> None:
        has_words = self.width() >= self._theme.px(WORDS_FROM)
        for button, text in self._labels():
            button.setText(text if has_words else "")
            button.setToolTip("" if has_words else text)
            button.setAccessibleName(text)

    def _labels(self) -> tuple[tuple[Button, str], ...]:
        return (
            (self.panel, translate("Images", "Prompt and settings")),
            (self.edit, translate("Images", "Edit a part")),
            (self.vary, translate("Images", "Vary")),
            (self.save, translate("Images", "Save as…")),
        )

    def _retranslate(self) -> None:
        views = [(RESULT, translate("Images", "Result"))]
        if self._can_compare:
            views.append((COMPARE, translate("Images", "Compare")))
        if self._has_gallery:
            views.append((GALLERY, translate("Images", "Gallery")))
        self.views.set_options(views)
        self.views.setVisible(len(views) > 1)
        self._title.setText(translate("Images", "Images"))
        self._title.setVisible(len(views) == 1)
        self.views.setAccessibleName(translate("Images", "View"))
        self.full.set_label(translate("Images", "On the whole screen"), "Enter")
        self.more.set_label(translate("Images", "More actions"))
        self.set_favourite(self.favourite.isChecked())
        self._shorten()
