"""Voices as cards: chosen with a click, heard with the button on each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gptdesk.domain.voices import Voice
from gptdesk.ui.speech.voicecard import VoiceCard
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import TextField
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

FIRST = 6
GAP = 8
SEVERAL = 2


class VoiceGrid(QWidget):
    """The best six, and the others on request; a field where no voices are known.

    Signals:
        chosen: the person picked this voice.
        preview_requested: the person wants to hear this voice.
    """

    chosen = Signal(str)
    preview_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speech.voice")
        self._voices: tuple[Voice, ...] = ()
        self._cards: dict[str, VoiceCard] = {}
        self._current = ""
        self._is_open = False
        self._title = Label(style="label", parent=self)
        self._count = Label(style="secondary", role="text-quiet", parent=self)
        self._grid = QGridLayout()
        self._more = Button(kind="link", trailing_icon="chevron-down", parent=self)
        self._field = TextField(self)
        self._hint = Label(style="secondary", role="text-quiet", parent=self)
        self._build()
        self._retranslate()
        self._fill()

    @property
    def current(self) -> str:
        return self._current

    @property
    def voices(self) -> tuple[str, ...]:
        return tuple(voice.id for voice in self._voices)

    def set_voices(self, voices: Sequence[Voice]) -> None:
        """Offer these; the chosen one stays if it is among them."""
        if tuple(voices) == self._voices:
            return
        self._voices = tuple(voices)
        if self._voices and self._current not in self.voices:
            self._current = self._voices[0].id
        self._fill()

    def choose(self, voice: str) -> None:
        """Show this one as chosen, without a signal."""
        known = self.voices
        self._current = voice if voice and (not known or voice in known) else next(iter(known), "")
        if self._field.text() != self._current:
            self._field.setText(self._current)
        if self._current in known[FIRST:] and not self._is_open:
            self._is_open = True
            self._fill()
        self._show_current()

    def set_playing(self, voice: str, *, busy: bool = False) -> None:
        """Which voice is being tried; busy while its sound is still on the way."""
        for name, card in self._cards.items():
            card.set_playing(name == voice, busy=busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}
        step = steps.get(Qt.Key(event.key()))
        shown = list(self._cards)
        if step is None or self._current not in shown:
            super().keyPressEvent(event)
            return
        wanted = shown.index(self._current) + step
        if 0 <= wanted < len(shown):
            self._on_chosen(shown[wanted])
            self._cards[shown[wanted]].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        self._grid.setSpacing(GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(self._grid)
        layout.addWidget(self._field)
        layout.addWidget(self._hint)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._hint.setWordWrap(True)
        self._field.setObjectName("speech.voice.name")
        self._more.setObjectName("speech.voice.more")
        self._more.clicked.connect(self._on_more)
        self._field.textEdited.connect(self._on_typed)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _fill(self) -> None:
        for card in self._cards.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        shown = self._voices if self._is_open else self._voices[:FIRST]
        self._cards = {voice.id: self._card(voice) for voice in shown}
        for number, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, number // 2, number % 2)
        has_voices = bool(self._voices)
        self._field.setVisible(not has_voices)
        self._hint.setVisible(not has_voices)
        self._count.setVisible(len(self._voices) >= SEVERAL)
        self._more.setVisible(len(self._voices) > FIRST)
        self._show_current()
        self._retranslate()

    def _card(self, voice: Voice) -> VoiceCard:
        card = VoiceCard(voice, self)
        card.clicked.connect(partial(self._on_chosen, voice.id))
        card.preview.clicked.connect(partial(self.preview_requested.emit, voice.id))
        return card

    def _show_current(self) -> None:
        for name, card in self._cards.items():
            card.setChecked(name == self._current)
            is_way_in = name == self._current
            card.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_way_in else Qt.FocusPolicy.ClickFocus
            )

    def _on_chosen(self, voice: str, _checked: bool = False) -> None:
        self._current = voice
        self._show_current()
        self.chosen.emit(voice)

    def _on_typed(self, text: str) -> None:
        self._current = text.strip()
        self.chosen.emit(self._current)

    def _on_more(self) -> None:
        self._is_open = not self._is_open
        self._fill()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Speech", "Voice"))
        self._title.setText(translate("Speech", "Voice"))
        self._count.setText(translate("Speech", "%n voice(s)", None, len(self._voices)))
        self._field.setAccessibleName(translate("Speech", "Name of the voice"))
        self._field.setPlaceholderText(translate("Speech", "Name of the voice"))
        self._hint.setText(
            translate(
                "Speech",
                "The voices of this model are not known here. Its service lists their names.",
            )
        )
        if self._is_open:
            self._more.setText(translate("Speech", "Show fewer"))
        else:
            self._more.setText(translate("Speech", "Show all %n", None, len(self._voices)))
        self._more.set_trailing_icon("chevron-up" if self._is_open else "chevron-down")
        for card in self._cards.values():
            card.retranslate()
