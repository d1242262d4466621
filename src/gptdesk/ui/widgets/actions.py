"""The next steps that a message can offer."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class ActionId(StrEnum):
    """What a button in a notice asks for; the page or the shell knows how."""

    RETRY = "retry"
    CONTINUE = "continue"
    NEW_CHAT = "new-chat"
    EDIT = "edit"
    SETTINGS_KEY = "settings.key"
    SETTINGS_CONNECTION = "settings.connection"
    SETTINGS_MODEL = "settings.model"
    SETTINGS_PROXY = "settings.proxy"
    CREDIT = "credit"
    PACK_INSTALL = "pack.install"
    PACK_REPAIR = "pack.repair"
    BACKUP_RESTORE = "backup.restore"
    OPEN_FOLDER = "folder.open"
    REPORT = "details"
    CLOSE = "close"


def action_label(action: ActionId) -> str:
    """The verb on the button."""
    labels = {
        ActionId.RETRY: translate("Action", "Try again"),
        ActionId.CONTINUE: translate("Action", "Continue the answer"),
        ActionId.NEW_CHAT: translate("Action", "Start a new chat"),
        ActionId.EDIT: translate("Action", "Edit the message"),
        ActionId.SETTINGS_KEY: translate("Action", "Check the key"),
        ActionId.SETTINGS_CONNECTION: translate("Action", "Open the connection"),
        ActionId.SETTINGS_MODEL: translate("Action", "Choose another model"),
        ActionId.CREDIT: translate("Action", "Add credit"),
        ActionId.SETTINGS_PROXY: translate("Action", "Open the proxy settings"),
        ActionId.PACK_INSTALL: translate("Action", "Install the offline pack"),
        ActionId.PACK_REPAIR: translate("Action", "Repair the offline pack"),
        ActionId.BACKUP_RESTORE: translate("Action", "Choose a backup"),
        ActionId.OPEN_FOLDER: translate("Action", "Open the folder"),
        ActionId.REPORT: translate("Action", "Copy details"),
        ActionId.CLOSE: translate("Action", "Got it"),
    }
    return labels[action]
