"""Kinds of sound are known by their bytes, and their length is read from them."""

from __future__ import annotations

import struct

import pytest

from gptdesk.domain.soundfiles import bare, kind_of, seconds_of, wav_header, wav_of
from gptdesk.domain.spoken_times import sentence_ends
from server.speaking import RATE, mp3, wav


def adts(frames: int) -> bytes:
    """Empty AAC frames of 24 kHz."""
    length = 7 + 100
    head = bytes(
        [0xFF, 0xF1, 0x40 | 6 << 2, 0x40 | length >> 11, length >> 3 & 0xFF, (length & 7) << 5 | 31,
         0xFC]
    )  # fmt: skip
    return (head + bytes(100)) * frames


def opus(samples: int) -> bytes:
    """Two pages: the head, and the last one with its count of samples."""
    head = b"OggS" + bytes(23) + b"\x01\x13OpusHead\x01\x01" + struct.pack("<H", 312) + bytes(7)
    return head + b"OggS\x00\x04" + struct.pack("<q", samples + 312) + bytes(40)


def flac(samples: int) -> bytes:
    packed = RATE << 44 | 0 << 41 | 15 << 36 | samples
    return b"fLaC\x80\x00\x00\x22" + bytes(10) + packed.to_bytes(8, "big") + bytes(20)


@pytest.mark.parametrize(
    ("kind", "data", "seconds"),
    [
        ("wav", wav(1.5), 1.5),
        ("wav", wav(1.5, endless=True), 1.5),
        ("mp3", mp3(2.4), 2.4),
        ("mp3", b"ID3\x04\x00\x00\x00\x00\x00\x0a" + bytes(10) + mp3(2.4), 2.4),
        ("aac", adts(50), 50 * 1024 / 24_000),
        ("opus", opus(96_000), 2.0),
        ("flac", flac(RATE * 3), 3.0),
    ],
)
def test_kind_and_length_are_read_from_the_bytes(kind, data, seconds):
    assert kind_of(data[:128]) == kind
    assert seconds_of(kind, data) == pytest.approx(seconds, abs=0.001)


@pytest.mark.parametrize("data", [b"", b"{}", b"<html>", b"\0" * 64, b"RIFF", b"MZ\x90\0" * 9])
def test_other_bytes_are_no_sound(data):
    assert kind_of(data) == ""


@pytest.mark.parametrize("kind", ["wav", "mp3", "aac", "opus", "flac"])
def test_cut_off_files_have_a_length_and_never_fail(kind):
    whole = {"wav": wav(0.1), "mp3": mp3(0.3), "aac": adts(9), "opus": opus(9), "flac": flac(9)}
    for end in range(0, len(whole[kind]), 7):
        assert seconds_of(kind, whole[kind][:end]) >= 0.0


def test_a_header_written_before_its_time_is_mended():
    data = wav(0.5, endless=True)
    found = wav_of(data)
    assert found is not None
    assert (found.channels, found.rate, found.width) == (1, RATE, 2)
    mended = wav_header(found.length) + data[found.start :]
    assert wav_of(mended) == found


def test_tags_and_indexes_are_left_out_when_frames_are_joined():
    index = bytearray(mp3(0.024))
    index[40:44] = b"Xing"
    tagged = b"ID3\x04\x00\x00\x00\x00\x00\x0a" + bytes(10) + bytes(index) + mp3(0.48)
    assert bare("mp3", tagged) == mp3(0.48)


def test_sentences_end_at_the_pause_nearest_to_where_they_should():
    text = "One two three. Four five six."
    spans = [(0, 14), (15, 29)]
    loud, quiet = b"\x80", b"\x00"
    peaks = loud * 22 + quiet * 4 + loud * 14  # two seconds, the pause around 1.2 s
    assert sentence_ends(text, spans, 2.0, peaks) == [pytest.approx(1.2), 2.0]
    assert sentence_ends(text, spans, 2.0) == [pytest.approx(1.0, abs=0.1), 2.0]
