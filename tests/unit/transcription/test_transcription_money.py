"""What a recording costs: said before, written down after each piece."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gptdesk.domain.catalogue import Price
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import FREE, cost
from gptdesk.domain.transcription import CostNoted, Heard
from gptdesk.domain.transcription_costs import time_estimate, transcription_estimate, usage_of
from gptdesk.services.billing import Accountant
from gptdesk.services.prices import PriceBook
from gptdesk.services.transcription_money import TranscriptionMoney
from gptdesk.services.usage import UsageService
from server.hearing import Hears
from transcription_studio import SETTINGS, talk

CATALOGUE = load_catalogue()
MINUTE = Price(minute=0.006)
TOKENS = Price(input=2.5, audio_input=6.0, output=10.0)


class NoPrices:
    async def load(self):
        return {}

    async def save(self, prices):
        pass


class NoCounter:
    def is_ready(self, tokenizer):
        return False


class Usages:
    def __init__(self) -> None:
        self.records = []

    async def add(self, record):
        self.records.append(record)


def money(usages):
    prices = PriceBook(CATALOGUE, NoPrices())
    return TranscriptionMoney(prices, Accountant(UsageService(usages), prices, NoCounter()))


def test_a_price_by_the_minute_is_exact():
    estimate = transcription_estimate(MINUTE, 600)
    assert (estimate.low, estimate.high) == (pytest.approx(0.06), pytest.approx(0.06))
    assert not estimate.is_rough


def test_a_price_by_tokens_lies_between_two_sums_that_hold_what_is_usual():
    estimate = transcription_estimate(TOKENS, 600)
    assert estimate.low < 0.05 < estimate.high < 0.2
    assert estimate.is_rough


def test_beside_tokens_the_minute_only_tells_what_they_come_to():
    estimate = transcription_estimate(replace(TOKENS, minute=0.006), 600)
    assert estimate.low < 0.06 < estimate.high


@pytest.mark.parametrize("price", [None, Price(), Price(audio_input=6.0)])
def test_what_is_not_known_is_not_guessed(price):
    assert not transcription_estimate(price, 600).is_known


def test_what_is_paid_for_is_tokens_where_they_have_a_price():
    heard = Heard("", seconds=60.0, input_tokens=600, output_tokens=100, audio_tokens=600)
    by_tokens = usage_of(heard, 61.0, replace(TOKENS, minute=0.006))
    assert cost(by_tokens, TOKENS) == pytest.approx(600 * 6e-6 + 100 * 10e-6)
    assert usage_of(heard, 61.0, MINUTE).seconds == 60.0
    assert cost(usage_of(Heard(""), 61.0, MINUTE), MINUTE) == pytest.approx(61 / 60 * 0.006)


@pytest.mark.parametrize("model", ["whisper-1", "gpt-transcribe", "gpt-4o-transcribe"])
@pytest.mark.parametrize("reports", [True, False])
def test_each_piece_is_noted_and_the_job_costs_their_sum(in_studio, server, model, reports):
    server.hears = Hears(usage=reports)
    usages = Usages()

    async def work(studio):
        events, job = await studio.write_down(talk(60)[0], replace(SETTINGS, model=model))
        assert len(usages.records) == len(job.pieces) > 1
        assert {record.task for record in usages.records} == {"transcription"}
        is_told = reports or model == "whisper-1"  # its answer has the length of the sound in it
        assert all(record.is_estimate is not is_told for record in usages.records)
        total = sum(record.cost for record in usages.records)
        assert job.cost == pytest.approx(total)
        assert [e.cost for e in events if isinstance(e, CostNoted)][-1] == pytest.approx(total)
        seconds = job.pieces[-1].end
        estimate = studio.service.estimate(studio.connection, model, seconds)
        assert estimate.low * 0.9 <= total <= estimate.high * 1.1
        assert (await studio.service.history())[0].cost == pytest.approx(total)

    in_studio(work, longest=25.0, money=money(usages))


def test_on_this_computer_it_is_free():
    offline = Connection("offline", "", ConnectionKind.OFFLINE, "http://127.0.0.1:1")
    mine = money(Usages())
    assert mine.estimate(offline, "whisper-base", 600) == FREE
    assert mine.cost(offline, "whisper-base", Heard("x"), 60.0) == 0.0


def test_time_is_told_by_what_was_measured(in_studio, server):
    low = time_estimate(600, is_offline=True, side_by_side=1)
    assert low.low < low.high < 600
    measured = time_estimate(600, is_offline=True, side_by_side=1, measured=0.5)
    assert measured.low < 300 < measured.high

    async def work(studio):
        before = studio.service.time_estimate(studio.connection, "whisper-1", 3600)
        await studio.write_down(talk(10)[0])
        after = studio.service.time_estimate(studio.connection, "whisper-1", 3600)
        assert after != before

    in_studio(work)
