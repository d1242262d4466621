"""Puts pieces of one kind behind each other, without decoding them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from gptdesk.domain.problems import AnswerBroken, RequestTooLarge
from gptdesk.domain.soundfiles import HEADER, bare, kind_of, wav_header, wav_of
from gptdesk.storage.files import translated

JOINED = ("wav", "mp3", "aac", "opus", "ogg")
"""WAV sample by sample, the others frame by frame as players expect it."""

LARGEST_WAV = (1 << 32) - HEADER
COPY = 1 << 20


def join(parts: Sequence[Path], target: Path, kind: str) -> None:
    """Write `target` whole or not at all."""
    draft = target.with_name(f".{target.name}.part")
    with translated(target):
        try:
            _write(parts, draft, kind)
            draft.replace(target)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise


def _write(parts: Sequence[Path], draft: Path, kind: str) -> None:
    if len(parts) == 1:
        shutil.copyfile(parts[0], draft)
    elif kind == "wav":
        _join_wav(parts, draft)
    else:
        with draft.open("wb") as out:
            for part in parts:
                out.write(bare(kind, part.read_bytes()))


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
