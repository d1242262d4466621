"""Pictures that the app draws itself: the same for the same wish, and plainly marked."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from gptdesk.ui.images.practice import Wish, draw, redraw, unfinished, vary

BADGE = "drawn by gptdesk"


@pytest.fixture(autouse=True)
def _app(qapp):
    """Words are drawn with fonts, which need one."""


def wish(prompt="a lake at dusk", seed=1, wide=160, high=120, **more):
    return Wish(prompt, seed, wide, high, **more)


def test_the_same_wish_gives_the_same_picture():
    assert draw(wish()) == draw(wish())


@pytest.mark.parametrize("other", [wish(seed=2), wish("a lake at night"), wish("城市 夜")])
def test_another_number_or_other_words_give_another_picture(other):
    assert draw(wish()) != draw(other)


@pytest.mark.parametrize("size", [(64, 64), (48, 96), (333, 77), (16, 16)])
@pytest.mark.parametrize("prompt", ["山", "lake", "town", "fruit on a table", ""])
def test_every_scene_fills_every_size(size, prompt):
    image = draw(wish(prompt, 4, *size))
    assert (image.width(), image.height()) == size
    corners = [(0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)]
    assert all(image.pixelColor(*corner).alpha() == 255 for corner in corners)


def test_a_transparent_background_lets_through():
    image = draw(wish("fruit on a table", is_transparent=True))
    assert image.pixelColor(2, 2).alpha() == 0
    solid = {image.pixelColor(x, y).alpha() for x in range(160) for y in range(60, 120, 7)}
    assert 255 in solid


def test_the_badge_is_on_every_picture():
    base = draw(wish())
    mask = QImage(160, 120, QImage.Format.Format_ARGB32)
    mask.fill(QColor(0, 0, 0, 255))
    for marked, plain in (
        (draw(wish(badge=BADGE)), draw(wish())),
        (redraw(base, wish(badge=BADGE), mask), redraw(base, wish(), mask)),
        (vary(base, wish(badge=BADGE)), vary(base, wish())),
    ):
        assert marked != plain
        upper = marked.copy(0, 0, 160, 60)
        assert upper == plain.copy(0, 0, 160, 60)  # only its corner differs


def test_words_for_night_bring_the_dark():
    def light(image):
        return sum(image.pixelColor(x, y).lightness() for x in range(0, 160, 8) for y in (4, 20))

    assert light(draw(wish("mountains at night"))) * 2 < light(draw(wish("mountains at noon")))
    assert light(draw(wish("夜晚的山"))) * 2 < light(draw(wish("正午的山")))


def test_on_the_way_it_comes_nearer_and_nearer():
    whole = draw(wish("town", wide=256, high=256))

    def away(done):
        hazy = unfinished(whole, done)
        return sum(
            abs(hazy.pixelColor(x, y).lightness() - whole.pixelColor(x, y).lightness())
            for x in range(0, 256, 5)
            for y in range(0, 256, 5)
        )

    assert away(0.0) > away(0.5) > away(1.0)
