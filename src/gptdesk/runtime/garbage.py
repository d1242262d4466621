"""Cyclic garbage is collected in the UI thread alone.

Python collects wherever a threshold happens to be passed, so also in the core thread; a QObject in
such a cycle would then be destroyed there, and Qt aborts with "shared QObject was deleted
directly" or worse.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


class GarbageCollector(QObject):
    """Does what the automatic collection would do, at a calm moment of the UI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        gc.disable()
        self._timer.start()

    def settle(self) -> None:
        """What exists now stays: later collections need not walk through it."""
        gc.freeze()

    def check(self) -> None:
        """Collect the oldest generation whose threshold is passed, as Python itself would."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            threshold = self._thresholds[generation]
            if threshold and counts[generation] > threshold:
                gc.collect(generation)
                return

    def shutdown(self) -> None:
        """Collect what is left here and now, and let Python go on by itself."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()
