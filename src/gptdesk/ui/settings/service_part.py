"""The part of the form that is about the service: which one, where it is, what it offers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.addresses import host_of
from gptdesk.domain.catalogue import Catalogue, Service
from gptdesk.ui.settings.confirm_line import ConfirmLine
from gptdesk.ui.settings.form_row import FormRow
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.presets import (
    COMPATIBLE,
    Presets,
    date_text,
    key_page_of,
    offers_text,
    reach_text,
)
from gptdesk.ui.settings.sentence_row import in_a_row
from gptdesk.ui.settings.service_choice import ServiceChoice
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import Choice
from gptdesk.ui.widgets.languages import in_language

translate = QCoreApplication.translate


class ServicePart(QWidget):
    """Signals:
    address_chosen: the base URL that a service or one of its places brings; empty for none.
    link_opened: a page that the user wants to see in the browser.
    """

    address_chosen = Signal(str)
    link_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets = Presets(Catalogue())
        self._base_url = ""
        self._choice = ServiceChoice()
        self._choice.setObjectName("settings.preset")
        self._choice.activated.connect(self._on_chosen)
        self._place = Choice()
        self._place.setObjectName("settings.place")
        self._place.activated.connect(self._on_place_chosen)
        self._note = Hint()
        self._offers = Hint()
        self._reach = Hint()
        self._key_page = Button(kind="link", trailing_icon="external-link")
        self._key_page.setObjectName("settings.key_page")
        self._key_page.clicked.connect(self._on_key_page)
        self._confirm = ConfirmLine(name="settings.key_page.open")
        self._confirm.confirmed.connect(self._on_confirmed)
        self.rows = (FormRow(self._choice), FormRow(self._place))
        for widget in (self._note, self._offers, self._reach, self._key_page, self._confirm):
            self.rows[0].add_hint(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in self.rows:
            column.addWidget(row)
        self._retranslate()

    @property
    def preset(self) -> str:
        return str(self._choice.currentData() or COMPATIBLE)

    def show_presets(self, presets: Presets) -> None:
        self._presets = presets
        self._retranslate()

    def show_preset(self, preset: str, base_url: str) -> None:
        """The chosen one, and where it is just now."""
        self._base_url = base_url
        self._choice.choose(preset)
        self._confirm.hide()
        self._show_service()

    def show_address(self, base_url: str) -> None:
        """Another address stands in the form: it may belong to another service."""
        self.show_preset(self._presets.preset_at(base_url, self.preset), base_url)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._confirm.hide()
            self._retranslate()

    # Gestures

    def _on_chosen(self) -> None:
        service = self._presets.service(self.preset)
        self.address_chosen.emit(service.places[0].base_url if service is not None else "")

    def _on_place_chosen(self) -> None:
        self.address_chosen.emit(str(self._place.currentData()))

    def _on_key_page(self) -> None:
        text = translate("Settings", "This opens {address} in your browser.")
        page = self._page()
        self._confirm.ask(text.format(address=page), translate("Settings", "Open the page"))

    def _on_confirmed(self) -> None:
        self.link_opened.emit(self._page())

    # What is said

    def _page(self) -> str:
        service = self._presets.service(self.preset)
        return key_page_of(service, self._base_url) if service is not None else ""

    def _show_service(self) -> None:
        service = self._presets.service(self.preset)
        self._show_places(service)
        if service is None:
            text = translate(
                "Settings",
                "Anything that speaks the language of the OpenAI API: paste its address below.",
            )
            self._note.show_hint(text)
            self._offers.show_hint("")
            self._reach.show_hint("")
        else:
            self._note.show_hint(in_a_row((in_language(service.note), date_text(service))))
            offers = translate("Settings", "Offers: {tasks}").format(tasks=offers_text(service))
            self._offers.show_hint(offers)
            self._reach.show_hint(reach_text(service, self._base_url), icon="info")
        page = self._page()
        self._key_page.setVisible(bool(page))
        self._key_page.setToolTip(page)
        self._key_page.setAccessibleDescription(page)

    def _show_places(self, service: Service | None) -> None:
        places = service.places if service is not None else ()
        with QSignalBlocker(self._place):
            self._place.clear()
            for place in places:
                title = in_language(place.title) or host_of(place.base_url)
                self._place.addItem(title, place.base_url)
            here = service.place_at(self._base_url) if service is not None else None
            self._place.setCurrentIndex(places.index(here) if here is not None else -1)
        self.rows[1].setVisible(len(places) > 1)

    def _retranslate(self) -> None:
        self.rows[0].set_label(translate("Settings", "Service"))
        self.rows[1].set_label(translate("Settings", "Place"))
        self._choice.set_groups(self._presets.groups())
        self._key_page.setText(translate("Settings", "Where do I get a key?"))
        self._key_page.setAccessibleName(self._key_page.text())
        self._show_service()
