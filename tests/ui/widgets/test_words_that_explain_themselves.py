"""Words of the interface that explain themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel

from gptdesk.ui.widgets.meaning import Meanings, explain


@pytest.fixture(autouse=True)
def glossary() -> Iterator[None]:
    yield
    Meanings.forget()


def pointed_at(label: QLabel) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), label.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(label, event)
    return label.toolTip()


def test_a_tooltip_ends_with_what_the_word_means(qtbot):
    label = QLabel("Price")
    qtbot.addWidget(label)
    label.setToolTip("What sending will cost")
    explain(label, "token")
    Meanings.use({"token": "A piece of text."}.get)
    assert pointed_at(label) == "What sending will cost\nA piece of text."
    assert pointed_at(label) == "What sending will cost\nA piece of text."


def test_before_the_glossary_was_read_the_tooltip_is_as_it_was(qtbot):
    label = QLabel("Price")
    qtbot.addWidget(label)
    label.setToolTip("What sending will cost")
    explain(label, "token")
    assert pointed_at(label) == "What sending will cost"


def test_another_language_replaces_the_sentence(qtbot):
    label = QLabel("Price")
    qtbot.addWidget(label)
    explain(label, "token")
    Meanings.use({"token": "A piece of text."}.get)
    pointed_at(label)
    Meanings.use({"token": "一小段文字。"}.get)
    assert pointed_at(label) == "一小段文字。"
