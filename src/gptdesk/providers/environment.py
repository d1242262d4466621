"""The connection that OPENAI_API_KEY and OPENAI_BASE_URL describe; it is only read."""

from __future__ import annotations

from collections.abc import Mapping

from gptdesk.domain.addresses import normalise
from gptdesk.domain.connections import ENVIRONMENT_ID, Connection, ConnectionKind, KeyPlace
from gptdesk.domain.keys import clean_key, hint

OPENAI = "https://api.openai.com/v1"


def environment_connection(environ: Mapping[str, str]) -> tuple[Connection, str] | None:
    """The connection and its key; None without a key, or with an address that is none.

    Its name is left to the interface, which says "From the environment" in the user's language.
    """
    key = clean_key(environ.get("OPENAI_API_KEY", "")).key
    if not key:
        return None
    address = normalise(environ.get("OPENAI_BASE_URL", "").strip() or OPENAI)
    if address.problem:
        return None
    connection = Connection(
        ENVIRONMENT_ID,
        "",
        ConnectionKind.ENVIRONMENT,
        address.base_url,
        key_hint=hint(key),
        key_place=KeyPlace.ENVIRONMENT,
    )
    return connection, key
