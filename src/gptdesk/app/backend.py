"""Everything behind the window, built in the core thread after the first paint."""

from __future__ import annotations

import os
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gptdesk.app.dialects import KnownModels
from gptdesk.app.picture_services import Around, picture_services
from gptdesk.app.transcription import transcription_service
from gptdesk.domain.catalogue import Catalogue
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.connections import KeyPlace
from gptdesk.domain.problems import Problem
from gptdesk.domain.resources import resource_root
from gptdesk.domain.settings import Settings, proxy_of
from gptdesk.offline.engines import Engines
from gptdesk.offline.http import HttpFetch
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.manifest import load_packs
from gptdesk.offline.registry import RegistryClient
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.checkup import NetworkProbe
from gptdesk.providers.client import Clients
from gptdesk.providers.embeddings import OpenAIEmbeddings
from gptdesk.providers.environment import environment_connection
from gptdesk.providers.local import LocalFinder
from gptdesk.providers.parameters import RefusedParameters
from gptdesk.providers.realtime import RealtimeSpeech
from gptdesk.providers.speaking import AnySpeech
from gptdesk.providers.speech import OpenAISpeech
from gptdesk.providers.tokenizer import Tokenizer
from gptdesk.runtime.pdf import pdf_text
from gptdesk.services.backups import BackupService
from gptdesk.services.billing import Accountant
from gptdesk.services.chat import ChatService
from gptdesk.services.checkup import CheckupService
from gptdesk.services.connections import ConnectionService
from gptdesk.services.conversations import ConversationService
from gptdesk.services.embeddings import EmbeddingService
from gptdesk.services.estimating import EstimateService
from gptdesk.services.gallery import Gallery
from gptdesk.services.help import HelpService
from gptdesk.services.images import ImageWork
from gptdesk.services.local_servers import LocalServerService
from gptdesk.services.models import ModelService
from gptdesk.services.packs import PackService
from gptdesk.services.pictures import PictureService
from gptdesk.services.prices import PriceBook
from gptdesk.services.prompting import PromptHelp
from gptdesk.services.proxy import ProxyService, ProxyWay
from gptdesk.services.reading import ReadingService
from gptdesk.services.speech import SpeechService
from gptdesk.services.speech_money import SpeechMoney
from gptdesk.services.token_pieces import TokenService
from gptdesk.services.transcript_chat import TranscriptChat
from gptdesk.services.transcript_files import TranscriptFiles
from gptdesk.services.transcription import TranscriptionService
from gptdesk.services.usage import UsageService
from gptdesk.storage.backups import Backups
from gptdesk.storage.connections import ConnectionsFile
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.database import Database
from gptdesk.storage.documents import epub_text, plain_text, word_text
from gptdesk.storage.files import write_whole_bytes
from gptdesk.storage.keys import Keys
from gptdesk.storage.learning import LearningFile
from gptdesk.storage.media import Media
from gptdesk.storage.model_lists import ModelListFiles
from gptdesk.storage.model_notes import OverridesFile, RefusedFile
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.prices import PricesFile
from gptdesk.storage.sounds import Sounds
from gptdesk.storage.speech import Speeches
from gptdesk.storage.usage import UsageTable
from gptdesk.ui.sound.reader import QtSoundReader
from gptdesk.ui.sound.writer import QtSoundWriter


@dataclass(frozen=True, slots=True)
class Backend:
    """The services that presenters receive; `notices` is what went wrong while opening."""

    conversations: ConversationService
    chat: ChatService
    connections: ConnectionService
    packs: PackService
    backups: BackupService
    prices: PriceBook
    estimates: EstimateService
    usage: UsageService
    notices: tuple[Problem, ...]
    database: Database
    engine: Engines
    clients: Clients
    models: ModelService
    checkup: CheckupService
    proxy: ProxyService
    local_servers: LocalServerService
    pictures: PictureService
    catalogue: Catalogue
    speech: SpeechService
    reading: ReadingService
    transcription: TranscriptionService
    transcript_chat: TranscriptChat
    transcript_files: TranscriptFiles
    images: ImageWork
    gallery: Gallery
    prompts: PromptHelp
    help: HelpService
    tokens: TokenService
    embeddings: EmbeddingService

    def purges(self) -> tuple[Callable[[], Coroutine[Any, Any, object]], ...]:
        """What clears away for good that was deleted long ago; each may be tried again later."""
        return (
            self.pictures.purge,
            self.speech.purge,
            self.transcription.purge,
            self.gallery.purge,
            self.images.purge,
        )

    async def close(self) -> None:
        """End the child process, the connections and the database, in this order."""
        await self.engine.stop()
        await self.clients.aclose()
        self.database.close()


