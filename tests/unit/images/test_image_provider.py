"""What goes out for a picture, and what becomes of every kind of answer."""

from __future__ import annotations

import json

import pytest

from gptdesk.domain.catalogue import ModelFacts, Task
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.image_ports import ImageRequest, Upload
from gptdesk.domain.images import Way
from gptdesk.domain.problems import (
    AnswerBroken,
    AnswerEmpty,
    AnswerIncomplete,
    ConnectionCut,
    ContentRefused,
    CreditExhausted,
    ModelNotFound,
    NotAnApi,
    OrganizationUnverified,
    PictureNotFetched,
    ServiceFailed,
    TimedOut,
)
from gptdesk.providers.parameters import RefusedParameters
from gptdesk.providers.request import Dialect
from picture_asker import KEY, QUICK
from server import failures
from server.app import dead_address
from server.behaviours import Events, Raw, Silent
from server.forms import fields_of, files_of
from server.picturing import (
    EDITING,
    MAKING,
    STORED,
    VARYING,
    CutWhileForming,
    Drawn,
    StoredPicture,
    Strict,
    against_safety,
    billing_limit,
    png,
)

PNG = b"\x89PNG"


def both_answers(**quirks):
    details = {"answers": ["b64_json", "url"]}
    return Dialect(ModelFacts("m", "", Task.IMAGES, details=details), quirks)


def test_a_request_holds_exactly_what_was_chosen(server, draw):
    seen = draw(size="1024x1024", quality="low", n=2)
    assert server.requests[0].path == MAKING
    assert server.requests[0].json == {
        "model": "gpt-image-test",
        "prompt": "一只猫",
        "size": "1024x1024",
        "quality": "low",
        "n": 2,
    }
    assert [one.data[:4] for one in seen.pictures] == [PNG, PNG]


def test_tokens_are_read_from_the_answer(draw):
    (paid,) = draw().paid
    assert (paid.usage.input_tokens, paid.usage.picture_input) == (50, 40)
    assert (paid.usage.output_tokens, paid.usage.picture_output) == (1056, 1056)
    assert paid.quality == "medium"


def test_pictures_on_the_way_arrive_before_the_whole_one(server, draw):
    seen = draw(partial_images=3)
    assert server.requests[0].json["stream"] is True
    assert [one.index for one in seen.partials] == [0, 1, 2]
    assert [type(one).__name__ for one in seen.arrivals[-2:]] == ["PictureArrived", "ImagesPaid"]


def test_a_service_that_ignores_the_stream_is_understood(server, draw):
    server.draws = Drawn(ignores_stream=True)
    seen = draw(partial_images=2)
    assert len(seen.pictures) == 1 and not seen.partials


def test_a_service_that_knows_both_answers_is_asked_for_the_picture_itself(server, draw):
    draw(dialect=both_answers())
    assert server.requests[0].json["response_format"] == "b64_json"


def test_a_model_that_refuses_the_answer_format_is_not_asked_for_it(server, draw):
    facts = ModelFacts(
        "m", "", Task.IMAGES, refuses=frozenset({"response_format"}),
        details={"answers": ["b64_json", "url"]},
    )  # fmt: skip
    draw(dialect=Dialect(facts))
    assert "response_format" not in server.requests[0].json


def test_an_address_is_fetched_at_once_and_without_the_key(server, draw):
    server.draws = Drawn(shape="url", revised="A ginger cat.")
    (picture,) = draw(size="32x16").pictures
    assert picture.data == png(32, 16) and picture.revised_prompt == "A ginger cat."
    fetched = server.requests[1]
    assert fetched.path.startswith(STORED) and not fetched.has_key


def test_pictures_that_stand_elsewhere_in_the_reply_are_found(server, draw):
    server.draws = Drawn(shape="images")
    dialect = Dialect(quirks={
        "image_fields": {"size": "image_size", "n": "batch_size"}, "image_results": "images",
        "image_answers": ["url"],
    })  # fmt: skip
    seen = draw(dialect=dialect, size="32x32", n=2)
    sent = server.requests[0].json
    assert (sent["image_size"], sent["batch_size"]) == ("32x32", 2)
    assert not {"size", "n", "response_format"} & sent.keys()
    assert [one.data for one in seen.pictures] == [png(32, 32)] * 2


