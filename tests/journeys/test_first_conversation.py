from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QAbstractButton

from journey_data import KEY
from server import failures
from server.behaviours import Reply


def test_an_answer_streams_in_is_stored_and_is_there_again_tomorrow(open_desk, connected):
    connected.reply_with("A token is a piece of text.")
    desk = open_desk()
    desk.ask("What is a token?")
    assert desk.texts() == ["What is a token?", "A token is a piece of text."]
    desk.app.close()
    again = open_desk()
    again.wait_for(lambda: again.transcript.rowCount() == 2)
    again.wait_for(lambda: again.texts()[1] != "")
    assert again.texts() == ["What is a token?", "A token is a piece of text."]


def test_what_was_typed_is_there_again_tomorrow(open_desk, connected):
    desk = open_desk()
    desk.type("Dear Mr Silva, the heating")
    desk.app.close()
    again = open_desk()
    again.wait_for(lambda: "Dear Mr Silva" in again.part("chat.editor").toPlainText())


def test_a_failure_says_what_happened_and_keeps_the_message(open_desk, connected):
    connected.always(failures.no_credit())
    desk = open_desk()
    desk.ask("Are you there?")
    assert desk.texts() == ["Are you there?"]
    desk.wait_for(lambda: "credit" in desk.notice())
    connected.reply_with("Yes.")
    retry = next(
        button
        for button in desk.app.window.findChildren(QAbstractButton)
        if button.isVisible() and button.text() == "Try again"
    )
    retry.click()
    desk.wait_for(lambda: desk.texts() == ["Are you there?", "Yes."])
    desk.wait_for(lambda: not desk.is_answering)
    assert desk.notice() == ""


def test_stop_keeps_what_arrived_and_closes_the_line(open_desk, connected):
    connected.always(failures.silent_after("half of it"))
    desk = open_desk()
    desk.type("Tell me a story")
    desk.send()
    desk.wait_for(lambda: len(desk.texts()) == 2 and "half" in desk.texts()[1])
    desk.part("chat.stop", QAbstractButton).click()
    desk.wait_for(lambda: not desk.is_answering)
    assert desk.texts()[1].startswith("half")
    assert connected.requests[-1].gone.wait(5)


def test_no_key_is_in_any_file_in_the_log_or_on_the_screen(open_desk, connected, profile, capfd):
    connected.script([failures.unauthorized(KEY), Reply("Fine.")])
    desk = open_desk()
    desk.ask("One")
    desk.app.window.show_tab("settings")
    desk.app.window.show_tab("chat")
    desk.app.close()
    files = [file for file in profile.data.rglob("*") if file.is_file()]
    assert profile.database in files
    assert (profile.logs / "gptdesk.log") in files
    for file in files:
        assert KEY.encode() not in file.read_bytes(), file
    written = capfd.readouterr()
    assert KEY not in written.out + written.err


def test_the_app_starts_beside_a_damaged_database_and_says_so(open_desk, connected, profile):
    profile.database.write_bytes(b"this is no database" * 100)
    desk = open_desk()
    assert [problem.code for problem in desk.app.notices] == ["storage-damaged"]
    assert desk.notice() != ""
    connected.reply_with("Still here.")
    desk.ask("Do you work?")
    assert desk.texts()[-1] == "Still here."


def test_a_database_of_a_newer_gptdesk_is_left_alone(open_desk, connected, profile):
    desk = open_desk()
    desk.app.close()
    with closing(sqlite3.connect(profile.database)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    before = profile.database.read_bytes()
    newer = open_desk()
    assert [problem.code for problem in newer.app.notices] == ["storage-newer"]
    newer.app.close()
    assert profile.database.read_bytes() == before


@pytest.mark.parametrize("name", ["profile with spaces", "用户 资料"])
def test_a_profile_may_have_any_name(own_folders, qtbot, name):
    from gptdesk.app.application import Application

    app = Application(["--profile", str(own_folders / name), "--lang", "zh_CN"])
    qtbot.waitUntil(lambda: app.is_started, timeout=20_000)
    app.close()
    assert (own_folders / name / "gptdesk.db").is_file()


def test_words_of_the_command_line_are_taken_with_the_program_name_too(own_folders, qtbot):
    from gptdesk.app.application import Application

    app = Application(["gptdesk", "--profile", str(own_folders / "p"), "--theme", "dark"])
    qtbot.waitUntil(lambda: app.is_started, timeout=20_000)
    app.close()
