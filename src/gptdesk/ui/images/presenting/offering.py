"""What the page offers for the order in front, and why the button cannot be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.image_faults import faults
from gptdesk.domain.image_options import Fault, ImageOptions
from gptdesk.domain.images import ImageOrder, Way
from gptdesk.ui.images.words import note_text, why_text

if TYPE_CHECKING:
    from gptdesk.services.images import ImageWork
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.choosing import ModelChooser
    from gptdesk.ui.images.presenting.painting import Painter

translate = QCoreApplication.translate


class Offer:
    """Shows an order; changes nothing."""

    def __init__(
        self, page: ImagesPage, work: ImageWork, models: ModelChooser, painter: Painter
    ) -> None:
        self._page = page
        self._work = work
        self._models = models
        self._painter = painter

    def options(self, order: ImageOrder) -> ImageOptions | None:
        connection = self._models.connection
        if connection is None or not order.settings.model:
            return None
        return self._work.options(connection, order)

    def show(self, order: ImageOrder) -> None:
        panel = self._page.panel
        options = self.options(order)
        panel.show_way(order.way)
        panel.asking.editor.set_text(order.prompt)
        panel.choices.setVisible(options is not None)
        note, is_warning = self._models.note()
        panel.set_model_note(note, is_warning=is_warning)
        if options is not None:
            panel.choices.show_settings(order.settings, options, self._models.label)
            panel.asking.set_most(options.prompt_max)
            self._painter.set_rules(options.files)
            self._show_ways(order, options)
        self._show_pictures(order, options)
        self._page.foot.set_order(order.way, order.settings.count, has_mask=order.mask is not None)
        self._page.foot.set_ready(self.reason(order))
        self._page.stage.set_idea(not order.prompt.strip() and order.way is Way.MAKE)

    def reason(self, order: ImageOrder) -> str:
        """Why the button cannot be pressed, as a sentence; empty where it can."""
        if self._models.is_searching:
            return translate("Images", "Looking for models that draw…")
        options = self.options(order)
        if options is None:
            return translate("Images", "Choose a model first.")
        if not self._page.panel.choices.is_good:
            return translate("Images", "The size does not fit yet.")
        found = faults(order, options)
        return self._fault_text(found[0], order, options) if found else ""

    def _show_ways(self, order: ImageOrder, options: ImageOptions) -> None:
        panel = self._page.panel
        for way, refused in options.ways.items():
            panel.ways.set_option_enabled(way.value, refused is None or way is order.way)
        note = options.notes.get(order.way)
        if order.way is Way.MAKE:
            panel.way_note.show_note("")
        else:
            panel.way_note.show_note(note_text(note) if note is not None else "")

    def _show_pictures(self, order: ImageOrder, options: ImageOptions | None) -> None:
        panel = self._page.panel
        most = options.files.most if options is not None else 1
        panel.references.show_references(
            order.references,
            max(1, most),
            needs_square=options is not None and Fault.NOT_SQUARE in faults(order, options),
        )
        reason = ""
        if not order.references:
            reason = translate("Images", "Add a picture first; then a part of it can be painted.")
        elif options is not None and options.files.mask is not None:
            reason = why_text(options.files.mask.why, self._models.label, order.settings.format)
        panel.masking.show_mask(
            self._painter.painted, reason, order.references[0].file if order.references else None
        )

    def _fault_text(self, fault: Fault, order: ImageOrder, options: ImageOptions) -> str:
        texts = {
            Fault.NO_MODEL: translate("Images", "Choose a model first."),
            Fault.NO_PROMPT: translate("Images", "Describe the picture first."),
            Fault.PROMPT_TOO_LONG: translate(
                "Images", "The description is longer than this model reads."
            ),
            Fault.SIZE: translate("Images", "The size does not fit yet."),
            Fault.NO_PICTURE: translate("Images", "Add the picture that is to be changed."),
            Fault.TOO_MANY_PICTURES: translate(
                "Images", "This model takes %n picture(s) at once.", None, options.files.most
            ),
            Fault.NOT_SQUARE: translate("Images", "This model needs a square picture. Crop it."),
            Fault.MASK_REFUSED: translate(
                "Images", "Take the painted area away: it cannot be sent with this."
            ),
            Fault.MASK_SIZE: translate("Images", "Paint again: the picture has another size now."),
            Fault.MARKUP_REFUSED: translate(
                "Images", "Take the drawn marks away: this model does not read them."
            ),
            Fault.MARKUP_SIZE: translate("Images", "Draw the marks again: the size has changed."),
        }
        if fault is Fault.WAY:
            refused = options.ways.get(order.way)
            why = why_text(refused.why, self._models.label) if refused is not None else ""
            return why or texts[Fault.NO_MODEL]
        if fault is Fault.NO_PROMPT and order.way is Way.EDIT:
            return translate("Images", "Say what is to change.")
        return texts[fault]
