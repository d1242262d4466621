"""Write, speak, hear, save: the Speech tab under a person's hands."""

from __future__ import annotations

import wave
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton

from gptdesk.domain.catalogue import ModelFacts, Task
from gptdesk.domain.settings import Settings
from gptdesk.domain.speech import JobState, PieceState, SpeechHeader
from gptdesk.domain.voices import voices_of
from gptdesk.ui.speech.history import header_line
from gptdesk.ui.speech.page import SpeechPage
from gptdesk.ui.speech.presenting.commands import speech_commands
from gptdesk.ui.widgets.money import money_of, sum_text
from server.behaviours import Fail
from server.speaking import SPEECH, SilentSpeech, Spoken
from speech_studio import ENDED, ENDING, LIVE_MODEL, SETTINGS

TEXT = "The lamp was lit. By seven the rain had come. 今晚我又听见了它。"
LONG = "".join(f"Lamp {number} was lit at a quarter past five.\n\n" for number in range(40))


def test_every_part_has_its_fixed_name_and_a_name_to_be_spoken(qtbot):
    page = SpeechPage()
    qtbot.addWidget(page)
    names = (
        "editor model voice instructions speed format speak stop play save progress cost".split()
    )
    for name in names:
        (part,) = page.findChildren(object, f"speech.{name}")
        assert part.accessibleName(), name


def test_a_text_is_spoken_heard_and_saved(desk, tmp_path):
    desk.start()
    job = desk.speak(TEXT)
    assert job.is_complete
    assert desk.page.card.isVisibleTo(desk.page)
    desk.until(lambda: desk.players and desk.player.played)
    assert desk.player.played[0] == (job.pieces[0].sound.file, 0.0)
    desk.presenter._keeper.save(job, str(tmp_path / "lamp"), "wav")
    desk.until((tmp_path / "lamp.wav").exists)
    with wave.open(str(tmp_path / "lamp.wav")) as file:
        assert file.getnframes() / file.getframerate() == pytest.approx(job.starts()[-1], abs=0.01)
    desk.until(lambda: desk.page.notice.level == "ok" and desk.page.notice.isVisibleTo(desk.page))


def test_the_sentence_that_is_said_is_tinted_and_a_click_goes_to_another(desk):
    desk.start()
    job = desk.speak(TEXT)
    desk.until(lambda: desk.players and desk.player.played)
    spoken = desk.presenter._listener._sentences
    desk.player.moved.emit(spoken[1].begins + 0.01)
    assert desk.page.editor._spoken == (spoken[1].start, spoken[1].end)
    assert TEXT[spoken[1].start : spoken[1].end] == "By seven the rain had come."
    assert desk.page.editor.isReadOnly()
    desk.page.editor.pressed_at.emit(TEXT.index("今晚"))
    assert desk.player.played[-1] == (job.pieces[0].sound.file, round(spoken[2].begins, 2))
    desk.player.ended.emit()
    assert not desk.page.editor.isReadOnly()
    assert desk.page.editor._spoken is None


def test_it_is_paused_and_goes_on_where_it_was(desk):
    desk.start()
    desk.speak(TEXT)
    desk.until(lambda: desk.players and desk.player.played)
    desk.player.moved.emit(0.3)
    play = desk.part("speech.play", QAbstractButton)
    play.click()
    assert desk.player.told[-1] == ("pause",)
    assert play.accessibleName() == "Play"
    play.click()
    assert desk.player.told[-1] == ("resume",)
    desk.part("speech.forward", QAbstractButton).click()
    assert len(desk.player.played) == 2


def test_the_next_piece_follows_and_one_that_is_still_made_is_waited_for(desk):
    desk.start()
    desk.server.script([Spoken(), SilentSpeech(), Spoken(), Spoken(), Spoken()], SPEECH)
    desk.write(LONG)
    desk.part("speech.speak").click()
    desk.until(lambda: desk.players and desk.player.played)
    missing = next(p.position for p in desk.job.pieces if p.state is PieceState.MAKING)
    for _piece in range(missing):
        desk.player.ended.emit()
    listener = desk.presenter._listener
    assert listener.is_waiting
    assert desk.maker.is_running
    desk.server.script([], SPEECH)
    desk.part("speech.stop").click()
    desk.until(lambda: not desk.maker.is_running)
    assert not listener.is_active
    assert desk.part("speech.speak", QAbstractButton).text() == "Make the rest"
    asked = len(desk.server.requests)
    paid = {LONG[p.start : p.end].strip() for p in desk.job.pieces if p.is_settled}
    assert paid
    desk.part("speech.speak").click()
    desk.until(lambda: desk.job.is_complete and not desk.maker.is_running)
    again = {request.json["input"] for request in desk.server.requests[asked:]}
    assert again
    assert not again & paid


