"""Works out what can be chosen for a picture, from the facts of the model and its service."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.image_files import file_rules, ways
from gptdesk.domain.image_options import (
    Choice,
    Fix,
    ImageOptions,
    Note,
    Option,
    OptionName,
    Refused,
    Why,
)
from gptdesk.domain.image_sizes import AUTO, FreeSizes, SizeRules, pair_of
from gptdesk.domain.images import ImageOrder, PictureSettings, Way

MOST_UNKNOWN = 10
"""Pictures at once where nothing is known of the model."""
USUAL_FORMAT = "png"
GIF, SVG = "gif", "svg"

PARAMETERS: Mapping[OptionName, str] = {
    OptionName.SIZE: "size",
    OptionName.QUALITY: "quality",
    OptionName.BACKGROUND: "background",
    OptionName.FORMAT: "output_format",
    OptionName.COMPRESSION: "output_compression",
    OptionName.COUNT: "n",
    OptionName.MODERATION: "moderation",
    OptionName.STYLE: "style",
    OptionName.FIDELITY: "input_fidelity",
    OptionName.COMPLEXITY: "complexity",
    OptionName.PARTIALS: "partial_images",
    OptionName.FRAMES: "frame_count",
    OptionName.FRAME_TIME: "frame_duration_ms",
}
"""What the API calls the options."""

_ONLY_MAKING = frozenset({OptionName.MODERATION, OptionName.STYLE})
_ONLY_EDITING = frozenset({OptionName.FIDELITY})
_VARYING = frozenset({OptionName.SIZE, OptionName.COUNT})


@dataclass(frozen=True, slots=True)
class Situation:
    """All that decides what can be chosen. `learned` are parameters that the service refused."""

    facts: ModelFacts
    order: ImageOrder
    quirks: Mapping[str, object] = field(default_factory=dict)
    learned: frozenset[str] = frozenset()

    @property
    def settings(self) -> PictureSettings:
        return self.order.settings

    @property
    def format(self) -> str:
        return self.settings.format or USUAL_FORMAT

    @property
    def varies_really(self) -> bool:
        """Whether the service makes variations itself."""
        return self.order.way is Way.VARY and self.facts.details.get("has_variations") is True

    def words(self, name: str) -> tuple[str, ...]:
        found = self.facts.details.get(name)
        return tuple(map(str, found)) if isinstance(found, list | tuple) else ()

    def span(self, name: str) -> tuple[int, int] | None:
        found = self.facts.details.get(name)
        if not isinstance(found, list | tuple) or len(found) != 2:
            return None
        return int(found[0]), int(found[1])

    def number(self, name: str) -> int:
        found = self.facts.details.get(name)
        return found if isinstance(found, int) else 0


def options_for(situation: Situation) -> ImageOptions:
    """What can be chosen, given everything else as it is."""
    options = {name: _judged(make(situation), situation) for name, make in _MAKERS.items()}
    can_go, notes = ways(situation.facts, situation.quirks)
    return ImageOptions(
        situation.order.way,
        options,
        _sizes(situation),
        file_rules(situation.facts, situation.order, situation.varies_really),
        situation.facts.longest_input,
        can_go,
        notes,
    )


def fixed(settings: PictureSettings, fix: Fix) -> PictureSettings:
    """The settings with that change made."""
    return replace(settings, **{fix.option.value: fix.value})  # type: ignore[arg-type]


def settled(settings: PictureSettings, options: ImageOptions) -> PictureSettings:
    """The settings with everything that cannot be had put back to what is usual."""
    changes: dict[str, Any] = {
        name.value: _settled(getattr(settings, name.value), options.option(name))
        for name in OptionName
        if name is not OptionName.SIZE
    }
    check = options.sizes.check(settings.size)
    size = settings.size if check.is_good else check.nearest
    is_refused = options.option(OptionName.SIZE).refused is not None
    return replace(settings, size="" if is_refused else size, **changes)


def _settled(value: Any, option: Option) -> object:
    """Numbers are brought between their limits, words that cannot be had are left to the model."""
    if isinstance(value, str):
        return value if value in option.values else ""
    if option.name is OptionName.COUNT:
        return 1 if option.refused else max(option.least, min(value, option.most))
    if option.name is OptionName.PARTIALS:
        return 0 if option.refused else max(0, min(value, option.most))
    if value is None or option.refused is not None:
        return None
    return max(option.least, min(value, option.most))


def _judged(option: Option, situation: Situation) -> Option:
    """Refused in all where the way, the model or an earlier refusal says so."""
    name, parameter = option.name, PARAMETERS[option.name]
    is_elsewhere = _is_elsewhere(name, situation)
    if not is_elsewhere and parameter in situation.learned and not option.refused:
        return replace(option, refused=Refused(Why.LEARNED))
    if parameter in situation.facts.refuses:
        return replace(option, refused=Refused(Why.MODEL))
    if is_elsewhere and (option.refused is None or option.refused.why is not Why.MODEL):
        return replace(option, refused=Refused(Why.WAY))
    return option


def _is_elsewhere(name: OptionName, situation: Situation) -> bool:
    way = situation.order.way
    if situation.varies_really:
        return name not in _VARYING
    return name in (_ONLY_EDITING if way is Way.MAKE else _ONLY_MAKING)


def _words(
    name: OptionName, values: Sequence[str], refused: Mapping[str, Refused] | None = None
) -> Option:
    if not values:
        return Option(name, refused=Refused(Why.MODEL))
    choices = tuple(Choice(value, (refused or {}).get(value)) for value in values)
    return Option(name, choices, usual=values[0])


def _of_details(name: OptionName, detail: str) -> Callable[[Situation], Option]:
    return lambda situation: _words(name, situation.words(detail))


def _size(situation: Situation) -> Option:
    rules = _sizes(situation)
    values = (*rules.words, *rules.presets)
    usual = situation.facts.sizes[0] if situation.facts.sizes else None
    note = None if situation.facts.sizes else Note.UNTRIED
    return Option(OptionName.SIZE, tuple(map(Choice, values)), usual=usual, note=note)


def _quality(situation: Situation) -> Option:
    return _words(OptionName.QUALITY, situation.facts.qualities)


def _background(situation: Situation) -> Option:
    values = situation.words("backgrounds")
    good = situation.words("transparent_formats")
    refused = {}
    if good and situation.format not in good:
        refused["transparent"] = Refused(Why.NO_ALPHA, Fix(OptionName.FORMAT, good[0]))
    option = _words(OptionName.BACKGROUND, values, refused)
    if situation.facts.details.get("transparent_is_preview") is not True:
        return option
    noted = (
        replace(choice, note=Note.ON_TRIAL) if choice.value == "transparent" else choice
        for choice in option.choices
    )
    return replace(option, choices=tuple(noted))


def _format(situation: Situation) -> Option:
    on_request = situation.words("formats_on_request")
    values = (*situation.facts.formats, *on_request)
    has_mask = situation.order.mask is not None
    choices = tuple(
        Choice(
            value,
            Refused(Why.NO_MASK) if value == GIF and has_mask else None,
            Note.ON_REQUEST if value in on_request else None,
        )
        for value in values
    )
    if len(values) < 2:  # a single one is not chosen, and not asked for
        return Option(OptionName.FORMAT, choices, refused=Refused(Why.MODEL))
    return Option(OptionName.FORMAT, choices, usual=values[0])


def _compression(situation: Situation) -> Option:
    span, good = situation.span("compression"), situation.words("compressed_formats")
    if span is None:
        return Option(OptionName.COMPRESSION, refused=Refused(Why.MODEL))
    refused = None
    if situation.format not in good:
        refused = Refused(Why.NOT_COMPRESSED, _to_format(good))
    return Option(OptionName.COMPRESSION, (), *span, usual=span[1], refused=refused)


def _count(situation: Situation) -> Option:
    most = situation.number("count_max")
    note = None if most else Note.UNTRIED
    refused = Refused(Why.MODEL) if most == 1 else None
    if situation.format == SVG:
        refused = Refused(Why.ONE_FILE, Fix(OptionName.FORMAT, USUAL_FORMAT))
    most = 1 if refused else most or MOST_UNKNOWN
    return Option(OptionName.COUNT, (), 1, most, usual=1, refused=refused, note=note)


def _partials(situation: Situation) -> Option:
    most = situation.number("partial_images_max")
    refused = None if most else Refused(Why.MODEL)
    if most and situation.format in (GIF, SVG):
        refused = Refused(Why.NO_STREAM, Fix(OptionName.FORMAT, USUAL_FORMAT))
    elif most and situation.settings.count > 1:
        refused = Refused(Why.ONE_AT_A_TIME, Fix(OptionName.COUNT, 1))
    return Option(OptionName.PARTIALS, (), 0, most, usual=min(2, most), refused=refused)


def _frames(name: OptionName, detail: str, usual: int) -> Callable[[Situation], Option]:
    def make(situation: Situation) -> Option:
        span = situation.span(detail)
        if span is None:
            return Option(name, refused=Refused(Why.MODEL))
        is_moving = situation.format == GIF
        refused = None if is_moving else Refused(Why.MOVING, Fix(OptionName.FORMAT, GIF))
        return Option(name, (), *span, usual=usual, refused=refused)

    return make


def _to_format(good: Sequence[str]) -> Fix | None:
    return Fix(OptionName.FORMAT, good[0]) if good else None


def _sizes(situation: Situation) -> SizeRules:
    facts = situation.facts
    extra = situation.quirks.get("image_sizes")
    named = tuple(map(str, extra)) if isinstance(extra, list | tuple) else ()
    everything = tuple(dict.fromkeys((*facts.sizes, *named)))
    presets = tuple(size for size in everything if pair_of(size))
    words = tuple(size for size in everything if not pair_of(size))
    return SizeRules(presets, words, _free(facts))


def _free(facts: ModelFacts) -> FreeSizes | None:
    """Rules for any size; none but a shape where no sizes are known at all."""
    told = facts.details.get("any_size")
    if not isinstance(told, Mapping):
        has_pairs = any(pair_of(size) for size in facts.sizes)
        return None if has_pairs or facts.sizes == (AUTO,) else FreeSizes()
    trial = told.get("experimental_above") or (0, 0)
    return FreeSizes(
        int(told.get("step", 1)),
        float(told.get("ratio_max", 0)),
        int(told.get("edge_max", 0)),
        int(told.get("pixels_min", 0)),
        int(told.get("pixels_max", 0)),
        (int(trial[0]), int(trial[1])),
    )


_MAKERS: Mapping[OptionName, Callable[[Situation], Option]] = {
    OptionName.SIZE: _size,
    OptionName.QUALITY: _quality,
    OptionName.BACKGROUND: _background,
    OptionName.FORMAT: _format,
    OptionName.COMPRESSION: _compression,
    OptionName.COUNT: _count,
    OptionName.MODERATION: _of_details(OptionName.MODERATION, "moderation"),
    OptionName.STYLE: _of_details(OptionName.STYLE, "styles"),
    OptionName.FIDELITY: _of_details(OptionName.FIDELITY, "input_fidelity"),
    OptionName.COMPLEXITY: _of_details(OptionName.COMPLEXITY, "complexity"),
    OptionName.PARTIALS: _partials,
    OptionName.FRAMES: _frames(OptionName.FRAMES, "frames", 9),
    OptionName.FRAME_TIME: _frames(OptionName.FRAME_TIME, "frame_time", 200),
}
