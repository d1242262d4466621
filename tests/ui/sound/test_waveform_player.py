"""The player can be used with mouse, keyboard and screen reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gptdesk.domain.problems import SoundUnreadable
from gptdesk.domain.settings import ThemeChoice
from gptdesk.ui.sound import peaks as peaks_module
from gptdesk.ui.sound.clock import clock
from gptdesk.ui.sound.levels import meter
from gptdesk.ui.sound.meter import LevelMeter
from gptdesk.ui.sound.peaks import PER_SECOND, Outline, Peaks
from gptdesk.ui.sound.pieces import PieceBars
from gptdesk.ui.sound.player import Player
from gptdesk.ui.sound.waveform import Piece, PieceState, Waveform, widths
from gptdesk.ui.sound.waveform_player import WaveformPlayer
from gptdesk.ui.theme.theme import Theme
from ui.sound.conftest import RATE, tone, write_wav


class Unplugged:
    """Devices that are never known: nothing is loaded, the player keeps waiting for them."""

    speakers = ()

    def __init__(self) -> None:
        self.asked: list[Callable[[], None]] = []

    def when_known(self, then: Callable[[], None]) -> None:
        self.asked.append(then)


@pytest.fixture
def player(qapp: object) -> Iterator[Player]:
    it = Player(Unplugged())  # type: ignore[arg-type]
    yield it
    it.close()


@pytest.fixture
def shown(qtbot: QtBot, player: Player) -> WaveformPlayer:
    widget = WaveformPlayer(player)
    qtbot.addWidget(widget)
    player.open(Path("a.wav"), 100)
    widget.resize(700, 140)
    widget.show()
    return widget


def test_the_space_bar_plays_and_pauses(
    qtbot: QtBot, player: Player, shown: WaveformPlayer
) -> None:
    qtbot.keyClick(shown.waveform, Qt.Key.Key_Space)
    assert player.is_playing
    assert shown.button.accessibleName() == "Pause"
    qtbot.keyClick(shown.button, Qt.Key.Key_Space)
    assert not player.is_playing
    assert shown.button.accessibleName() == "Play"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, 55),
        (Qt.Key.Key_Left, 45),
        (Qt.Key.Key_PageUp, 80),
        (Qt.Key.Key_PageDown, 20),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
    ],
)
def test_arrows_move_along(
    qtbot: QtBot, player: Player, shown: WaveformPlayer, key: Qt.Key, expected: float
) -> None:
    player.seek(50)
    qtbot.keyClick(shown.waveform, key)
    assert player.position == expected


def test_a_press_goes_there(qtbot: QtBot, player: Player, shown: WaveformPlayer) -> None:
    middle = QPoint(shown.waveform.width() // 2, 10)
    qtbot.mouseClick(shown.waveform, Qt.MouseButton.LeftButton, pos=middle)
    assert player.position == pytest.approx(50, abs=0.5)


def test_going_outside_a_range_leaves_it(
    qtbot: QtBot, player: Player, shown: WaveformPlayer
) -> None:
    player.set_loop(40, 50)
    qtbot.keyClick(shown.waveform, Qt.Key.Key_Right)
    assert player.loop == (40, 50)
    qtbot.keyClick(shown.waveform, Qt.Key.Key_End)
    assert player.loop is None


def test_the_times_say_what_is_ready_and_what_is_to_come(
    player: Player, shown: WaveformPlayer
) -> None:
    player.seek(52)
    assert shown.time.text() == "0:52 / 1:40"
    shown.set_total(785)
    assert shown.time.text() == "0:52 / 1:40 ready, 13:05 in all"


def test_the_speed_goes_round(qtbot: QtBot, player: Player, shown: WaveformPlayer) -> None:
    seen = []
    for _ in range(5):
        qtbot.mouseClick(shown.speed, Qt.MouseButton.LeftButton)
        seen.append(player.speed)
    assert seen == [1.25, 1.5, 2.0, 0.75, 1.0]
    assert shown.speed.text() == "1.0 ×"


def test_a_screen_reader_hears_minutes_and_seconds(player: Player, shown: WaveformPlayer) -> None:
    player.seek(65)
    assert shown.waveform.accessibleName() == "Position in the sound"
    said = shown.waveform.accessibleDescription()
    assert re.findall(r"\d+ (?:minute|second)", said) == [
        "1 minute",
        "5 second",
        "1 minute",
        "40 second",
    ]


def test_without_a_sound_nothing_can_be_pressed(player: Player, qtbot: QtBot) -> None:
    widget = WaveformPlayer(player)
    qtbot.addWidget(widget)
    assert not widget.button.isEnabled()
    player.open(Path("a.wav"), 3)
    assert widget.button.isEnabled()


def test_everything_grows_with_the_text(shown: WaveformPlayer) -> None:
    small = shown.button.sizeHint().width(), shown.waveform.sizeHint().height()
    Theme.current().apply(percent=200, choice=ThemeChoice.HIGH_CONTRAST)
    large = shown.button.sizeHint().width(), shown.waveform.sizeHint().height()
    assert small == (44, 48)
    assert large == (88, 96)
    assert not shown.grab().isNull()


def test_bars_show_the_loudest_moment_of_their_part(qtbot: QtBot) -> None:
    waveform = Waveform()
    qtbot.addWidget(waveform)
    waveform.resize(498, 48)
    waveform.set_peaks(bytes([10] * 500 + [200] + [10] * 499))
    bars = waveform.bars()
    assert len(bars) == 100
    assert bars[50] == 1
    assert all(bar == 0.05 for number, bar in enumerate(bars) if number != 50)


def test_pieces_are_as_wide_as_they_are_long() -> None:
    pieces = [Piece(60, PieceState.DONE), Piece(30), Piece(10)]
    assert widths(pieces, 116, 8) == [(0, 60), (68, 98), (106, 116)]


def test_pieces_say_how_many_are_done_and_which_failed(qtbot: QtBot) -> None:
    bars = PieceBars()
    qtbot.addWidget(bars)
    bars.set_pieces([Piece(9, PieceState.DONE), Piece(9, PieceState.FAILED), Piece(9)])
    assert bars.accessibleName() == "1 of 3 pieces are done"
    assert bars.accessibleDescription() == "Piece 2 failed"
    bars.resize(300, 30)
    assert not bars.grab().isNull()


def test_a_single_piece_is_not_shown(shown: WaveformPlayer) -> None:
    shown.set_pieces([Piece(9)])
    assert not shown.pieces.isVisible()
    shown.set_pieces([Piece(9), Piece(9)])
    assert shown.pieces.isVisible()


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, "0:00"), (52.9, "0:52"), (785, "13:05"), (3729, "1:02:09")]
)
def test_times_are_written_as_a_clock_does(seconds: float, expected: str) -> None:
    assert clock(seconds) == expected


def test_a_meter_falls_slowly_and_warns_where_it_clips(qtbot: QtBot) -> None:
    bar = LevelMeter()
    qtbot.addWidget(bar)
    bar.set_level(meter(1.0))
    assert bar.is_too_loud
    bar.set_level(meter(0.0))
    assert 0.8 < bar.level < 1
    bar.reset()
    assert bar.level == 0
    assert meter(0.5) > 0.85 > meter(0.1) > 0.6 > meter(0.001) >= 0


def test_an_outline_does_not_depend_on_the_size_of_the_chunks() -> None:
    pcm = tone(1.03, loud=0.5)
    whole = Outline(RATE)
    whole.add(pcm)
    parts = Outline(RATE)
    for at in range(0, len(pcm), 998):
        parts.add(pcm[at : at + 998])
    assert parts.finish() == whole.finish()
    assert len(whole.peaks) == PER_SECOND + 1
    assert set(whole.peaks[:PER_SECOND]) <= {127, 128}


def test_the_outline_of_a_file_is_made_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_wav(tmp_path / "a.wav", [tone(2)])
    peaks = Peaks(tmp_path / "cache")
    with qtbot.waitSignal(peaks.found) as first:
        peaks.find(path)
    assert len(first.args[1]) == 2 * PER_SECOND
    monkeypatch.setattr(peaks_module, "Decoding", None)  # from now on decoding would fail
    copy = tmp_path / "copy of a.wav"
    copy.write_bytes(path.read_bytes())
    with qtbot.waitSignal(peaks.found) as second:
        peaks.find(copy)
    assert second.args == [copy, first.args[1]]
    peaks.close()


def test_a_file_without_sound_has_no_outline(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_text("no sound", "utf-8")
    peaks = Peaks(tmp_path / "cache")
    with qtbot.waitSignal(peaks.failed) as failed:
        peaks.find(path)
    assert isinstance(failed.args[1], SoundUnreadable)
    assert not (tmp_path / "cache").exists()
    peaks.close()
