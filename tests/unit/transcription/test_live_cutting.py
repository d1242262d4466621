"""A recording is cut while it is made: in its pauses, soon, and nothing falls between."""

from __future__ import annotations

import math
import random
from array import array
from collections.abc import Sequence
from itertools import pairwise

import pytest

from gptdesk.domain.live_cutting import LiveCutter, Pace
from gptdesk.domain.sound import SPEECH_RATE
from gptdesk.domain.transcription import Piece, PieceState

SOUND = Sequence[tuple[str, float]]


def sound(parts: SOUND, *, noise: float = 0.002, loud: float = 0.2, rate: int = SPEECH_RATE):
    """Babble like syllables and hums, and silence in which the room can be heard."""
    chance = random.Random(7)
    samples = array("h")
    for kind, seconds in parts:
        for at in range(round(seconds * rate)):
            now = at / rate
            swing = 0.35 + 0.65 * abs(math.sin(math.pi * 4 * now))
            voice = swing * math.sin(2 * math.pi * 160 * now) * loud if kind == "speech" else 0.0
            samples.append(round(32767 * (voice + noise * chance.uniform(-1, 1))))
    return samples.tobytes()


def cut(pcm: bytes, *, chunk: int = 6_400, pace: Pace | None = None) -> list[Piece]:
    cutter = LiveCutter(pace=pace)
    pieces: list[Piece] = []
    for at in range(0, len(pcm), chunk):
        pieces += cutter.feed(pcm[at : at + chunk])
    return [*pieces, *cutter.finish(len(pcm) / 2 / SPEECH_RATE)]


def spoken(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.state is PieceState.WAITING]


def test_a_piece_is_whole_in_the_pause_after_it_not_when_the_next_word_comes() -> None:
    cutter = LiveCutter()
    assert not list(cutter.feed(sound([("silence", 0.5), ("speech", 4), ("silence", 0.5)])))
    assert len(list(cutter.feed(sound([("silence", 0.4)])))) == 1


def test_cuts_lie_in_the_silences() -> None:
    pieces = cut(
        sound([("speech", 5), ("silence", 1), ("speech", 4), ("silence", 1), ("speech", 6)])
    )
    assert [piece.position for piece in pieces] == [0, 1, 2]
    assert 5 < pieces[0].end < 6
    assert 10 < pieces[1].end < 11
    assert pieces[2].end == 17


@pytest.mark.parametrize("chunk", [100, 6_400, 64_001])
def test_however_the_samples_come_the_pieces_are_the_same(chunk: int) -> None:
    pcm = sound([("speech", 4), ("silence", 2), ("speech", 35), ("silence", 4), ("speech", 1)])
    assert cut(pcm, chunk=chunk) == cut(pcm)


def test_pieces_follow_each_other_without_a_gap() -> None:
    pieces = cut(
        sound([("silence", 9), ("speech", 40), ("silence", 0.4), ("speech", 1), ("silence", 40)])
    )
    assert pieces[0].start == 0
    assert pieces[-1].end == pytest.approx(90.4)
    assert all(before.end == after.start for before, after in pairwise(pieces))
    assert all(piece.start < piece.end for piece in pieces)


def test_a_short_word_before_a_long_silence_need_not_wait() -> None:
    cutter = LiveCutter()
    found = list(cutter.feed(sound([("silence", 1), ("speech", 0.8), ("silence", 1.8)])))
    assert [piece.state for piece in found] == [PieceState.WAITING]


def test_a_breath_between_short_sentences_does_not_cut() -> None:
    pieces = cut(sound([("speech", 1), ("silence", 0.8), ("speech", 1), ("silence", 0.3)]))
    assert len(pieces) == 1


def test_who_never_pauses_is_cut_before_half_a_minute_and_heard_twice_at_the_seam() -> None:
    pieces = spoken(cut(sound([("speech", 90)])))
    assert len(pieces) >= 3
    assert all(piece.end - piece.start <= 28.1 for piece in pieces)
    assert pieces[0].overlap == 0


def test_without_any_breath_the_seam_is_heard_twice() -> None:
    step = 2 * math.pi * 200 / SPEECH_RATE
    voice = array("h", (round(9000 * math.sin(step * at)) for at in range(40 * SPEECH_RATE)))
    pieces = cut(sound([("silence", 1)]) + voice.tobytes())
    assert [piece.overlap for piece in pieces] == [0.0, 2.0]


def test_a_breath_is_where_long_speech_is_cut() -> None:
    pieces = cut(sound([("speech", 20), ("silence", 0.4), ("speech", 15)]))
    assert 20 < pieces[0].end < 20.5
    assert pieces[1].overlap == 0


def test_silence_is_never_sent() -> None:
    pieces = cut(sound([("silence", 70)]))
    assert {piece.state for piece in pieces} == {PieceState.SILENT}
    pieces = cut(sound([("silence", 10), ("speech", 4), ("silence", 10)]))
    assert [piece.state for piece in pieces] == [
        PieceState.SILENT, PieceState.WAITING, PieceState.SILENT,
    ]  # fmt: skip
    assert pieces[1].end - pieces[1].start < 5.5


@pytest.mark.parametrize("noise", [0.0, 0.005, 0.02])
def test_in_a_noisy_room_pauses_are_found_all_the_same(noise: float) -> None:
    pcm = sound([("speech", 6), ("silence", 1)] * 6, noise=noise, loud=0.3)
    assert len(spoken(cut(pcm))) >= 5


def test_a_soft_voice_is_speech() -> None:
    pieces = cut(sound([("silence", 3), ("speech", 5), ("silence", 1)], noise=0.0003, loud=0.01))
    assert len(spoken(pieces)) == 1


def test_nothing_recorded_is_no_piece() -> None:
    assert cut(b"") == []
    assert cut(bytes(100)) == []
