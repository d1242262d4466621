"""What is looked for, as the person put it together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from gptdesk.domain.gallery import PictureQuery
from gptdesk.domain.images import Origin, Way


class Span(StrEnum):
    """How far back; a day begins at midnight where the user is."""

    ANY = ""
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


DAYS = {Span.TODAY: 0, Span.WEEK: 6, Span.MONTH: 29, Span.YEAR: 364}


@dataclass(frozen=True, slots=True)
class Wish:
    """An empty one finds all pictures."""

    text: str = ""
    is_favourite: bool = False
    span: Span = Span.ANY
    collection: str = ""
    models: frozenset[str] = frozenset()
    ways: frozenset[Way] = frozenset()
    origins: frozenset[Origin] = frozenset()

    @property
    def is_empty(self) -> bool:
        return replace(self, text=self.text.strip()) == Wish()

    @property
    def is_only_collection(self) -> bool:
        """Nothing but a collection was chosen, so that an empty answer means an empty one."""
        return bool(self.collection) and replace(self, collection="") == Wish()

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """Field and value of each that can be taken away by itself."""
        spans = (("span", str(self.span)),) if self.span else ()
        return (
            *(("models", model) for model in sorted(self.models)),
            *(("ways", str(way)) for way in Way if way in self.ways),
            *(("origins", str(origin)) for origin in Origin if origin in self.origins),
            *spans,
        )

    def toggled(self, field: str, value: str) -> Wish:
        """With a filter more, or without it."""
        match field:
            case "span":
                return replace(self, span=Span.ANY if self.span == value else Span(value))
            case "models":
                return replace(self, models=self.models ^ {value})
            case "ways":
                return replace(self, ways=self.ways ^ {Way(value)})
            case "origins":
                return replace(self, origins=self.origins ^ {Origin(value)})
        raise ValueError(field)

    def query(self, now: datetime) -> PictureQuery:
        since = None
        if self.span:
            midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
            since = (midnight - timedelta(days=DAYS[self.span])).timestamp()
        return PictureQuery(
            text=self.text,
            origins=self.origins,
            models=self.models,
            ways=self.ways,
            collection=self.collection,
            is_favourite=self.is_favourite,
            since=since,
        )
