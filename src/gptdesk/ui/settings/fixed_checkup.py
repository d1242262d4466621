"""The check-up of a connection that is not edited here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from gptdesk.domain.addresses import is_private
from gptdesk.domain.connections import Connection
from gptdesk.ui.settings.checking import Checking
from gptdesk.ui.settings.checkup_report import checkup_report
from gptdesk.ui.settings.checkup_view import CheckupView
from gptdesk.ui.settings.form_rules import Question


class FixedCheckup(QObject):
    """`current` gives the connection that is shown, if any is.

    Signals:
        proxy_requested: the section of the proxy.
    """

    proxy_requested = Signal()

    def __init__(
        self,
        view: CheckupView,
        checking: Checking,
        current: Callable[[], Connection | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._checking = checking
        self._current = current
        view.check_requested.connect(self.check)
        view.stop_requested.connect(checking.stop)
        view.action.connect(self._on_action)
        view.copy_requested.connect(self._on_copy)

    def check(self) -> None:
        connection = self._current()
        if connection is not None:
            self._checking.start(Question(connection))

    def show(self, connection: Connection) -> None:
        self._view.show_cost(is_free=is_private(connection.base_url))
        result = self._checking.result_for(Question(connection))
        if self._checking.is_running(connection.id):
            self._view.show_busy(self._checking.steps())
        elif result is not None:
            self._view.show_result(result)
        else:
            self._view.show_nothing()

    def _on_action(self, action: str) -> None:
        if action == "settings.proxy":
            self.proxy_requested.emit()
        else:
            self.check()

    def _on_copy(self) -> None:
        connection = self._current()
        result = self._checking.result_for(Question(connection)) if connection else None
        if connection is not None and result is not None:
            QGuiApplication.clipboard().setText(checkup_report(connection, result))
            self._view.show_copied()
