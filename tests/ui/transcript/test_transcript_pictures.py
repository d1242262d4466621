"""Pictures in messages of the person: beside the text, loaded when seen, opened large."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState, Role
from gptdesk.ui.chat.transcript import measures
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.picture_tile import PictureTile
from gptdesk.ui.widgets.thumbnails import KEPT, Thumbnails


def picture(number: int) -> Attachment:
    return Attachment(f"id{number}", "image/jpeg", 1024, 768, 210_000, f"p{number}.jpg")


def own(position: int, pictures: int, text: str = "What is it?") -> ChatMessage:
    along = tuple(picture(number) for number in range(pictures))
    return ChatMessage(f"m{position}", "c", position, Role.USER, text, attachments=along)


class Loader:
    """Gives images when told to."""

    def __init__(self):
        self.asked = []

    def __call__(self, attachment, side, give):
        self.asked.append((attachment.id, give))

    def give(self, image=None):
        if image is None:
            image = QImage(8, 8, QImage.Format.Format_RGB32)
            image.fill(QColor("teal"))
        for _name, give in self.asked:
            give(image)


@pytest.fixture
def loader(transcript):
    loader = Loader()
    transcript.view.set_thumbnails(Thumbnails(loader, transcript.view))
    return loader


def tiles(transcript, row: int) -> list[PictureTile]:
    found = transcript.view.row_widget(row).findChildren(PictureTile)
    return [tile for tile in found if tile.isVisible()]


def painted(transcript):
    transcript.settle()
    transcript.view.grab()


def test_a_picture_stands_left_of_its_text_as_large_as_drawn(transcript, loader):
    transcript.open([own(0, 1)])
    (tile,) = tiles(transcript, 0)
    row = transcript.view.row_widget(0)
    assert (tile.width(), tile.height()) == (measures.PICTURE, measures.PICTURE)
    assert tile.geometry().right() < row.body.x()
    middle = row.body.y() + row.body.height() / 2
    assert abs(middle - tile.geometry().center().y()) <= 2


def test_more_than_two_stand_in_rows_above_the_text(transcript, loader):
    transcript.open([own(0, 7)])
    shown = tiles(transcript, 0)
    assert len(shown) == 7
    assert len({tile.y() for tile in shown}) == 2
    assert transcript.view.row_widget(0).body.y() > max(t.geometry().bottom() for t in shown)


def test_pictures_without_a_word_have_no_empty_text_under_them(transcript, loader):
    transcript.open([own(0, 1, "")])
    row = transcript.view.row_widget(0)
    assert not row.body.isVisible()
    assert row.height() == measures.PICTURE + 2 * measures.OWN_Y + measures.GAP


@pytest.mark.parametrize("text", ["", "What is it?", "Look closely, please. " * 20])
@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_the_guess_for_a_message_with_pictures_is_close(transcript, loader, count, text):
    transcript.open([own(0, count, text)])
    header = MessageHeader("m0", 0, Role.USER, len(text), MessageState.DONE, count)
    guessed = measures.guess_height(Theme.current(), header, transcript.view._stage.column)
    assert guessed == measures.guess_height(
        Theme.current(), own(0, count, text), transcript.view._stage.column
    )
    line = Theme.current().line("reading")
    assert abs(guessed - transcript.view.row_widget(0).height()) <= 3 * line


def test_only_pictures_that_are_seen_are_loaded_and_each_once(transcript, loader):
    transcript.open([replace(own(n, 1), attachments=(picture(n),)) for n in range(200)])
    painted(transcript)
    assert 0 < len(loader.asked) <= len(transcript.view.visible_rows()) + 2
    asked = len(loader.asked)
    loader.give()
    painted(transcript)
    assert len(loader.asked) == asked


def test_a_row_that_is_used_again_shows_the_pictures_of_its_message(transcript, loader):
    transcript.open([own(0, 3), own(1, 0), own(2, 1)])
    assert [len(tiles(transcript, row)) for row in range(3)] == [3, 0, 1]
    transcript.open([own(0, 1), own(1, 2), own(2, 0)])
    assert [len(tiles(transcript, row)) for row in range(3)] == [1, 2, 0]


def test_a_press_asks_for_the_large_view_by_mouse_and_by_keyboard(transcript, loader):
    transcript.open([own(0, 2)])
    asked = []
    transcript.view.picture_requested.connect(lambda *what: asked.append(what))
    first, second = tiles(transcript, 0)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert asked == [("m0", 1), ("m0", 0)]


def test_tiles_have_names_and_come_before_the_text_for_the_tab_key(transcript, loader):
    transcript.open([own(0, 2)])
    row = transcript.view.row_widget(0)
    first, second = tiles(transcript, 0)
    assert first.accessibleName() == "Picture p0.jpg, 1024 × 768"
    assert first.accessibleDescription() == "1024 × 768 · JPEG · 210 KB"
    assert row.tab_parts()[:3] == [first, second, row.body]


def test_a_missing_file_is_a_quiet_place_with_words(transcript, loader):
    transcript.open([own(0, 1)])
    painted(transcript)
    loader.give(QImage())
    (tile,) = tiles(transcript, 0)
    painted(transcript)
    assert tile.is_missing
    assert "no longer on this computer" in tile.accessibleDescription()


def test_thumbnails_do_not_pile_up(qapp):
    loader = Loader()
    shelf = Thumbnails(loader)
    for number in range(KEPT + 20):
        shelf.pixmap(picture(number))
    loader.give()
    assert len(shelf._pixmaps) == KEPT
    asked = len(loader.asked)
    shelf.pixmap(picture(KEPT + 19))
    assert len(loader.asked) == asked
    shelf.pixmap(picture(0))
    assert len(loader.asked) == asked + 1
