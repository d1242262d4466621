"""Every *Try it* leads to the request it promises: filled in, sent, and read at the service."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QAbstractButton

from gptdesk.domain.filling import texts_of
from gptdesk.domain.help_pages import Kind


@pytest.fixture
def trying(open_desk, connected):
    connected.models = ["model-a", "gpt-image-2", "tts-1", "whisper-1"]
    desk = open_desk()
    desk.app.window.show_tab("learn")
    desk.help = desk.app.presenters.help
    desk.wait_for(lambda: desk.help.learn.reader.page is not None)
    desk.server = connected
    return desk


def recipes(desk, tab):
    shelf = desk.help.learn.reader.shelf
    pages = (*shelf.of(Kind.LESSON), *shelf.of(Kind.FAQ))
    found = [(page, recipe) for page in pages for recipe in page.recipes if recipe.tab == tab]
    assert found
    return found


def pressed(desk, name):
    """Press what begins the work, as soon as it can be; gives the requests that followed."""
    button = desk.part(name, QAbstractButton)
    desk.wait_for(button.isEnabled)
    before = len(desk.server.requests)
    button.click()
    desk.wait_for(lambda: len(desk.server.requests) > before)
    return desk.server.requests[before:]


def has(found, count):
    return len(found()) == count


def words_of(content):
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content)


def test_every_question_of_a_lesson_is_asked_as_it_stands(trying):
    chat = trying.app.window.page("chat")
    presenter = trying.app.presenters.chat
    for page, recipe in recipes(trying, "chat"):
        trying.help.trying.begin(page, recipe)
        pictures = texts_of(recipe.fields, "attach")
        trying.wait_for(partial(has, presenter._attached.attachments, len(pictures)))
        (request, *_) = pressed(trying, "chat.send")
        asked = request.json["messages"][-1]["content"]
        assert recipe.fields["prompt"] in words_of(asked), (page.id, recipe.id)
        kinds = [part["type"] for part in asked if part["type"] != "text"] if pictures else []
        assert kinds == ["image_url"] * len(pictures), (page.id, recipe.id)
        trying.wait_for(lambda: chat.composer.stop.isHidden() and not presenter._asker.running)


def test_every_picture_of_a_lesson_is_ordered_as_it_stands(trying):
    window = trying.app.window
    window.show_tab("images")
    model = trying.part("images.model")
    trying.wait_for(lambda: model.current == ("c1", "gpt-image-2"))
    presenter = trying.app.presenters.tabs.of("images").presenter
    for page, recipe in recipes(trying, "images"):
        trying.help.trying.begin(page, recipe)
        files = texts_of(recipe.fields, "attach")
        trying.wait_for(partial(has, lambda: presenter._desk.order.references, len(files)))
        (request, *_) = pressed(trying, "images.generate")
        assert request.path.endswith("/images/edits" if files else "/images/generations")
        sent = request.body.decode("utf-8", "replace") if files else request.json["prompt"]
        assert recipe.fields["prompt"] in sent, (page.id, recipe.id)
        if not files and "quality" in recipe.fields:
            assert request.json["quality"] == recipe.fields["quality"]
        trying.wait_for(lambda: not presenter._maker.running)


def test_every_text_of_a_lesson_is_spoken_as_it_stands(trying):
    trying.app.window.show_tab("speech")
    for page, recipe in recipes(trying, "speech"):
        trying.help.trying.begin(page, recipe)
        stop = trying.part("speech.stop", QAbstractButton)
        requests = pressed(trying, "speech.speak")
        trying.wait_for(stop.isHidden)
        assert all(one.path.endswith("/audio/speech") for one in requests)
        spoken = "".join(one.json["input"] for one in trying.server.requests if one.json)
        text = "".join(str(recipe.fields["text"]).split())
        assert text[:40] in "".join(spoken.split()), (page.id, recipe.id)


def test_every_recording_of_a_lesson_is_written_down(trying):
    trying.app.window.show_tab("transcription")
    presenter = trying.app.presenters.tabs.of("transcription").presenter
    for page, recipe in recipes(trying, "transcription"):
        trying.help.trying.begin(page, recipe)
        trying.wait_for(lambda: bool(presenter.queue.waiting))
        (request, *_) = pressed(trying, "transcription.start")
        assert request.path.endswith(("/audio/transcriptions", "/audio/translations")), page.id
        assert b"whisper-1" in request.body
        trying.wait_for(lambda: not presenter.queue.running)