def test_a_failure_is_said_in_place_and_what_was_made_stays(desk):
    desk.start()
    desk.server.script([Spoken(), *[Fail(402, "No credit", "insufficient_quota")] * 9], SPEECH)
    job = desk.speak(LONG)
    assert not job.is_complete
    notice = desk.page.notice
    assert notice.isVisibleTo(desk.page)
    assert "kept" in notice.text
    assert desk.page.editor.content == LONG
    assert desk.part("speech.progress").accessibleDescription().endswith("failed")


def test_what_is_made_is_heard_again_without_being_paid_again(desk):
    desk.start()
    desk.speak(TEXT)
    asked = len(desk.server.requests)
    speak = desk.part("speech.speak", QAbstractButton)
    assert speak.text() == "Hear it again"
    speak.click()
    desk.until(lambda: len(desk.player.played) == 2)
    assert len(desk.server.requests) == asked


def test_without_a_loudspeaker_it_says_so_and_saving_still_works(desk, tmp_path):
    desk.is_audible = False
    desk.start()
    assert desk.part("speech.silence").isVisibleTo(desk.page)
    job = desk.speak(TEXT)
    assert desk.players == []
    assert not desk.part("speech.play").isVisibleTo(desk.page)
    assert desk.part("speech.save", QAbstractButton).isEnabled()
    desk.presenter._keeper.save(job, str(tmp_path / "lamp.wav"), "wav")
    desk.until((tmp_path / "lamp.wav").exists)


def test_a_loudspeaker_that_is_plugged_in_is_used_at_once(desk):
    desk.is_audible = False
    desk.start()
    desk.speak(TEXT)
    desk.is_audible = True
    desk.ears.changed.emit()
    assert not desk.part("speech.silence").isVisibleTo(desk.page)
    desk.part("speech.play", QAbstractButton).click()
    assert len(desk.player.played) == 1


def test_without_a_connection_there_are_two_doors(desk):
    desk.start(connected=False)
    notice = desk.page.notice
    assert notice.isVisibleTo(desk.page)
    desk.page.editor.set_text(TEXT)
    assert not desk.part("speech.speak", QAbstractButton).isEnabled()
    notice.action.emit("pack.install")
    notice.action.emit("key")
    assert desk.asked_for == [("offline", ""), ("key",)]


def test_a_service_is_asked_for_its_models_when_nothing_is_known_of_it(desk):
    desk.start()
    assert [request.path for request in desk.server.requests] == ["/v1/models"]
    assert desk.part("speech.model").current == ("mine", "test-tts")


def test_the_price_stands_on_the_button(desk):
    desk.start()
    desk.write("x" * 99 + ".\n" + "y" * 900)
    name = desk.part("speech.speak").accessibleName()
    assert "$" in name and "0.01–0.02" in name.replace("$", "")


def test_a_voice_is_heard_before_it_is_chosen(desk):
    desk.start()
    desk.part("speech.preview.onyx", QAbstractButton).click()
    desk.until(lambda: desk.players and desk.player.played)
    assert desk.server.requests[-1].json["voice"] == "onyx"
    assert desk.page.panel.side.voice.current == "marin"
    desk.part("speech.preview.onyx", QAbstractButton).click()
    assert desk.player.told[-1] == ("stop",)


def test_voices_are_chosen_with_the_arrow_keys(desk, qtbot):
    desk.start()
    voice = desk.part("speech.voice")
    assert voice.current == "marin"
    qtbot.keyClick(voice, Qt.Key.Key_Right)
    assert voice.current == "nova"


def test_text_and_voice_are_there_again_after_a_restart(desk):
    desk.start()
    desk.write("Half a sentence")
    desk.page.panel.side.voice._on_chosen("onyx")
    desk.run(desk.presenter.save_rest())
    desk.page.editor.set_text("")
    desk.page.panel.side.voice.choose("nova")
    desk.presenter._keeper.start()
    desk.until(lambda: desk.page.editor.content == "Half a sentence")
    assert desk.page.panel.side.voice.current == "onyx"


