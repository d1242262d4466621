"""Decoders and encoders of Qt go with their threads: at the program's end it would be too late."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtMultimedia

from gptdesk.ui.sound.decoding import Decoding
from gptdesk.ui.sound.writer import QtSoundWriter
from ui.sound.conftest import RATE, in_chunks, tone, write_wav


def noted(kind: type, monkeypatch: pytest.MonkeyPatch) -> list[weakref.ref[object]]:
    """References to all that are made of a kind from now on."""
    made: list[weakref.ref[object]] = []

    class Noted(kind):  # type: ignore[misc]
        def __init__(self, *words: object) -> None:
            super().__init__(*words)
            made.append(weakref.ref(self))

    monkeypatch.setattr(QtMultimedia, kind.__name__, Noted)
    return made


def test_a_decoder_is_gone_when_its_file_is_read(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = noted(QtMultimedia.QAudioDecoder, monkeypatch)
    heard: list[bytes] = []
    path = write_wav(tmp_path / "tone.wav", [tone(1)])
    decoding = Decoding(path, RATE, lambda data: heard.append(data) is None, lambda _problem: None)
    decoding.start()
    decoding.join()
    assert heard and made
    assert [reference() for reference in made] == [None] * len(made)


def test_an_encoder_is_gone_when_its_file_is_written(
    tmp_path: Path,
    run: Callable[[Coroutine[Any, Any, Any]], Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = noted(QtMultimedia.QAudioBufferInput, monkeypatch)
    run(QtSoundWriter().write(tmp_path / "tone.flac", in_chunks(tone(1)), RATE))
    assert made
    assert [reference() for reference in made] == [None] * len(made)
