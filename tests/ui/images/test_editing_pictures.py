"""Edit a picture: references, the painted part, before and after, and help with the words."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.images import PictureRecord, Way
from gptdesk.runtime.shown_pictures import draw_svg, harmless_svg
from gptdesk.ui.images.asking.styles import styles, with_style
from gptdesk.ui.images.asking.wording import changes
from images_desk import FakePromptHelp
from server.forms import files_of
from server.picturing import EDITING, png


def paint(desk):
    view = desk.presenter._painter.editor.view
    middle = view.rect().center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(8):
        QTest.mouseMove(view, middle + QPoint(step * 6, step * 2))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(48, 16))


def with_canvas(desk):
    desk.start()
    desk.choose("gpt-image-2")
    record = desk.generated("A sofa")
    desk.press("images.edit")
    painter = desk.presenter._painter
    desk.until(lambda: painter.editor is not None and painter.editor.has_picture)
    return record


def test_what_is_painted_goes_out_as_a_mask_of_the_same_size(desk, tmp_path):
    record = with_canvas(desk)
    assert desk.order.way is Way.EDIT
    paint(desk)
    desk.write("an orange cushion")
    desk.press("images.generate")  # at once: what is painted is waited for
    desk.until(lambda: not desk.presenter._maker.running and desk.record.way is Way.EDIT)
    request = next(r for r in reversed(desk.server.requests) if r.path == EDITING)
    sent = {file.field: file for file in files_of(request)}
    mask = QImage.fromData(sent["mask"].data)
    assert (mask.width(), mask.height()) == (record.file.width, record.file.height)
    alphas = {
        mask.pixelColor(x, y).alpha()
        for x in range(mask.width())
        for y in range(0, mask.height(), 3)
    }
    assert {0, 255} <= alphas
    assert desk.record.parents == (record.id,)


def test_three_ticks_say_that_the_mask_will_be_accepted(desk):
    record = with_canvas(desk)
    paint(desk)
    desk.until(lambda: desk.order.mask is not None)
    said = [tick.text for tick in desk.page.panel.masking.ticks]
    assert str(record.file.width) in said[0]
    assert "painted" in said[1]
    assert desk.part("images.generate").text() == "Redraw this part"
    desk.press("images.clear_mask")
    assert desk.order.mask is None
    desk.press("images.back")
    assert desk.page.stage.current is desk.page.stage.result


def test_what_is_painted_stays_when_the_same_picture_is_edited_again(desk):
    with_canvas(desk)
    paint(desk)
    desk.until(lambda: desk.order.mask is not None)
    mask = desk.order.mask
    desk.press("images.back")
    desk.press("images.edit")
    assert desk.order.mask == mask
    assert desk.presenter._painter.is_shown


def test_what_was_painted_lies_on_the_canvas_again_after_the_next_start(desk):
    with_canvas(desk)
    paint(desk)
    desk.until(lambda: desk.order.mask is not None)
    mask, painted = desk.order.mask, desk.presenter._painter.editor.painted
    desk.leave()
    desk.start()
    desk.page.panel.way_chosen.emit(Way.EDIT)
    assert desk.order.mask == mask
    desk.press("images.paint")
    painter = desk.presenter._painter
    desk.until(lambda: painter.editor is not None and painter.editor.has_picture)
    desk.until(lambda: painter.editor.painted == painted)
    desk.until(lambda: not painter._is_dirty and not painter._is_writing)
    assert desk.order.mask == mask


def test_another_first_picture_takes_the_mask_away(desk):
    with_canvas(desk)
    paint(desk)
    desk.until(lambda: desk.order.mask is not None)
    desk.page.panel.references.removed.emit(0)
    assert desk.order.mask is None
    assert not desk.order.references


def test_an_edit_is_compared_with_what_it_was_made_from(desk):
    with_canvas(desk)
    desk.write("an orange cushion")
    desk.press("images.generate")
    desk.until(lambda: not desk.presenter._maker.running and desk.record.way is Way.EDIT)
    desk.until(lambda: desk.presenter._shower.data)
    desk.until(lambda: desk.page.head._can_compare)
    desk.page.head.view_chosen.emit("compare")
    desk.until(lambda: desk.presenter._comparer.is_shown)
    desk.page.head.view_chosen.emit("result")
    assert desk.page.stage.current is desk.page.stage.result


def test_pictures_are_dropped_pasted_and_taken_from_the_gallery(desk, tmp_path):
    desk.start()
    desk.choose("gpt-image-2")
    record = desk.generated("A sofa")
    (tmp_path / "one.png").write_bytes(png(80, 60))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.png"))])
    desk.page.panel.asking.editor.insertFromMimeData(dropped)
    desk.until(lambda: len(desk.order.references) == 1)
    assert desk.order.way is Way.EDIT
    pasted = QMimeData()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    pasted.setImageData(image)
    desk.page.panel.asking.editor.insertFromMimeData(pasted)
    desk.until(lambda: len(desk.order.references) == 2)
    desk.page.picture_dropped.emit(record.id)
    desk.until(lambda: len(desk.order.references) == 3)
    assert desk.order.references[2].picture == record.id
    desk.write("put them together")
    desk.press("images.generate")
    desk.until(lambda: not desk.presenter._maker.running and desk.record.way is Way.EDIT)
    request = next(r for r in reversed(desk.server.requests) if r.path == EDITING)
    assert len([f for f in files_of(request) if f.field.startswith("image")]) == 3


def test_better_words_are_shown_as_a_difference_and_taken_only_if_wanted(desk):
    desk.prompts = FakePromptHelp("A small red cabin at dusk")
    desk.start()
    desk.write("A red cabin")
    desk.until(lambda: desk.is_seen("images.improve"))
    assert "$" in desk.part("images.improve").text()
    desk.press("images.improve")
    desk.until(lambda: desk.is_seen("images.proposal"))
    assert desk.page.panel.asking.editor.content == "A red cabin"
    proposal = desk.page.panel.asking.proposal
    proposal.decline.click()
    assert desk.page.panel.asking.editor.content == "A red cabin"
    desk.press("images.improve")
    desk.until(lambda: desk.is_seen("images.proposal"))
    proposal.accept.click()
    assert desk.page.panel.asking.editor.content == "A small red cabin at dusk"
    desk.page.panel.asking.editor.undo()
    assert desk.page.panel.asking.editor.content == "A red cabin"


def test_a_difference_keeps_what_is_the_same():
    parts = changes("一只猫在屋顶", "一只黑猫在屋顶上")
    assert "".join(p.text for p in parts if p.change != "-") == "一只黑猫在屋顶上"
    assert "".join(p.text for p in parts if p.change != "+") == "一只猫在屋顶"
    assert [p.text for p in parts if p.change == "+"] == ["黑", "上"]


def test_a_style_is_written_into_the_words_and_taken_out_again(desk):
    desk.start()
    desk.write("A cat.")
    asking = desk.page.panel.asking
    desk.press("images.show_styles")
    style = styles()[1]
    tile = desk.part(f"images.style.{style.id}")
    tile.click()
    assert asking.editor.content == f"A cat, {style.words}"
    assert tile.isChecked()
    tile.click()
    assert asking.editor.content == "A cat"
    assert not tile.isChecked()


def test_every_style_has_a_picture_of_our_own(qapp):
    from gptdesk.domain.resources import resource_root

    for style in styles():
        file = resource_root() / "images" / "styles" / f"{style.id}.svg"
        assert not draw_svg(file.read_bytes()).isNull(), style.id
    assert with_style("", styles()[0]) == styles()[0].words


def test_every_idea_is_there_in_both_languages(qapp):
    from gptdesk.ui.images.asking.ideas import _stored, idea_groups

    ideas = [idea for group in _stored() for idea in group["ideas"]]
    assert len(ideas) >= 24
    for idea in ideas:
        for field in ("title", "prompt"):
            assert set(idea[field]) == {"en", "zh_CN"}
    assert len(idea_groups()) == len(_stored())


def test_a_drawing_made_of_shapes_is_edited_as_it_is_seen(desk):
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
        b'<rect width="40" height="20" fill="#00ff00"/></svg>'
    )
    file = PreparedPicture(drawing, "image/svg+xml", 40, 20).attachment()
    desk.start()
    desk.run(desk.studio.store.add(PictureRecord("svg", file, 1.0, prompt="green"), drawing))
    desk.presenter._shower.load()
    desk.until(lambda: desk.record is not None and desk.presenter._shower.data)
    desk.press("images.edit")
    painter = desk.presenter._painter
    desk.until(lambda: painter.editor is not None and painter.editor.has_picture)
    (reference,) = desk.order.references
    assert reference.file.media_type == "image/png"
    assert reference.picture == "svg"
    assert painter.is_shown


def test_a_drawing_is_shown_without_scripts_and_without_anything_from_outside(qapp, tmp_path):
    (tmp_path / "secret.png").write_bytes(png(8, 8, (255, 0, 0, 255)))
    bad = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" '
        'width="40" height="20" onload="steal()"><script>steal()</script>'
        f'<image x:href="file://{tmp_path}/secret.png" width="40" height="20"/>'
        '<rect width="10" height="10" fill="url(http://example.invalid/x)" onclick="a()"/>'
        '<rect width="40" height="20" fill="#00ff00"/></svg>'
    ).encode()
    clean = harmless_svg(bad)
    for word in (b"script", b"steal", b"file:", b"http://example", b"onclick"):
        assert word not in clean
    image = draw_svg(bad, 40)
    assert image.pixelColor(20, 10).name() == "#00ff00"


def test_a_drawing_that_is_none_gives_no_picture(qapp):
    assert draw_svg(b"<svg").isNull()
    assert draw_svg(b"<html xmlns='x'/>").isNull()
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    assert draw_svg(bomb).isNull()
