"""What keys mean in the list of segments, outside of the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gptdesk.domain.transcription import Segment
from gptdesk.ui.transcription.segments.gestures import (
    Copy,
    Delete,
    Gesture,
    Hear,
    Loop,
    Merge,
    Redo,
    SetSpeaker,
    Toggle,
    Undo,
)
from gptdesk.ui.transcription.segments.model import GROWING

Keys = QKeySequence.StandardKey


def gesture_of(
    event: QKeyEvent, segment: Segment | None, speakers: Sequence[str]
) -> Gesture | None:
    """None for keys that move, and for those that mean nothing."""
    if event.matches(Keys.Undo):
        return Undo()
    if event.matches(Keys.Redo) or _is(event, Qt.Key.Key_Y, with_ctrl=True):
        return Redo()
    if _is(event, Qt.Key.Key_Space):
        return Toggle()
    if segment is None or segment.id >= GROWING:
        return None
    return _of_segment(event, segment) or _of_speaker(event, segment, speakers)


def _of_segment(event: QKeyEvent, segment: Segment) -> Gesture | None:
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return Hear(segment.id)
    if _is(event, Qt.Key.Key_L):
        return Loop(segment.id)
    if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return Delete(segment.id)
    if event.matches(Keys.Copy):
        return Copy(segment.id)
    if _is(event, Qt.Key.Key_J, with_ctrl=True):
        is_before = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return Merge(segment.id, -1 if is_before else 1)
    return None


def _of_speaker(event: QKeyEvent, segment: Segment, speakers: Sequence[str]) -> Gesture | None:
    """1 to 9 name a speaker, 0 takes the name away."""
    number = event.key() - Qt.Key.Key_0.value
    if not 0 <= number <= 9 or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    if number == 0:
        return SetSpeaker(segment.id, "") if segment.speaker else None
    return SetSpeaker(segment.id, speakers[number - 1]) if number <= len(speakers) else None


def _is(event: QKeyEvent, key: Qt.Key, *, with_ctrl: bool = False) -> bool:
    has_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == key and has_ctrl is with_ctrl
