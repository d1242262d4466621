"""Proxy: the way by which requests leave this computer."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gptdesk.domain.proxy import ProxyKind, ProxyScheme, proxy_parts
from gptdesk.ui.settings.form_row import FormRow
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import Segments, TextField
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.notice import Notice

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ProxyDraft:
    """What stands in the fields. An empty `password` leaves the stored one as it is."""

    kind: ProxyKind = ProxyKind.SYSTEM
    scheme: ProxyScheme = ProxyScheme.HTTP
    host: str = ""
    port: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    removes_password: bool = False

    @property
    def port_number(self) -> int:
        """0 for what is no port."""
        text = self.port.strip()
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
        return number if number < 65536 else 0

    @property
    def is_whole(self) -> bool:
        return self.kind is not ProxyKind.GIVEN or (bool(self.host) and self.port_number > 0)


class ProxyView(SectionPage):
    """Its part `notice` is public: the presenter listens to it.

    Signals:
        kind_chosen: a ProxyKind.
        edited: something else stands in the fields.
        save_requested: take over what stands in the fields.
        test_requested: try the proxy that is taken over.
    """

    kind_chosen = Signal(object)
    edited = Signal()
    save_requested = Signal()
    test_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place_text = ""
        self._is_safe = True
        self._has_password = False
        self._removes_password = False
        self.notice = Notice(small=True)
        self._kind = Segments()
        self._kind.setObjectName("settings.proxy.kind")
        self._scheme = Segments()
        self._scheme.setObjectName("settings.proxy.scheme")
        self._host, self._port = TextField(), TextField()
        self._user, self._password = TextField(), TextField()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._kind_hint, self._saved_hint, self._place_hint = Hint(), Hint(), Hint()
        self._remove = Button(kind="link")
        self._save = Button(kind="primary")
        self._test = Button(kind="line", icon="activity")
        self._build()
        self._connect()
        self._retranslate()

    # Values in

    def show_draft(self, draft: ProxyDraft, *, has_password: bool) -> None:
        self._has_password = has_password
        self._removes_password = draft.removes_password
        with QSignalBlocker(self):
            self._kind.choose(draft.kind.value)
            self._scheme.choose(draft.scheme.value)
            fields = ((self._host, draft.host), (self._port, draft.port), (self._user, draft.user))
            for line, text in (*fields, (self._password, draft.password)):
                line.setText(text)
        self._retranslate()

    def show_place(self, text: str, *, is_safe: bool) -> None:
        """Where the password is kept or will be."""
        self._place_text, self._is_safe = text, is_safe
        self._retranslate()

    def show_state(self, *, can_save: bool, is_busy: bool) -> None:
        self._save.setEnabled(can_save and not is_busy)
        self._save.set_busy(is_busy and can_save)
        self._test.setEnabled(not can_save and not is_busy)
        self._test.set_busy(is_busy and not can_save)

    def show_said(self, text: str, *, is_good: bool = True) -> None:
        icon = ("circle-check" if is_good else "info") if text else ""
        self._saved_hint.show_hint(text, icon=icon, level="ok" if is_good else "")

    def show_missing(self, *, host: bool, port: bool) -> None:
        self._host.set_error(host)
        self._port.set_error(port)

    def draft(self) -> ProxyDraft:
        return ProxyDraft(
            ProxyKind(self._kind.current or ProxyKind.SYSTEM),
            ProxyScheme(self._scheme.current or ProxyScheme.HTTP),
            self._host.text().strip(),
            self._port.text().strip(),
            self._user.text().strip(),
            self._password.text(),
            self._removes_password,
        )

    def focus_host(self) -> None:
        self._host.setFocus()

    # How it is made

    def _build(self) -> None:
        names = {
            self._host: "host",
            self._port: "port",
            self._user: "user",
            self._password: "password",
            self._remove: "password.remove",
            self._save: "save",
            self._test: "test",
        }
        for widget, name in names.items():
            widget.setObjectName(f"settings.proxy.{name}")
        self._kind_row = FormRow(self._kind)
        self._kind_row.add_hint(self._kind_hint)
        controls = (self._scheme, self._host, self._port, self._user, self._password)
        self._rows = [FormRow(control) for control in controls]
        self._rows[4].add_hint(self._place_hint)
        self._rows[4].add_hint(self._remove)
        self._given = QWidget()
        given = QVBoxLayout(self._given)
        given.setContentsMargins(0, 0, 0, 0)
        given.setSpacing(12)
        for row in self._rows:
            given.addWidget(row)
        buttons = QWidget()
        flow = FlowRow(buttons, gap=8)
        flow.addWidget(self._save)
        flow.addWidget(self._test)
        for widget in (self._kind_row, self._given, buttons, self._saved_hint, self.notice):
            self.column.addWidget(widget)

    def _connect(self) -> None:
        self._kind.chosen.connect(self._on_kind_chosen)
        self._scheme.chosen.connect(self._on_edited)
        for line in (self._host, self._port, self._user, self._password):
            line.textEdited.connect(self._on_edited)
        self._host.editingFinished.connect(self._on_host_entered)
        self._remove.clicked.connect(self._on_remove)
        self._save.clicked.connect(self.save_requested)
        self._test.clicked.connect(self.test_requested)

    def _on_kind_chosen(self, kind: str) -> None:
        self._retranslate()
        self.kind_chosen.emit(ProxyKind(kind))

    def _on_edited(self) -> None:
        self.show_said("")
        self.show_missing(host=False, port=False)
        if self._password.text():
            self._removes_password = False
        self._retranslate()
        self.edited.emit()

    def _on_host_entered(self) -> None:
        """What was pasted as one piece goes to its fields."""
        text = self._host.text()
        if "://" not in text and ":" not in text and "@" not in text:
            return
        parts = proxy_parts(text)
        if parts.problem:
            return
        self._host.setText(parts.host)
        if parts.scheme is not None:
            self._scheme.choose(parts.scheme.value)
        found = ((self._port, str(parts.port or "")), (self._user, parts.user))
        for line, value in (*found, (self._password, parts.password)):
            if value:
                line.setText(value)
        self._on_edited()

    def _on_remove(self) -> None:
        self._removes_password = not self._removes_password
        if self._removes_password:
            self._password.clear()
        self._retranslate()
        self.edited.emit()

    def _retranslate(self) -> None:
        self.set_heading(
            translate("Settings", "Proxy"),
            translate(
                "Settings",
                "A proxy is a computer that passes requests on. All of gptdesk uses it, downloads"
                " too. It is never used for this computer.",
            ),
        )
        self._show_kinds()
        labels = (
            translate("Settings", "Kind"),
            translate("Settings", "Computer"),
            translate("Settings", "Port"),
            translate("Settings", "User name"),
            translate("Settings", "Password"),
        )
        for row, label in zip(self._rows, labels, strict=True):
            row.set_label(label)
        self._host.setPlaceholderText("127.0.0.1")
        self._port.setPlaceholderText("7890")
        self._user.setPlaceholderText(translate("Settings", "only if the proxy asks for it"))
        self._password.setPlaceholderText("••••" if self._has_password else "")
        self._show_password()
        self._save.setText(translate("Settings", "Save"))
        self._save.setAccessibleName(translate("Settings", "Save the proxy"))
        self._test.setText(translate("Settings", "Test the proxy"))
        self._test.setAccessibleName(self._test.text())

    def _show_kinds(self) -> None:
        kind = self._kind.current or ProxyKind.SYSTEM.value
        self._kind_row.set_label(translate("Settings", "Way out"))
        self._kind.set_options(
            [
                (ProxyKind.SYSTEM.value, translate("Settings", "As the system")),
                (ProxyKind.NONE.value, translate("Settings", "No proxy")),
                (ProxyKind.GIVEN.value, translate("Settings", "This proxy")),
            ]
        )
        self._kind.choose(kind)
        scheme = self._scheme.current or ProxyScheme.HTTP.value
        self._scheme.set_options(
            [
                (ProxyScheme.HTTP.value, "HTTP"),
                (ProxyScheme.HTTPS.value, "HTTPS"),
                (ProxyScheme.SOCKS5.value, "SOCKS5"),
            ]
        )
        self._scheme.choose(scheme)
        hints = {
            ProxyKind.SYSTEM.value: translate(
                "Settings", "The proxy of the system is used if there is one."
            ),
            ProxyKind.NONE.value: translate(
                "Settings", "Requests go out directly, also if the system has a proxy."
            ),
        }
        self._kind_hint.show_hint(hints.get(kind, ""))
        self._given.setVisible(kind == ProxyKind.GIVEN.value)
        self._save.setVisible(kind == ProxyKind.GIVEN.value)

    def _show_password(self) -> None:
        self._remove.setVisible(self._has_password)
        self._remove.setText(
            translate("Settings", "Keep the stored password")
            if self._removes_password
            else translate("Settings", "Remove the password")
        )
        self._remove.setAccessibleName(self._remove.text())
        if self._removes_password:
            text = translate("Settings", "The password will be removed when you save.")
            self._place_hint.show_hint(text, icon="triangle-alert", level="warn")
        else:
            icon = "lock-keyhole" if self._is_safe else "triangle-alert"
            level = "ok" if self._is_safe else "warn"
            self._place_hint.show_hint(self._place_text, icon=icon, level=level)
