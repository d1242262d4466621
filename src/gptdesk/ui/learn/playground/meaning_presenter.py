"""Compares sentences with an embedding model, at a price that is said before."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import Estimate
from gptdesk.domain.problems import Problem
from gptdesk.domain.settings import Settings
from gptdesk.runtime.calls import Calls
from gptdesk.runtime.operation import Operation
from gptdesk.services.embeddings import Comparison, EmbeddingService
from gptdesk.ui.learn.playground import examples
from gptdesk.ui.learn.playground.meaning_page import MeaningPage
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.money import Money, money_of, paid_text, price_text

PAUSE = 200


class MeaningPresenter(QObject):
    """Nothing is asked of any service before the person chooses or presses something there."""

    def __init__(
        self,
        page: MeaningPage,
        calls: Calls,
        service: EmbeddingService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or page)
        self._page, self._calls, self._service = page, calls, service
        self._money = Money()
        self._connections: dict[str, Connection] = {}
        self._operation: Operation | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._estimate)
        page.edited.connect(self._on_edited)
        page.place_chosen.connect(self._on_place)
        page.compare_requested.connect(self._on_compare)
        page.stop_requested.connect(self._on_stop)
        texts = examples.in_this(dict(examples.SENTENCES), Theme.current().language)
        assert isinstance(texts, tuple)
        page.set_sentences(texts)
        self.refresh()

    def use_settings(self, settings: Settings) -> None:
        self._money = money_of(settings)
        self._estimate()

    def refresh(self) -> None:
        """Connections may have changed."""
        self._calls.run(self._service.places(), self._on_places, self._page.show_problem)

    def shutdown(self) -> None:
        """What is asked of the core ends with the Calls."""
        self._pause.stop()

    def flush(self) -> None:
        """Do not wait for more letters."""
        if self._pause.isActive():
            self._pause.stop()
            self._estimate()

    def _on_places(self, places: tuple[Connection, ...]) -> None:
        self._connections = {one.id: one for one in places}
        self._page.show_places([(one.id, one.name or one.base_url) for one in places])
        self._on_place(self._page.place, is_asked=False)

    def _on_place(self, place: str, *, is_asked: bool = True) -> None:
        """Where the catalogue names no model the service is asked, once it was chosen."""
        connection = self._connections.get(place)
        if connection is None:
            self._page.show_models(())
            return
        known = self._service.known(connection)
        self._page.show_models(known)
        self._page.notice.hide()
        if known or not is_asked:
            self._estimate()
        if not known:
            self._calls.run(
                self._service.models(connection), self._on_models, self._page.show_problem
            )

    def _on_models(self, models: tuple[str, ...]) -> None:
        self._page.show_models(models)
        self._estimate()

    def _on_edited(self) -> None:
        self._page.refresh_count()
        self._pause.start()

    def _estimate(self) -> None:
        connection, model = self._connections.get(self._page.place), self._page.model
        if connection is None or not model:
            self._page.show_price("")
            return
        texts = self._page.sentences()
        self._calls.run(
            self._service.estimate(connection, model, texts),
            self._on_estimate,
            lambda _problem: None,
        )

    def _on_estimate(self, estimate: Estimate) -> None:
        self._page.show_price(price_text(estimate, self._money))

    def _on_compare(self) -> None:
        connection, model = self._connections.get(self._page.place), self._page.model
        texts = self._page.sentences()
        if connection is None or not model or len(texts) < 2 or self._operation is not None:
            return
        self._page.notice.hide()
        self._page.show_busy(True)
        operation = self._calls.run(
            self._service.compare(connection, model, texts), self._on_compared, self._on_failed
        )
        self._operation = operation
        if operation is not None:
            operation.finished.connect(self._on_finished)

    def _on_stop(self) -> None:
        if self._operation is not None:
            self._operation.cancel()

    def _on_compared(self, comparison: Comparison) -> None:
        self._page.show_comparison(comparison, paid_text(comparison.cost, self._money))

    def _on_failed(self, problem: Problem) -> None:
        self._page.show_problem(problem)

    def _on_finished(self) -> None:
        self._operation = None
        self._page.show_busy(False)
