"""What the command palette can do in the Images tab."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.images import Way
from gptdesk.ui.images.asking.ideas import any_idea
from gptdesk.ui.images.head import GALLERY
from gptdesk.ui.shell.command import DO, Command

if TYPE_CHECKING:
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenter import ImagesPresenter
    from gptdesk.ui.images.presenting.acting import Action

translate = QCoreApplication.translate

WORDS = "image picture draw generate 图片 画图 生成 tupian huatu"


def image_commands(
    presenter: ImagesPresenter, page: ImagesPage, actions: Sequence[Action], price: str
) -> list[Command]:
    """Those of the page, then those of the picture on the stage."""
    panel = page.panel
    own = [
        Command("images.idea", DO, translate("Images", "Start a picture with an idea"), "sparkles",
                run=lambda: presenter.filling.describe(any_idea().prompt), keywords=WORDS),
        Command("images.choose_model", DO, translate("Images", "Choose a model for pictures"),
                "image", run=panel.model.open, keywords=WORDS),
        Command("images.paint", DO, translate("Images", "Edit a picture"), "brush",
                run=partial(panel.way_chosen.emit, Way.EDIT), keywords=WORDS),
        Command("images.gallery", DO, translate("Gallery", "Look for a picture in the gallery"),
                "search", run=partial(page.head.view_chosen.emit, GALLERY),
                keywords=f"{WORDS} 图库 tuku"),
    ]  # fmt: skip
    if page.foot.generate.isEnabled():
        title = translate("Images", "Generate the picture")
        own.insert(0, Command("images.make", DO, title, "sparkles", price,
                              run=presenter.generate, keywords=WORDS))  # fmt: skip
    if not page.foot.stop.isHidden():
        title = translate("Images", "Stop making pictures")
        own.insert(0, Command("images.halt", DO, title, "stop", run=presenter.stop,
                              keywords=WORDS))  # fmt: skip
    hint = translate("Images", "picture")
    return own + [
        Command(f"images.{action.id}", DO, action.text, action.icon, hint, run=action.run,
                keywords=WORDS)
        for action in actions
    ]  # fmt: skip