def test_a_service_with_a_path_of_its_own_is_asked_there(server, draw):
    seen = draw(dialect=Dialect(quirks={"image_path": "/images"}), size="32x32")
    assert server.requests[0].path == "/v1/images"
    assert server.requests[0].json["prompt"] == "一只猫" and len(seen.pictures) == 1


def test_a_data_address_is_no_address_to_go_to(server, draw):
    address = "data:image/png;base64,iVBORw0KGgo="
    server.draws = Raw(json.dumps({"data": [{"url": address}]}))
    assert draw().pictures[0].data == b"\x89PNG\r\n\x1a\n"
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "address", ["http://192.168.0.1/x.png", "file:///etc/passwd", "http://example.com/x.png", "x"]
)
def test_an_answer_cannot_make_the_app_look_where_it_must_not(server, draw, address):
    server.draws = Raw(json.dumps({"data": [{"url": address}]}))
    problem = draw().problem
    assert isinstance(problem, PictureNotFetched) and problem.url == address
    assert len(server.requests) == 1


def test_a_redirect_is_judged_like_an_address(server, draw):
    server.draws = Drawn(shape="url")
    path = f"{STORED}64x64-0.png"
    server.script([StoredPicture(location="http://10.0.0.1/a.png")], path)
    assert isinstance(draw().problem, PictureNotFetched)
    server.script([StoredPicture(location=f"{STORED}8x8-1.png")], path)
    assert draw().pictures[0].data == png(8, 8)


def test_a_picture_that_is_gone_is_not_asked_for_again(server, draw):
    server.draws = Drawn(shape="url")
    server.script([StoredPicture(404)], f"{STORED}64x64-0.png")
    problem = draw().problem
    assert isinstance(problem, PictureNotFetched) and problem.host == "127.0.0.1"
    assert len(server.requests) == 2


def test_fetching_is_tried_again_before_another_picture_is_paid(server, draw):
    server.draws = Drawn(shape="url")
    server.script([StoredPicture(503), StoredPicture(502)], f"{STORED}64x64-0.png")
    assert len(draw().pictures) == 1
    assert [one.path for one in server.requests].count(MAKING) == 1


@pytest.mark.parametrize("is_dead", [True, False])
def test_a_place_that_does_not_answer_or_gives_nothing_is_told(server, draw, is_dead):
    if is_dead:
        address = dead_address()
    else:
        address = f"http://127.0.0.1:{server.port}"
        server.script([Raw("")] * 3, "/x.png")
    body = {"data": [{"url": f"{address.removesuffix('/v1')}/x.png"}]}
    server.draws = Raw(json.dumps(body))
    problem = draw().problem
    assert isinstance(problem, PictureNotFetched) and problem.detail


def test_a_redirect_that_goes_round_in_circles_ends(server, draw):
    server.draws = Drawn(shape="url")
    path = f"{STORED}64x64-0.png"
    server.script([StoredPicture(location=path)] * 20, path)
    assert isinstance(draw().problem, PictureNotFetched)
    assert len(server.requests) < 8


def test_a_refused_parameter_is_left_out_said_and_remembered(server, draw):
    server.draws = Strict(frozenset({"size"}))
    refused = RefusedParameters()
    seen = draw(refused=refused, size="64x64", quality="low", background="opaque")
    assert [one.name for one in seen.of(ParameterDropped)] == ["background", "quality"]
    assert len(seen.pictures) == 1
    draw(refused=refused, size="64x64", quality="low")
    assert "quality" not in server.requests[-1].json


def test_without_a_stream_there_are_no_pictures_on_the_way(server, draw):
    server.draws = Strict(frozenset({"partial_images"}))
    seen = draw(partial_images=2)
    assert [one.name for one in seen.of(ParameterDropped)] == ["partial_images"]
    assert not {"stream", "partial_images"} & server.requests[-1].json.keys()