async def build(paths: Paths, packs_folder: Path, settings: Settings) -> Backend:
    """Open the database and put the services together. Never raises a Problem."""
    opened = await open_database(paths)
    file = ConnectionsFile(paths.connections, paths.damaged)
    damage = await file.check()
    keys = Keys()
    way = ProxyWay(keys)
    way.choose(proxy_of(settings), keeps_password=settings.proxy_password_place is KeyPlace.KEYRING)
    fetch, registry = HttpFetch(way_out=way.ready), RegistryClient(way_out=way.ready)
    installer = DiskPackInstaller(packs_folder, load_packs(), fetch=fetch, registry=registry)
    engine = Engines(packs_folder, installer, idle_seconds=settings.engine_idle_minutes * 60.0)
    clients = Clients(proxy=way.current)
    refused_file = RefusedFile(paths.refused_parameters)
    refused = RefusedParameters(refused_file.load(), refused_file.save)
    known = KnownModels()
    media = Media(paths.media, opened.database)
    provider = OpenAIChat(clients, refused, known.dialect, media)
    store = Conversations(opened.database)
    catalogue = load_catalogue()
    connections = ConnectionService(
        file,
        keys,
        provider,
        engine,
        installer,
        environment_connection(os.environ),
        catalogue,
        way.ready,
    )
    models = ModelService(
        connections,
        provider,
        ModelListFiles(paths.model_lists),
        OverridesFile(paths.model_overrides),
        catalogue,
        refused.forget,
    )
    known.use(models)
    probe = NetworkProbe(clients)
    table = UsageTable(opened.database)
    prices = await _price_book(paths, catalogue)
    tokenizer = Tokenizer(resource_root() / "tokenizer")
    usage = UsageService(table)
    accountant = Accountant(usage, prices, tokenizer)
    speech = SpeechService(
        Speeches(opened.database),
        Sounds(opened.database, paths.data, QtSoundReader(), QtSoundWriter()),
        connections,
        AnySpeech(OpenAISpeech(clients, refused), RealtimeSpeech(clients)),
        engine,
        catalogue,
        encodes=("wav", "flac", "m4a"),
        money=SpeechMoney(prices, accountant),
        facts=models.facts,
    )
    around = Around(
        paths, opened.database, media, clients, refused, known, connections, models, catalogue,
        prices, accountant,
    )  # fmt: skip
    images, gallery = await picture_services(around)
    estimates = EstimateService(store, table, prices, tokenizer, models.facts)
    return Backend(
        ConversationService(store),
        ChatService(
            store,
            connections,
            provider,
            engine,
            accountant=accountant,
            sees=models.sees_pictures,
        ),
        connections,
        PackService(installer, engine),
        BackupService(Backups(opened.database, paths), store),
        prices,
        estimates,
        usage,
        (*opened.notices, *((damage,) if damage else ())),
        opened.database,
        engine,
        clients,
        models,
        CheckupService(connections, probe, provider, catalogue),
        ProxyService(way, probe),
        LocalServerService(LocalFinder(), catalogue),
        PictureService(store, media),
        catalogue,
        speech,
        ReadingService(plain_text, {".docx": word_text, ".epub": epub_text, ".pdf": pdf_text}),
        transcription_service(
            paths,
            opened.database,
            connections,
            clients,
            refused,
            engine,
            catalogue,
            prices,
            accountant,
            models.facts,
        ),
        TranscriptChat(
            connections, provider, engine, prices, ConversationService(store), accountant
        ),
        TranscriptFiles(write_whole_bytes, plain_text),
        images,
        gallery,
        PromptHelp(connections, provider, estimates, accountant),
        HelpService(resource_root() / "help", catalogue, LearningFile(paths.learning)),
        TokenService(tokenizer, tokenizer, prices),
        EmbeddingService(
            connections,
            OpenAIEmbeddings(clients, refused),
            catalogue,
            prices,
            accountant,
            tokenizer,
        ),
    )


async def _price_book(paths: Paths, catalogue: Catalogue) -> PriceBook:
    """A file that cannot be read is no reason not to start: then only the catalogue's hold."""
    book = PriceBook(catalogue, PricesFile(paths.prices, paths.damaged))
    with suppress(Problem):
        await book.load()
    return book
