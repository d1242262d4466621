"""Names of local programs that speak the API."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.local_servers import LocalServer
from gptdesk.ui.widgets.languages import in_language

translate = QCoreApplication.translate


def program_name(server: LocalServer) -> str:
    """Its name, or those it may have."""
    names = [in_language(service.title) for service in server.services]
    if len(names) < 2:
        return names[0] if names else server.base_url
    first, last = ", ".join(names[:-1]), names[-1]
    return translate("Settings", "{first} or {last}").format(first=first, last=last)
