"""A picture from the window to the service, in this turn, in the next, and tomorrow."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from gptdesk.domain.messages import ChatMessage


def photo(folder: Path, name: str = "Kassenbon 小票.jpg", side: int = 3000) -> Path:
    """Larger than models take, with something to see in it and a remark."""
    image = QImage(side, side // 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#b87545"))
    for x in range(0, side, 97):
        for y in range(0, side // 2):
            image.setPixel(x, y, 0xFFFFFFFF)
    image.setText("Description", "taken at home")
    path = folder / name
    assert image.save(str(path))
    return path


def paste(desk, *paths: Path) -> None:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    desk.part("chat.editor", QPlainTextEdit).insertFromMimeData(source)


def chips(desk):
    return [chip for chip in desk.app.window.findChildren(QAbstractButton, "chat.picture")]


def attach(desk, *paths: Path) -> None:
    before = len(chips(desk))
    paste(desk, *paths)
    desk.wait_for(lambda: len(chips(desk)) == before + len(paths))
    desk.wait_for(lambda: not any(chip.is_busy for chip in chips(desk)))


def sent_pictures(request) -> list[bytes]:
    """The bytes of every picture in a request, in order."""
    found = []
    for message in request.json["messages"]:
        if isinstance(message["content"], list):
            for part in message["content"]:
                if part["type"] == "image_url":
                    head, _, body = part["image_url"]["url"].partition(",")
                    assert head == "data:image/jpeg;base64"
                    found.append(base64.b64decode(body, validate=True))
    return found


def kept(profile) -> list[Path]:
    return sorted(profile.media.glob("??/*"))


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    return photo(tmp_path)


def test_a_picture_arrives_byte_for_byte_in_this_turn_and_the_next_and_is_there_tomorrow(
    open_desk, connected, profile, receipt
):
    desk = open_desk()
    attach(desk, receipt)
    (chip,) = chips(desk)
    assert chip.lines()[0] == "2048 × 1024"
    assert "2048 × 1024 · JPEG" in chip.toolTip()
    desk.ask("Please split this.")
    (file,) = kept(profile)
    assert sent_pictures(connected.requests[-1]) == [file.read_bytes()]
    assert b"taken at home" in receipt.read_bytes()
    assert b"taken at home" not in file.read_bytes()
    content = connected.requests[-1].json["messages"][0]["content"]
    assert [part["type"] for part in content] == ["image_url", "text"]
    desk.wait_for(lambda: chips(desk) == [])

    desk.ask("And by four?")
    assert sent_pictures(connected.requests[-1]) == [file.read_bytes()]
    assert connected.requests[-1].json["messages"][-1]["content"] == "And by four?"

    desk.app.close()
    again = open_desk()
    again.wait_for(lambda: again.transcript.rowCount() == 4)
    again.wait_for(lambda: isinstance(again.transcript.entry(0), ChatMessage))
    (picture,) = again.transcript.entry(0).attachments
    assert (picture.width, picture.height, picture.name) == (2048, 1024, receipt.name)
    again.ask("And by five?")
    assert sent_pictures(connected.requests[-1]) == [file.read_bytes()]


def test_pictures_of_a_draft_are_there_tomorrow_and_keep_their_order(
    open_desk, connected, profile, tmp_path
):
    paths = [photo(tmp_path, f"{name}.jpg", side) for name, side in (("b", 200), ("a", 300))]
    desk = open_desk()
    attach(desk, *paths)
    desk.app.close()
    again = open_desk()
    again.wait_for(lambda: len(chips(again)) == 2)
    assert [chip.picture.name for chip in chips(again)] == ["b.jpg", "a.jpg"]
    again.send()
    again.wait_for(lambda: len(connected.requests) == 1)
    assert [len(picture) for picture in sent_pictures(connected.requests[0])] == [
        chip.bytes for chip in again.transcript.entry(0).attachments
    ]
    again.wait_for(lambda: not again.is_answering)
    assert again.part("page.chat").header._title.text() == "Picture"
