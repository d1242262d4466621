"""Correcting a segment in the place where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.ui.transcription.segments.gestures import Change, Merge, Split
from gptdesk.ui.transcription.segments.model import GROWING, SegmentsModel
from gptdesk.ui.transcription.segments.rows import NONE, RowsView


class EditedRows(RowsView):
    """Opens one field at a time; what is typed leaves it as a gesture.

    Signals:
        wished: a gesture; see `gestures`.
    """

    wished = Signal(object)

    def __init__(self, model: SegmentsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        editor = self.editor
        editor.kept.connect(self._on_kept)
        editor.left.connect(self.close_editor)
        editor.split.connect(self._on_split)
        editor.merged.connect(self._on_merged)
        editor.moved.connect(self._on_moved)
        editor.grew.connect(self._fit_editor)
        model.rowsRemoved.connect(self._on_gone)

    def edit_segment(self, segment_id: int, caret: int | None = None) -> None:
        """Open the field in its row."""
        row = self.segments.row_of(segment_id)
        if row < 0 or segment_id >= GROWING:
            return
        if self.edited != segment_id:
            self.keep_edit()
            row = self.segments.row_of(segment_id)
        self.edited = segment_id
        self.setCurrentIndex(self.segments.index(row))
        self.editor.open(self.segments.rows[row].text, caret)
        self.scrollTo(self.segments.index(row))
        self._fit_editor()

    def keep_edit(self) -> None:
        """What is typed stays, also if one goes elsewhere."""
        if self.edited != NONE:
            self.editor.keep()

    def close_editor(self) -> None:
        """Without keeping anything."""
        if self.edited == NONE:
            return
        row = self.segments.row_of(self.edited)
        had_focus = self.editor.text.hasFocus()
        self.edited = NONE
        self.editor.close_quietly()
        if row >= 0:
            self.heights.set(row, self._measure(row))
        self._settle()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # The field

    def _fit_editor(self) -> None:
        row = self.segments.row_of(self.edited)
        if row < 0 or row >= len(self.heights):
            return
        self.heights.set(row, self._measure(row))
        self._update_bar()
        self._place_editor()
        self.viewport().update()

    def _place_editor(self) -> None:
        if self.edited == NONE:
            return
        row = self.segments.row_of(self.edited)
        if 0 <= row < len(self.heights):
            self.editor.place(self.places.text_rect(self._row_rect(row)))

    def _on_kept(self, text: str) -> None:
        edited = self.edited
        self.close_editor()
        self.wished.emit(Change(edited, text))

    def _on_split(self, text: str, caret: int) -> None:
        edited = self.edited
        self.close_editor()
        self.wished.emit(Split(edited, text, caret))

    def _on_merged(self, text: str, step: int) -> None:
        edited = self.edited
        self.close_editor()
        self.wished.emit(Merge(edited, step, text))

    def _on_moved(self, text: str, step: int) -> None:
        edited = self.edited
        row = self.segments.row_of(edited) + step
        following = self.segments.rows[row].id if 0 <= row < len(self.segments.rows) else NONE
        was = self.segments.rows[row - step].text
        self.close_editor()
        if text and text != was:
            self.wished.emit(Change(edited, text))
        QTimer.singleShot(0, self, lambda: self.edit_segment(following))

    def _on_gone(self) -> None:
        if self.edited != NONE and self.segments.row_of(self.edited) < 0:
            self.close_editor()