def test_a_job_from_the_history_comes_back_with_its_sound(desk):
    desk.start()
    first = desk.speak(TEXT)
    desk.speak("Something else.")
    history = desk.page.panel.history
    desk.until(lambda: history.list.count() == 2)
    history.opened.emit(first.id)
    desk.until(lambda: desk.job is not None and desk.job.id == first.id)
    assert desk.page.editor.content == TEXT
    assert desk.job.is_complete


def test_deleting_from_the_history_is_taken_back(desk):
    desk.start()
    desk.speak(TEXT)
    history = desk.page.panel.history
    desk.until(lambda: history.list.count() == 1)
    history.list.setCurrentRow(0)
    history.list.delete_pressed.emit()
    desk.until(lambda: history.list.count() == 0)
    history.undone.emit()
    desk.until(lambda: history.list.count() == 1)
    history.undo.shutdown()


def test_a_file_becomes_the_text(desk, tmp_path):
    desk.start()
    file = tmp_path / "notes.txt"
    file.write_bytes("灯亮了。".encode("gb18030"))
    desk.page.editor.dropped.emit(str(file))
    desk.until(lambda: desk.page.editor.content == "灯亮了。")


def test_each_paragraph_of_a_file_becomes_a_file(desk, tmp_path):
    desk.start()
    desk.write("")
    source, folder = tmp_path / "list.txt", tmp_path / "out"
    folder.mkdir()
    source.write_text("First one.\n\nSecond: one?\n\n***\n\nThird one.", "utf-8")
    desk.presenter._keeper.read_batch(str(source), str(folder))
    desk.until(lambda: len(list(folder.glob("*.wav"))) == 3)
    assert sorted(path.name for path in folder.iterdir()) == [
        "1 First one.wav", "2 Second one.wav", "3 Third one.wav",
    ]  # fmt: skip
    desk.until(lambda: not desk.maker.is_running)


def test_a_changed_word_list_is_kept(desk):
    desk.start()
    words = desk.page.panel.words
    words._add.click()
    row = words._rows[-1]
    row.written.setText("GIF")
    row.spoken.setText("jif")
    row.edited.emit()
    desk.speak("A GIF.")
    assert desk.server.requests[-1].json["input"] == "A jif."


def test_places_are_right_behind_signs_of_two_units(desk):
    desk.start()
    text = "👍🏽 First one. Second one."
    desk.speak(text)
    desk.until(lambda: desk.players and desk.player.played)
    second = desk.presenter._listener._sentences[-1]
    desk.player.moved.emit(second.begins + 0.01)
    (mark,) = [m for m in desk.page.editor.extraSelections() if m.format.background().style().value]
    assert mark.cursor.selectedText() == "Second one."


@pytest.mark.parametrize(("width", "is_narrow"), [(1208, False), (560, True)])
def test_where_it_is_narrow_text_and_panel_take_turns(qtbot, width, is_narrow):
    page = SpeechPage()
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    assert page.panel.isVisible() is not is_narrow
    assert page.foot.isVisible()
    if is_narrow:
        page.settings.click()
        assert page.panel.isVisible()
        assert not page.editor.isVisible()
        assert page.foot.isVisible()


def test_typing_over_a_spoken_text_offers_to_speak_anew(desk):
    desk.start()
    desk.speak(TEXT)
    desk.until(lambda: desk.players and desk.player.played)
    desk.player.ended.emit()
    desk.page.editor.moveCursor(QTextCursor.MoveOperation.End)
    desk.page.editor.insertPlainText(" More.")
    assert desk.part("speech.speak", QAbstractButton).text() == "Speak"


def test_what_was_going_on_is_not_said_any_more_when_it_is_over(desk):
    desk.server.script([Fail(500), *[Spoken()] * 3], SPEECH)
    desk.start()
    said = []
    desk.maker.told.connect(lambda event: said.append(desk.page.silence.isHidden()))
    desk.speak(TEXT)
    assert False in said  # the second try was announced
    assert desk.page.silence.isHidden()


def test_voices_go_by_names_for_people():
    names = {voice.id: voice.title for voice in voices_of(ModelFacts("kokoro", "", Task.SPEECH))}
    assert names["af_heart"] == "Heart"
    assert names["zf_xiaoxiao"] == "Xiaoxiao"
    names = {voice.id: voice.title for voice in voices_of(ModelFacts("tts-1", "", Task.SPEECH))}
    assert names["nova"] == "nova"


