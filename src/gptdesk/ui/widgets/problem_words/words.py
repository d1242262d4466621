"""The shape of what is said about a failure."""

from __future__ import annotations

from gptdesk.ui.widgets.actions import ActionId

Words = tuple[str, str, tuple[ActionId, ...]]
"""Title, cause, and next steps."""


def filled(value: str, with_value: str, without: str, **field: str) -> str:
    """The sentence that names the value if there is one; `field` says under which name."""
    return with_value.format(**field) if value else without
