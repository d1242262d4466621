"""Speaks: the Kokoro model on onnxruntime, and the voices that lie beside it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gptdesk.offline.reading.reader import Piece, Reader
from gptdesk.offline.sound.signs import SIGNS

Samples = npt.NDArray[np.float32]

MODEL = "kokoro-v1.0.int8.onnx"
RATE = 24_000
STYLES = 510
QUIET = 0.01
"""Samples below this are silence: the model begins and ends each sentence with a second of it."""
LEAD = int(0.08 * RATE)
TRAIL = int(0.3 * RATE)


class Kokoro:
    """A loaded model. Belongs to one thread."""

    def __init__(self, folder: Path, threads: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        self._options = onnxruntime.RunOptions
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / MODEL), options, providers=["CPUExecutionProvider"]
        )
        self._voices = folder / "voices"
        self.reader = Reader(SIGNS)

    def speak(self, piece: Piece, voice: str, speed: float, stop: Stop) -> Samples:
        """The sound of one piece; what is silent at both ends is shortened to a breath."""
        ids = [SIGNS[sign] for sign in piece.phonemes]
        options = self._options()
        # A long piece needs three times the memory of a short one, and only while it is made
        options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        with stop.ends(options):
            said = self._session.run(
                None,
                {
                    "tokens": np.array([[0, *ids, 0]], np.int64),
                    "style": self._style(voice, len(ids)),
                    "speed": np.array([speed], np.float32),
                },
                options,
            )
        return _trimmed(np.asarray(said[0], np.float32).ravel())

    def _style(self, voice: str, length: int) -> Samples:
        styles = np.fromfile(self._voices / f"{voice}.bin", np.float32).reshape(STYLES, 1, 256)
        return np.asarray(styles[min(length, STYLES - 1)])


class Stop:
    """Ends a calculation from another thread, also one that has not begun."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: Any = None
        self.is_set = False

    def set(self) -> None:
        with self._lock:
            self.is_set = True
            if self._running is not None:
                self._running.terminate = True

    def ends(self, options: Any) -> _Running:
        return _Running(self, options)


class _Running:
    def __init__(self, stop: Stop, options: Any) -> None:
        self._stop = stop
        self._options = options

    def __enter__(self) -> None:
        with self._stop._lock:
            self._options.terminate = self._stop.is_set
            self._stop._running = self._options

    def __exit__(self, *_error: object) -> None:
        with self._stop._lock:
            self._stop._running = None


def _trimmed(samples: Samples) -> Samples:
    loud = np.flatnonzero(np.abs(samples) > QUIET)
    if not loud.size:
        return samples[:TRAIL]
    return samples[max(0, int(loud[0]) - LEAD) : int(loud[-1]) + TRAIL]
