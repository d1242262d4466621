"""Whether the model of the chat can see pictures, and which one could."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.catalogue import ModelFacts, PictureLimits, Task
from gptdesk.domain.connections import Connection, ConnectionKind

if TYPE_CHECKING:
    from gptdesk.ui.chat.presenting.choosing import Choice, ModelPresenter

translate = QCoreApplication.translate

FactsOf = Callable[[Connection, str], ModelFacts]
"""What is known of a model at a connection."""


def nothing_known(_connection: Connection, model: str) -> ModelFacts:
    return ModelFacts(model, "", Task.CHAT)


@dataclass(frozen=True, slots=True)
class Sight:
    """`is_sure` is false where nothing is known of the model: then pictures are tried.

    `other` is the connection and the model that could see instead, with its name in `other_name`.
    """

    can_see: bool
    is_sure: bool
    name: str
    limits: PictureLimits = field(default_factory=PictureLimits)
    other: Choice | None = None
    other_name: str = ""

    def reason(self) -> str:
        """Why pictures cannot be sent, empty if they can."""
        if self.can_see:
            return ""
        if not self.other_name:
            return translate("Attach", "{model} cannot see pictures.").format(model=self.name)
        text = translate("Attach", "{model} cannot see pictures, but {other} can.")
        return text.format(model=self.name, other=self.other_name)

    def switch(self) -> str:
        """The words of the link to the model that can see."""
        if not self.other_name:
            return translate("Attach", "Choose another model")
        return translate("Attach", "Switch to {model}").format(model=self.other_name)


class SightFinder:
    """Joins the chosen model with what is known of it."""

    def __init__(self, models: ModelPresenter, facts: FactsOf) -> None:
        self._models = models
        self._facts = facts

    def of(self, choice: Choice) -> Sight:
        connection = self._models.connection(choice[0])
        if connection is None:
            return Sight(True, False, choice[1])
        model = choice[1] or connection.model
        name = self._models.label(choice)
        if connection.kind is ConnectionKind.OFFLINE:
            return Sight(False, True, name, other=self._other(), other_name=self._other_name())
        facts = self._facts(connection, model)
        if facts.may_see_pictures:
            return Sight(True, facts.is_known, name, facts.pictures)
        return Sight(False, True, name, other=self._other(), other_name=self._other_name())

    def _other(self) -> Choice | None:
        """A model that is known to see, a recommended one if there is any."""
        seeing = [
            (facts, choice)
            for choice, _label, _group in self._models.labels()
            if (facts := self._known(choice)) is not None
        ]
        seeing.sort(key=lambda found: not found[0].is_recommended)
        return seeing[0][1] if seeing else None

    def _other_name(self) -> str:
        other = self._other()
        return self._models.label(other) if other is not None else ""

    def _known(self, choice: Choice) -> ModelFacts | None:
        connection = self._models.connection(choice[0])
        if connection is None or connection.kind is ConnectionKind.OFFLINE:
            return None
        facts = self._facts(connection, choice[1])
        return facts if facts.is_known and facts.sees_pictures else None
