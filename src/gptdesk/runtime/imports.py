"""Imports as Python does them, without PySide's look at every module."""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Take PySide's own `__import__` away again, once PySide6 has been imported.

    WORKAROUND(PYSIDE-2029): it reads the source text of each module that anyone imports, to learn
    whether the module mentions PySide6, and keeps all of it in memory. That serves
    `from __feature__ import …`, which gptdesk does not use, and it costs a tenth of the start.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
