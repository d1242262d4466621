"""The composition root: builds every layer and connects them. Nobody imports it but the start."""

from __future__ import annotations

import gc

gc.disable()  # what is imported here stays; looking through it for garbage only takes time

import PySide6.QtCore  # noqa: E402, F401  # its import hook must be there to be taken away

from gptdesk.runtime.imports import import_plainly  # noqa: E402

import_plainly()

from gptdesk.app.application import Application, run  # noqa: E402

gc.freeze()  # otherwise the next line would begin with the long look
gc.enable()

__all__ = ["Application", "run"]
