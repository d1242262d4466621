"""Pictures in the real app: practised without a key, made by a service, kept until tomorrow."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QListWidget, QPlainTextEdit


def images(desk):
    desk.app.window.show_tab("images")
    return desk.app.window.page("images")


def generate(desk, text: str) -> None:
    before = desk.part("images.newest", QListWidget).count()
    desk.part("images.prompt", QPlainTextEdit).setPlainText(text)
    button = desk.part("images.generate", QAbstractButton)
    desk.wait_for(button.isEnabled)
    button.click()
    newest = desk.part("images.newest", QListWidget)
    stop = desk.part("images.stop")
    desk.wait_for(lambda: newest.count() > before and stop.isHidden())


def test_a_practice_picture_is_drawn_without_key_and_is_there_tomorrow(open_desk):
    desk = open_desk()
    page = images(desk)
    generate(desk, "A lighthouse in a storm")
    desk.wait_for(lambda: page.stage.current is page.stage.result)
    assert "Practice" in page.stage.result.record.settings.model.title()
    desk.part("images.prompt", QPlainTextEdit).setPlainText("half a thought")
    desk.app.close()

    again = open_desk()
    page = images(again)
    again.wait_for(lambda: page.stage.current is page.stage.result)
    assert page.stage.result.record.prompt == "A lighthouse in a storm"
    prompt = again.part("images.prompt", QPlainTextEdit)
    again.wait_for(lambda: prompt.toPlainText() == "half a thought")


def test_a_service_makes_a_picture_and_the_chat_takes_it(open_desk, connected):
    connected.models = ["model-a", "gpt-image-2"]
    desk = open_desk()
    page = images(desk)
    model = desk.part("images.model")
    desk.wait_for(lambda: model.current == ("c1", "gpt-image-2"))
    generate(desk, "A red cabin")
    desk.wait_for(lambda: page.stage.current is page.stage.result)
    assert connected.requests[-1].json["prompt"] == "A red cabin"
    desk.app.presenters.tabs.of("images").presenter._actor.send_to_chat()
    assert desk.app.window.current_tab == "chat"
    chips = "chat.picture"
    desk.wait_for(lambda: bool(desk.app.window.findChildren(QAbstractButton, chips)))


def test_the_palette_finds_what_the_tab_can_do(open_desk):
    desk = open_desk()
    images(desk)
    commands = [
        command.id for provider in desk.app.window._providers for command in provider("idea")
    ]
    assert "images.idea" in commands
