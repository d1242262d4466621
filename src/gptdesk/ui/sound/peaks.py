"""The outline of a sound for its waveform: made once, off the UI thread, and kept on disk."""

from __future__ import annotations

import hashlib
import threading
from array import array
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from gptdesk.domain.problems import Problem
from gptdesk.ui.sound.decoding import Decoding
from gptdesk.ui.sound.levels import loudest, samples_of

RATE = 8_000
PER_SECOND = 20
STEP = RATE // PER_SECOND
LOUDEST = 255
SUFFIX = ".peaks"
LARGEST_CACHE = 64_000_000
BLOCK = 1 << 20


class Outline:
    """Turns samples, in chunks of any size, into one byte for each twentieth of a second."""

    def __init__(self, rate: int = RATE) -> None:
        self._step = rate // PER_SECOND
        self._rest: array[int] = array("h")
        self.peaks = bytearray()

    def add(self, pcm: bytes) -> None:
        self._rest += samples_of(pcm)
        whole = len(self._rest) // self._step * self._step
        for at in range(0, whole, self._step):
            self._close(self._rest[at : at + self._step])
        del self._rest[:whole]

    def finish(self) -> bytes:
        if self._rest:
            self._close(self._rest)
            del self._rest[:]
        return bytes(self.peaks)

    def _close(self, part: array[int]) -> None:
        self.peaks.append(min(LOUDEST, round(loudest(part) * LOUDEST)))


class Peaks(QObject):
    """Finds the outlines of files, one at a time; what is asked last is what counts.

    Signals:
        found: the path, and one byte for each twentieth of a second.
        failed: the path and a Problem.
    """

    found = Signal(object, bytes)
    failed = Signal(object, object)
    _done = Signal(object, object)

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._search: _Search | None = None
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def find(self, path: Path) -> None:
        self.close()
        self._search = search = _Search(
            path, self._cache, lambda result: self._done.emit(search, result)
        )
        search.start()

    def close(self) -> None:
        """Stop looking, and wait until the file is let go."""
        if self._search is not None:
            self._search.give_up()
            self._search.join()
            self._search = None

    def _on_done(self, search: _Search, result: bytes | Problem) -> None:
        if search is not self._search:
            return
        search.join()
        self._search = None
        if isinstance(result, bytes):
            self.found.emit(search.path, result)
        else:
            self.failed.emit(search.path, result)


class _Search(threading.Thread):
    def __init__(self, path: Path, cache: Path, done: Callable[[bytes | Problem], None]) -> None:
        super().__init__(name="gptdesk-peaks", daemon=True)
        self.path = path
        self._cache, self._done = cache, done
        self._is_wanted = True
        self._decoding: Decoding | None = None
        self._problem: Problem | None = None

    def give_up(self) -> None:
        self._is_wanted = False
        if self._decoding is not None:
            self._decoding.give_up()

    def run(self) -> None:
        from gptdesk.ui.sound.trouble import problem_of

        try:
            result = self._find()
        except Problem as problem:
            self._done(problem)
        except OSError as error:
            self._done(problem_of(error, self.path))
        else:
            if self._is_wanted:
                self._done(result)

    def _find(self) -> bytes:
        kept = self._cache / f"{self._content()}{SUFFIX}"
        with suppress(OSError):
            return kept.read_bytes()
        peaks = self._measure()
        if self._is_wanted:
            with suppress(OSError):  # a full disk only costs the time to measure again
                self._cache.mkdir(parents=True, exist_ok=True)
                draft = kept.with_suffix(".part")
                draft.write_bytes(peaks)
                draft.replace(kept)
                _trim(self._cache)
        return peaks

    def _content(self) -> str:
        digest = hashlib.blake2b(digest_size=20)
        with self.path.open("rb") as file:
            while self._is_wanted and (block := file.read(BLOCK)):
                digest.update(block)
        return digest.hexdigest()

    def _measure(self) -> bytes:
        outline = Outline()

        def take(pcm: bytes) -> bool:
            outline.add(pcm)
            return self._is_wanted

        def done(problem: Problem | None) -> None:
            self._problem = problem

        self._decoding = Decoding(self.path, RATE, take, done)
        self._decoding.run()  # in this thread, which is ours already
        if self._problem is not None:
            raise self._problem
        return outline.finish()


def _trim(cache: Path) -> None:
    """Let the oldest outlines go when there are too many."""
    files = sorted(cache.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    total = 0
    for path in files:
        total += path.stat().st_size
        if total > LARGEST_CACHE:
            path.unlink()
