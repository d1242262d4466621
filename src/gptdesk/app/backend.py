"""Everything behind the window, built in the core thread after the first paint."""

from __future__ import annotations

import os
from dataclasses import dataclass

from gptdesk.domain.problems import Problem
from gptdesk.domain.resources import resource_root
from gptdesk.domain.settings import Settings
from gptdesk.offline.engine import OfflineEngine
from gptdesk.offline.installer import Installer
from gptdesk.offline.manifest import load_manifest
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients
from gptdesk.providers.environment import environment_connection
from gptdesk.services.backups import BackupService
from gptdesk.services.chat import ChatService
from gptdesk.services.connections import ConnectionService
from gptdesk.services.conversations import ConversationService
from gptdesk.services.packs import PackService
from gptdesk.storage.backups import Backups
from gptdesk.storage.connections import ConnectionsFile
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.database import Database
from gptdesk.storage.keys import Keys
from gptdesk.storage.paths import Paths


@dataclass(frozen=True, slots=True)
class Backend:
    """The services a presenter may receive; `notices` is what went wrong while opening."""

    conversations: ConversationService
    chat: ChatService
    connections: ConnectionService
    packs: PackService
    backups: BackupService
    notices: tuple[Problem, ...]
    database: Database
    engine: OfflineEngine
    clients: Clients

    async def close(self) -> None:
        await self.engine.stop()
        await self.clients.aclose()
        await self.database.close()
