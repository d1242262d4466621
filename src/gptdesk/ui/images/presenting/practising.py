"""While practice drawings are chosen: what they are, and the way to real pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.images import PRACTICE_ID

if TYPE_CHECKING:
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.choosing import ModelChooser
    from gptdesk.ui.images.presenting.telling import Teller

translate = QCoreApplication.translate


class Practising(QObject):
    """Nothing is switched to a model that costs money without being asked.

    Signals:
        connection_wanted: there is no service yet, and one is to be added.
    """

    connection_wanted = Signal()

    def __init__(
        self, page: ImagesPage, models: ModelChooser, teller: Teller, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._models = models
        self._teller = teller
        page.panel.service_wanted.connect(self._on_wanted)
        models.loaded.connect(self.show)
        models.chosen.connect(self.show)

    def show(self) -> None:
        """At length while nothing else is there to be seen, later by a link under the model."""
        stage = self._page.stage
        self._teller.show_doors(
            self._models.is_practice_only, is_empty=stage.current is stage.empty
        )
        is_practice = self._models.current[0] == PRACTICE_ID
        text = translate("Images", "Add a service for real pictures")
        if self._models.real[1]:
            text = translate("Images", "Use {model}").format(model=self._models.real[1])
        self._page.panel.set_service(text if is_practice else "")

    def _on_wanted(self) -> None:
        if self._models.real[1]:
            self._models.take(*self._models.real)
        else:
            self.connection_wanted.emit()
