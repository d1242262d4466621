"""The large measures of the Chat page, which its sketch must know as well."""

from __future__ import annotations

from gptdesk.ui.theme.theme import Theme

SIDE_WIDTH = 264
SIDE_EDGE = 12
HEADER_HEIGHT = 48
COMPOSER_WIDTH = 736
EDGE = 16
NARROW = 640
NARROW_PERCENT = 150


def is_narrow(width: int) -> bool:
    """Whether the list must lie over the conversation instead of beside it."""
    theme = Theme.current()
    return width - theme.px(SIDE_WIDTH) < NARROW or theme.percent >= NARROW_PERCENT
