"""Works out what can be chosen for a picture, from the facts of the model and its service."""

from __future__ import annotations

from dataclasses import replace

from gptdesk.domain.image_options import Fix
from gptdesk.domain.images import PictureSettings


def fixed(settings: PictureSettings, fix: Fix) -> PictureSettings:
    """The settings with that change made."""
    return replace(settings, **{fix.option.value: fix.value})  # type: ignore[arg-type]
