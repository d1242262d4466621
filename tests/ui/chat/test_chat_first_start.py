"""The first start: no connection yet, and two ways that lead on."""

from __future__ import annotations

import pytest

from gptdesk.domain.packs import InstallProgress, PackState
from gptdesk.domain.problems import DownloadFailed
from gptdesk.ui.chat.sizes import progress_text, size_text


@pytest.fixture
def fresh(desk):
    desk.file.saved = []
    return desk


def shows(desk, widget):
    return widget.isVisibleTo(desk.page)


def test_with_nothing_set_up_there_are_two_doors(fresh):
    fresh.start()
    assert shows(fresh, fresh.page.doors)
    assert shows(fresh, fresh.page.doors.install) and shows(fresh, fresh.page.doors.key)
    assert shows(fresh, fresh.page.header.language)
    assert not shows(fresh, fresh.page.view)


def test_in_the_smallest_window_both_buttons_are_seen_without_scrolling(fresh):
    fresh.page.resize(728, 532)
    fresh.page.show()
    fresh.start()
    doors = fresh.page.doors

    def is_seen(button):
        bottom = button.mapTo(doors.viewport(), button.rect().bottomLeft()).y()
        return 0 < bottom < doors.viewport().height()

    fresh.until(lambda: is_seen(doors.install) and is_seen(doors.key))


def test_with_a_connection_there_are_no_doors(desk):
    desk.start()
    assert shows(desk, desk.page.new_chat)
    assert not shows(desk, desk.page.header.language)


def test_the_door_says_how_large_the_download_is(fresh):
    fresh.start()
    fresh.until(lambda: "491 MB" in fresh.page.doors._size_fact())


def test_installing_opens_the_composer_and_keeps_the_draft(fresh):
    fresh.packs.script = [1_000_000, 491_000_000]
    fresh.start()
    fresh.type("What is a token?")
    fresh.page.doors.install.click()
    fresh.until(lambda: shows(fresh, fresh.page.new_chat))
    assert fresh.page.composer.text() == "What is a token?"
    assert fresh.page.composer.model.text() == "Small model"
    assert fresh.page.composer.cost.text() == "Free, on this computer"
    with fresh.settled():
        fresh.page.composer.send.click()
    assert fresh.texts() == ["What is a token?", "Hello."]


def test_while_it_installs_there_is_progress_and_a_way_to_stop(fresh):
    fresh.packs.script = [123_000_000, "…"]
    fresh.start()
    fresh.page.doors.install.click()
    fresh.until(lambda: "123 MB of 491 MB" in fresh.page.doors._progress.text())
    assert not shows(fresh, fresh.page.doors.install)
    fresh.page.doors.stop.click()
    fresh.until(lambda: shows(fresh, fresh.page.doors.install))
    fresh.until(lambda: "123 MB of 491 MB" in fresh.page.doors._size_fact())
    assert fresh.page.doors.install.text() == "Go on with the download"


def test_a_failed_download_says_why_and_can_be_tried_again(fresh):
    fresh.packs.script = [5_000_000, DownloadFailed("HTTP 500")]
    fresh.start()
    fresh.page.doors.install.click()
    fresh.until(lambda: shows(fresh, fresh.page.doors.notice))
    assert shows(fresh, fresh.page.doors.install)
    assert fresh.page.doors.install.kind == "line"  # the filled button is in the notice
    fresh.packs.script = [491_000_000]
    fresh.page.doors.notice.action.emit("retry")
    fresh.until(lambda: shows(fresh, fresh.page.new_chat))


def test_installing_tells_the_rest_of_the_app(fresh, qtbot):
    fresh.packs.script = [491_000_000]
    fresh.start()
    with qtbot.waitSignal(fresh.presenter.connections_altered):
        fresh.page.doors.install.click()


def test_the_door_for_a_key_leads_to_a_new_connection(fresh, qtbot):
    fresh.start()
    with qtbot.waitSignal(fresh.presenter.connection_wanted):
        fresh.page.doors.key.click()


def test_a_connection_made_in_the_settings_closes_the_doors(fresh, desk):
    from gptdesk.domain.connections import Connection, ConnectionKind

    fresh.start()
    fresh.file.saved = [
        Connection("new", "New", ConnectionKind.CUSTOM, "http://127.0.0.1:9/v1", "model-b")
    ]
    fresh.presenter.connections_changed()
    fresh.until(lambda: shows(fresh, fresh.page.new_chat))
    assert fresh.page.composer.model.text() == "model-b"


def test_old_chats_can_be_read_without_a_connection_and_the_composer_says_why(fresh, lunch):
    fresh.store.put(*lunch)
    fresh.start().open("lunch")
    assert shows(fresh, fresh.page.view)
    assert shows(fresh, fresh.page.composer.reason_link)
    fresh.page.composer.reason_link.activated.emit()
    assert fresh.asked_for == [("connections", "")]


def test_a_pack_that_is_here_already_needs_no_door(fresh):
    fresh.packs.state = PackState.READY
    fresh.start()
    assert shows(fresh, fresh.page.new_chat)


@pytest.mark.parametrize(
    ("count", "words"), [(491_400_000, "491 MB"), (1_680_000_000, "1.7 GB"), (0, "0 MB")]
)
def test_sizes_are_decimal(count, words):
    assert size_text(count) == words


def test_a_download_that_hardly_moves_gives_no_time_that_nobody_believes():
    assert (
        progress_text(InstallProgress("p", "download", 0, 491_000_000, 115.0)) == "0 MB of 491 MB"
    )


def test_checking_is_called_checking():
    assert progress_text(InstallProgress("p", "verify", 1, 2)) == "Checking the files…"