def test_an_edit_is_a_form_with_named_files(server, draw):
    one, two, mask = png(8, 8), png(4, 4), png(8, 8, (0, 0, 0, 0))
    request = ImageRequest(
        Way.EDIT, "gpt-image-test", "Blue", {"n": 2, "partial_images": 1},
        (Upload("image-1.png", one), Upload("image-2.jpg", two, "image/jpeg")),
        Upload("mask.png", mask),
    )  # fmt: skip
    draw(request)
    sent = server.requests[0]
    assert sent.path == EDITING
    assert fields_of(sent) == {
        "model": "gpt-image-test", "prompt": "Blue", "n": "2", "partial_images": "1",
        "stream": "true",
    }  # fmt: skip
    told = [(part.field, part.name, part.media_type, part.data) for part in files_of(sent)]
    assert sorted(told) == [
        ("image[]", "image-1.png", "image/png", one),
        ("image[]", "image-2.jpg", "image/jpeg", two),
        ("mask", "mask.png", "image/png", mask),
    ]


def test_a_single_picture_to_edit_is_no_list(server, draw):
    picture, marks = png(8, 8), png(8, 8, (255, 0, 0, 0))
    files = (Upload("image.png", picture),)
    draw(ImageRequest(Way.EDIT, "m", "Blue", {}, files, markup=Upload("markup.png", marks)))
    assert sorted(part.field for part in files_of(server.requests[0])) == ["image", "markup"]


def test_a_variation_has_no_words(server, draw):
    files = (Upload("image.png", png(8, 8)),)
    asked = ImageRequest(Way.VARY, "dall-e-2", "", {"n": 2, "size": "256x256"}, files)
    seen = draw(asked, dialect=both_answers())
    assert server.requests[0].path == VARYING
    assert fields_of(server.requests[0]) == {
        "model": "dall-e-2", "n": "2", "size": "256x256", "response_format": "b64_json",
    }  # fmt: skip
    assert len(seen.pictures) == 2


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (against_safety(), ContentRefused),
        (failures.against_policy(), ContentRefused),
        (failures.unverified(), OrganizationUnverified),
        (billing_limit(), CreditExhausted),
        (failures.no_credit(), CreditExhausted),
        (failures.no_model("gpt-image-test"), ModelNotFound),
        (failures.broken_service(), ServiceFailed),
        (failures.web_page(), NotAnApi),
        (Raw('{"data": [{"b64_js'), AnswerBroken),
        (Raw('{"created": 1}'), AnswerBroken),
        (Raw('{"data": []}'), AnswerEmpty),
        (Raw('{"data": [{"b64_json": null, "finish_reason": "content_filter"}]}'), ContentRefused),
        (Raw('{"data": [{"b64_json": "=A="}]}'), AnswerBroken),
        (Raw('{"error": {"message": "safety system", "code": "moderation_blocked"}}'),
         ContentRefused),
        (Events([]), AnswerIncomplete),
        (Events([{"error": {"message": "rejected", "code": "moderation_blocked"}}]),
         ContentRefused),
        (CutWhileForming(), ConnectionCut),
    ],
)  # fmt: skip
def test_every_failure_is_a_problem_of_its_kind(server, draw, behaviour, kind):
    server.draws = behaviour
    problem = draw(partial_images=1).problem
    assert type(problem) is kind
    assert KEY not in f"{problem.detail} {problem!r}"


def test_what_formed_before_the_line_broke_had_arrived(server, draw):
    server.draws = CutWhileForming()
    assert len(draw(partial_images=2).partials) == 1


def test_silence_ends_in_a_time_out(server, draw):
    server.draws = Silent()
    assert draw(patience=QUICK).problem.phase == "first"
    server.draws = CutWhileForming(is_silent=True)
    problem = draw(patience=QUICK, partial_images=1).problem
    assert isinstance(problem, TimedOut) and problem.phase == "between"


def test_stopping_closes_the_line_at_once(server, draw):
    server.draws = CutWhileForming(is_silent=True)
    draw(partial_images=1, stop_after=1)
    assert server.requests[0].gone.wait(5)


def test_a_drawing_of_lines_tells_what_its_author_used(server, draw):
    used = {"input_tokens": 10, "output_tokens": 20, "reasoning_tokens": 5, "model": "gpt-x"}
    usage = {"input_tokens": 1, "output_tokens": 2, "input_tokens_details": {}}
    body = {"data": [{"b64_json": "PHN2Zy8+"}], "usage": usage, "svg_usage": used}
    server.draws = Raw(json.dumps(body))
    ((name, beside),) = draw(output_format="svg").paid[0].beside
    assert (name, beside.input_tokens, beside.output_tokens) == ("gpt-x", 10, 20)
