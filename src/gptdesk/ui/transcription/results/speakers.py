"""The speakers of a transcript: names that can be changed, minutes, and merging two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.domain.transcript_speakers import SpeakerShare
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.results.words import spoken_text
from gptdesk.ui.transcription.segments.speakers import speaker_name, speaker_tint
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.labels import ElidedLabel, Label
from gptdesk.ui.widgets.menu import menu
from gptdesk.ui.widgets.painting import panel
from gptdesk.ui.widgets.text_field import TextField

translate = QCoreApplication.translate

DOT = 12


class SpeakersPanel(QWidget):
    """One row for each; hidden where nobody knows who speaks.

    Signals:
        renamed: key and name.
        merged: the key of one speaker and of the one that it is, too.
    """

    renamed = Signal(str, str)
    merged = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.speakers")
        self._title = Label(style="strong", parent=self)
        self._rows: dict[str, _SpeakerRow] = {}
        self._names: Mapping[str, str] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._title)
        self._retranslate()
        self.hide()

    def show_speakers(self, shares: Sequence[SpeakerShare], names: Mapping[str, str]) -> None:
        """Rows stay as long as their speaker does, so that a name is typed in peace."""
        self._names = names
        keys = [share.key for share in shares]
        for key in [key for key in self._rows if key not in keys]:
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for place, share in enumerate(shares):
            row = self._rows.get(share.key) or self._added(share.key)
            self._layout.insertWidget(place + 1, row)
            row.show_share(share, names, can_merge=len(shares) > 1)
        self.setVisible(bool(shares))

    @property
    def keys(self) -> list[str]:
        return list(self._rows)

    def row(self, key: str) -> _SpeakerRow:
        return self._rows[key]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _added(self, key: str) -> _SpeakerRow:
        row = _SpeakerRow(key, self)
        row.renamed.connect(partial(self.renamed.emit, key))
        row.merge_requested.connect(partial(self._offer_merge, key))
        self._rows[key] = row
        return row

    def _offer_merge(self, key: str) -> None:
        offered = menu(self)
        name = speaker_name(key, self._names)
        said = translate("Transcript", "“{name}” is the same person as").format(name=name)
        offered.addAction(said).setEnabled(False)
        for other in self._rows:
            if other != key:
                action = offered.addAction(speaker_name(other, self._names))
                action.triggered.connect(partial(self._merge, key, other))
        offered.aboutToHide.connect(offered.deleteLater)
        button = self._rows[key].more
        offered.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _merge(self, key: str, other: str, _checked: bool = False) -> None:
        self.merged.emit(key, other)

    def _retranslate(self) -> None:
        self._title.setText(translate("Transcript", "Speakers"))
        self.setAccessibleName(translate("Transcript", "Speakers"))


class _SpeakerRow(QWidget):
    """Signals:
    renamed: the new name.
    merge_requested: this is the same person as another.
    """

    renamed = Signal(str)
    merge_requested = Signal()

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self._names: Mapping[str, str] = {}
        self._share = SpeakerShare(key, 0.0)
        self._is_typing = False
        self.dot = _Dot(self)
        self.name = ElidedLabel(style="base", parent=self)
        self.field = _NameField(self)
        self.minutes = Label(style="secondary", role="text-quiet", tabular=True, parent=self)
        self.rename = IconButton("pencil", small=True, parent=self)
        self.more = IconButton("ellipsis", small=True, parent=self)
        self._stack = QStackedWidget(self)
        self._build()
        self._retranslate()

    def show_share(self, share: SpeakerShare, names: Mapping[str, str], *, can_merge: bool) -> None:
        self._share, self._names = share, names
        self.dot.set_role(speaker_tint(self._key, names))
        self.more.setVisible(can_merge)
        self._retranslate()

    def edit(self) -> None:
        """Type over the name in place; Enter keeps it, Escape does not."""
        self.field.setText(self._names.get(self._key, ""))
        self.field.selectAll()
        self._is_typing = True
        self._stack.setCurrentWidget(self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        self._stack.addWidget(self.name)
        self._stack.addWidget(self.field)
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.dot)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.minutes)
        layout.addWidget(self.rename)
        layout.addWidget(self.more)
        self.rename.clicked.connect(self.edit)
        self.more.clicked.connect(self.merge_requested)
        self.field.editingFinished.connect(self._on_typed)
        self.field.left.connect(self._leave)

    def _on_typed(self) -> None:
        if self._is_typing:
            name = " ".join(self.field.text().split())
            self._leave()
            if name != self._names.get(self._key, ""):
                self.renamed.emit(name)

    def _leave(self) -> None:
        self._is_typing = False  # first: the field says that it is finished when it goes
        self._stack.setCurrentWidget(self.name)

    def _retranslate(self) -> None:
        name = speaker_name(self._key, self._names)
        self.name.setText(name)
        self.minutes.setText(spoken_text(self._share.seconds))
        label = translate("Transcript", "Rename “{name}” everywhere").format(name=name)
        self.rename.set_label(label)
        self.field.setAccessibleName(translate("Transcript", "Name of the speaker"))
        self.field.setPlaceholderText(speaker_name(self._key, {**self._names, self._key: ""}))
        label = translate("Transcript", "“{name}” is another speaker, too").format(name=name)
        self.more.set_label(label)


class _NameField(TextField):
    """Signals:
    left: Escape; nothing is changed.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Dot(QWidget):
    """The colour of the speaker in the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = "tint-1"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_role(self, role: str) -> None:
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        side = Theme.current().px(DOT)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        border = theme.color("button-border")
        panel(QPainter(self), self.rect(), 4, theme.color(self._role), border)
