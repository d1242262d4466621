"""Find and replace, speakers, and export, as a person uses them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gptdesk.domain.transcript_editing import Edited
from gptdesk.domain.transcript_exports import ExportForm
from gptdesk.domain.transcript_finding import Wanted
from gptdesk.domain.transcript_speakers import shares
from gptdesk.runtime.calls import Calls
from gptdesk.services.transcript_files import TranscriptFiles
from gptdesk.storage.documents import plain_text
from gptdesk.storage.files import write_whole_bytes
from gptdesk.ui.transcription.results.export_button import ExportButton
from gptdesk.ui.transcription.results.exporting import Exporter
from gptdesk.ui.transcription.results.find_bar import TranscriptFindBar
from gptdesk.ui.transcription.results.finding import Finder
from gptdesk.ui.transcription.results.speakers import SpeakersPanel
from transcript_examples import MEETING, NAMES, meeting


class Search:
    """The bar over the text of a meeting."""

    def __init__(self, qtbot) -> None:
        self.bar = TranscriptFindBar()
        qtbot.addWidget(self.bar)
        self.finder = Finder(self.bar, self.bar)
        self.shown, self.edits = [], []
        self.finder.shown.connect(lambda hits, hit: self.shown.append((hits, hit)))
        self.finder.edited.connect(self._take)
        self.finder.set_segments(MEETING)

    def _take(self, edited: Edited) -> None:
        self.edits.append(edited)
        self.finder.set_segments(edited.segments)


@pytest.fixture
def search(qtbot):
    return Search(qtbot)


def test_finding_goes_round_and_says_where_it_is(search, qtbot):
    search.bar.open_bar(replace=False, text="个")
    assert search.bar.said == "1 of 2"
    qtbot.keyClick(search.bar.field, Qt.Key.Key_Return)
    assert (search.bar.said, search.shown[-1][1].segment) == ("2 of 2", 2)
    qtbot.keyClick(search.bar.field, Qt.Key.Key_Return)
    assert search.bar.said == "1 of 2"
    qtbot.keyClick(search.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert search.bar.said == "2 of 2"


def test_finding_begins_where_the_person_reads(search):
    search.finder.set_place(3, 0)
    search.bar.open_bar(replace=False, text="i")
    assert search.shown[-1][1].segment == 3


def test_case_and_whole_words_are_ticked(search):
    search.bar.open_bar(replace=False, text="ME")
    assert search.bar.wanted == Wanted("ME")
    assert search.bar.said == "1 of 1"
    search.bar.case.click()
    assert search.bar.said == "Not found"
    search.bar.case.click()
    search.bar.field.setText("thin")
    search.bar.whole.click()
    assert search.bar.said == "Not found"


def test_replacing_goes_on_to_the_next_place(search):
    search.bar.open_bar(replace=True, text="一")
    search.bar.instead.setText("1")
    search.bar.one.click()
    assert search.edits[0].segments[0].text == "先说第1件事，楼下的充电棚。"
    assert search.bar.said == "1 of 1"
    assert search.shown[-1][1].segment == 2
    search.bar.one.click()
    assert search.bar.said == "Not found"
    search.bar.one.click()
    assert len(search.edits) == 2


def test_all_places_are_one_edit_and_are_counted(search):
    search.bar.open_bar(replace=True, text="个")
    search.bar.instead.setText("")
    search.bar.all.click()
    assert len(search.edits) == 1
    assert search.bar.said.startswith("2 place")


def test_what_is_put_in_is_not_found_again(search):
    search.bar.open_bar(replace=True, text="me")
    search.bar.instead.setText("me me")
    search.bar.one.click()
    assert search.edits[-1].segments[2].text == "Let me me add one thing."
    assert len(search.edits) == 1


def test_escape_takes_the_marks_away(search, qtbot):
    search.bar.open_bar(replace=False, text="个")
    with qtbot.waitSignal(search.bar.closed):
        qtbot.keyClick(search.bar.field, Qt.Key.Key_Escape)
    assert search.shown[-1] == ((), None)


def test_replacing_is_only_offered_when_it_was_asked_for(search):
    search.bar.open_bar(replace=False)
    assert search.bar.all.isHidden()
    search.bar.open_bar(replace=True)
    assert not search.bar.all.isHidden()


@pytest.fixture
def speakers(qtbot):
    panel = SpeakersPanel()
    qtbot.addWidget(panel)
    panel.show_speakers(shares(MEETING, NAMES), NAMES)
    return panel


def test_speakers_are_listed_with_their_time(speakers):
    assert speakers.keys == ["A", "B"]
    assert speakers.row("A").name.text() == "张老师"
    assert speakers.row("A").minutes.text() == "8 s"
    speakers.show_speakers((), NAMES)
    assert speakers.isHidden()


def test_a_name_is_typed_in_place_and_escape_leaves_it(speakers, qtbot):
    row = speakers.row("B")
    row.rename.click()
    row.field.setText(" Benjamin ")
    with qtbot.waitSignal(speakers.renamed) as renamed:
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert renamed.args == ["B", "Benjamin"]
    row.rename.click()
    row.field.setText("Nobody")
    with qtbot.assertNotEmitted(speakers.renamed):
        qtbot.keyClick(row.field, Qt.Key.Key_Escape)


def test_a_speaker_can_be_another_one_too(speakers, qtbot):
    with qtbot.waitSignal(speakers.merged) as merged:
        speakers._merge("B", "A")
    assert merged.args == ["B", "A"]
    only = tuple(one for one in MEETING if one.speaker == "A")
    speakers.show_speakers(shares(only, NAMES), NAMES)
    assert speakers.row("A").more.isHidden()


class Export:
    def __init__(self, qtbot, core, folder) -> None:
        self.window, self.job = QWidget(), meeting()
        qtbot.addWidget(self.window)
        self.button = ExportButton(self.window)
        self.owner = QObject()
        self.calls = Calls(core, self.owner)
        files = TranscriptFiles(write_whole_bytes, plain_text)
        self.exporter = Exporter(self.button, self.calls, files, lambda: self.job, self.window)
        self.folder = folder

    def actions(self):
        offered = self.button.made_menu()
        found = {action.objectName(): action for action in offered.actions()}
        return offered, found


@pytest.fixture
def export(qtbot, core, tmp_path):
    found = Export(qtbot, core, tmp_path / "files")
    yield found
    found.calls.shutdown()


def test_the_menu_offers_every_kind_and_says_what_is_missing(export):
    offered, actions = export.actions()
    assert {f"transcription.export.{form}" for form in ExportForm} <= set(actions)
    assert " 1 piece" in actions["transcription.export.missing"].text()
    offered.deleteLater()
    export.job = replace(export.job, pieces=export.job.pieces[:2])
    export.exporter.show_job()
    offered, actions = export.actions()
    assert "transcription.export.missing" not in actions
    offered.deleteLater()


def test_what_is_ticked_holds_for_the_next_time(export, qtbot):
    offered, actions = export.actions()
    actions["transcription.export.times"].trigger()
    offered.deleteLater()
    offered, actions = export.actions()
    with qtbot.waitSignal(export.button.chosen) as chosen:
        export.button.chosen.disconnect(export.exporter._on_chosen)
        actions["transcription.export.srt"].trigger()
    assert chosen.args == [ExportForm.SRT, True, True]
    offered.deleteLater()


def test_a_file_is_saved_and_its_place_and_what_is_missing_are_told(export, qtbot):
    target = export.folder / "a.md"
    with qtbot.waitSignal(export.exporter.saved) as saved:
        export.exporter.save(target, ExportForm.MARKDOWN, times=True, names=True)
    assert saved.args == [str(target), 1]
    text = target.read_text("utf-8")
    assert "*0:30 · not finished yet*" in text
    assert "**00:00:00 · 张老师**" in text


def test_a_file_that_cannot_be_written_is_a_problem(export, qtbot):
    export.folder.write_text("a file, no folder")
    with qtbot.waitSignal(export.calls.failed) as failed:
        export.exporter.save(export.folder / "a.txt", ExportForm.TXT, times=False, names=False)
    assert failed.args[0].code == "storage-read-only"


def test_the_text_goes_to_the_clipboard(export, qtbot):
    with qtbot.waitSignal(export.exporter.copied):
        export.exporter.copy(False, True)
    assert QGuiApplication.clipboard().text().startswith("张老师：先说第一件事")


def test_without_text_the_button_says_why_it_rests(export):
    export.job = replace(export.job, segments=())
    export.exporter.show_job()
    assert not export.button.isEnabled()
    assert export.button.toolTip() == "There is no text to save yet."
