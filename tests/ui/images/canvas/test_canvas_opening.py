"""Opening a picture on the canvas, through the core thread, and what remains if it fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from canvas_studio import Hand, picture
from gptdesk.domain.mask import MaskChange, PackedTile
from gptdesk.domain.problems import NotAPicture, PictureBroken
from gptdesk.runtime.calls import Calls
from gptdesk.runtime.core import CoreThread
from gptdesk.ui.images.canvas.editor import PictureEditor
from gptdesk.ui.images.canvas.export import Export
from gptdesk.ui.images.canvas.history import History, Painted
from gptdesk.ui.images.canvas.work import CoreWork


def test_a_broken_file_leaves_the_picture_and_its_mask(
    editor: PictureEditor, hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    hand.drag((100, 100), (190, 160))
    painted = editor.painted
    path = tmp_path / "page.png"
    path.write_text("<svg onload='x()'/>")
    with qtbot.waitSignal(editor.failed) as failed:
        editor.open(path)
    assert isinstance(failed.args[0], NotAPicture)
    assert editor.painted == painted and editor.size_in_pixels == (521, 303)
    assert editor.document.can_undo


@pytest.fixture
def in_core(qtbot: QtBot, core: CoreThread) -> Iterator[PictureEditor]:
    """Its work is done by the app's own core thread."""
    owner = QObject()
    calls = Calls(core, owner)
    editor = PictureEditor(CoreWork(calls))
    qtbot.addWidget(editor)
    editor.resize(600, 500)
    editor.show()
    yield editor
    calls.shutdown()
    owner.deleteLater()


def test_pictures_are_opened_and_written_in_the_core(in_core: PictureEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(in_core.opened):
        in_core.open(picture(200, 100))
    in_core.document.invert()
    exports: list[Export] = []
    with qtbot.waitSignal(
        in_core.document.busy_changed, check_params_cb=lambda is_busy: not is_busy
    ):
        in_core.export(exports.append)
    qtbot.waitUntil(lambda: bool(exports))
    assert exports[0].size == (200, 100)
    assert exports[0].mask is not None and exports[0].painted == 1.0


def test_a_failure_in_the_core_comes_as_a_problem(in_core: PictureEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(in_core.failed) as failed:
        in_core.open(b"\x89PNG\r\n\x1a\n" + bytes(99), "x.png")
    assert isinstance(failed.args[0], PictureBroken)
    assert not in_core.has_picture


def test_only_the_last_picture_that_was_asked_for_is_shown(
    in_core: PictureEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(in_core.opened):
        in_core.open(picture(300, 200))
        in_core.open(picture(20, 10))
    assert in_core.size_in_pixels == (20, 10)
    qtbot.waitUntil(lambda: not in_core.document.is_busy)
    assert in_core.size_in_pixels == (20, 10)


def test_without_a_picture_nothing_can_be_clicked(in_core: PictureEditor) -> None:
    editor, bar = in_core, in_core.toolbar
    for button in (*bar.tools.values(), *bar._ends(), bar.softness):
        assert not button.isEnabled()
    editor.document.invert()
    editor.document.undo()
    assert editor.size_in_pixels == (0, 0)


def test_history_forgets_the_oldest_only_beyond_its_limit() -> None:
    history = History(most_bytes=10_000)
    for number in range(50):
        history.add(Painted(MaskChange({(number, 0): PackedTile(bytes(850))})))
    assert history.weight <= 11_000
    kept = []
    while history.can_undo:
        entry = history.take_back()
        assert isinstance(entry, Painted)
        kept.append(next(iter(entry.change.tiles))[0])
    assert kept == list(range(49, 38, -1))


def test_hundreds_of_strokes_can_be_taken_back(
    editor: PictureEditor, hand: Hand, qtbot: QtBot
) -> None:
    states = []
    for number in range(80):
        states.append(editor.document.mask.snapshot())
        hand.drag((number * 3, 20), (number * 3, 200))
    qtbot.waitUntil(lambda: editor.document._history.weight < 1 << 20)
    for state in reversed(states):
        editor.document.undo()
        assert editor.document.mask.snapshot() == state
