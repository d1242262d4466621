"""The failures that services really answer with, in their own words."""

from __future__ import annotations

from server.behaviours import Events, Fail, Raw, Reply, Silent, chunk

REQUEST = "invalid_request_error"


def unauthorized(key: str = "") -> Fail:
    return Fail(401, f"Incorrect API key provided: {key}.", "invalid_api_key", REQUEST)


def wrong_region() -> Fail:
    message = "Country, region, or territory not supported"
    return Fail(403, message, "unsupported_country_region_territory", "request_forbidden")


def unverified() -> Fail:
    return Fail(403, "Your organization must be verified to use the model `m`.", None, REQUEST)


def forbidden() -> Fail:
    return Fail(403, "You have insufficient permissions for this operation.", None, REQUEST)


def no_model(model: str = "gpt-gone") -> Fail:
    message = f"The model `{model}` does not exist or you do not have access to it."
    return Fail(404, message, "model_not_found", REQUEST)


def only_by_responses() -> Fail:
    message = "This model is only supported in v1/responses and not in v1/chat/completions."
    return Fail(404, message, None, REQUEST, "model")


def no_path() -> Fail:
    return Fail(404, "Invalid URL (POST /v1/v1/chat/completions)", None, REQUEST)


def too_large() -> Fail:
    return Fail(413, "Maximum content size limit exceeded.", None, "server_error")


def too_long() -> Fail:
    message = "This model's maximum context length is 8192 tokens."
    return Fail(400, message, "context_length_exceeded", REQUEST, "messages")


def against_policy() -> Fail:
    return Fail(400, "Your request was rejected.", "content_policy_violation", REQUEST)


def too_fast(retry_after: str | None = "7", **headers: str) -> Fail:
    wait = {} if retry_after is None else {"retry-after": retry_after}
    message = "Rate limit reached for requests."
    return Fail(429, message, "rate_limit_exceeded", "requests", headers={**wait, **headers})


def no_credit(code: str = "insufficient_quota") -> Fail:
    message = "You exceeded your current quota, please check your plan and billing details."
    return Fail(429, message, code, "insufficient_quota")


def broken_service(status: int = 500, **headers: str) -> Fail:
    message = "The server had an error while processing your request."
    return Fail(status, message, None, "server_error", headers=headers)


def web_page(status: int = 200) -> Raw:
    page = "<!DOCTYPE html><html><head><title>Welcome</title></head><body>Sign in</body></html>"
    return Raw(page, status, "text/html; charset=utf-8")


def broken_json() -> Raw:
    return Raw('{"choices": [{"mess')


def broken_event(text: str = "Half ") -> Events:
    return Events([chunk({"content": text}), b'data: {"choices": [{"del\n\n'])


def error_event(text: str = "Half ", error: object = None) -> Events:
    said = error or {"message": "The server had an error", "type": "server_error", "code": None}
    return Events([*([chunk({"content": text})] if text else []), {"error": said}])


def no_finish(text: str = "Half") -> Reply:
    return Reply(text, finish=None)


def nothing() -> Events:
    """An event stream that ends before it began."""
    return Events([])


def empty() -> Reply:
    return Reply("", finish="stop")


def too_short(text: str = "And then") -> Reply:
    return Reply(text, finish="length")


def filtered(text: str = "") -> Reply:
    return Reply(text, finish="content_filter")


def silent() -> Silent:
    return Silent()


def silent_after(text: str = "One moment ") -> Silent:
    return Silent(text)
