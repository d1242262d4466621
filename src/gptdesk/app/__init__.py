"""The composition root: builds every layer and connects them. Nobody imports it but the start."""

from __future__ import annotations

from gptdesk.app.application import Application, run

__all__ = ["Application", "run"]
