"""The services of the catalogue as the form offers them, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.addresses import host_of, is_private, normalise
from gptdesk.domain.catalogue import Catalogue, Certainty, Service, Task
from gptdesk.ui.settings.sentence_row import in_a_row
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.languages import in_language

if TYPE_CHECKING:
    from gptdesk.ui.settings.values import ConnectionDraft

translate = QCoreApplication.translate

COMPATIBLE = "compatible"
"""Stands for a service that the catalogue does not know; such a connection stores none."""
ASKED = (Task.CHAT, Task.IMAGES, Task.SPEECH, Task.TRANSCRIPTION)
"""What the tabs can ask for."""


@dataclass(frozen=True, slots=True)
class Presets:
    """Looks services up; a preset that no longer exists is another compatible service."""

    catalogue: Catalogue

    def service(self, preset: str) -> Service | None:
        return self.catalogue.service(preset)

    def preset_of(self, service_id: str) -> str:
        return service_id if self.service(service_id) is not None else COMPATIBLE

    def first(self, wanted: str = "") -> Service | None:
        """What a new connection begins with: the service that is wanted, if it is known."""
        return self.service(wanted) or next(iter(self.catalogue.services), None)

    def preset_at(self, base_url: str, preset: str) -> str:
        """The service of an address; the chosen one as long as it may be there."""
        chosen = self.service(preset)
        if chosen is not None and _may_be_at(chosen, base_url):
            return preset
        found = self.catalogue.service_for(base_url)
        return COMPATIBLE if found is None else found.id

    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Headings with what stands below them, as (preset, title)."""
        kinds = {
            "cloud": translate("Presets", "Services"),
            "local": translate("Presets", "On this computer"),
            "cluster": translate("Presets", "Servers of a team"),
        }
        found = []
        for kind, heading in kinds.items():
            services = [s for s in self.catalogue.services if s.kind == kind]
            if services:
                found.append((heading, [(s.id, in_language(s.title)) for s in services]))
        other = translate("Presets", "Another compatible service")
        return [*found, (translate("Presets", "Anything else"), [(COMPATIBLE, other)])]

    def suggested_name(self, preset: str, base_url: str, taken: Iterable[str]) -> str:
        """What a connection is called if nobody gives it a name."""
        service = self.service(preset)
        name = in_language(service.title) if service is not None else host_of(base_url)
        return distinct(name or translate("Settings", "New connection"), taken)

    def name_of(self, draft: ConnectionDraft, taken: Iterable[str]) -> str:
        """Two connections of one name could not be told apart."""
        if draft.name:
            return distinct(draft.name, taken)
        return self.suggested_name(draft.preset, normalise(draft.url).base_url, taken)

    def tasks(self, service_id: str) -> tuple[Task, ...]:
        """What a connection can be chosen for; of an unknown service perhaps everything."""
        service = self.service(service_id)
        return ASKED if service is None else tuple(t for t in ASKED if t in service.tasks)


def distinct(name: str, taken: Iterable[str]) -> str:
    """The name, with a number behind it where another one is called that already."""
    others = set(taken)
    if name not in others:
        return name
    number = 2
    while f"{name} {number}" in others:
        number += 1
    return f"{name} {number}"


def _may_be_at(service: Service, base_url: str) -> bool:
    """Programs of one's own run at any port, and those of a team on any computer."""
    if service.kind == "local" and is_private(base_url):
        return True
    return service.kind == "cluster" or service.place_at(base_url) is not None


def key_page_of(service: Service, base_url: str) -> str:
    place = service.place_at(base_url)
    return (place.key_page if place is not None else "") or service.key_page


def task_name(task: Task) -> str:
    names = {
        Task.CHAT: translate("Presets", "Chat"),
        Task.IMAGES: translate("Presets", "Images"),
        Task.SPEECH: translate("Presets", "Speech"),
        Task.TRANSCRIPTION: translate("Presets", "Transcription"),
        Task.EMBEDDINGS: translate("Presets", "Embeddings"),
    }
    return names.get(task, task.value)


def offers_text(service: Service) -> str:
    """Chat · Images · Speech (not confirmed)."""
    parts = []
    for task in (*ASKED, Task.EMBEDDINGS):
        certainty = service.tasks.get(task)
        if certainty is Certainty.UNCONFIRMED:
            parts.append(
                translate("Presets", "{task} (not confirmed)").format(task=task_name(task))
            )
        elif certainty is not None:
            parts.append(task_name(task))
    return " · ".join(parts)


def reach_text(service: Service, base_url: str) -> str:
    """Whether people in mainland China can use it, and whether it wants a key."""
    place = service.place_at(base_url)
    mainland = (place.mainland if place is not None else "") or service.mainland
    reach = ""
    if service.kind == "cloud":
        reach = {
            "yes": translate("Presets", "It can be reached from mainland China."),
            "no": translate("Presets", "It cannot be reached from mainland China."),
        }.get(
            mainland,
            translate("Presets", "Whether it can be reached from mainland China is not confirmed."),
        )
    key = "" if service.needs_key else translate("Presets", "It needs no key.")
    return in_a_row((reach, key))


def date_text(service: Service) -> str:
    if service.as_of is None:
        return ""
    return translate("Presets", "As of {date}").format(date=day_text(service.as_of))
