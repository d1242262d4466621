"""Every model of the catalogue, whatever is chosen: what goes out is held against the openai
package's types and the limits of its documentation, written down here once more."""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import replace
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from openai.types.image_create_variation_params import ImageCreateVariationParams
from openai.types.image_edit_params import ImageEditParamsBase
from openai.types.image_generate_params import ImageGenerateParamsBase
from openai.types.image_model import ImageModel

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.catalogue import Task
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.image_choices import Situation, options_for, settled
from gptdesk.domain.image_faults import faults
from gptdesk.domain.image_options import OptionName
from gptdesk.domain.image_ports import ImageRequest
from gptdesk.domain.image_practice import PRACTICE_FACTS
from gptdesk.domain.image_requests import goes_as, parameters_of, prompt_of
from gptdesk.domain.images import ImageOrder, PictureSettings, Reference, Way
from gptdesk.providers.image_asking import field_names, sent_parameters
from gptdesk.providers.request import Dialect

CATALOGUE = load_catalogue()
ELSEWHERE = (
    ("siliconflow", "Kwai-Kolors/Kolors"),
    ("glm", "cogview-4"),
    ("ark", "doubao-seedream-4-0"),
    ("xai", "grok-imagine-image"),
    ("gemini", "imagen-4"),
    ("stepfun", "step-image-1"),
    ("qianfan", "irag-1.0"),
    ("openrouter", "openai/gpt-image-2"),
    ("localai", "stablediffusion"),
    ("localai", "dall-e-2"),
    ("", "gpt-image-9"),
    ("", "my-own-pictures"),
)
OPENAI = tuple(
    ("openai", one.name) for one in CATALOGUE.models("openai") if one.task is Task.IMAGES
)
MODELS = (*OPENAI, *ELSEWHERE)
TYPES = {
    Way.MAKE: ImageGenerateParamsBase,
    Way.EDIT: ImageEditParamsBase,
    Way.VARY: ImageCreateVariationParams,
}
HINTS = {way: get_type_hints(kind) for way, kind in TYPES.items()}
FILE = Attachment("a" * 64, "image/png", 64, 64, 100)
VALUES: dict[str, tuple[Any, ...]] = {
    "size": ("", "auto", "1024x1024", "1536 × 1024", "1792x1024", "256x256", "2K", "1001x333",
             "99999x1", "3840x2160", "nonsense"),
    "quality": ("", "auto", "low", "high", "xhigh", "max", "standard", "hd"),
    "background": ("", "auto", "opaque", "transparent"),
    "format": ("", "png", "jpeg", "webp", "gif", "svg", "bmp"),
    "compression": (None, 0, 80, 100, 400),
    "count": (1, 2, 10, 40),
    "moderation": ("", "low"),
    "style": ("", "vivid", "natural"),
    "fidelity": ("", "low", "high"),
    "complexity": ("", "low", "high"),
    "partials": (0, 1, 3, 9),
    "frames": (None, 1, 9, 40),
    "frame_time": (None, 1, 200, 10**7),
}  # fmt: skip


def choices():
    """Every pair of values of every two options, and many at random."""
    for one, other in itertools.combinations(VALUES, 2):
        for a, b in itertools.product(VALUES[one], VALUES[other]):
            yield {one: a, other: b}
    luck = random.Random(5)
    for _ in range(400):
        yield {name: luck.choice(values) for name, values in VALUES.items()}


CHOICES = tuple(choices())
SOME = CHOICES[::9]
"""For models that differ in nothing that matters here from one that takes all of them."""
THOROUGH = ("gpt-image-2.6-flare", "gpt-image-2.5-flare", "gpt-image-2", "gpt-image-1.5",
            "gpt-image-1-mini", "dall-e-3", "dall-e-2")  # fmt: skip


def dialect_of(service: str, model: str) -> Dialect:
    found = CATALOGUE.service(service)
    return Dialect(CATALOGUE.facts(model, service), found.quirks if found is not None else {})


