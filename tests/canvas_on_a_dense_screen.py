"""Run as a program with QT_SCALE_FACTOR set: paints with the mouse and looks at each pixel.

A screen's density cannot be changed within a process. It prints what was found, one line each.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from canvas_studio import Hand, Work
from gptdesk.ui.images.canvas.editor import PictureEditor

SIZE = 61, 43
ZOOMS = (3.0, 5.0, 7.5, 12.0)
GREY = QColor(128, 128, 128)


def main() -> None:
    app = QApplication(sys.argv[:1])
    editor = PictureEditor(Work())
    editor.resize(1000, 800)
    editor.show()
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(GREY)
    editor.open(image)
    print(f"density {editor.view.devicePixelRatioF()}")
    for zoom in ZOOMS:
        print(f"zoom {zoom} wrong {wrong_pixels(app, editor, zoom)}")
    editor.close()


def wrong_pixels(app: QApplication, editor: PictureEditor, zoom: float) -> int:
    """How many pixels look veiled and are not transparent, or the other way round."""
    view = editor.view
    editor.document.clear_mask()
    view.viewport.zoom_to(zoom, view.viewport.to_widget((20, 15)))
    editor.toolbox.set_diameter(11)
    Hand(view).drag((8.3, 9.1), (30.7, 22.4), (21.2, 30.9))
    view.clearFocus()
    view.leaveEvent(None)  # type: ignore[arg-type]
    app.processEvents()
    seen = view.grab().toImage()
    alpha = QImage.fromData(editor.mask_png(), "PNG")
    assert any(alpha.pixelColor(x, 10).alpha() == 0 for x in range(SIZE[0]))
    wrong = 0
    for y in range(SIZE[1]):
        for x in range(SIZE[0]):
            spot = view.viewport.to_widget((x + 0.5, y + 0.5)) * seen.devicePixelRatio()
            column, row = int(spot.x()), int(spot.y())
            if seen.rect().contains(column, row):
                color = seen.pixelColor(column, row)
                is_veiled = color.red() - color.green() > 20
                is_dash = color in (QColor("#FFFFFF"), QColor("#3A1233"))
                is_transparent = alpha.pixelColor(x, y).alpha() == 0
                wrong += (is_veiled or is_dash) != is_transparent
    return wrong


if __name__ == "__main__":
    main()
