"""Texts become lists of numbers, whatever form the service gives them in."""

from __future__ import annotations

import asyncio
import json

import pytest

from gptdesk.domain import problems
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.embeddings import Embedded
from gptdesk.providers.client import Clients
from gptdesk.providers.embeddings import OpenAIEmbeddings
from gptdesk.providers.parameters import RefusedParameters
from server.app import dead_address
from server.asking import CALM, KEY, MODEL, QUICK
from server.behaviours import Fail, Raw, RefuseParameter
from server.embedding import EMBEDDINGS, Embeds, vector
from server.failures import broken_json, no_credit, no_model, silent, too_fast, web_page

TEXTS = ("cat", "猫 and dog")


def embedded(server, *behaviours, texts=TEXTS, base_url="", patience=CALM, refused=None):
    async def ask() -> Embedded:
        clients = Clients(patience)
        provider = OpenAIEmbeddings(clients, refused)
        endpoint = Endpoint("c", base_url or server.base_url, KEY)
        try:
            return await provider.embed(endpoint, MODEL, texts)
        finally:
            await clients.aclose()

    server.script(behaviours, EMBEDDINGS)
    return asyncio.run(ask())


def rounded(vectors):
    return [[round(number, 3) for number in one] for one in vectors]


def test_each_text_has_its_vector_and_the_tokens_are_counted(server) -> None:
    found = embedded(server, Embeds())
    assert rounded(found.vectors) == [vector(text) for text in TEXTS]
    assert found.tokens == sum(len(text) for text in TEXTS)
    asked = server.requests[-1].json
    assert asked == {"model": MODEL, "input": list(TEXTS), "encoding_format": "float"}


@pytest.mark.parametrize("how", [{"is_backwards": True}, {"as_base64": True}, {"counts": False}])
def test_order_form_and_count_may_be_otherwise(server, how) -> None:
    found = embedded(server, Embeds(**how))
    assert rounded(found.vectors) == [vector(text) for text in TEXTS]
    assert (found.tokens is None) == ("counts" in how)


def test_a_parameter_that_is_refused_is_left_out_from_then_on(server) -> None:
    refused = RefusedParameters()
    refusing = RefuseParameter("encoding_format", Embeds())
    embedded(server, refusing, refusing, refused=refused)
    assert "encoding_format" not in server.requests[-1].json
    embedded(server, Embeds(), refused=refused)
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (no_credit(), problems.CreditExhausted),
        (too_fast(), problems.RateLimited),
        (no_model(), problems.ModelNotFound),
        (web_page(), problems.NotAnApi),
        (broken_json(), problems.AnswerBroken),
        (Raw('{"data": []}'), problems.AnswerEmpty),
        (Raw('{"object": "list"}'), problems.AnswerBroken),
        (Raw('{"data": [{"embedding": ["x"]}, {"embedding": [1]}]}'), problems.AnswerBroken),
        (Raw('{"data": [{"embedding": "%%%"}, {"embedding": [1]}]}'), problems.AnswerBroken),
        (Raw('{"data": [{"embedding": [1, 2]}, {"embedding": [1]}]}'), problems.AnswerBroken),
        (Embeds(missing=1), problems.AnswerBroken),
        (Fail(400, "No."), problems.RequestRefused),
    ],
)
def test_what_goes_wrong_has_its_kind(server, behaviour, kind) -> None:
    with pytest.raises(problems.Problem) as caught:
        embedded(server, behaviour)
    assert type(caught.value) is kind
    assert KEY not in str(caught.value) + caught.value.detail


def test_an_error_with_the_status_of_success_is_one(server) -> None:
    said = json.dumps(
        {"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}}
    )
    with pytest.raises(problems.Problem) as caught:
        embedded(server, Raw(said))
    assert type(caught.value) is problems.CreditExhausted


def test_a_service_that_keeps_silent_is_not_waited_for(server) -> None:
    with pytest.raises(problems.TimedOut):
        embedded(server, silent(), patience=QUICK)


def test_nobody_at_the_address_is_said(server) -> None:
    with pytest.raises(problems.ConnectionRefused):
        embedded(server, base_url=dead_address())
