"""Where the files that come with the app are."""

from __future__ import annotations

from pathlib import Path


def resource_root() -> Path:
    """The folder `resources`, found alike in a wheel, a frozen build and a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"
