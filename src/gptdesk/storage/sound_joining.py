"""Puts the pieces of a long text into one file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from gptdesk.domain.problems import AnswerBroken, RequestTooLarge
from gptdesk.domain.soundfiles import HEADER, bare, kind_of, wav_header, wav_of
from gptdesk.storage.files import translated

Encoder = Callable[[Path, Path, str], None]
"""Writes the first file, a WAV, as the second one in the format that is named."""

LARGEST_WAV = (1 << 32) - HEADER
COPY = 1 << 20


def join(parts: Sequence[Path], target: Path, kind: str, encode: Encoder | None = None) -> None:
    """Write `target` whole or not at all."""
    draft = target.with_name(f".{target.name}.part")
    with translated(target):
        try:
            _write(parts, draft, kind, encode)
            draft.replace(target)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise


def _write(parts: Sequence[Path], draft: Path, kind: str, encode: Encoder | None) -> None:
    if len(parts) == 1 and parts[0].suffix == f".{kind}":
        shutil.copyfile(parts[0], draft)
    elif kind == "wav":
        _join_wav(parts, draft)
    elif kind in ("mp3", "aac", "opus", "ogg"):
        with draft.open("wb") as out:
            for part in parts:
                out.write(bare(kind, part.read_bytes()))
    else:
        _encode(parts, draft, kind, encode)


def _encode(parts: Sequence[Path], draft: Path, kind: str, encode: Encoder | None) -> None:
    assert encode is not None, f"nobody offers {kind} without an encoder"
    whole = draft.with_suffix(".wav")
    try:
        _join_wav(parts, whole)
        encode(whole, draft, kind)
    finally:
        with suppress(OSError):
            whole.unlink(missing_ok=True)


def _join_wav(parts: Sequence[Path], draft: Path) -> None:
    """Sample after sample: nothing stands between the last one of a piece and the next."""
    shape: tuple[int, int, int] | None = None
    length = 0
    with draft.open("wb") as out:
        out.write(bytes(HEADER))
        for part in parts:
            with part.open("rb") as file:
                head = file.read(4096)
                wav = wav_of(head)
                if wav is None or (shape is not None and wav.shape != shape):
                    raise AnswerBroken(f"{part.name}: {kind_of(head)} does not fit to the others")
                shape = wav.shape
                file.seek(wav.start)
                length += _copy(file, out)
        if length > LARGEST_WAV:
            raise RequestTooLarge("a WAV file ends at 4 GB")
        out.seek(0)
        out.write(wav_header(length, *(shape or (1, 24_000, 2))))


def _copy(file: IO[bytes], out: IO[bytes]) -> int:
    copied = 0
    while data := file.read(COPY):
        out.write(data)
        copied += len(data)
    return copied