def ordered(dialect: Dialect, way: Way, chosen: dict[str, Any], *, has_mask: bool) -> ImageOrder:
    """As the tab would have it: with everything put back that cannot be had."""
    settings = PictureSettings("c", dialect.facts.name, **chosen)
    references = () if way is Way.MAKE else (Reference(FILE),)
    order = ImageOrder(way, "一只猫", settings, references, FILE if has_mask else None)
    for _ in range(2):
        options = options_for(Situation(dialect.facts, order, dialect.quirks))
        order = replace(order, settings=settled(order.settings, options))
    return order


def sent(dialect: Dialect, order: ImageOrder) -> tuple[Way, dict[str, object]]:
    options = options_for(Situation(dialect.facts, order, dialect.quirks))
    way, prompt = goes_as(order, options), prompt_of(order, options)
    request = ImageRequest(way, dialect.facts.name, prompt, parameters_of(order, options))
    told = sent_parameters(request, dialect)
    names = {theirs: ours for ours, theirs in field_names(dialect).items()}
    return way, {names.get(name, name): value for name, value in told.items()}


def literals(hint: Any) -> set[Any]:
    """The values of a Literal; empty where any text is taken."""
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    inside = [one for one in get_args(hint) if one is not type(None)]
    if get_origin(hint) in (Union, type(int | str)) and str not in inside:
        return set().union(*map(literals, inside))
    return set()


def check_types(way: Way, told: dict[str, object]) -> None:
    for name, value in told.items():
        if name == "stream":
            assert value is True
            continue
        hint = HINTS[way][name]  # a KeyError is a parameter that the package does not know
        allowed = literals(hint)
        assert not allowed or value in allowed, (name, value)
        if name in ("n", "output_compression", "partial_images", "frame_count"):
            assert type(value) is int


def check_limits(told: dict[str, object]) -> None:
    kind = told.get("output_format", "png")
    assert 1 <= int(str(told.get("n", 1))) <= 10
    if "output_compression" in told:
        assert kind in ("jpeg", "webp") and 0 <= int(str(told["output_compression"])) <= 100
    if told.get("background") == "transparent":
        assert kind in ("png", "webp")
    assert ("stream" in told) == ("partial_images" in told)
    if "stream" in told:
        assert told["partial_images"] in (1, 2, 3)
        assert "n" not in told and kind not in ("gif", "svg")
    if kind == "svg":
        assert "n" not in told
    if {"frame_count", "frame_duration_ms"} & told.keys():
        assert kind == "gif"
        assert 2 <= int(str(told.get("frame_count", 2))) <= 16
        assert int(str(told.get("frame_duration_ms", 10))) <= 655_350


def check_openai(model: str, way: Way, told: dict[str, object]) -> None:
    """The table of the documentation."""
    size = str(told.get("size", "auto"))
    if model.startswith("dall-e"):
        assert told.get("response_format") == "b64_json"
        allowed = {"size", "n", "response_format", "quality", "style"}
        assert told.keys() <= (allowed if way is Way.MAKE else allowed - {"style"})
        sizes = ("1024x1024", "1792x1024", "1024x1792")
        if model == "dall-e-2":
            sizes = ("256x256", "512x512", "1024x1024")
            assert told.get("quality", "standard") == "standard" and "style" not in told
        else:
            assert way is Way.MAKE and "n" not in told
            assert told.get("quality", "hd") in ("standard", "hd")
        assert size == "auto" or size in sizes
        return
    assert not {"response_format", "style"} & told.keys()
    is_old = bool(re.match(r"gpt-image-1|chatgpt-image", model))
    if is_old:
        assert size in ("auto", "1024x1024", "1536x1024", "1024x1536")
    elif size != "auto":
        wide, high = map(int, size.split("x"))
        assert wide % 16 == high % 16 == 0 and max(wide, high) <= 3 * min(wide, high)
        assert max(wide, high) <= 3840 and 655_360 <= wide * high <= 8_294_400
    if "input_fidelity" in told:
        assert is_old and way is Way.EDIT
        assert told["input_fidelity"] == "low" or "mini" not in model
    if "moderation" in told:
        assert way is Way.MAKE
    newest = bool(re.match(r"gpt-image-2\.6", model))
    assert newest or not {"complexity"} & told.keys()
    assert newest or told.get("output_format") not in ("gif", "svg")
    strong = bool(re.match(r"gpt-image-2\.[56]", model))
    assert strong or told.get("quality") not in ("xhigh", "max")
    assert told.get("quality") not in ("standard", "hd")


