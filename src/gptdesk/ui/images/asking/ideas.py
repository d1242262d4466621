"""Descriptions to start from, by theme, in the language of the interface."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from gptdesk.domain.resources import resource_root
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.menu import menu


@dataclass(frozen=True, slots=True)
class Idea:
    """A few words for the menu, and the whole description."""

    title: str
    prompt: str


@dataclass(frozen=True, slots=True)
class IdeaGroup:
    title: str
    ideas: tuple[Idea, ...]


def idea_groups() -> tuple[IdeaGroup, ...]:
    """All of them, as the interface speaks now."""
    return tuple(
        IdeaGroup(
            in_language(group["title"]),
            tuple(
                Idea(in_language(idea["title"]), in_language(idea["prompt"]))
                for idea in group["ideas"]
            ),
        )
        for group in _stored()
    )


def any_idea() -> Idea:
    """One of them, another each time."""
    return random.choice([idea for group in idea_groups() for idea in group.ideas])


def idea_menu(parent: QWidget, take: Callable[[str], object]) -> QMenu:
    """A menu with a part for each theme; `take` gets the description."""
    offered = menu(parent)
    for group in idea_groups():
        part = menu(offered)
        part.setTitle(group.title)
        part.setToolTipsVisible(True)
        for idea in group.ideas:
            part.addAction(idea.title, partial(take, idea.prompt)).setToolTip(idea.prompt)
        offered.addMenu(part)
    return offered


@cache
def _stored() -> list[dict[str, Any]]:
    text = (resource_root() / "images" / "ideas.json").read_text("utf-8")
    groups: list[dict[str, Any]] = json.loads(text)["groups"]
    return groups
