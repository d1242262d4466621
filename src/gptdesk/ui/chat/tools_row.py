"""The row below the text that is written: what goes with it, who answers, the price, and Send."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gptdesk.ui.chat.attaching.button import AttachButton
from gptdesk.ui.chat.modelbutton import ModelButton
from gptdesk.ui.widgets.buttons import IconButton, PriceButton
from gptdesk.ui.widgets.labels import ElidedLabel, LinkLabel
from gptdesk.ui.widgets.meaning import explain

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class State:
    """Whether it is known who can answer, an answer comes, nobody can, and nobody ever could."""

    is_known: bool
    is_busy: bool
    is_unready: bool
    is_first: bool


class ToolsRow(QHBoxLayout):
    """Its widgets are children of `owner`, which decides what their clicks mean."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self._model = ""
        self.attach = AttachButton(owner)
        self.model = ModelButton(owner)
        self.options = IconButton("sliders-horizontal", parent=owner)
        self.cost = ElidedLabel(style="secondary", role="text-quiet", parent=owner)
        self.reason = ElidedLabel(style="secondary", role="text-quiet", parent=owner)
        self.reason_link = LinkLabel(parent=owner)
        self.send = PriceButton(icon="arrow-up", parent=owner)
        self.stop = PriceButton(parent=owner)
        self._build()

    def hands(self) -> list[QWidget]:
        """What can be clicked, in the order of the Tab key."""
        chosen = [self.attach, self.model, self.options]
        return [*chosen, self.reason_link, self.send, self.stop]

    def set_model(self, label: str) -> None:
        """Takes effect with `retranslate`."""
        self._model = label

    def set_cost(self, label: str, price: str) -> None:
        """`price` stands on the button, `label` beside the model."""
        self.cost.setText(label)
        self.cost.updateGeometry()
        self.send.set_price(price)

    def show_state(self, state: State) -> None:
        """Stop in the place of Send, or the reason why nothing can be sent."""
        self.send.setVisible(not state.is_busy)
        self.stop.setVisible(state.is_busy)
        has_reason = state.is_known and state.is_unready and not state.is_busy
        self.reason.setVisible(has_reason)
        self.reason_link.setVisible(has_reason and not state.is_first)
        self.cost.setVisible(not state.is_unready)

    def retranslate(self, state: State) -> None:
        self.send.setText(translate("Composer", "Send"))
        self.stop.set_stop(
            translate("Composer", "Stop"), translate("Composer", "Esc", "name of the key")
        )
        name = self._model or (translate("Composer", "No model yet") if state.is_known else "…")
        self.model.setText(name)
        spoken = translate("Composer", "Model: {name}. Choose another one")
        self.model.setAccessibleName(spoken.format(name=name))
        self.model.setToolTip(name)
        self.model.updateGeometry()
        self.options.set_label(translate("Composer", "Settings of the answers"))
        self.cost.setAccessibleDescription(translate("Composer", "What sending will cost"))
        self.reason.setText(_reason(state))
        self.reason.updateGeometry()
        self.reason_link.setText(translate("Composer", "Set up connections…"))

    def _build(self) -> None:
        self.send.setObjectName("chat.send")
        self.stop.setObjectName("chat.stop")
        self.options.setObjectName("chat.options")
        self.cost.setObjectName("chat.cost")
        explain(self.cost, "token")
        explain(self.options, "temperature")
        self.reason.setObjectName("chat.reason")
        self.setContentsMargins(6, 0, 0, 0)
        self.setSpacing(8)
        left = (self.attach, self.model, self.options, self.cost)
        right = (self.reason, self.reason_link, self.send, self.stop)
        for widget in (*left, *right):
            self.addWidget(widget)
        self.insertStretch(len(left), 1)
        for hand in self.hands():
            hand.setCursor(Qt.CursorShape.ArrowCursor)


def _reason(state: State) -> str:
    if state.is_first:
        return translate("Composer", "Choose a way first, then you can send")
    return translate("Composer", "No connection is set up.")
