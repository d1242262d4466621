"""What is greyed says why, and what would help."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.catalogue import Price
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.image_choices import Situation, fixed, options_for
from gptdesk.domain.image_costs import image_estimate
from gptdesk.domain.image_faults import faults
from gptdesk.domain.image_options import Fault, Note, OptionName, Why
from gptdesk.domain.image_sizes import FreeSizes, SizeFault, SizeRules, nearest, shape_of
from gptdesk.domain.images import (
    ImageOrder,
    PictureSettings,
    Reference,
    Way,
    settings_from,
    told_settings,
)
from gptdesk.domain.tokens import NOTHING

CATALOGUE = load_catalogue()
FREE = FreeSizes(16, 3.0, 3840, 655_360, 8_294_400, (2560, 1440))


def situation(model, way=Way.MAKE, service="openai", order=None, **settings):
    order = order or ImageOrder(way, "x")
    order = replace(order, way=way, settings=PictureSettings("c", model, **settings))
    found = CATALOGUE.service(service)
    quirks = found.quirks if found is not None else {}
    return Situation(CATALOGUE.facts(model, service), order, quirks)


def option(name, model, **how):
    return options_for(situation(model, **how)).option(name)


def test_transparency_needs_a_file_type_that_can_hold_it():
    found = option(OptionName.BACKGROUND, "gpt-image-2", format="jpeg")
    transparent = next(one for one in found.choices if one.value == "transparent")
    assert transparent.refused is not None and transparent.refused.why is Why.NO_ALPHA
    mended = fixed(PictureSettings(format="jpeg"), transparent.refused.fix)
    assert mended.format == "png"
    found = option(OptionName.BACKGROUND, "gpt-image-2", format="png")
    transparent = next(one for one in found.choices if one.value == "transparent")
    assert transparent.refused is None and transparent.note is Note.ON_TRIAL


@pytest.mark.parametrize(
    ("name", "how", "why"),
    [
        (OptionName.COMPRESSION, {"format": "png"}, Why.NOT_COMPRESSED),
        (OptionName.PARTIALS, {"count": 2}, Why.ONE_AT_A_TIME),
        (OptionName.PARTIALS, {"format": "gif"}, Why.NO_STREAM),
        (OptionName.COUNT, {"format": "svg"}, Why.ONE_FILE),
        (OptionName.FRAMES, {}, Why.MOVING),
        (OptionName.STYLE, {}, Why.MODEL),
        (OptionName.FIDELITY, {}, Why.MODEL),
    ],
)
def test_every_greyed_option_has_its_reason(name, how, why):
    refused = option(name, "gpt-image-2.6-flare", **how).refused
    assert refused is not None and refused.why is why
    if refused.fix is not None:
        settings = PictureSettings("c", "gpt-image-2.6-flare", **how)
        mended = ImageOrder(settings=fixed(settings, refused.fix))
        again = options_for(replace(situation("gpt-image-2.6-flare"), order=mended))
        assert again.option(name).refused is None


def test_what_belongs_to_another_way_says_so():
    assert option(OptionName.FIDELITY, "gpt-image-1.5").refused.why is Why.WAY
    assert option(OptionName.MODERATION, "gpt-image-2", way=Way.EDIT).refused.why is Why.WAY


def test_file_types_on_request_are_noted():
    choices = option(OptionName.FORMAT, "gpt-image-2.6-sunburst").choices
    assert [one.value for one in choices if one.note is Note.ON_REQUEST] == ["svg", "gif"]


def test_models_that_cannot_edit_say_so():
    assert options_for(situation("dall-e-3")).ways[Way.EDIT].why is Why.MODEL
    kolors = options_for(situation("Kwai-Kolors/Kolors", service="siliconflow"))
    assert kolors.ways[Way.EDIT].why is Why.SERVICE


def test_of_an_unknown_model_everything_harmless_can_be_tried():
    found = options_for(situation("my-own-thing", service=""))
    assert found.ways[Way.EDIT] is None and found.notes[Way.EDIT] is Note.UNTRIED
    assert found.sizes.check("333x777").is_good
    assert found.option(OptionName.COUNT).note is Note.UNTRIED


def test_mask_and_marks_exclude_each_other():
    file = Attachment("a", "image/png", 8, 8, 1)
    masked = ImageOrder(mask=file)
    rules = options_for(situation("gpt-image-2.5-flare", Way.EDIT, order=masked)).files
    assert rules.markup.why is Why.NO_MASK and rules.mask is None
    marked = ImageOrder(markup=file)
    rules = options_for(situation("gpt-image-2.5-flare", Way.EDIT, order=marked)).files
    assert rules.mask.why is Why.NO_MARKUP and rules.markup is None


@pytest.mark.parametrize(
    ("order", "fault"),
    [
        (ImageOrder(prompt="x"), Fault.NO_PICTURE),
        (ImageOrder(prompt="x", references=(Reference(Attachment("a", "", 8, 9, 1)),)),
         Fault.NOT_SQUARE),
        (ImageOrder(prompt="x", references=(Reference(Attachment("a", "", 8, 8, 1)),) * 2),
         Fault.TOO_MANY_PICTURES),
        (ImageOrder(prompt="x", references=(Reference(Attachment("a", "", 8, 8, 1)),),
                    mask=Attachment("b", "", 8, 7, 1)), Fault.MASK_SIZE),
        (ImageOrder(prompt="x", references=(Reference(Attachment("a", "", 8, 8, 1)),),
                    markup=Attachment("b", "", 8, 8, 1)), Fault.MARKUP_REFUSED),
    ],
)  # fmt: skip
def test_what_keeps_an_edit_back_is_named(order, fault):
    now = situation("dall-e-2", Way.EDIT, order=order)
    assert faults(now.order, options_for(now))[0] is fault


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ("1536x864", ()),
        ("1536 × 864", ()),
        ("1536，864", ()),
        ("", ()),
        ("auto", ()),
        ("1000x1000", (SizeFault.NOT_A_MULTIPLE,)),
        ("3856x2160", (SizeFault.EDGE_TOO_LONG, SizeFault.TOO_MANY_PIXELS)),
        ("3200x640", (SizeFault.TOO_NARROW,)),
        ("640x640", (SizeFault.TOO_FEW_PIXELS,)),
        ("12", (SizeFault.UNREADABLE,)),
        ("0x16", (SizeFault.UNREADABLE,)),
    ],
)
def test_a_free_size_is_judged_while_it_is_typed(typed, faults):
    rules = SizeRules(("1024x1024",), ("auto",), FREE)
    check = rules.check(typed)
    assert check.faults == faults
    if faults and check.width:
        assert rules.check(check.nearest).is_good


@given(some.integers(1, 99_999), some.integers(1, 99_999))
def test_the_nearest_size_always_fits(wide, high):
    rules = SizeRules(free=FREE)
    near = nearest(wide, high, FREE)
    assert rules.check(f"{near[0]}x{near[1]}").is_good


def test_sizes_above_the_tried_ones_are_on_trial():
    rules = SizeRules(free=FREE)
    assert rules.check("3840x2160").is_trial and not rules.check("1440x2560").is_trial


def test_without_free_sizes_the_preset_of_the_same_shape_is_proposed():
    rules = SizeRules(("1024x1024", "1536x1024", "1024x1536"))
    check = rules.check("900x1400")
    assert check.faults == (SizeFault.NOT_OFFERED,) and check.nearest == "1024x1536"
    assert shape_of("1536x1024") == (3, 2)


def estimate(model, service="openai", **settings):
    facts = CATALOGUE.facts(model, service)
    order = ImageOrder(settings=PictureSettings("c", model, **settings))
    return image_estimate(facts.price, facts, order, NOTHING)


def test_prices_by_the_piece_are_exact():
    found = estimate("dall-e-3", size="1024x1792", quality="hd")
    assert (found.low, found.high, found.is_rough) == (0.12, 0.12, False)


def test_what_the_model_decides_gives_a_range():
    found = estimate("gpt-image-1.5", count=2)
    assert found.low == pytest.approx(0.018) and found.high == pytest.approx(0.133 * 1.5 * 2)


def test_larger_pictures_cost_more_by_their_pixels():
    found = estimate("gpt-image-1-mini", size="1536x1024", quality="low")
    assert found.low == pytest.approx(0.003) and found.is_rough


def test_where_no_price_is_known_none_is_said():
    assert not estimate("cogview-4", "glm").is_known
    assert not image_estimate(
        Price(input=1.0), CATALOGUE.facts("gpt-image-2", "openai"), ImageOrder(), NOTHING
    ).is_known


def test_settings_come_back_and_strangers_are_left_out():
    settings = PictureSettings("c", "m", compression=40, count=3, frames=4)
    assert settings_from(told_settings(settings)) == settings
    told = {"model": "m", "count": "3", "compression": True, "unheard": 1, "size": None}
    assert settings_from(told) == PictureSettings(model="m")
