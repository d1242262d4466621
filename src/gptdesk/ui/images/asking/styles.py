"""Manners of drawing to pick from, each with a small example."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gptdesk.domain.resources import resource_root
from gptdesk.ui.theme.theme import text_width
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import panel, text_in

translate = QCoreApplication.translate

COLUMNS = 4
PICTURE = 48


@dataclass(frozen=True, slots=True)
class Style:
    """`words` are what is written into the prompt."""

    id: str
    title: str
    words: str


def styles() -> tuple[Style, ...]:
    """As the interface speaks now."""
    return tuple(
        Style(str(one["id"]), in_language(one["title"]), in_language(one["words"]))
        for one in _stored()
    )


def with_style(prompt: str, style: Style) -> str:
    """The prompt with the manner in it, or without it where it was there."""
    for joint in (", ", "，"):
        if f"{joint}{style.words}" in prompt:
            return prompt.replace(f"{joint}{style.words}", "", 1)
    if prompt.strip() == style.words:
        return ""
    text = prompt.rstrip()
    if not text:
        return style.words
    joint = "，" if _is_chinese(style.words) else ", "
    return f"{text.rstrip('.。,，')}{joint}{style.words}"


def has_style(prompt: str, style: Style) -> bool:
    return style.words in prompt


class StyleGrid(QWidget):
    """Tiles that switch a manner on and off.

    Signals:
        toggled: the Style that was pressed.
    """

    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.styles")
        self._tiles: list[_Tile] = []
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for number, style in enumerate(styles()):
            tile = _Tile(style, self)
            tile.clicked.connect(lambda _on, tile=tile: self.toggled.emit(tile.style_now))
            layout.addWidget(tile, number // COLUMNS, number % COLUMNS)
            self._tiles.append(tile)
        for column in range(COLUMNS):
            layout.setColumnStretch(column, 1)
        self._retranslate()

    def show_prompt(self, prompt: str) -> None:
        """Tiles whose words are in it look pressed."""
        for tile in self._tiles:
            tile.setChecked(has_style(prompt, tile.style_now))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Images", "Styles"))
        for tile, style in zip(self._tiles, styles(), strict=True):
            tile.show_style(style)


class _Tile(Painted):
    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__("soft", parent)
        self.style_now = style
        self._pixmap = QPixmap()
        self.setCheckable(True)
        self.setProperty("focusRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_style(self, style: Style) -> None:
        self.style_now = style
        self.setText(style.title)
        self.setAccessibleName(style.title)
        self.setToolTip(style.words)
        self.setObjectName(f"images.style.{style.id}")

    def nextCheckState(self) -> None:
        """The prompt decides whether it is on."""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(PICTURE) + self._theme.line("tiny") + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border, role = self._colors()
        if self.isChecked():
            fill, border, role = (
                self._theme.color("accent-soft-strong"),
                self._theme.color("accent-text"),
                "accent-text",
            )
        panel(painter, self.rect(), self._theme.radius("control"), fill, border)
        picture = self._picture()
        line = self._theme.line("tiny")
        room = QRect(0, 4, self.width(), self.height() - line - 6)
        ratio = picture.devicePixelRatio()
        size = QSize(round(picture.width() / ratio), round(picture.height() / ratio))
        place = QRect(room.center().x() - size.width() // 2 + 1, room.y(), *size.toTuple())
        painter.drawPixmap(place, picture)
        font = self._theme.font("tiny")
        name = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, 999)
        if text_width(font, name) > self.width() - 4:
            from PySide6.QtGui import QFontMetrics

            elide = Qt.TextElideMode.ElideRight
            name = QFontMetrics(font).elidedText(name, elide, self.width() - 4)
        foot = QRect(0, self.height() - line - 2, self.width(), line)
        text_in(painter, foot, name, font, self._theme.color(role), Qt.AlignmentFlag.AlignHCenter)

    def _picture(self) -> QPixmap:
        height = min(self._theme.px(PICTURE), 64)
        ratio = self.devicePixelRatioF()
        if self._pixmap.height() != round(height * ratio):
            self._pixmap = _drawn(self.style_now.id, round(height * ratio))
            self._pixmap.setDevicePixelRatio(ratio)
        return self._pixmap


def _drawn(style: str, height: int) -> QPixmap:
    from PySide6.QtGui import QImage
    from PySide6.QtSvg import QSvgRenderer  # only where the tiles are looked at

    file = resource_root() / "images" / "styles" / f"{style}.svg"
    renderer = QSvgRenderer(str(file))
    image = QImage(round(height * 4 / 3), height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return QPixmap.fromImage(image)


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


@cache
def _stored() -> list[dict[str, Any]]:
    text = (resource_root() / "images" / "styles.json").read_text("utf-8")
    found: list[dict[str, Any]] = json.loads(text)["styles"]
    return found
