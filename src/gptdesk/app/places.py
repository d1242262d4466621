"""Where everything of this person is, in words for Settings."""

from __future__ import annotations

from gptdesk.storage.paths import Paths
from gptdesk.ui.settings.values import Places


def places(paths: Paths) -> Places:
    """Where everything is, in words for Settings."""
    return Places(
        data=str(paths.data),
        config=str(paths.config),
        database=str(paths.database),
        backups=str(paths.backups),
        packs=str(paths.packs),
        logs=str(paths.logs),
    )
