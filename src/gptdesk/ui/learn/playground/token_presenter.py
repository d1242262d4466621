"""Cuts the text of the tokenizer while it is typed, and prices it for the models of choice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Task
from gptdesk.domain.problems import Problem
from gptdesk.domain.settings import Settings
from gptdesk.runtime.calls import Calls
from gptdesk.services.token_pieces import CutText, Priced, TokenService
from gptdesk.ui.learn.playground import examples
from gptdesk.ui.learn.playground.token_page import TokenPage
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.menu import menu
from gptdesk.ui.widgets.money import Money, money_of

ANSWER = 300
"""Tokens that an answer is assumed to have."""
SHORT, PAUSE = 4000, 200
"""Longer texts are cut so many milliseconds after the last letter."""
FIRST_MODELS = 5
LONGEST_SENTENCE = 80
ENDS = "。？！?!\n"
VOCABULARIES = ("cl100k", "o200k")


class TokenPresenter(QObject):
    """At most one text is being cut at any time; what was typed meanwhile is cut next."""

    def __init__(
        self,
        page: TokenPage,
        calls: Calls,
        service: TokenService,
        catalogue: Catalogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or page)
        self._page, self._calls, self._service = page, calls, service
        self._money = Money()
        self._priced: tuple[Priced, ...] = ()
        self._tokens = 0
        self._offered = priced_models(catalogue)
        self._in_use: tuple[tuple[str, str], ...] = ()
        self._chosen: list[ModelFacts] | None = None
        self._is_cutting = self._is_stale = False
        self._sentence = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._cut)
        page.edited.connect(self._on_edited)
        page.prices.choose_requested.connect(self._on_choose)
        page.set_text(str(examples.in_this(dict(examples.TEXT), Theme.current().language)))
        self._compare(
            (examples.SAME_ENGLISH, examples.SAME_CHINESE), ("o200k", "o200k"), page.show_languages
        )

    def use_settings(self, settings: Settings) -> None:
        self._money = money_of(settings)
        self._show_prices()

    def set_in_use(self, in_use: Collection[tuple[str, str]]) -> None:
        """Service and model of what the user has set up: these are priced first."""
        self._in_use = tuple(in_use)
        self._price()

    def shutdown(self) -> None:
        """What is asked of the core ends with the Calls."""
        self._pause.stop()

    def flush(self) -> None:
        """Do not wait for more letters."""
        if self._pause.isActive():
            self._pause.stop()
            self._cut()

    @property
    def models(self) -> list[ModelFacts]:
        """Those whose price is shown."""
        if self._chosen is not None:
            return self._chosen
        mine = [one for one in self._offered if (one.service, one.name) in self._in_use]
        firsts: dict[str, ModelFacts] = {}
        for one in self._offered:
            if one not in mine:
                firsts.setdefault(one.service, one)
        return [*mine, *list(firsts.values())[:FIRST_MODELS]]

    def choose(self, model: ModelFacts, is_wanted: bool) -> None:
        chosen = [one for one in self.models if one != model]
        self._chosen = [*chosen, model] if is_wanted else chosen
        self._price()

    def _on_edited(self) -> None:
        self._pause.start(PAUSE if len(self._page.text) > SHORT else 0)

    def _cut(self) -> None:
        if self._is_cutting:
            self._is_stale = True
            return
        self._is_cutting, self._is_stale = True, False
        text, vocabulary = self._page.text, self._page.vocabulary
        self._calls.run(self._service.cut(text, vocabulary), self._on_cut, self._on_failed)

    def _on_cut(self, cut: CutText | None) -> None:
        self._is_cutting = False
        if self._is_stale:
            self._cut()
            return
        self._tokens = cut.tokens if cut is not None else 0
        self._page.show_cut(cut)
        if cut is not None:
            self._compare_times(cut.text)
        self._price()

    def _on_failed(self, _problem: Problem) -> None:
        self._is_cutting = False
        self._page.show_cut(None)

    def _compare_times(self, text: str) -> None:
        sentence = first_sentence(text)
        if sentence != self._sentence:
            self._sentence = sentence
            self._compare((sentence, sentence), VOCABULARIES, self._show_times)

    def _show_times(self, older: CutText, newer: CutText) -> None:
        self._page.show_then_and_now({older.tokenizer: older, newer.tokenizer: newer})

    def _compare(self, texts: tuple[str, str], vocabularies: tuple[str, str], show: object) -> None:
        self._calls.run(
            _both(self._service, texts, vocabularies),
            partial(_shown, show),
            lambda _problem: None,
        )

    def _price(self) -> None:
        self._calls.run(
            self._service.priced(self._page.text, self.models, ANSWER),
            self._on_priced,
            lambda _problem: None,
        )

    def _on_priced(self, priced: tuple[Priced, ...]) -> None:
        self._priced = priced
        self._show_prices()

    def _show_prices(self) -> None:
        self._page.prices.show_prices(self._priced, self._money, self._tokens, ANSWER)

    def _on_choose(self) -> None:
        shown = menu(self._page)
        shown.setObjectName("learn.playground.model_menu")
        wanted = self.models
        for model in self._offered:
            action = QAction(model.name, shown)
            action.setCheckable(True)
            action.setChecked(model in wanted)
            action.toggled.connect(partial(self.choose, model))
            shown.addAction(action)
        shown.aboutToHide.connect(shown.deleteLater)
        button = self._page.prices.choose_button
        shown.popup(button.mapToGlobal(button.rect().bottomLeft()))


def priced_models(catalogue: Catalogue) -> list[ModelFacts]:
    """Models to talk with that answer today and have a price, the recommended ones first."""
    today = date.today()
    found = [
        one
        for one in catalogue.models()
        if one.task is Task.CHAT and one.price is not None and not one.is_retired(today)
    ]
    found = [one for one in found if one.shutdown is None]
    order = [service.id for service in catalogue.services]
    return sorted(
        found,
        key=lambda one: (
            not one.is_recommended,
            order.index(one.service) if one.service in order else len(order),
        ),
    )


def first_sentence(text: str) -> str:
    """The first one that has words; not too long to be compared at a glance."""
    sentence = ""
    for letter in text.strip()[:LONGEST_SENTENCE]:
        if letter == "\n":
            break
        sentence += letter
        if letter in ENDS:
            break
    return sentence


async def _both(
    service: TokenService, texts: Sequence[str], vocabularies: Sequence[str]
) -> tuple[CutText, ...]:
    found = [await service.cut(*pair) for pair in zip(texts, vocabularies, strict=True)]
    return tuple(cut for cut in found if cut is not None)


def _shown(show: object, cuts: tuple[CutText, ...]) -> None:
    if len(cuts) == 2 and callable(show):
        show(*cuts)
