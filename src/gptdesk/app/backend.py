"""Everything behind the window, built in the core thread after the first paint."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from gptdesk.domain.problems import Problem
from gptdesk.offline.engine import OfflineEngine
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.manifest import load_packs
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients
from gptdesk.providers.environment import environment_connection
from gptdesk.services.backups import BackupService
from gptdesk.services.chat import ChatService
from gptdesk.services.connections import ConnectionService
from gptdesk.services.conversations import ConversationService
from gptdesk.services.packs import PackService
from gptdesk.services.pictures import PictureService
from gptdesk.storage.backups import Backups
from gptdesk.storage.connections import ConnectionsFile
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.database import Database
from gptdesk.storage.keys import Keys
from gptdesk.storage.media import Media
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths


@dataclass(frozen=True, slots=True)
class Backend:
    """The services that presenters receive; `notices` is what went wrong while opening."""

    conversations: ConversationService
    chat: ChatService
    connections: ConnectionService
    packs: PackService
    backups: BackupService
    notices: tuple[Problem, ...]
    database: Database
    engine: OfflineEngine
    clients: Clients
    pictures: PictureService

    async def close(self) -> None:
        """End the child process, the connections and the database, in this order."""
        await self.engine.stop()
        await self.clients.aclose()
        self.database.close()


async def build(paths: Paths, packs_folder: Path, idle_minutes: int) -> Backend:
    """Open the database and put the services together. Never raises a Problem."""
    opened = await open_database(paths)
    file = ConnectionsFile(paths.connections, paths.damaged)
    damage = await file.check()
    installer = DiskPackInstaller(packs_folder, load_packs())
    engine = OfflineEngine(packs_folder, installer, idle_seconds=idle_minutes * 60.0)
    clients = Clients()
    store = Conversations(opened.database)
    media = Media(paths.media, opened.database)
    provider = OpenAIChat(clients, media=media)
    connections = ConnectionService(
        file, Keys(), provider, engine, installer, environment_connection(os.environ)
    )
    return Backend(
        ConversationService(store),
        ChatService(store, connections, provider, engine),
        connections,
        PackService(installer, engine),
        BackupService(Backups(opened.database, paths), store),
        (*opened.notices, *((damage,) if damage else ())),
        opened.database,
        engine,
        clients,
        PictureService(store, media),
    )
