"""The history of transcripts: found as one types, named, deleted and brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt

from gptdesk.domain.transcription import JobState, TranscriptionHeader, TranscriptionSettings
from gptdesk.runtime.calls import Calls
from gptdesk.ui.transcription.history.delegate import HEADER, facts_line
from gptdesk.ui.transcription.history.panel import TranscriptionHistory
from gptdesk.ui.transcription.history.presenter import HistoryPresenter
from gptdesk.ui.widgets.money import Money


def header(key: str, title: str, beginning: str = "", **more) -> TranscriptionHeader:
    state = more.pop("state", JobState.DONE)
    return TranscriptionHeader(
        key, title, 1_764_000_000.0, state, TranscriptionSettings(), 62.0, beginning, **more
    )


class Shelf:
    """Transcripts in memory."""

    def __init__(self) -> None:
        self.rows = {
            "a": header("a", "社区议事会", "先说第一件事，楼下的充电棚。", cost=0.21),
            "b": header("b", "Interview", "About parking", state=JobState.FAILED),
        }
        self.deleted = set()
        self.searches = []

    async def history(self, search=""):
        self.searches.append(search)
        kept = [row for key, row in self.rows.items() if key not in self.deleted]
        return tuple(row for row in kept if search in f"{row.title} {row.beginning}")

    async def rename(self, job_id, title):
        self.rows[job_id] = header(job_id, title)

    async def delete(self, job_id):
        self.deleted.add(job_id)

    async def restore(self, job_id):
        self.deleted.discard(job_id)


class Desk:
    def __init__(self, qtbot, core) -> None:
        self.qtbot, self.shelf, self.owner = qtbot, Shelf(), QObject()
        self.panel = TranscriptionHistory()
        self.panel.resize(264, 600)
        qtbot.addWidget(self.panel)
        self.calls = Calls(core, self.owner)
        self.presenter = HistoryPresenter(self.panel, self.calls, self.shelf, self.owner)
        self.presenter.refresh()
        self.until(lambda: self.titles() == ["社区议事会", "Interview"])

    def titles(self):
        rows = range(self.panel.list.count())
        return [self.panel.list.item(row).data(HEADER).title for row in rows]

    def until(self, check):
        self.qtbot.waitUntil(check, timeout=5000)


@pytest.fixture
def desk(qtbot, core):
    desk = Desk(qtbot, core)
    yield desk
    desk.presenter.shutdown()
    desk.calls.shutdown()


def test_what_is_typed_is_looked_for_in_titles_and_words(desk):
    desk.panel.search.setText("充电棚")
    desk.until(lambda: desk.titles() == ["社区议事会"])
    desk.panel.search.setText("nowhere")
    desk.until(lambda: desk.titles() == [])
    assert not desk.panel.list.isVisibleTo(desk.panel)


def test_typing_fast_searches_once(desk):
    before = len(desk.shelf.searches)
    for length in range(1, 7):
        desk.panel.search.setText("parking"[:length])
    desk.until(lambda: desk.titles() == ["Interview"])
    assert len(desk.shelf.searches) - before < 6


def test_a_press_opens_and_delete_can_be_taken_back(desk):
    with desk.qtbot.waitSignal(desk.presenter.opened) as opened:
        desk.panel.list.itemClicked.emit(desk.panel.list.item(1))
    assert opened.args == ["b"]
    desk.panel.list.setCurrentRow(0)
    desk.qtbot.keyClick(desk.panel.list, Qt.Key.Key_Delete)
    desk.until(lambda: desk.titles() == ["Interview"])
    assert not desk.panel.undo.isHidden()
    desk.panel.undo.undone.emit()
    desk.until(lambda: desk.titles() == ["社区议事会", "Interview"])


def test_a_new_title_is_shown_once_it_is_stored(desk):
    with desk.qtbot.waitSignal(desk.presenter.renamed) as renamed:
        desk.panel.list.title_typed.emit(1, "Parking")
    assert renamed.args == ["b", "Parking"]
    desk.until(lambda: desk.titles() == ["社区议事会", "Parking"])


def test_a_title_is_typed_over_in_place(desk):
    desk.panel.show()
    desk.panel.list.setCurrentRow(1)
    desk.qtbot.keyClick(desk.panel.list, Qt.Key.Key_F2)
    editor = desk.panel.list.findChild(QObject, "transcription.rename")
    editor.setText("  By  hand ")
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
    desk.until(lambda: desk.titles() == ["社区议事会", "By hand"])


def test_the_line_below_says_day_cost_and_what_is_left_to_do():
    done = header("a", "x", cost=0.21)
    assert "0.21" in facts_line(done, Money()).partition(" · ")[2]
    stopped = header("a", "x", state=JobState.STOPPED)
    assert facts_line(stopped, Money()).endswith(" · not finished")


def test_rows_are_drawn_with_hits(desk):
    desk.panel.set_headers(tuple(desk.shelf.rows.values()), "充电棚")
    marked = desk.panel.grab().toImage()
    desk.panel.set_headers(tuple(desk.shelf.rows.values()), "")
    assert desk.panel.grab().toImage() != marked
