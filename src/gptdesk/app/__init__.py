"""The composition root: builds every layer and connects them. Nobody imports it but the start."""

from __future__ import annotations

import PySide6.QtCore  # noqa: F401  # it must be there before its import hook can be taken away

from gptdesk.runtime.imports import import_plainly

import_plainly()

from gptdesk.app.application import Application, run  # noqa: E402

__all__ = ["Application", "run"]
