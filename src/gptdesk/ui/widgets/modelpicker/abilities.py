"""What the person says a model can do, where the catalogue is wrong or knows nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.domain.offered import ModelOverride, OfferedModel
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.fields import Choice, TextField
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

LIMITS = ("max_completion_tokens", "max_tokens")
KNOWN, YES, NO = "", "yes", "no"


class AbilitiesPanel(QWidget):
    """A few fields; an empty one leaves it to the catalogue.

    Signals:
        saved: connection id, model and the ModelOverride.
        closed: the way back to the list.
    """

    saved = Signal(str, str, object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer: OfferedModel | None = None
        self._label = ""
        self._back = IconButton("arrow-left", small=True, parent=self)
        self._title = Label(style="button", parent=self)
        self._note = Label(style="secondary", role="text-quiet", parent=self)
        self._note.setWordWrap(True)
        self._sees = Choice(self)
        self._context = TextField(self)
        self._longest = TextField(self)
        self._limit = Choice(self)
        self._efforts = TextField(self)
        self._names = [Label(style="label", parent=self) for _ in range(5)]
        self._save = Button(kind="primary", small=True, parent=self)
        self._reset = Button(kind="ghost", small=True, parent=self)
        self.setFocusProxy(self._sees)
        self._build()
        self._retranslate()

    def show_model(self, offer: OfferedModel, label: str) -> None:
        self._offer, self._label = offer, label
        self._retranslate()
        word = offer.override
        seen = {None: KNOWN, True: YES, False: NO}[word.sees_pictures]
        self._sees.setCurrentIndex(max(0, self._sees.findData(seen)))
        self._limit.setCurrentIndex(max(0, self._limit.findData(word.limit_name or KNOWN)))
        self._context.setText("" if word.context is None else str(word.context))
        self._longest.setText("" if word.longest_answer is None else str(word.longest_answer))
        self._efforts.setText(", ".join(word.efforts or ()))
        self._reset.setEnabled(not word.is_empty)

    def override(self) -> ModelOverride:
        """What the fields say."""
        efforts = tuple(self._efforts.text().replace(",", " ").replace("，", " ").split())
        return ModelOverride(
            {KNOWN: None, YES: True, NO: False}[self._sees.currentData() or KNOWN],
            _number(self._context.text()),
            _number(self._longest.text()),
            self._limit.currentData() or None,
            efforts or None,
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        fields = (self._sees, self._context, self._longest, self._limit, self._efforts)
        for number, (name, widget) in enumerate(zip(self._names, fields, strict=True)):
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(widget, number, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._save)
        foot.addWidget(self._reset)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addLayout(grid)
        column.addStretch(1)
        column.addLayout(foot)
        self._back.clicked.connect(self.closed)
        self._save.clicked.connect(self._on_save)
        self._reset.clicked.connect(self._on_reset)

    def _on_save(self) -> None:
        if self._offer is not None:
            self.saved.emit(self._offer.connection_id, self._offer.name, self.override())

    def _on_reset(self) -> None:
        if self._offer is not None:
            self.saved.emit(self._offer.connection_id, self._offer.name, ModelOverride())

    def _retranslate(self) -> None:
        self._back.set_label(translate("ModelAbilities", "Back to the models"))
        title = translate("ModelAbilities", "What {name} can do")
        self._title.setText(title.format(name=self._label))
        self._note.setText(
            translate(
                "ModelAbilities",
                "What you enter here wins over the catalogue, for this model at this connection. "
                "Empty fields leave it as known.",
            )
        )
        self._save.setText(translate("ModelAbilities", "Keep this"))
        self._reset.setText(translate("ModelAbilities", "Take back all changes"))
        self._name_fields()
        self._fill_choices()
        self._show_known()

    def _name_fields(self) -> None:
        texts = (
            (
                translate("ModelAbilities", "Looks at pictures"),
                translate("ModelAbilities", "Whether pictures can be sent along."),
            ),
            (
                translate("ModelAbilities", "Reads at once"),
                translate(
                    "ModelAbilities",
                    "The context: how many tokens of conversation fit in. A token is a piece of a "
                    "word; 1,000 tokens are about 750 English words.",
                ),
            ),
            (
                translate("ModelAbilities", "Longest answer"),
                translate("ModelAbilities", "How many tokens it can write in one answer."),
            ),
            (
                translate("ModelAbilities", "Name of that limit"),
                translate(
                    "ModelAbilities",
                    "Services call the limit of an answer by one of two names and may refuse the "
                    "other one.",
                ),
            ),
            (
                translate("ModelAbilities", "Efforts"),
                translate(
                    "ModelAbilities",
                    "How long a reasoning model may think: the words it knows, such as low, "
                    "medium, high.",
                ),
            ),
        )
        fields = (self._sees, self._context, self._longest, self._limit, self._efforts)
        for label, widget, (name, tip) in zip(self._names, fields, texts, strict=True):
            label.setText(name)
            label.setToolTip(tip)
            widget.setToolTip(tip)
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(tip)

    def _fill_choices(self) -> None:
        facts = self._offer.facts if self._offer is not None else None
        sees = facts is not None and facts.sees_pictures
        seen = (
            translate("ModelAbilities", "As known: yes")
            if sees
            else translate("ModelAbilities", "As known: no")
        )
        for choice, options in (
            (
                self._sees,
                (
                    (seen, KNOWN),
                    (translate("ModelAbilities", "Yes"), YES),
                    (translate("ModelAbilities", "No"), NO),
                ),
            ),
            (
                self._limit,
                (
                    (translate("ModelAbilities", "As known"), KNOWN),
                    *((name, name) for name in LIMITS),
                ),
            ),
        ):
            before = choice.currentData()
            choice.clear()
            for text, value in options:
                choice.addItem(text, value)
            choice.setCurrentIndex(max(0, choice.findData(before)))

    def _show_known(self) -> None:
        """What holds where a field is empty stands in it, quietly."""
        facts = self._offer.facts if self._offer is not None else None
        unknown = translate("ModelAbilities", "not known")
        tokens = translate("ModelAbilities", "{count} tokens")
        for widget, count in (
            (self._context, facts.context if facts else None),
            (self._longest, facts.longest_answer if facts else None),
        ):
            said = tokens.format(count=QLocale().toString(count)) if count else unknown
            widget.setPlaceholderText(said)
        efforts = ", ".join(facts.efforts) if facts and facts.efforts else unknown
        self._efforts.setPlaceholderText(efforts)


def _number(text: str) -> int | None:
    """Digits with any separators; a "k" at the end counts thousands."""
    plain = text.strip().lower().replace(",", "").replace("，", "").replace(" ", "")
    times = 1
    if plain.endswith("k"):
        plain, times = plain[:-1], 1000
    return int(plain) * times if plain.isascii() and plain.isdigit() and int(plain) else None
