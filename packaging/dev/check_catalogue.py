"""Says what is wrong in resources/catalogue, a line for each fault (rules: docs/catalogue.md).

.venv/bin/python packaging/dev/check_catalogue.py [folder]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from gptdesk.domain.addresses import normalise
from gptdesk.domain.catalogue import ModelFacts, Price, Service, Task, Texts
from gptdesk.domain.catalogue_fields import CatalogueBroken
from gptdesk.domain.catalogue_matching import Entry, Models
from gptdesk.domain.catalogue_reading import read_entries, read_services
from gptdesk.domain.graphics_cards import load_cards
from gptdesk.domain.open_models import OpenModel, load_open_models
from gptdesk.domain.resources import resource_root

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "catalogue.md"
MARKUP = re.compile(r"[<>&]|\*\*|`")
GAP = re.compile(r"[\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u4e00-\u9fff]")
ENDS = {"en": ".", "zh_CN": "。"}
NEEDED = {
    Task.IMAGES: ("gives", "picture"),
    Task.SPEECH: ("gives", "sound"),
    Task.TRANSCRIPTION: ("takes", "sound"),
}
"""What a model of a task takes or gives in any case."""


def faults(folder: Path | None = None) -> list[str]:
    """Every fault in the folder; the first one only, where a file cannot be read."""
    folder = folder or resource_root() / "catalogue"
    try:
        services = read_services(folder)
        entries = read_entries(folder, services)
        own = list(_of_own_computer(folder))
    except CatalogueBroken as broken:
        return [str(broken)]
    models = Models(entries, services)
    found = [fault for one in services.values() for fault in _of_service(one, models)]
    found += [fault for one in entries for fault in _of_entry(one)]
    return found + _doubled(entries) + own


def _of_service(service: Service, models: Models) -> Iterator[str]:
    where = f"service {service.id}"
    yield from _of_texts(where, service.note, is_sentence=True)
    yield from _of_texts(where, service.title)
    yield from _of_places(service, where)
    if not service.as_of or not service.source:
        yield f"{where}: as_of or source is missing"
    if Task.CHAT not in service.tasks:
        yield f"{where}: it has no chat"
    if service.kind == "cloud" and not service.key_page:
        yield f"{where}: key_page is missing"
    if service.kind == "local" and not service.ports:
        yield f"{where}: ports are missing"
    for name in service.models:
        if not models.facts(name, service.id).is_known:
            yield f"{where}: nothing is known of its model {name}"
    yield from _unexplained(where, service.quirks, "quirk")


def _of_places(service: Service, where: str) -> Iterator[str]:
    ids = [place.id for place in service.places]
    if len(set(ids)) != len(ids):
        yield f"{where}: two places have the same id"
    for place in service.places:
        yield from _of_texts(f"{where}, {place.id}", place.title)
        wanted = normalise(place.base_url)
        if wanted.base_url != place.base_url:
            yield f"{where}, {place.id}: write the address as {wanted.base_url or wanted.problem}"
        if service.kind == "cloud" and not place.base_url.startswith("https://"):
            yield f"{where}, {place.id}: the address is not https"
    for page in {service.key_page, *(place.key_page for place in service.places)} - {""}:
        if not page.startswith("https://"):
            yield f"{where}: the key page {page} is not https"


def _of_entry(entry: Entry) -> Iterator[str]:
    facts = entry.facts
    where = f"model {', '.join(entry.names or entry.patterns)}"
    yield from _of_texts(where, facts.line, is_sentence=True)
    if not facts.as_of or not facts.source:
        yield f"{where}: as_of or source is missing"
    for pattern in entry.patterns:
        if re.search(r"[?\[\]\s]", pattern) or not pattern.strip("*"):
            yield f"{where}: {pattern!r} is no pattern; only * stands for something else"
    yield from _of_figures(where, facts)
    if facts.price is not None:
        yield from _of_price(where, facts.price)
    yield from _unexplained(where, facts.details, "detail")


def _of_figures(where: str, facts: ModelFacts) -> Iterator[str]:
    if facts.context and facts.longest_answer and facts.longest_answer > facts.context:
        yield f"{where}: the longest answer is longer than the context"
    if not facts.takes:
        yield f"{where}: it takes nothing"
    side, thing = NEEDED.get(facts.task, ("takes", ""))
    if thing and thing not in getattr(facts, side):
        yield f"{where}: a model for {facts.task} {side} no {thing}"
    if (facts.price or facts.shutdown) and not facts.service:
        yield f"{where}: a price or an end belongs to the file of its maker"


def _of_price(where: str, price: Price) -> Iterator[str]:
    if not price.as_of or not price.source:
        yield f"{where}: its price needs as_of and source"
    if bool(price.long_from) != (price.long_input != 1 or price.long_output != 1):
        yield f"{where}: long_from goes with long_input and long_output"
    for key in price.pictures:
        if not re.fullmatch(r"\d+x\d+/\w+", key):
            yield f"{where}: {key!r} is not size/quality"


def _doubled(entries: list[Entry]) -> list[str]:
    seen: set[tuple[str, str]] = set()
    found = []
    for entry in entries:
        for name in entry.names + entry.patterns:
            key = (entry.facts.service, name.lower())
            if key in seen:
                found.append(f"model {name}: it stands twice under {key[0] or 'no service'}")
            seen.add(key)
    names = {(entry.facts.service, name) for entry in entries for name in entry.names}
    return found + [
        f"model {entry.names[0]}: nothing is known of its successor {entry.facts.successor}"
        for entry in entries
        if entry.facts.successor and (entry.facts.service, entry.facts.successor) not in names
    ]


def _of_own_computer(folder: Path) -> Iterator[str]:
    """Open models and graphics cards; a folder made for a test may lack them."""
    if (folder / "open-models.json").exists():
        for model in load_open_models(folder).models:
            yield from _of_open_model(model)
    if (folder / "graphics-cards.json").exists():
        cards = load_cards(folder)
        for text in (*(one.note for one in cards.cards), *(one.line for one in cards.steps)):
            yield from _of_texts("graphics cards", text, is_sentence=bool(text))
        for card in cards.cards:
            if not card.as_of or not card.source:
                yield f"card {card.id}: as_of or source is missing"


def _of_open_model(model: OpenModel) -> Iterator[str]:
    where = f"open model {model.id}"
    for text in (model.line, model.today):
        yield from _of_texts(where, text, is_sentence=True)
    yield from _of_texts(where, model.terms, is_sentence=bool(model.terms))
    yield from _of_texts(where, model.maker)
    if not model.as_of or not model.source:
        yield f"{where}: as_of or source is missing"
    if (model.commercial != "unknown") != bool(model.terms):
        yield f"{where}: commercial and terms go together"
    if "ollama" in model.programs and not (model.ollama or any(s.ollama for s in model.sizes)):
        yield f"{where}: its name in Ollama is missing"


def _of_texts(where: str, texts: Texts, *, is_sentence: bool = False) -> Iterator[str]:
    if is_sentence and not texts:
        yield f"{where}: it has no line in plain words"
    for language, text in texts.items():
        if MARKUP.search(text):
            yield f"{where}: there is markup in {text!r}"
        if GAP.search(text):
            yield f"{where}: there is a space between Chinese and Latin in {text!r}"
        if is_sentence and not text.endswith(ENDS[language]):
            yield f"{where}: {text!r} is no whole sentence"


def _unexplained(where: str, things: object, kind: str) -> Iterator[str]:
    guide = GUIDE.read_text("utf-8")
    assert hasattr(things, "__iter__")
    for name in things:
        if f"`{name}`" not in guide:
            yield f"{where}: the {kind} {name} is not explained in {GUIDE.name}"


if __name__ == "__main__":
    lines = faults(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print("\n".join(lines) or "The catalogue is in order.")
    sys.exit(1 if lines else 0)
