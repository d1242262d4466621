"""What a service says when it fails, brought into one form whoever it is."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from gptdesk.providers.redaction import without_secrets

LONGEST_DETAIL = 600
_REQUEST_IDS = (
    "x-request-id",
    "request-id",
    "x-requestid",
    "apim-request-id",
    "x-ds-request-id",
    "x-dashscope-request-id",
    "x-bce-request-id",
    "x-tt-logid",
    "x-oneapi-request-id",
    "x-siliconcloud-trace-id",
    "x-log-id",
    "x-trace-id",
    "trace-id",
    "x-generation-id",
    "cf-ray",
)
_NOT_SHOWN = re.compile(r"(?is)<(style|script)\b.*?</\1>|<!--.*?-->")
_TAG = re.compile(r"(?s)<[^>]*>")
_HTML = re.compile(r"(?i)^\s*(?:<!doctype html|<html|<head|<body|<\?xml|<title|<h1|<!--)")


class Refusal(Exception):
    """A service refused; `can_resend` tells that nothing of an answer was shown yet."""

    def __init__(self, failure: Failure, *, can_resend: bool = True) -> None:
        super().__init__(failure.status)
        self.failure = failure
        self.can_resend = can_resend


@dataclass(frozen=True, slots=True)
class Failure:
    """A refusal. `status` is None where an error came inside a stream and tells none.

    `raw` is the whole body in lower case: some services hide what matters in nested fields.
    """

    status: int | None
    message: str = ""
    code: str = ""
    type: str = ""
    param: str = ""
    raw: str = ""
    is_html: bool = False
    request_id: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def detail(self, key: str) -> str:
        """What stands behind "Details": no secret, and not too long."""
        head = f"HTTP {self.status}" if self.status else ""
        names = " ".join(dict.fromkeys(name for name in (self.code, self.type) if name))
        lines = (" ".join(filter(None, (head, names))), self.message[:LONGEST_DETAIL])
        request = f"request id: {self.request_id}" if self.request_id else ""
        return without_secrets("\n".join(filter(None, (*lines, request))), key)


def failure_of_text(status: int, text: str, headers: Mapping[str, str]) -> Failure:
    """A refusal with the body of an HTTP answer."""
    request_id = request_id_of(headers)
    if is_html(text):
        return Failure(
            status,
            plain_text(text),
            raw=text.lower(),
            is_html=True,
            request_id=request_id,
            headers=headers,
        )
    try:
        body = json.loads(text)
    except ValueError:
        body = text.strip()
    return failure_of_body(status, body, headers, request_id)


def failure_of_body(
    status: int | None,
    body: object,
    headers: Mapping[str, str] | None = None,
    request_id: str = "",
) -> Failure:
    """A refusal with decoded JSON: `{error: {…}}`, `{error: "…"}`, `{message, code}` and so on."""
    inner = _innermost(body)
    raw = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    code = _word(inner, "code", "error_code", "status_code")
    if not request_id and isinstance(body, dict):
        request_id = _word(body, "request_id", "requestId", "trace_id")
    return Failure(
        _status(code) if status is None else status,
        _message(inner),
        code,
        _word(inner, "type", "status"),
        _word(inner, "param"),
        raw.lower(),
        request_id=request_id,
        headers=headers or {},
    )


def request_id_of(headers: Mapping[str, str]) -> str:
    """What to quote to the service's support, by whatever name the service gives it."""
    return next((value for name in _REQUEST_IDS if (value := headers.get(name, ""))), "")


def is_html(text: str) -> bool:
    return _HTML.match(text) is not None


def plain_text(page: str) -> str:
    """The words of a web page in one line."""
    words = html.unescape(_TAG.sub(" ", _NOT_SHOWN.sub(" ", page))).split()
    return " ".join(words)[:LONGEST_DETAIL]


def _innermost(body: object) -> object:
    while True:
        if isinstance(body, list) and body:
            body = body[0]
        elif isinstance(body, dict) and (body.get("error") or body.get("base_resp")):
            body = body.get("error") or body["base_resp"]
        else:
            return body


def _word(body: object, *names: str) -> str:
    if not isinstance(body, dict):
        return ""
    return next((str(body[name]) for name in names if isinstance(body.get(name), str | int)), "")


def _message(body: object) -> str:
    if not isinstance(body, dict):
        return "" if body is None else str(body)
    for name in ("message", "msg", "error_msg", "status_msg", "detail", "title"):
        value = body.get(name)
        if isinstance(value, str) and value:
            return value
        if value and isinstance(value, list | dict):
            return json.dumps(value, ensure_ascii=False)
    return json.dumps(body, ensure_ascii=False)


def _status(code: str) -> int | None:
    """Some services put the status into the code of an error inside a stream."""
    return int(code) if code.isascii() and code.isdigit() and 400 <= int(code) < 600 else None
