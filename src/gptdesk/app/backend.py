"""Everything behind the window, built in the core thread after the first paint."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from gptdesk.app.dialects import KnownModels
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.problems import Problem
from gptdesk.offline.engine import OfflineEngine
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.manifest import load_packs
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients
from gptdesk.providers.environment import environment_connection
from gptdesk.providers.parameters import RefusedParameters
from gptdesk.services.backups import BackupService
from gptdesk.services.chat import ChatService
from gptdesk.services.connections import ConnectionService
from gptdesk.services.conversations import ConversationService
from gptdesk.services.models import ModelService
from gptdesk.services.packs import PackService
from gptdesk.storage.backups import Backups
from gptdesk.storage.connections import ConnectionsFile
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.database import Database
from gptdesk.storage.keys import Keys
from gptdesk.storage.model_lists import ModelListFiles
from gptdesk.storage.model_notes import OverridesFile, RefusedFile
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
    models: ModelService

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
    refused_file = RefusedFile(paths.refused_parameters)
    refused = RefusedParameters(refused_file.load(), refused_file.save)
    known = KnownModels()
    provider = OpenAIChat(clients, refused, known.dialect)
    store = Conversations(opened.database)
    connections = ConnectionService(
        file, Keys(), provider, engine, installer, environment_connection(os.environ)
    )
    models = ModelService(
        connections,
        provider,
        ModelListFiles(paths.model_lists),
        OverridesFile(paths.model_overrides),
        load_catalogue(),
        refused.forget,
    )
    known.use(models)
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
        models,
    )
