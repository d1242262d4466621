"""One order of each kind for every model of the catalogue, as it arrives at the service."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openai.types.image_edit_params import ImageEditParamsBase
from openai.types.image_generate_params import ImageGenerateParamsBase

from gptdesk.domain.catalogue import Task
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.images import JobState, Way
from server.forms import fields_of, files_of
from server.picturing import EDITING, MAKING, VARYING, Drawn, Strict

MODELS = sorted(one.name for one in load_catalogue().models("openai") if one.task is Task.IMAGES)
RICH = {
    "quality": "high", "background": "opaque", "format": "jpeg", "compression": 60,
    "moderation": "low", "style": "vivid", "fidelity": "low", "complexity": "low", "partials": 2,
}  # fmt: skip


@pytest.mark.parametrize("model", MODELS)
def test_a_picture_of_every_model_is_made_by_a_service_that_takes_nothing_unknown(
    server, at_work, model
):
    async def work(studio):
        known = frozenset(ImageGenerateParamsBase.__annotations__) | {"stream"}
        server.draws = Strict(known)
        _, job = await studio.made(studio.order(model=model, size="", **RICH))
        assert job.state is JobState.DONE and len(server.requests) == 1
        sent = server.requests[0]
        assert sent.path == MAKING and sent.headers["content-type"] == "application/json"
        assert sent.json["model"] == model and sent.json["prompt"] == "一只猫"

    at_work(work)


@pytest.mark.parametrize("model", MODELS)
def test_an_edit_of_every_model_arrives_as_the_form_it_should_be(server, at_work, model):
    async def work(studio):
        server.draws = Strict(frozenset(ImageEditParamsBase.__annotations__) | {"stream"})
        reference = await studio.upload(64, 64)
        order = replace(
            studio.order("蓝", Way.EDIT, model=model, size="", **RICH),
            references=(reference,),
            mask=await studio.file(64, 64),
        )
        _, job = await studio.made(order)
        if model == "dall-e-3":
            assert job.problem_code == "order-unfit" and not server.requests
            return
        assert job.state is JobState.DONE, job.problem
        sent = server.requests[0]
        assert sent.path == EDITING
        assert fields_of(sent)["model"] == model and fields_of(sent)["prompt"] == "蓝"
        image, mask = sorted(files_of(sent), key=lambda part: part.field)
        assert (image.field, image.name, image.media_type) == ("image", "image.png", "image/png")
        assert (mask.field, mask.name, mask.media_type) == ("mask", "mask.png", "image/png")
        assert len(image.data) < 50_000_000 and len(mask.data) < 4_000_000

    at_work(work)


@pytest.mark.parametrize("model", ["dall-e-2"])
def test_a_variation_arrives_as_a_form_with_one_picture(server, at_work, model):
    async def work(studio):
        server.draws = Drawn(shape="url")
        order = replace(
            studio.order("", Way.VARY, model=model, size="512x512"),
            references=(await studio.upload(128, 128),),
        )
        _, job = await studio.made(order)
        assert server.requests[0].path == VARYING and job.pictures[0].file.width == 512
        assert fields_of(server.requests[0]) == {
            "model": model, "size": "512x512", "response_format": "b64_json",
        }  # fmt: skip

    at_work(work)


def test_siliconflow_is_asked_in_its_own_names(server, at_work):
    async def work(studio):
        server.draws = Drawn(shape="images")
        order = studio.order(model="Kwai-Kolors/Kolors", size="640x640", quality="", count=2)
        _, job = await studio.made(order)
        assert job.state is JobState.DONE
        assert server.requests[0].json == {
            "model": "Kwai-Kolors/Kolors", "prompt": "一只猫", "image_size": "640x640",
            "batch_size": 2,
        }  # fmt: skip
        assert [one.file.width for one in job.pictures] == [640, 640]

    at_work(work, service="siliconflow")