def test_every_model_that_the_package_names_is_here():
    assert {name for _, name in OPENAI} >= set(get_args(ImageModel))


@pytest.mark.parametrize(("service", "model"), MODELS)
@pytest.mark.parametrize("way", Way)
def test_no_choice_builds_a_request_that_breaks_the_rules(service, model, way):
    dialect = dialect_of(service, model)
    bare = ordered(dialect, way, {}, has_mask=False)
    options = options_for(Situation(dialect.facts, bare, dialect.quirks))
    if options.ways[way] is not None:
        assert faults(bare, options)
        return
    for chosen in CHOICES if model in THOROUGH else SOME:
        order = ordered(dialect, way, chosen, has_mask=False)
        goes, told = sent(dialect, order)
        check_types(goes, told)
        check_limits(told)
        if service == "openai":
            check_openai(model, goes, told)


@pytest.mark.parametrize(("service", "model"), OPENAI)
def test_a_mask_goes_with_nothing_that_moves(service, model):
    dialect = dialect_of(service, model)
    for chosen in SOME:
        order = ordered(dialect, Way.EDIT, chosen, has_mask=True)
        options = options_for(Situation(dialect.facts, order, dialect.quirks))
        if options.files.mask is None:
            assert sent(dialect, order)[1].get("output_format") != "gif"


@pytest.mark.parametrize(("service", "model"), (*MODELS, ("practice", "practice")))
def test_whatever_can_be_chosen_alone_goes_out(service, model):
    """The other side: what is offered is not quietly dropped."""
    dialect = dialect_of(service, model)
    if service == "practice":
        dialect = Dialect(PRACTICE_FACTS)
    settings = PictureSettings("c", model)
    order = ImageOrder(Way.MAKE, "x", settings)
    options = options_for(Situation(dialect.facts, order, dialect.quirks))
    for name in OptionName:
        option = options.option(name)
        values: tuple[Any, ...] = option.values
        if option.refused is None and not option.choices and option.most:
            values = (option.least, option.most)
        for value in values:
            chosen = ordered(dialect, Way.MAKE, {name.value: value}, has_mask=False)
            assert getattr(chosen.settings, name.value) == value


def test_edits_of_dall_e_style_take_one_small_square_png():
    dialect = dialect_of("openai", "dall-e-2")
    order = ordered(dialect, Way.EDIT, {}, has_mask=True)
    rules = options_for(Situation(dialect.facts, order)).files
    assert (rules.most, rules.formats, rules.bytes_max) == (1, ("png",), 4_000_000)
    assert rules.must_be_square and rules.mask is None


def test_edits_of_gpt_image_models_take_sixteen_pictures():
    for _, model in OPENAI:
        if "gpt-image" in model:
            dialect = dialect_of("openai", model)
            order = ordered(dialect, Way.EDIT, {}, has_mask=False)
            rules = options_for(Situation(dialect.facts, order)).files
            assert (rules.most, rules.bytes_max, rules.mask_bytes_max) == (
                16, 50_000_000, 4_000_000,
            )  # fmt: skip
            assert set(rules.formats) == {"png", "webp", "jpeg"} and rules.mask is None
