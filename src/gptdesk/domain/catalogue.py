"""What is known of services and models: read from resources/catalogue, joined by name pattern.

No model name stands in the code. Each figure carries its date and source; what is not known is
None or empty, never a guess, and what the user overrides wins over all of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from gptdesk.domain.addresses import comparable
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.tasks import Task as Task


class Api(StrEnum):
    """Through which endpoint a chat model answers."""

    CHAT = "chat"
    RESPONSES = "responses"


class Certainty(StrEnum):
    """How well a fact about a service is founded. UNCONFIRMED is said to the user."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


Texts = Mapping[str, str]
"""A text by language code: "en", "zh_CN"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A region of a service with its own address; keys of one place are unknown in the others.

    `key_page` and `mainland` are empty where they are those of the service.
    """

    id: str
    title: Texts
    base_url: str
    key_page: str = ""
    mainland: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A preset: a service, a local program or a kind of server, and how it differs.

    `places` has at least one entry. `tasks` says for each task whether the service has it and how
    sure that is; a task that is missing is not offered. `key_page` is where a key is made.
    `mainland` is whether people in mainland China can reach it: yes, no or unknown. `ports` are the
    usual ports of a local server. `quirks` are switches that providers understand, each explained
    in docs/catalogue.md.
    """

    id: str
    kind: str
    """cloud, local or cluster."""
    title: Texts
    note: Texts
    places: tuple[Place, ...]
    tasks: Mapping[Task, Certainty]
    key_page: str = ""
    needs_key: bool = True
    key_example: str = ""
    mainland: str = "unknown"
    ports: tuple[int, ...] = ()
    quirks: Mapping[str, object] = field(default_factory=dict)
    models: tuple[str, ...] = ()
    """Names to start with where the service has no list; the first is the recommended one."""
    as_of: date | None = None
    source: str = ""

    def place_at(self, base_url: str) -> Place | None:
        """The region with this address, if it has one there."""
        wanted = comparable(base_url)
        return next((one for one in self.places if comparable(one.base_url) == wanted), None)


@dataclass(frozen=True, slots=True)
class Price:
    """What a model costs, in US dollars. None is "not known", 0.0 is "free".

    `input`, `cached` and `output` are for a million text tokens, `picture_input`,
    `picture_output`, `audio_input` and `audio_output` for a million tokens of that kind,
    `characters` for a million characters spoken, `minute` for a minute of sound. `pictures` gives
    the price of one picture by "size/quality". Above `long_from` input tokens, input costs
    `long_input` times and output `long_output` times as much. Input that is written to the
    service's cache costs `cache_write` times as much.
    """

    input: float | None = None
    cached: float | None = None
    output: float | None = None
    picture_input: float | None = None
    picture_output: float | None = None
    audio_input: float | None = None
    audio_output: float | None = None
    characters: float | None = None
    minute: float | None = None
    pictures: Mapping[str, float] = field(default_factory=dict)
    long_from: int | None = None
    long_input: float = 1.0
    long_output: float = 1.0
    cache_write: float = 1.0
    as_of: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """What pictures a chat model takes in one request. Sizes in pixels and bytes."""

    formats: tuple[str, ...] = ("png", "jpeg", "webp", "gif")
    count: int = 10
    longest_edge: int = 2048
    bytes: int = 20_000_000


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """All that is known of one model at one service.

    `takes` and `gives` are of text, picture, sound, file, video. `refuses` names request parameters
    that are not sent; `efforts` are the values of reasoning_effort that it knows. `shutdown` is the
    day from which it does not answer any more, `successor` what to use instead. `is_known` is false
    where nothing but a word in its name tells what it is for.
    """

    name: str
    service: str
    task: Task
    is_known: bool = False
    line: Texts = field(default_factory=dict)
    """One line in plain words."""
    takes: frozenset[str] = frozenset({"text"})
    gives: frozenset[str] = frozenset({"text"})
    api: Api = Api.CHAT
    context: int | None = None
    longest_answer: int | None = None
    tokenizer: str = ""
    """o200k, cl100k or empty where it is not known."""
    refuses: frozenset[str] = frozenset()
    efforts: tuple[str, ...] = ()
    verbosities: tuple[str, ...] = ()
    limit_name: str = ""
    """max_completion_tokens or max_tokens; empty: none is sent."""
    pictures: PictureLimits = PictureLimits()
    sizes: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    longest_input: int | None = None
    """Characters that speech or an image prompt takes."""
    price: Price | None = None
    shutdown: date | None = None
    successor: str = ""
    is_recommended: bool = False
    details: Mapping[str, object] = field(default_factory=dict)
    """Further facts of its task, as they stand in the file (limits of images and sound)."""
    as_of: date | None = None
    source: str = ""

    @property
    def sees_pictures(self) -> bool:
        return "picture" in self.takes

    @property
    def may_see_pictures(self) -> bool:
        """Whether pictures are sent to it; where nothing is known of it, that is tried."""
        return self.sees_pictures or not self.is_known

    def is_retired(self, today: date) -> bool:
        return self.shutdown is not None and self.shutdown <= today


class ModelBook(Protocol):
    """Finds what is known of a model (`domain/catalogue_matching.py`)."""

    def facts(self, name: str, service_id: str) -> ModelFacts: ...

    def models(self, service_id: str) -> tuple[ModelFacts, ...]: ...


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All services, and what is known of their models.

    `as_of` is the newest date in the data files. `load_catalogue` of
    `domain/catalogue_reading.py` gives the one that comes with the app.
    """

    services: tuple[Service, ...] = ()
    as_of: date | None = None
    book: ModelBook | None = field(default=None, repr=False, compare=False)

    def service(self, service_id: str) -> Service | None:
        return next((one for one in self.services if one.id == service_id), None)

    def service_for(self, base_url: str) -> Service | None:
        """The service that has a place at this address, however this computer is called in it."""
        return next((one for one in self.services if one.place_at(base_url)), None)

    def service_of(self, connection: Connection) -> Service | None:
        """The preset of a connection; where none is chosen, that of its address.

        The offline pack is none, whatever port it listens at.
        """
        if connection.service:
            return self.service(connection.service)
        if connection.kind is ConnectionKind.OFFLINE:
            return None
        return self.service_for(connection.base_url)

    def facts(self, name: str, service_id: str = "") -> ModelFacts:
        """What is known of a model; never fails: an unknown name gives `is_known` False."""
        if self.book is None:
            return ModelFacts(name, service_id, Task.CHAT)
        return self.book.facts(name, service_id)

    def models(self, service_id: str = "") -> tuple[ModelFacts, ...]:
        """The models that the data names one by one, of one service or of all."""
        return () if self.book is None else self.book.models(service_id)


def passes_through(name: str) -> bool:
    """Whether a local program only hands questions on: Ollama's names that end in "cloud"."""
    return name.strip().lower().endswith("cloud")
