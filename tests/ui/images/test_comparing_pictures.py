"""Before and after, two side by side, and one on the whole screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gptdesk.runtime.large_pictures import levels_of
from gptdesk.ui.images.compare import BeforeAfter
from gptdesk.ui.images.compare_two import CompareTwo
from gptdesk.ui.images.viewer import PictureViewer

Key = Qt.Key


def plain(color: str, width: int = 300, height: int = 200) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


@pytest.fixture
def slider(qtbot: QtBot) -> BeforeAfter:
    slider = BeforeAfter()
    qtbot.addWidget(slider)
    slider.resize(600, 400)
    slider.show_pictures(levels_of(plain("#204060")), levels_of(plain("#806040")))
    slider.show()
    return slider


def colors(slider: BeforeAfter, *columns: int) -> list[str]:
    image = slider.grab().toImage()
    return [image.pixelColor(x, 300).name() for x in columns]


def test_the_handle_divides_before_and_after(slider: BeforeAfter) -> None:
    assert colors(slider, 100, 280, 320, 500) == ["#204060"] * 2 + ["#806040"] * 2
    slider.setValue(900)
    assert colors(slider, 500, 560) == ["#204060", "#806040"]


def test_the_handle_follows_mouse_and_keys(slider: BeforeAfter) -> None:
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(150, 200))
    assert slider.value() == 250
    QTest.mouseMove(slider, QPoint(450, 210))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(450, 210))
    assert slider.value() == 750
    QTest.keyClick(slider, Key.Key_Left)
    assert slider.value() == 730
    QTest.keyClick(slider, Key.Key_Home)
    assert slider.value() == 0
    QTest.keyClick(slider, Key.Key_End)
    assert slider.value() == 1000


def test_pictures_of_different_sizes_lie_upon_each_other(slider: BeforeAfter) -> None:
    first, second = levels_of(plain("#204060", 30, 20)), levels_of(plain("#806040", 150, 200))
    slider.show_pictures(first, second)
    assert slider.place.width() == 300 and slider.place.height() == 400
    assert colors(slider, 170, 430) == ["#204060", "#806040"]


def test_the_slider_has_a_name_and_without_pictures_it_draws_nothing(qtbot: QtBot) -> None:
    slider = BeforeAfter()
    qtbot.addWidget(slider)
    assert slider.accessibleName()
    slider.show()
    slider.grab()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton)
    assert slider.place.isEmpty()


@pytest.fixture
def two(qtbot: QtBot) -> CompareTwo:
    two = CompareTwo()
    qtbot.addWidget(two)
    two.resize(900, 500)
    two.show()
    first, second = levels_of(plain("red", 1200, 800)), levels_of(plain("blue", 600, 400))
    two.show_pictures(first, second, ("one", "other"))
    return two


def seen(two: CompareTwo) -> list[tuple[float, float]]:
    """What lies in the middle of each, as parts of the whole picture."""
    found = []
    for pane in two.panes:
        x, y = pane.viewport.to_picture(QPointF(pane.width() / 2, pane.height() / 2))
        found.append((x / pane.viewport.size[0], y / pane.viewport.size[1]))
    return found


@pytest.mark.parametrize("leader", [0, 1])
def test_both_show_the_same_part_at_the_same_size(two: CompareTwo, leader: int) -> None:
    pane = two.panes[leader]
    pane.zoom_by(6, QPointF(100, 120))
    pane.move_by(QPointF(-40, 25))
    one, other = seen(two)
    assert one == pytest.approx(other, abs=0.005)
    widths = [pane.viewport.place.width() for pane in two.panes]
    assert widths[0] == pytest.approx(widths[1])


def test_showing_all_of_one_shows_all_of_both(two: CompareTwo) -> None:
    two.panes[0].zoom_by(5)
    assert not two.panes[1].viewport.is_fitted
    QTest.keyClick(two.panes[1], Key.Key_0)
    assert two.panes[0].viewport.is_fitted and two.panes[1].viewport.is_fitted


def test_each_is_named(two: CompareTwo) -> None:
    assert [pane.accessibleName() for pane in two.panes] == ["one", "other"]


def test_a_picture_is_moved_by_dragging(two: CompareTwo) -> None:
    pane = two.panes[0]
    pane.zoom_by(5)
    origin = QPointF(pane.viewport.origin)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pane, left, pos=QPoint(100, 100))
    QTest.mouseMove(pane, QPoint(130, 90))
    QTest.mouseRelease(pane, left, pos=QPoint(130, 90))
    assert pane.viewport.origin - origin == QPointF(30, -10)


def test_the_viewer_covers_the_screen_and_esc_closes_it(qtbot: QtBot) -> None:
    viewer = PictureViewer()
    qtbot.addWidget(viewer)
    viewer.open(levels_of(plain("red")), "A red square")
    assert viewer.isFullScreen()
    assert viewer.pane.accessibleName() == "A red square"
    with qtbot.waitSignal(viewer.closed):
        QTest.keyClick(viewer.pane, Key.Key_Escape)
    assert not viewer.isVisible()


def test_the_viewer_asks_for_neighbours_only_where_there_are_some(qtbot: QtBot) -> None:
    viewer = PictureViewer()
    qtbot.addWidget(viewer)
    viewer.open(levels_of(plain("red")), "A red square")
    viewer.offer_neighbours(before=False, after=True)
    with qtbot.assertNotEmitted(viewer.previous_wanted):
        QTest.keyClick(viewer.pane, Key.Key_Left)
    with qtbot.waitSignal(viewer.next_wanted):
        QTest.keyClick(viewer.pane, Key.Key_Right)
    viewer.close()


def test_in_a_zoomed_picture_the_arrow_keys_move_it(qtbot: QtBot) -> None:
    viewer = PictureViewer()
    qtbot.addWidget(viewer)
    viewer.open(levels_of(plain("red")), "A red square")
    viewer.offer_neighbours(before=True, after=True)
    QTest.keyClick(viewer.pane, Key.Key_Plus)
    origin = viewer.pane.viewport.origin.x()
    with qtbot.assertNotEmitted(viewer.next_wanted):
        QTest.keyClick(viewer.pane, Key.Key_Right)
    assert viewer.pane.viewport.origin.x() < origin
    viewer.close()
