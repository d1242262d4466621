"""Makes WAV files whole again that a crash left behind; loads nothing slow."""

from __future__ import annotations

from pathlib import Path

from gptdesk.domain.sound import HEADER_BYTES, SAMPLE_BYTES, wav_header, wav_layout


def mend(path: Path) -> float:
    """Make the header of a WAV file agree with what is there, and return its length in seconds.

    A file that is no WAV of 16 bits, or is not there, is left alone and counts as 0.
    """
    if not path.is_file():
        return 0.0
    with path.open("rb") as file:
        layout = wav_layout(file.read(HEADER_BYTES))
    if layout is None or layout.bits != SAMPLE_BYTES * 8 or layout.begin != HEADER_BYTES:
        return 0.0
    real = path.stat().st_size - layout.begin
    real -= real % layout.frame
    if real != layout.length:
        with path.open("r+b") as file:
            file.write(wav_header(layout.rate, real, layout.channels))
    return real / layout.frame / layout.rate
