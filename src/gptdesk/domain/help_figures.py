"""Figures in the pages that also stand in the catalogue, so that there is one truth of each.

A page writes `{{openai/gpt-6-luna input}}` and the reader sees the price of today's catalogue. What
can be asked for stands in docs/writing-lessons.md.
"""

from __future__ import annotations

import re
from datetime import date

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price, Service
from gptdesk.domain.help_fields import HelpBroken

FIGURE = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
PRICES = (
    "input",
    "cached",
    "output",
    "picture_input",
    "picture_output",
    "audio_input",
    "audio_output",
    "characters",
    "minute",
)
NUMBERS = ("context", "longest_answer", "longest_input")


def with_figures(text: str, catalogue: Catalogue, language: str) -> str:
    """The text with every figure written out for readers of that language."""
    return FIGURE.sub(lambda found: figure(found[1], catalogue, language), text)


def figure(asked: str, catalogue: Catalogue, language: str) -> str:
    """One figure. Raises HelpBroken for what the catalogue does not know."""
    subject, _, wanted = asked.partition(" ")
    service_id, _, model = subject.partition("/")
    service = next((one for one in catalogue.services if one.id == service_id), None)
    if service is None:
        raise HelpBroken(f"{asked!r}: the catalogue has no service {service_id!r}")
    found = (
        _of_model(catalogue.facts(model, service_id), wanted.strip(), language)
        if model
        else _of_service(service, wanted.strip(), language)
    )
    if found is None:
        raise HelpBroken(f"{asked!r}: the catalogue does not say it")
    return found


def _of_service(service: Service, wanted: str, language: str) -> str | None:
    if wanted == "title":
        return service.title.get(language) or service.title.get("en")
    if wanted == "address":
        return service.places[0].base_url
    if wanted == "key_page":
        return service.key_page or service.places[0].key_page or None
    return None


def _of_model(facts: ModelFacts, wanted: str, language: str) -> str | None:
    if not facts.is_known:
        return None
    if wanted in NUMBERS:
        number = getattr(facts, wanted)
        return None if number is None else f"{number:,}"
    if wanted == "shutdown":
        return None if facts.shutdown is None else day(facts.shutdown, language)
    if wanted == "successor":
        return facts.successor or None
    return None if facts.price is None else _of_price(facts.price, wanted, language)


def _of_price(price: Price, wanted: str, language: str) -> str | None:
    if wanted == "price_date":
        return None if price.as_of is None else day(price.as_of, language)
    name, _, which = wanted.partition(":")
    amount = price.pictures.get(which) if name == "picture" else None
    if wanted in PRICES:
        amount = getattr(price, wanted)
    return None if amount is None else money(amount, language)


def money(amount: float, language: str) -> str:
    """A sum in US dollars, with no more digits than it has and at least cents."""
    digits = f"{amount:.6f}".rstrip("0")
    whole, _, rest = digits.partition(".")
    written = f"{int(whole):,}.{rest.ljust(2, '0')}"
    return f"{written} 美元" if language == "zh_CN" else f"${written}"


def day(when: date, language: str) -> str:
    if language == "zh_CN":
        return f"{when.year} 年 {when.month} 月 {when.day} 日"
    return f"{when.day} {when:%B} {when.year}"
