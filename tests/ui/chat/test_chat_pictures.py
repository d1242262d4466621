"""Pictures in the composer: how they come, how they go, and who may see them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.messages import MessageState
from gptdesk.domain.problems import DiskFull, NetworkDown
from gptdesk.ui.chat.attaching import capture
from gptdesk.ui.chat.attaching.capture import ScreenCapture


@pytest.fixture
def seeing(desk):
    """The model is known to see."""
    desk.sees.update({"model-a": True, "model-b": False})
    return desk.start()


@pytest.fixture
def photo(tmp_path):
    def make(name: str, width: int = 40) -> Path:
        image = QImage(width, 30, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        path = tmp_path / name
        assert image.save(str(path))
        return path

    return make


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def tray(desk):
    return desk.page.composer.tray


def ready(desk, count: int) -> None:
    desk.until(lambda: len(tray(desk).chips) == count and not tray(desk).is_preparing)


def attach(desk, *paths: Path) -> None:
    before = len(tray(desk).chips)
    desk.page.composer.editor.insertFromMimeData(files(*paths))
    ready(desk, before + len(paths))


def names(desk) -> list[str]:
    return [chip.picture.name for chip in tray(desk).chips]


def kept(desk) -> list[str]:
    return [one.name for one in desk.only_conversation().draft_attachments]


# How they come


def test_pasted_files_stand_above_the_text_and_say_how_they_are_sent(seeing, photo):
    attach(seeing, photo("b.png"), photo("a.jpg", 50))
    assert names(seeing) == ["b.png", "a.jpg"]
    first, second = tray(seeing).chips
    assert first.lines()[0] == "40 × 30"
    assert "50 × 30 · JPEG · 1 KB" in second.toolTip()
    assert first.accessibleName() == "Picture b.png, 40 × 30"
    assert seeing.page.composer.text() == ""


def test_a_pasted_image_has_no_name_and_is_attached_all_the_same(seeing):
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = QMimeData()
    data.setImageData(image)
    seeing.page.composer.editor.insertFromMimeData(data)
    ready(seeing, 1)
    assert tray(seeing).chips[0].accessibleName() == "Picture, 20 × 10"


def test_text_with_a_picture_of_itself_is_pasted_as_text(seeing):
    data = QMimeData()
    data.setText("from a word processor")
    data.setImageData(QImage(20, 10, QImage.Format.Format_RGB32))
    seeing.page.composer.editor.insertFromMimeData(data)
    assert seeing.page.composer.text() == "from a word processor"
    assert len(tray(seeing).chips) == 0


def test_a_picture_that_a_browser_gives_with_its_address_is_attached(seeing):
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = files()
    data.setUrls([QUrl("https://pictures.invalid/a.png")])
    data.setText("https://pictures.invalid/a.png")
    data.setImageData(image)
    seeing.page.composer.editor.insertFromMimeData(data)
    ready(seeing, 1)
    assert seeing.page.composer.text() == ""


def test_several_files_are_chosen_at_once(seeing, photo):
    seeing.presenter._ways.choose_files = lambda parent: [str(photo("a.png")), str(photo("b.png"))]
    seeing.page.composer.attach.files_wanted.emit()
    ready(seeing, 2)


def test_the_clipboard_is_pasted_from_the_menu_and_an_empty_one_is_said(seeing, photo):
    QGuiApplication.clipboard().clear()
    seeing.page.composer.attach.paste_wanted.emit()
    assert "no picture on the clipboard" in tray(seeing).hint.text
    QGuiApplication.clipboard().setMimeData(files(photo("a.png")))
    seeing.page.composer.attach.paste_wanted.emit()
    ready(seeing, 1)
    assert tray(seeing).hint.text == ""
    QGuiApplication.clipboard().clear()


def test_files_dragged_over_the_page_show_where_they_go_and_are_attached(seeing, photo):
    seeing.page.show()
    data = files(photo("a.png"))
    action, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    sheet = seeing.presenter._ways._drop.sheet
    enter = QDragEnterEvent(QPoint(500, 300), action, data, button, keys)
    QApplication.sendEvent(seeing.page, enter)
    assert enter.isAccepted() and sheet.isVisible()
    assert "Drop pictures" in sheet.accessibleName()
    drop = QDropEvent(QPointF(500, 300), action, data, button, keys, QEvent.Type.Drop)
    QApplication.sendEvent(sheet, drop)
    assert sheet.isHidden()
    ready(seeing, 1)


def test_a_part_of_the_screen_is_picked_and_attached(seeing, qtbot):
    seeing.page.show()
    seeing.page.composer.attach.screenshot_wanted.emit(False)
    picker = seeing.presenter._ways._capture.picker
    start, end = QPoint(10, 10), QPoint(110, 60)
    QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(picker, end)
    QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=end)
    ready(seeing, 1)
    assert tray(seeing).chips[0].picture.width == 101


def test_escape_takes_no_part_of_the_screen(seeing, qtbot):
    taken = []
    grab = ScreenCapture(seeing.page, seeing.page)
    grab.taken.connect(taken.append)
    grab.start(without_window=False)
    with qtbot.waitSignal(grab.ended):
        QTest.keyClick(grab.picker, Qt.Key.Key_Escape)
    assert taken == []
    assert grab.picker is None


def test_where_the_screen_cannot_be_seen_pasting_is_offered(seeing, monkeypatch, photo):
    monkeypatch.setattr(capture, "can_capture", lambda: False)
    seeing.page.composer.attach.screenshot_wanted.emit(False)
    assert "lets no program look" in tray(seeing).hint.text
    QGuiApplication.clipboard().setMimeData(files(photo("a.png")))
    tray(seeing).link_pressed.emit()
    ready(seeing, 1)
    QGuiApplication.clipboard().clear()


# How they go


def test_a_picture_goes_by_its_cross_or_by_a_key_and_the_keyboard_stays_in_the_row(seeing, photo):
    seeing.page.show()
    attach(seeing, photo("a.png"), photo("b.png"), photo("c.png"))
    chips = list(tray(seeing).chips)
    chips[0].setFocus()
    QTest.keyClick(chips[0], Qt.Key.Key_Right)
    assert chips[1].hasFocus()
    QTest.keyClick(chips[1], Qt.Key.Key_Delete)
    assert names(seeing) == ["a.png", "c.png"]
    assert chips[2].hasFocus()
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton, pos=chips[0]._cross().center())
    assert names(seeing) == ["c.png"]
    seeing.until(lambda: kept(seeing) == ["c.png"])


def test_the_tab_key_comes_to_the_pictures_before_the_text(seeing, photo):
    from gptdesk.ui.widgets.tab_order import tab_stops

    attach(seeing, photo("a.png"), photo("b.png"))
    stops = list(tab_stops(seeing.page.composer))
    first, second = (stops.index(chip) for chip in tray(seeing).chips)
    composer = seeing.page.composer
    assert first < second < stops.index(composer.editor) < stops.index(composer.attach)
    assert stops.index(composer.attach) < stops.index(composer.send)


def test_enter_on_a_picture_shows_it_large_and_escape_comes_back(seeing, photo):
    seeing.page.show()
    attach(seeing, photo("a.png"))
    chip = tray(seeing).chips[0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    view = seeing.presenter._shower.view
    seeing.until(lambda: view.copy.isEnabled())
    assert view.isVisible() and "a.png" in view.accessibleName()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom > 1.0
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.isHidden() and chip.hasFocus()


# What is kept


def test_pictures_of_a_new_chat_are_on_the_disk_before_anything_is_typed(seeing, photo):
    attach(seeing, photo("b.png"), photo("a.png"))
    seeing.until(lambda: bool(seeing.store.rows) and kept(seeing) == ["b.png", "a.png"])
    assert len(seeing.media.kept) == 1  # the same pixels
    seeing.until(lambda: any(row.text == "Draft · not sent yet" for row in seeing.rows()))


def test_another_chat_has_its_own_pictures(seeing, photo, lunch):
    seeing.store.put(*lunch)
    attach(seeing, photo("mine.png"))
    seeing.until(lambda: len(seeing.store.rows) == 2)
    mine = next(name for name in seeing.store.rows if name != "lunch")
    seeing.until(lambda: bool(seeing.store.rows[mine].draft_attachments))
    seeing.open("lunch")
    assert names(seeing) == []
    seeing.open(mine)
    assert names(seeing) == ["mine.png"]


def test_a_picture_that_gets_ready_after_its_chat_was_left_still_belongs_to_it(
    seeing, photo, lunch
):
    seeing.store.put(*lunch)
    seeing.page.composer.editor.insertFromMimeData(files(photo("mine.png")))
    assert tray(seeing).is_preparing
    seeing.open("lunch")
    seeing.until(lambda: seeing.texts() == ["Split the lunch bill", "21 each"])
    mine = next(name for name in seeing.store.rows if name != "lunch")
    seeing.until(lambda: bool(seeing.store.rows[mine].draft_attachments))
    assert names(seeing) == []
    assert seeing.store.rows["lunch"].draft_attachments == ()
    assert mine not in seeing.store.deleted


def test_a_full_disk_is_said_with_the_name_of_the_file_and_nothing_else_is_lost(seeing, photo):
    seeing.media.fails = DiskFull()
    seeing.type("Look at this")
    seeing.page.composer.editor.insertFromMimeData(files(photo("a.png")))
    seeing.until(lambda: not tray(seeing).notice.isHidden())
    assert "a.png: The disk is full" in tray(seeing).notice.accessibleDescription()
    assert seeing.page.composer.text() == "Look at this"
    assert len(tray(seeing).chips) == 0


def test_what_is_no_picture_is_named_and_the_others_are_attached(seeing, photo, tmp_path):
    page = tmp_path / "page.png"
    page.write_text("<!doctype html>")
    seeing.page.composer.editor.insertFromMimeData(files(page, photo("a.png")))
    ready(seeing, 1)
    seeing.until(lambda: not tray(seeing).notice.isHidden())
    assert "page.png holds no picture" in tray(seeing).notice.accessibleDescription()


def test_more_pictures_than_the_model_takes_are_not_attached_and_that_is_said(seeing, photo):
    many = [photo(f"{number}.png", 20 + number) for number in range(12)]
    seeing.page.composer.editor.insertFromMimeData(files(*many))
    ready(seeing, 10)
    assert "10 picture" in tray(seeing).notice.accessibleDescription()


# Sending


def test_pictures_alone_are_a_message_and_name_the_chat(seeing, photo):
    attach(seeing, photo("a.png"))
    with seeing.settled():
        seeing.page.composer.send.click()
    assert seeing.provider.pictures == [("a.png",)]
    assert seeing.only_conversation().title == "Picture"
    assert names(seeing) == []
    seeing.until(lambda: kept(seeing) == [])
    assert [one.name for one in seeing.page.transcript.entry(0).attachments] == ["a.png"]


def test_pictures_go_again_with_every_later_question(seeing, photo):
    attach(seeing, photo("a.png"))
    seeing.ask("What is it?")
    attach(seeing, photo("b.png"))
    seeing.ask("And this?")
    assert seeing.provider.pictures == [("a.png",), ("a.png", "b.png")]


def test_nothing_is_sent_while_a_picture_is_being_prepared(seeing, photo):
    seeing.type("Look")
    seeing.page.composer.editor.insertFromMimeData(files(photo("a.png")))
    assert tray(seeing).is_preparing and not seeing.page.composer.send.isEnabled()
    ready(seeing, 1)
    assert seeing.page.composer.send.isEnabled()


def test_a_question_that_failed_keeps_its_pictures_for_the_next_try(seeing, photo):
    attach(seeing, photo("a.png"))
    seeing.ask("What is it?", NetworkDown())
    assert seeing.page.transcript.entry(0).state is MessageState.UNSENT
    with seeing.settled():
        seeing.act("retry")
    assert seeing.provider.pictures[-1] == ("a.png",)


def test_a_question_that_could_not_be_stored_leaves_its_pictures_where_they_are(seeing, photo):
    seeing.ask("First")
    attach(seeing, photo("a.png"))
    seeing.store.fails = DiskFull()
    with seeing.settled():
        seeing.send("What is it?")
    assert names(seeing) == ["a.png"]
    assert seeing.page.composer.text() == "What is it?"


# Who may see


def test_where_the_model_is_blind_the_paperclip_is_grey_and_says_which_one_sees(desk):
    desk.sees.update({"model-a": False})
    desk.start()
    button = desk.page.composer.attach
    assert not button.isEnabled()
    assert button.toolTip() == "model-a cannot see pictures."
    assert button.accessibleDescription() == button.toolTip()


def test_pasting_for_a_blind_model_names_one_that_sees_and_a_click_switches(seeing, photo):
    seeing.ask("Hello")
    seeing.page.composer.model_chosen.emit("mine", "model-b")
    assert not seeing.page.composer.attach.isEnabled()
    seeing.page.composer.editor.insertFromMimeData(files(photo("a.png")))
    assert len(tray(seeing).chips) == 0
    assert tray(seeing).hint.text == "model-b cannot see pictures, but model-a can."
    tray(seeing).link_pressed.emit()
    assert seeing.page.composer.attach.isEnabled()
    assert tray(seeing).hint.text == ""


def test_a_click_on_the_grey_paperclip_gives_the_reason(desk):
    desk.sees.update({"model-a": False})
    desk.start()
    desk.page.show()
    where = desk.page.composer.attach.geometry().center()
    QTest.mouseClick(desk.page.composer, Qt.MouseButton.LeftButton, pos=where)
    assert "cannot see pictures" in tray(desk).hint.text


def test_switching_to_a_blind_model_with_pictures_attached_asks_before_sending(seeing, photo):
    seeing.ask("Hello")
    attach(seeing, photo("a.png"))
    seeing.page.composer.model_chosen.emit("mine", "model-b")
    seeing.send("What is it?")
    notice = seeing.page.notice
    assert notice.accessibleName() == "model-b cannot see pictures"
    assert len(seeing.provider.requests) == 1
    assert names(seeing) == ["a.png"]
    with seeing.settled():
        notice.action.emit("picture.without")
    assert seeing.provider.pictures[-1] == ()
    assert seeing.provider.requests[-1][2][-1] == "What is it?"
    assert names(seeing) == []


def test_instead_the_model_can_be_switched_and_nothing_is_lost(seeing, photo):
    seeing.ask("Hello")
    attach(seeing, photo("a.png"))
    seeing.page.composer.model_chosen.emit("mine", "model-b")
    seeing.send("What is it?")
    seeing.page.notice.action.emit("picture.switch")
    with seeing.settled():
        seeing.page.composer.send.click()
    assert seeing.provider.requests[-1][1] == "model-a"
    assert seeing.provider.pictures[-1] == ("a.png",)


def test_of_an_unknown_model_it_is_said_that_it_is_a_try(desk, photo):
    desk.start()
    attach(desk, photo("a.png"))
    assert "not known whether model-a sees" in tray(desk).hint.text
    desk.ask("What is it?")
    assert desk.provider.pictures == [("a.png",)]


def test_the_offline_pack_cannot_see(desk):
    from gptdesk.ui.chat.presenting.sight import SightFinder

    class Models:
        def connection(self, _id):
            from gptdesk.domain.connections import OFFLINE_ID, Connection, ConnectionKind

            return Connection(OFFLINE_ID, "", ConnectionKind.OFFLINE, "")

        def label(self, choice):
            return "Small model"

        def labels(self):
            return []

    sight = SightFinder(Models(), desk.facts).of(("offline", "small"))
    assert sight.reason() == "Small model cannot see pictures."
    assert sight.other is None


# The list


def test_the_list_says_picture_where_nothing_else_was_said(seeing, photo):
    from gptdesk.domain.conversations import Conversation
    from gptdesk.ui.chat.list.previews import preview

    row = Conversation("c", preview_pictures=1)
    assert preview(row, is_answering=False).text == "Picture"
    row = Conversation("c", preview="What is it?", preview_pictures=3)
    assert "3" in preview(row, is_answering=False).text
    draft = Conversation("c", draft_attachments=(Attachment("1", "image/png", 1, 1, 1),))
    assert "Draft" in preview(draft, is_answering=False).text
