"""The Transcription tab: from a dropped file to a corrected text, and every way it can fail."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.problems import (
    CreditExhausted,
    DiskFull,
    KeyMissing,
    ModelNotFound,
    NetworkDown,
    Problem,
)
from gptdesk.domain.tasks import Task
from gptdesk.domain.transcription import (
    JobState,
    PieceChanged,
    PiecesCut,
    PieceState,
    Segment,
    SegmentsArrived,
    TextArrived,
    TranscriptionSettings,
)
from gptdesk.ui.transcription.segments.gestures import Change, Delete, Merge, Split, Undo
from transcription_fakes import SAID, half_done, heard, pieces, segments_of, whole


def test_the_empty_page_teaches_and_offers_a_sample(desk):
    desk.start()
    assert not desk.page.empty.isHidden()
    assert desk.page.segments.isHidden()
    assert desk.part("transcription.start").isEnabled() is False
    assert desk.page.foot.note.text() == "Open or record something first."


def test_the_sample_is_put_in_and_written_down_at_once(desk):
    desk.start()
    desk.part("transcription.sample").click()
    desk.until(lambda: desk.service.took)
    assert desk.job.recording.path.name == "en.flac"
    assert desk.job.title == "Sample: the lamp and the rain"
    assert desk.job.recording.path.stat().st_size < 100_000
    desk.stop()


def test_a_dropped_file_shows_its_length_and_what_it_will_cost(desk):
    desk.start()
    desk.add("Meeting in November.wav")
    assert desk.page.header._title.text() == "Meeting in November"
    assert desk.page.header._subtitle.text() == "8:00 · 8.2 MB"
    assert desk.part("transcription.start").isEnabled()
    assert "0.05" in desk.page.foot.start._price
    assert desk.page.foot.cost.text().startswith("About ")


def test_recordings_are_pasted(desk):
    desk.start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(desk.recording("pasted.wav")))])
    QGuiApplication.clipboard().setMimeData(data)
    assert desk.page.paste()
    desk.until(lambda: desk.queue.jobs)
    assert desk.job.title == "pasted"


def test_a_folder_adds_only_its_recordings(desk):
    desk.start()
    desk.recording("talks/b.wav")
    desk.recording("talks/sub/a.wav")
    (desk.folder / "talks" / "notes.txt").write_text("no sound")
    desk.page.dropped.emit([desk.folder / "talks"])
    desk.until(lambda: len(desk.queue.jobs) == 2)
    assert sorted(job.title for job in desk.queue.jobs) == ["a", "b"]


def test_several_recordings_make_a_queue_that_can_be_sorted_and_emptied(desk):
    desk.start()
    desk.add("one.wav", "two.wav", "three.wav")
    ids = {job.title: job.id for job in desk.queue.jobs}
    queue = desk.page.queue
    assert not queue.isHidden()
    queue.sorted.emit([ids["three"], ids["one"], ids["two"]])
    assert [job.title for job in desk.queue.jobs] == ["three", "one", "two"]
    assert queue.item(0).text() == "three"
    queue.removed.emit(ids["one"])
    queue.removed.emit(ids["two"])
    assert queue.isHidden()
    assert desk.job.title == "three"


def test_the_keyboard_sorts_and_empties_the_queue(desk):
    desk.start()
    desk.add("one.wav", "two.wav")
    desk.page.show()
    order = [job.title for job in desk.queue.jobs]
    queue = desk.page.queue
    queue.setCurrentRow(0)
    desk.qtbot.keyClick(queue, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [job.title for job in desk.queue.jobs] == order[::-1]
    desk.qtbot.keyClick(queue, Qt.Key.Key_Delete)
    assert len(desk.queue.jobs) == 1


def test_a_file_without_sound_is_named_and_the_others_stay(desk):
    desk.start()
    desk.service.unreadable = {"bad.wav", "worse.wav"}
    desk.page.dropped.emit([desk.recording(n) for n in ("bad.wav", "good.wav", "worse.wav")])
    desk.until(lambda: desk.queue.jobs and "worse.wav" in desk.notice.text + desk.notice.title)
    assert [job.title for job in desk.queue.jobs] == ["good"]
    assert desk.notice.findChild(QPushButton, "notice.action").text() == "Open another recording"


def test_text_is_shown_in_the_order_of_the_recording_whatever_comes_first(desk):
    desk.start()
    desk.add()
    cut = pieces(3)
    desk.write_down(PiecesCut(cut, 180.0), *heard(2, cut[2]), *heard(0, cut[0]))
    desk.until(lambda: len(desk.texts) == 14)
    starts = [row.start for row in desk.page.model.rows]
    assert starts == sorted(starts)
    desk.stop()


def test_words_of_a_piece_grow_where_they_belong(desk):
    desk.start()
    desk.add()
    cut = pieces(3)
    script = [PiecesCut(cut, 180.0), *heard(0, cut[0]), *heard(2, cut[2])]
    desk.write_down(*script, TextArrived(1, "And then "), TextArrived(1, "we went"))
    desk.until(lambda: "And then we went" in desk.texts)
    assert desk.texts.index("And then we went") == 7
    desk.stop()
    assert "And then we went" not in desk.texts


def test_progress_is_told_in_pieces_with_what_was_used(desk):
    desk.start()
    desk.add()
    desk.write_down(*half_done())
    desk.until(lambda: desk.page.foot.progress.text() == "5 of 8 pieces")
    assert desk.page.foot._left.text().startswith("about ")
    assert "0.018" in desk.page.foot.cost.text()
    assert not desk.part("transcription.stop").isHidden()
    states = [bar.state for bar in desk.page.player._wave._pieces]
    assert [state.value for state in states[4:]] == ["done", "running", "running", "waiting"]
    desk.stop()


def test_stop_keeps_what_is_done_and_continue_asks_for_the_rest(desk):
    desk.start()
    desk.add()
    desk.write_down(*half_done())
    desk.until(lambda: len(desk.texts) >= 35)
    desk.part("transcription.stop").click()
    desk.until(lambda: not desk.queue.running)
    assert len(desk.texts) == 35
    assert desk.job.state is JobState.STOPPED
    assert not any(piece.state is PieceState.SENDING for piece in desk.job.pieces)
    assert desk.page.foot.start.text() == "Continue"
    desk.write_down()
    assert desk.service.took == [desk.job.id, desk.job.id]
    desk.stop()


def test_the_whole_queue_is_written_down_one_after_the_other(desk):
    desk.start()
    desk.add("one.wav", "two.wav")
    first, second = (job.id for job in desk.queue.jobs)
    assert desk.page.foot.start.text() == "Write all down"
    desk.service.script = whole(first, desk.service)
    desk.part("transcription.start").click()
    desk.until(lambda: desk.service.took == [first, second])
    assert desk.queue.job(first).state is JobState.DONE
    desk.stop()


def test_a_finished_recording_says_what_it_cost(desk):
    desk.start()
    desk.add()
    desk.write_down(*whole(desk.job.id, desk.service))
    desk.until(lambda: not desk.queue.running)
    assert desk.page.foot.cost.text().startswith("Written down for ")
    assert desk.page.foot.start.isHidden()


# Correcting


@pytest.fixture
def filled(desk):
    desk.start()
    desk.add()
    desk.write_down(*whole(desk.job.id, desk.service))
    desk.until(lambda: not desk.queue.running and len(desk.texts) == 56)
    return desk


def test_a_correction_is_shown_taken_back_and_kept(filled):
    wished = filled.page.segments.wished
    wished.emit(Change(1, "Better words."))
    assert filled.texts[0] == "Better words."
    wished.emit(Undo())
    assert filled.texts[0] == SAID[0]
    wished.emit(Change(1, "Best words."))
    filled.presenter.corrector.keep_now()
    filled.until(lambda: filled.service.kept)
    assert filled.service.kept[-1][1][0].text == "Best words."


def test_segments_are_split_joined_and_deleted(filled):
    wished = filled.page.segments.wished
    wished.emit(Split(7, SAID[6], 3))
    assert filled.texts[6:8] == ["Agr", "eed."]
    wished.emit(Undo())
    wished.emit(Merge(7, -1))
    assert filled.texts[5] == f"{SAID[5]} {SAID[6]}"
    wished.emit(Delete(1))
    assert len(filled.texts) == 54


def test_a_correction_survives_what_arrives_meanwhile(desk):
    desk.start()
    desk.add()
    cut = pieces(2)
    script = [PiecesCut(cut, 120.0), *heard(0, cut[0])]
    desk.write_down(*script)
    desk.until(lambda: len(desk.texts) == 7)
    desk.page.segments.wished.emit(Change(1, "Mine."))
    desk.page.segments.wished.emit(Delete(2))
    again = tuple(replace(one, text=f"{one.text} again") for one in segments_of(0))
    desk.queue.feed(desk.job.id, [SegmentsArrived(0, again), *heard(1, cut[1])])
    assert desk.texts[0] == "Mine."
    assert SAID[1] not in desk.texts[:6]
    assert desk.texts[1] == f"{SAID[2]} again"
    assert len(desk.texts) == 13
    desk.stop()


def test_speakers_are_chosen_by_number_and_new_ones_are_added(filled):
    filled.page.show()
    view = filled.page.segments
    view.setCurrentIndex(view.model().index(0))
    filled.qtbot.keyClick(view, Qt.Key.Key_3)
    assert filled.job.segments[0].speaker == "C"
    filled.qtbot.keyClick(view, Qt.Key.Key_0)
    assert filled.job.segments[0].speaker == ""


def test_another_recording_on_the_page_keeps_the_corrections_of_the_first(filled):
    filled.page.segments.wished.emit(Change(1, "Better words."))
    first = filled.job.id
    filled.add("second.wav")
    filled.page.queue.picked.emit(filled.queue.jobs[-1].id)
    assert filled.texts == []
    filled.until(lambda: filled.service.kept)
    filled.page.queue.picked.emit(first)
    assert filled.texts[0] == "Better words."


# Failures


@pytest.mark.parametrize(
    ("problem", "action", "asked"),
    [
        (KeyMissing(), "Check the key", ("connections", "")),
        (CreditExhausted(), "Add credit", ("connections", "")),
    ],
)
def test_a_failure_has_one_next_step(desk, problem: Problem, action, asked):
    desk.start()
    desk.add()
    desk.service.script = [problem]
    desk.part("transcription.start").click()
    desk.until(lambda: not desk.notice.isHidden())
    buttons = [b for b in desk.notice.findChildren(QPushButton) if b.text() == action]
    assert buttons
    buttons[0].click()
    assert asked in desk.asked_for
    assert desk.job.state is JobState.FAILED


@pytest.mark.parametrize("problem", [NetworkDown(), DiskFull()])
def test_what_was_written_down_before_a_failure_stays(desk, problem: Problem):
    desk.start()
    desk.add()
    cut = pieces(8)
    failed = PieceChanged(replace(cut[1], state=PieceState.FAILED))
    desk.service.script = [PiecesCut(cut, 480.0), *heard(0, cut[0]), failed, problem]
    desk.part("transcription.start").click()
    desk.until(lambda: not desk.notice.isHidden())
    assert "What was written down is kept and not sent again." in desk.notice.text
    assert len(desk.texts) == 7
    assert desk.page.foot.start.text() == "Continue"


def test_continue_in_the_notice_goes_on(desk):
    desk.start()
    desk.add()
    cut = pieces(8)
    desk.service.script = [PiecesCut(cut, 480.0), *heard(0, cut[0]), NetworkDown()]
    desk.part("transcription.start").click()
    desk.until(lambda: not desk.notice.isHidden() and not desk.queue.running)
    button = desk.notice.findChild(QPushButton, "notice.action")
    assert button.text() == "Continue"
    button.click()
    desk.until(lambda: len(desk.service.took) == 2)
    assert desk.notice.isHidden()
    desk.stop()


def test_a_retired_model_is_replaced_in_one_click(desk):
    from datetime import date

    desk.service.model_facts = ModelFacts(
        "x",
        "",
        Task.TRANSCRIPTION,
        is_known=True,
        shutdown=date(2020, 1, 1),
        successor="hears-more",
    )
    desk.start()
    desk.add()
    desk.service.script = [ModelNotFound("hears-all")]
    desk.part("transcription.start").click()
    desk.until(lambda: not desk.notice.isHidden() and not desk.queue.running)
    button = desk.notice.findChild(QPushButton, "notice.action")
    assert button.text() == "Use hears-more instead"
    button.click()
    desk.until(lambda: len(desk.service.took) == 2)
    assert desk.service.jobs[desk.job.id].settings.model == "hears-more"
    desk.stop()


def test_without_anything_that_hears_two_doors_are_shown(desk):
    desk.connections.found = ()
    desk.start()
    assert desk.notice.title == "Nothing here can write down speech yet"
    desk.notice.findChild(QPushButton, "notice.action").click()
    assert desk.asked_for == [("offline", "")]
    assert desk.page.foot.note.text() == "No connection can transcribe yet."


def test_without_a_loudspeaker_the_rest_of_the_page_works(desk):
    desk.devices.speakers = ()
    desk.start()
    desk.add()
    assert not desk.page.player._silence.isHidden()
    assert not desk.page.player._wave.isEnabled()
    desk.write_down(*whole(desk.job.id, desk.service))
    desk.until(lambda: not desk.queue.running)
    desk.page.segments.wished.emit(Change(1, "Better words."))
    assert desk.texts[0] == "Better words."


def test_what_was_not_finished_last_time_is_offered_again(desk):
    settings = TranscriptionSettings("mine", "hears-all")
    for number, state in enumerate((JobState.STOPPED, JobState.DONE)):
        path = desk.recording(f"old{number}.wav")
        desk.run_alone(desk.service.add(path, settings))
        job = desk.service.jobs[f"job{number}"]
        said = (Segment(1, 0, 1, "Said before."),)
        desk.service.jobs[job.id] = replace(
            job, state=state, segments=said, pieces=pieces(2, p1=PieceState.READY)
        )
    desk.start()
    desk.until(lambda: desk.queue.jobs)
    assert [job.title for job in desk.queue.jobs] == ["old0"]
    assert desk.texts == ["Said before."]
    assert desk.notice.title == "1 recording(s) are not finished"
    desk.notice.findChild(QPushButton, "notice.action").click()
    desk.until(lambda: desk.service.took == ["job0"])
    desk.stop()


def test_hints_stand_only_where_the_model_takes_them(desk):
    desk.service.heard = replace(desk.service.heard, has_prompt=False, can_translate=True)
    desk.start()
    side = desk.page.panel.side
    assert side.prompt.isHidden()
    assert not side.keywords.isHidden()
    assert side.english.isEnabled()
    side.keywords.setText("Li Wei， gptdesk;Lumen")
    side.english.setChecked(True)
    assert desk.presenter.ears.settings.keywords == ("Li Wei", "gptdesk", "Lumen")
    assert desk.presenter.ears.settings.to_english


def test_the_palette_offers_what_is_possible_now(desk):
    desk.start()
    names = {command.id for command in desk.presenter.commands("")}
    assert "transcription.open" in names
    assert "transcription.start" not in names
    desk.add()
    assert "transcription.start" in {command.id for command in desk.presenter.commands("")}


def test_what_is_typed_in_a_segment_is_kept_when_the_app_ends(filled):
    filled.page.show()
    filled.page.segments.edit_segment(1)
    filled.page.segments.editor.text.insertPlainText(" More.")
    filled.shutdown()
    assert filled.service.kept[-1][1][0].text == f"{SAID[0]} More."


def test_what_was_chosen_in_the_last_moment_is_there_next_time(desk):
    desk.start()
    desk.page.panel.side.even.setChecked(True)
    desk.shutdown()
    assert desk.service.draft_settings.even_loudness