def test_a_model_that_ends_says_so_quietly_and_one_that_has_ended_gives_way(desk):
    desk.start()
    voices = desk.presenter._voices
    note = desk.page.panel.side._model_note
    voices.show(replace(SETTINGS, model=ENDING))
    assert "2999" in note.text() and LIVE_MODEL in note.text()
    voices.show(replace(SETTINGS, model=ENDED, format="mp3"))
    assert voices.settings.model == LIVE_MODEL
    assert (voices.settings.voice, voices.settings.format) == ("marin", "wav")
    assert ENDED in note.text() and LIVE_MODEL in note.text()
    assert desk.part("speech.speed").maximum() == 30


def test_a_model_that_ended_while_the_app_was_closed_gives_way_when_it_starts(desk):
    desk.run(desk.studio.open())
    desk.run(desk.studio.store.save_draft("Hello.", replace(SETTINGS, model=ENDED)))
    desk.run(desk.studio.close())
    desk.start()
    desk.until(lambda: desk.presenter._voices.settings.model == LIVE_MODEL)
    desk.speak("Hello there, it is five.")
    assert desk.job.is_complete
    assert desk.server.requests[-1].path.startswith("/v1/realtime")
    assert desk.presenter._offer.is_finished


def test_the_palette_offers_what_makes_sense_and_what_it_costs(desk):
    desk.start()
    palette = desk.presenter.palette
    assert "speak" not in palette.possible() and "save" not in palette.possible()
    desk.write(TEXT)
    assert palette.possible()["speak"] == desk.part("speech.speak").price != ""
    palette.do("speak")
    assert "stop" in palette.possible()
    desk.until(lambda: desk.job is not None and not desk.maker.is_running)
    assert {"play", "save", "subtitles"} <= palette.possible().keys()
    assert "speak" not in palette.possible()
    palette.do("history")
    assert desk.page.panel.is_history_shown
    names = {c.id for c in speech_commands(palette.possible(), lambda name: lambda: name)}
    assert "speech.save" in names and "speech.stop" not in names


def test_after_a_failure_in_a_batch_only_what_is_missing_is_made(desk, tmp_path):
    desk.start()
    texts = [f"Lamp {number} was lit at five." for number in range(4)]
    refused = Fail(400, "against the usage policies", "content_policy_violation")
    desk.server.script([Spoken(), Spoken(), refused], SPEECH)
    folder = tmp_path / "sounds"
    folder.mkdir()
    desk.write(TEXT)
    desk.presenter._on_batch(texts, folder)
    desk.until(lambda: not desk.page.notice.isHidden() and not desk.maker.is_running)
    assert sorted(file.name[0] for file in folder.iterdir()) == ["1", "2"]
    asked = len(desk.server.requests)
    desk.presenter._teller.retry_requested.emit()
    desk.until(lambda: len(list(folder.iterdir())) == 4 and not desk.maker.is_running)
    assert sorted(file.name[0] for file in folder.iterdir()) == ["1", "2", "3", "4"]
    again = [request.json["input"] for request in desk.server.requests[asked:]]
    assert again == texts[2:]
    assert not desk.presenter._batch.is_unfinished


def test_the_history_is_searched_and_tells_what_was_paid(desk):
    desk.start()
    for text in ("The lamp was lit at five, and nobody saw it.", "今晚我又听见了它的声音。"):
        desk.speak(text)
    history = desk.page.panel.history
    desk.until(lambda: history.list.count() == 2)
    history.search.setText("听见")
    desk.until(lambda: history.list.count() == 1)
    assert history.list.item(0).text().startswith("今晚")
    history.search.setText("%")
    desk.until(lambda: history.list.count() == 0)
    assert not history._nothing.isHidden()
    header = SpeechHeader("i", "t", 0.0, JobState.DONE, SETTINGS, 10, 61.0, 0.25)
    money = money_of(Settings())
    assert f" {sum_text(0.25, money)} " in header_line(header, money)
    assert "$" not in header_line(replace(header, cost=None), money_of(Settings()))


def test_a_batch_that_was_stopped_does_not_begin_again_by_itself(desk, tmp_path):
    desk.start()
    desk.server.script([SilentSpeech()], SPEECH)
    desk.write(TEXT)
    desk.presenter._on_batch(["Lamp one was lit.", "Lamp two was lit."], tmp_path)
    desk.until(lambda: desk.server.requests)
    assert desk.presenter._batch.is_unfinished
    desk.part("speech.stop").click()
    desk.until(lambda: not desk.maker.is_running)
    assert not desk.presenter._batch.is_unfinished
