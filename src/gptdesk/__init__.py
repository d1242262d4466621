"""A desktop app to try what the OpenAI API and its relatives can do."""

from __future__ import annotations

__version__ = "0.1.0"
