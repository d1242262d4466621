from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from gptdesk.domain.packs import EngineState, InstallProgress, PackState
from gptdesk.domain.problems import DiskTooSmall, PackDamaged
from gptdesk.ui.settings.pack_words import progress_text


@pytest.fixture
def pack_desk(desk):
    desk.presenter.open("offline")
    desk.settle()
    return desk


def card(desk, pack_id="small"):
    return desk.page.view("offline").card(pack_id)


def test_each_pack_says_what_it_is_and_what_it_takes(pack_desk):
    assert card(pack_desk)._title.text() == "Model small"
    assert card(pack_desk)._facts.text() == "491 MB to download · needs about 1.0 GB of memory"
    assert card(pack_desk)._badge.text() == "Not installed"


def test_an_installation_shows_how_far_it_is_and_can_be_stopped(pack_desk):
    pack_desk.packs.waits = True
    pack_desk.press("settings.install.small", but=1)
    pack_desk.qtbot.waitUntil(lambda: "123 MB" in card(pack_desk)._bar_text.text())
    assert card(pack_desk)._bar_text.text() == (
        "123 MB of 491 MB · 4.0 MB/s · about 2 minute(s) left"
    )
    assert card(pack_desk)._bar.isVisible()
    pack_desk.press("settings.stop.small")
    assert not card(pack_desk)._bar.isVisible()
    assert card(pack_desk)._install.text() == "Continue"
    assert "123 MB of 491 MB are here already." in pack_desk.texts()


def test_a_finished_installation_tells_the_others(pack_desk):
    with pack_desk.qtbot.waitSignal(pack_desk.presenter.packs_changed):
        pack_desk.press("settings.install.small")
    assert card(pack_desk)._badge.text() == "Installed"
    pack_desk.presenter.open("connections")
    pack_desk.settle()
    assert pack_desk.row("offline").note == "ready on this computer"


def test_a_failed_installation_says_why_and_begins_again_from_there(pack_desk):
    pack_desk.packs.problem = DiskTooSmall(491_000_000, 10)
    pack_desk.press("settings.install.small")
    assert card(pack_desk).notice.isVisible()
    pack_desk.packs.problem = None
    pack_desk.press("notice.action")
    assert not card(pack_desk).notice.isVisible()
    assert card(pack_desk)._badge.text() == "Installed"


def test_files_are_checked_and_found_whole(pack_desk):
    pack_desk.press("settings.install.small")
    pack_desk.press("settings.verify.small")
    assert "All files are as they should be." in pack_desk.texts()


def test_a_damaged_pack_offers_to_repair_it(pack_desk):
    pack_desk.press("settings.install.small")
    pack_desk.packs.problem = PackDamaged()
    with pack_desk.qtbot.waitSignal(pack_desk.presenter.packs_changed):
        pack_desk.press("settings.verify.small")
    assert card(pack_desk)._badge.text() == "Damaged"
    pack_desk.packs.problem = None
    assert card(pack_desk)._install.text() == "Repair"
    pack_desk.press("settings.install.small")
    assert card(pack_desk)._badge.text() == "Installed"


def test_removing_asks_in_place_and_says_what_it_costs(pack_desk):
    pack_desk.press("settings.install.small")
    pack_desk.press("settings.remove.small")
    assert "491 MB have to be downloaded again" in card(pack_desk)._confirm.text()
    assert pack_desk.packs.states["small"] is PackState.READY
    pack_desk.press("settings.confirm.not")
    assert not card(pack_desk)._confirm.isVisible()
    pack_desk.press("settings.remove.small")
    pack_desk.press("settings.confirm")
    assert pack_desk.packs.states["small"] is PackState.ABSENT
    assert pack_desk.engine.stopped == 1


def test_the_licence_shows_its_address_before_it_opens(pack_desk):
    card(pack_desk)._licence.activated.emit()
    assert "https://example.org/licence" in card(pack_desk)._link.text()
    assert pack_desk.opened == []
    pack_desk.press("settings.confirm")
    assert pack_desk.opened == ["https://example.org/licence"]


def test_the_starter_pack_is_installed_from_elsewhere(desk):
    desk.presenter.install_pack()
    desk.qtbot.waitUntil(lambda: desk.packs.states["small"] is PackState.READY)
    desk.settle()
    assert desk.page.current == "offline"


def test_the_model_of_new_chats_is_chosen_among_those_installed(pack_desk):
    pack_desk.press("settings.install.small")
    pack_desk.press("settings.install.big")
    model = pack_desk.find("settings.pack_model", QComboBox)
    model.setCurrentIndex(1)
    model.activated.emit(1)
    assert pack_desk.settings.pack_model == "big"


def test_the_idle_time_reaches_the_engine_and_the_settings(pack_desk):
    pack_desk.page.view("offline").idle_chosen.emit(30)
    pack_desk.settle()
    assert pack_desk.engine.idle_seconds == 1800
    assert pack_desk.settings.engine_idle_minutes == 30


def test_the_state_of_the_engine_is_followed(pack_desk):
    assert "The engine rests." in pack_desk.texts()
    listener = pack_desk.engine.listeners[0]
    pack_desk.core._loop.call_soon_threadsafe(listener, EngineState.READY)
    pack_desk.qtbot.waitUntil(lambda: "in memory and answers" in pack_desk.texts())


@pytest.mark.parametrize(
    ("progress", "text"),
    [
        (InstallProgress("p", "download", 5_000_000, 9_000_000), "5.0 MB of 9.0 MB"),
        (InstallProgress("p", "join", 0, 0), "Putting the parts together…"),
        (InstallProgress("p", "verify", 20_000_000, 40_000_000), "Checking: 20 MB of 40 MB"),
        (
            InstallProgress("p", "download", 30_000_000, 40_000_000, 1e6),
            "30 MB of 40 MB · 1.0 MB/s · less than a minute left",
        ),
    ],
)
def test_progress_is_told_in_words(qapp, progress, text):
    assert progress_text(progress) == text
