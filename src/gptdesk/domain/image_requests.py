"""What of an order goes into its request, in the names of the API."""

from __future__ import annotations

from gptdesk.domain.image_choices import PARAMETERS
from gptdesk.domain.image_options import ImageOptions, Note, OptionName
from gptdesk.domain.images import ImageOrder, Way

VARIATION = (
    "Make a variation of this picture: keep its subject, its style and its mood, and change the"
    " composition and the details."
)
"""Goes to models that only know edits. It is in English, which every model understands best."""


def parameters_of(order: ImageOrder, options: ImageOptions) -> dict[str, object]:
    """Only what was chosen and can be had; the rest is the model's choice and is not sent."""
    sent: dict[str, object] = {}
    for name in OptionName:
        option = options.option(name)
        value = getattr(order.settings, name.value)
        is_chosen = value not in ("", None, 0) if name is not OptionName.COMPRESSION else (
            value is not None
        )  # fmt: skip
        if option.refused is None and is_chosen and not (name is OptionName.COUNT and value == 1):
            sent[PARAMETERS[name]] = value
    if "size" in sent and options.sizes.check(str(sent["size"])).width:
        check = options.sizes.check(str(sent["size"]))
        sent["size"] = f"{check.width}x{check.height}"
    return sent


def goes_as(order: ImageOrder, options: ImageOptions) -> Way:
    """By which endpoint: where no variations are made, an edit asks for one."""
    is_edit = order.way is Way.VARY and options.notes.get(Way.VARY) is Note.AS_EDIT
    return Way.EDIT if is_edit else order.way


def prompt_of(order: ImageOrder, options: ImageOptions) -> str:
    """The words that go out; variations made by the service itself have none."""
    prompt = order.prompt.strip()
    if order.way is not Way.VARY:
        return prompt
    if goes_as(order, options) is Way.VARY:
        return ""
    return f"{VARIATION} {prompt}".strip()
