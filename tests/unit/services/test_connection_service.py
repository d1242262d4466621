from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from gptdesk.domain.connections import (
    OFFLINE_ID,
    Connection,
    ConnectionKind,
    KeyPlace,
)
from gptdesk.domain.problems import ConnectionMissing, KeyMissing, KeyringLocked, PackMissing
from gptdesk.services.connections import ConnectionService, can_be_edited, offline_connection


def run(coroutine):
    return asyncio.run(coroutine)


@pytest.fixture
def environment():
    return Connection(
        "environment", "", ConnectionKind.ENVIRONMENT, "http://127.0.0.1:8/v1"
    ), "env-key"


@pytest.fixture
def make(connections_file, keys, engine, packs, make_provider):
    def build(environment=None):
        return ConnectionService(
            connections_file, keys, make_provider(), engine, packs, environment
        )

    return build


async def opened(service, connection, model=""):
    async with service.endpoint(connection, model) as endpoint:
        return endpoint


def test_only_what_can_be_used_is_listed(make, environment, packs):
    assert [c.id for c in run(make().all())] == ["c1"]
    packs.ready.add("small")
    assert [c.id for c in run(make(environment).all())] == ["c1", "environment", OFFLINE_ID]


def test_the_starter_pack_comes_before_others_and_test_packs_last(make, packs):
    packs.ready.update({"big", "small", "tiny"})
    assert run(make().models(offline_connection(""))) == ("small", "big", "tiny")


def test_a_new_key_is_stored_and_only_its_end_remembered(make, keys, connections_file):
    saved = run(make().save(connections_file.saved[0], "sk-0123456789abcd"))
    assert keys.keys["c1"] == "sk-0123456789abcd"
    assert (saved.key_hint, saved.key_place) == ("abcd", KeyPlace.KEYRING)
    assert connections_file.saved == [saved]


def test_a_short_key_gives_no_hint(make, connections_file):
    assert run(make().save(connections_file.saved[0], "ollama")).key_hint == ""


def test_saving_without_a_key_leaves_the_old_one_alone(make, keys, connections_file):
    keys.keys["c1"] = "old"
    run(make().save(replace(connections_file.saved[0], name="New name")))
    assert keys.keys["c1"] == "old"
    assert connections_file.saved[0].name == "New name"


def test_an_empty_key_removes_it_on_purpose(make, keys, connections_file):
    keys.keys["c1"] = "old"
    saved = run(make().save(connections_file.saved[0], ""))
    assert keys.keys == {}
    assert saved.key_place is KeyPlace.NONE


def test_saving_keeps_the_order(make, connections_file, connection):
    connections_file.saved = [connection, replace(connection, id="c2")]
    run(make().save(replace(connection, name="First")))
    run(make().save(replace(connection, id="c3")))
    assert [c.id for c in connections_file.saved] == ["c1", "c2", "c3"]


def test_a_removed_connection_keeps_its_key_until_it_is_forgotten(make, keys, connections_file):
    keys.keys["c1"] = "old"
    run(make().remove("c1"))
    assert connections_file.saved == []
    assert keys.keys == {"c1": "old"}
    run(make().forget_key("c1"))
    assert keys.keys == {}


def test_the_key_is_read_for_each_request(make, keys, connection):
    keys.keys["c1"] = "now"
    assert run(opened(make(), connection)).key == "now"
    assert run(make().key("c1")) == "now"


def test_a_key_that_vanished_from_the_keyring_is_named(make, connection):
    with pytest.raises(KeyMissing):
        run(opened(make(), connection))


@pytest.mark.parametrize(
    ("place", "problem"), [(KeyPlace.SESSION, KeyMissing), (KeyPlace.KEYRING, KeyringLocked)]
)
def test_a_keyring_is_blamed_only_for_keys_that_were_put_into_it(
    make, keys, connection, monkeypatch, place, problem
):
    async def locked(connection_id):
        raise KeyringLocked

    monkeypatch.setattr(keys, "read", locked)
    with pytest.raises(problem):
        run(opened(make(), replace(connection, key_place=place)))


def test_a_connection_without_key_sends_none(make, connection):
    assert run(opened(make(), replace(connection, key_place=KeyPlace.NONE))).key == ""


def test_the_environment_brings_its_own_key(make, environment):
    service = make(environment)
    assert run(opened(service, environment[0])).key == "env-key"
    assert not can_be_edited(environment[0])


def test_the_offline_pack_leases_the_engine(make, packs, engine):
    packs.ready.add("small")
    assert run(opened(make(), offline_connection("small"))).is_local
    assert engine.leases == 1


def test_what_is_gone_is_named(make):
    with pytest.raises(ConnectionMissing):
        run(make().get("c9"))
    with pytest.raises(PackMissing):
        run(make().get(OFFLINE_ID))


def test_a_key_can_be_tried_before_it_is_stored(make, connection, keys):
    assert run(make().models(connection, "trial")) == ("model-a", "model-b")
    assert keys.keys == {}


def test_models_of_a_stored_connection_use_its_key(make, connection, keys):
    keys.keys["c1"] = "k"
    assert run(make().models(connection)) == ("model-a", "model-b")


def test_where_a_key_would_go_is_said(make):
    assert run(make().key_place()) == (KeyPlace.KEYRING, "Test Keyring")


def with_a_voice(packs):
    """The same packs, and one for speech."""
    chat = packs.packs()
    voice = replace(chat[0], id="voice", task="speech", is_starter=True)
    packs.packs = lambda: (*chat, voice)
    return packs


def test_the_offline_pack_has_its_own_models_for_each_task(make, packs, engine):
    service = make()
    with_a_voice(packs).ready.add("voice")
    assert [c.id for c in run(service.all())] == ["c1"]
    assert [c.id for c in run(service.all("speech"))] == ["c1", OFFLINE_ID]
    offline = run(service.get(OFFLINE_ID, "speech"))
    assert offline.model == "voice"
    assert run(service.models(offline, task="speech")) == ("voice",)
    assert run(service.models(offline)) == run(service.models(offline, task="transcription")) == ()


def test_a_request_for_speech_never_leases_a_model_for_chat(make, packs):
    with_a_voice(packs).ready.add("small")

    async def open_speech():
        async with make().endpoint(offline_connection("voice"), "", "speech"):
            pass

    with pytest.raises(PackMissing):
        run(open_speech())
