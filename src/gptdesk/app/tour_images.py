"""Made-up pictures for the tour, drawn by the app: nothing of the user's own is shown."""

from __future__ import annotations

import json
import time
from typing import Any

from gptdesk.app.application import Application
from gptdesk.app.waiting import wait_until
from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.image_sizes import pair_of
from gptdesk.domain.images import ImageOrder, PictureRecord, PictureSettings, Way
from gptdesk.domain.resources import resource_root
from gptdesk.runtime.large_pictures import as_png
from gptdesk.storage.database import Database
from gptdesk.storage.image_jobs import ImageJobs
from gptdesk.storage.media import Media
from gptdesk.storage.paths import Paths
from gptdesk.storage.pictures import Pictures
from gptdesk.ui.images.head import COMPARE
from gptdesk.ui.images.page import ImagesPage
from gptdesk.ui.images.practice import Wish, draw, redraw

SECONDS = 20.0


async def hang_pictures(paths: Paths, database: Database, language: str) -> None:
    """As if somebody had made and changed a few."""
    file = resource_root() / "tour" / f"images-{language}.json"
    told: dict[str, Any] = json.loads(file.read_text("utf-8"))
    store = Pictures(database, Media(paths.media, database))
    for number, one in enumerate(told["made"]):
        record, data = _picture(number, one, told)
        await store.add(record, data)
    settings = PictureSettings("tour", told["model"], "1536x1024", "medium", count=2)
    await ImageJobs(database).save_draft(ImageOrder(Way.MAKE, told["draft"], settings))


def _picture(number: int, one: dict[str, Any], told: dict[str, Any]) -> tuple[PictureRecord, bytes]:
    pair = pair_of(one["size"])
    assert pair is not None
    wish = Wish(one["prompt"], one["seed"], *pair)
    parent = one.get("of")
    if parent is None:
        image = draw(wish)
    else:
        first = told["made"][parent]
        image = redraw(draw(Wish(first["prompt"], first["seed"], *pair)), wish)
    data = as_png(image)
    record = PictureRecord(
        f"tour-picture-{number}",
        PreparedPicture(data, "image/png", *pair).attachment(),
        time.time() - one["hours"] * 3600,
        way=Way.MAKE if parent is None else Way.EDIT,
        prompt=one["prompt"],
        settings=PictureSettings("tour", told["model"], one["size"], one["quality"]),
        cost=one["cost"],
        seconds=24.0,
        is_favourite=bool(one.get("favourite")),
        parents=() if parent is None else (f"tour-picture-{parent}",),
    )
    return record, data


def show_picture(app: Application) -> None:
    """The tab with its newest picture."""
    app.window.show_tab("images")
    page = _page(app)
    wait_until(lambda: page.stage.current is page.stage.result, SECONDS)


def show_comparison(app: Application) -> None:
    page = _page(app)
    page.head.view_chosen.emit(COMPARE)
    wait_until(lambda: page.stage.result.is_comparing, SECONDS)


def show_canvas(app: Application) -> None:
    page = _page(app)
    page.head.edit.click()
    wait_until(lambda: not page.head.isVisible(), SECONDS)


def _page(app: Application) -> ImagesPage:
    page = app.window.page("images")
    assert isinstance(page, ImagesPage)
    return page
