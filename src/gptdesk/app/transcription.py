"""Puts the parts of transcription together, for the backend."""

from __future__ import annotations

from collections.abc import Callable

from gptdesk.domain.catalogue import Catalogue, ModelFacts
from gptdesk.domain.connections import Connection
from gptdesk.domain.ports import Engine
from gptdesk.providers.client import Clients
from gptdesk.providers.parameters import RefusedParameters
from gptdesk.providers.transcription import OpenAITranscription
from gptdesk.services.billing import Accountant
from gptdesk.services.connections import ConnectionService
from gptdesk.services.prices import PriceBook
from gptdesk.services.transcription import TranscriptionService
from gptdesk.services.transcription_money import TranscriptionMoney
from gptdesk.storage.database import Database
from gptdesk.storage.paths import Paths
from gptdesk.storage.piece_files import PieceFiles
from gptdesk.storage.transcription import Transcriptions
from gptdesk.ui.sound.reader import QtSoundReader
from gptdesk.ui.sound.writer import QtSoundWriter


def transcription_service(
    paths: Paths,
    database: Database,
    connections: ConnectionService,
    clients: Clients,
    refused: RefusedParameters,
    engine: Engine,
    catalogue: Catalogue,
    prices: PriceBook,
    accountant: Accountant,
    facts: Callable[[Connection, str], ModelFacts],
) -> TranscriptionService:
    return TranscriptionService(
        Transcriptions(database),
        PieceFiles(paths.data, QtSoundWriter()),
        QtSoundReader(),
        connections,
        OpenAITranscription(clients, refused),
        engine,
        catalogue,
        money=TranscriptionMoney(prices, accountant),
        facts=facts,
    )
