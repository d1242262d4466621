"""Which kind of Problem a service's refusal is; the wordings of many services are known here."""

from __future__ import annotations

import re
from collections.abc import Callable

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.problems import (
    AccessRefused,
    AddressNotFound,
    ContentRefused,
    ContextTooLong,
    CreditExhausted,
    KeyMissing,
    KeyRefused,
    ModelNotFound,
    NotAnApi,
    OrganizationUnverified,
    ParameterRefused,
    Problem,
    ProxyLogin,
    RateLimited,
    RegionRefused,
    RequestRefused,
    RequestTooLarge,
    ServiceFailed,
    TimedOut,
)
from gptdesk.providers.failure import Failure
from gptdesk.providers.waiting import retry_after


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_TOO_LONG = _any_of(
    r"context_length_exceeded|exceed_context_size_error|context_window_exceeded",
    r"(?:maximum|model'?s?|max) context (?:length|size|window)",
    r"context (?:length|size|window) (?:of|ex)",
    r"exceeds? the (?:available |maximum )?(?:context|number of tokens|token limit|input token)",
    r"(?:prompt|input|request|conversation) (?:is|was) too long|too many (?:input )?tokens",
    r"range of input length should be|input token count .* exceeds|reduce the length of",
    r"上下文(?:长度|窗口|超)|输入(?:长度|内容)?(?:过长|超)|超(?:过|出).{0,12}(?:token|长度)",
)
_CONTENT = _any_of(
    r"content_policy|content_filter|moderation_blocked|data_inspection_failed|sensitive_words?",
    r"prompt_blocked|prohibited_content|risk_control|\"code\": \"?1301\b",
    r"content (?:management )?polic|usage polic|safety system|inappropriate content|was flagged",
    r"content exists risk|敏感|违规|不安全|安全审核|内容审核",
)
_CREDIT = _any_of(
    r"insufficient_(?:quota|balance|user_quota|funds|credits?)|credit_balance_exhausted",
    r"billing_(?:hard_limit|not_active)|exceeded_current_quota|arrearage|quota_exhausted",
    r"insufficient (?:balance|quota|credits?|funds)|exceeded your current quota|out of credits",
    r"credit balance|payment required|requires more credits|余额不足|欠费|额度(?:不足|已用)",
)
_SPEED = _any_of(r"rate_limit_exceeded|rate_limit_error|too_many_requests|slow_down|retrydelay")
_REGION = _any_of(
    r"unsupported_country|country, region,? or territory|banned the country|error code:? 1009",
    r"(?:country|region|location|territory) (?:is )?(?:not |un)(?:supported|available)",
    r"not (?:available|supported) in your (?:country|region|location)",
    r"user location|地区(?:不|限制)|所在地区",
)
_UNVERIFIED = _any_of(r"organi[sz]ation (?:must|needs to) be verified|verify organi[sz]ation")
_BAD_KEY = _any_of(
    r"invalid_api_key|api_key_invalid|invalid_authentication|invalid (?:api[ _-]?key|access token)",
    r"api key not valid|incorrect api key|(?:令牌|密钥|api ?key)(?:无效|错误|不存在)|无效的令牌",
)
_NO_MODEL = _any_of(
    r"model_(?:not_found|decommissioned|not_supported|not_exist)|no_such_model",
    r"model .{0,80}?(?:not? (?:found|exist)|is not available|does(?: not|n't) exist)",
    r"model .{0,80}?(?:decommissioned|retired|shut down|not a valid model)",
    r"model [`'\"]?[\w./:-]+[`'\"]? (?:is )?not supported|does not have access to model",
    r"(?:no such|unknown|unsupported|invalid) model|no available channel|not a valid model",
    r"模型.{0,60}?不存在|无可用渠道",
)
_OVERLOADED = _any_of(r"overloaded|server_error|internal|unavailable|capacity|upstream|timeout")
_NO_SETTINGS = ("", "model", "messages")
_PERHAPS_TOO_LONG = frozenset({None, 400, 413, 422, 500})


def problem_of(failure: Failure, endpoint: Endpoint, model: str) -> Problem:
    """The Problem that a refusal means: first by its code and words, then by its status."""
    detail = failure.detail(endpoint.key)
    problem = _by_words(failure, model, detail)
    if problem is None and failure.status in (None, 200):
        problem = _without_status(failure, detail)
    if problem is None:
        problem = _by_status(failure, model, detail)
    if isinstance(problem, KeyRefused) and not endpoint.key:
        return KeyMissing(detail)
    return problem


def _by_words(failure: Failure, model: str, detail: str) -> Problem | None:
    status, said = failure.status, f"{failure.code} {failure.type} {failure.message}"
    if status in _PERHAPS_TOO_LONG and _TOO_LONG.search(said):
        return ContextTooLong(detail)
    if status == 402 or (status in (None, 400, 403, 429) and _is_about_credit(failure, said)):
        return CreditExhausted(detail)
    if status is None or 400 <= status < 500:
        return _refusal_by_words(failure, f"{said} {failure.raw}", model, detail)
    if status == 503 and _NO_MODEL.search(said):
        return ModelNotFound(model, detail)
    return None


def _is_about_credit(failure: Failure, said: str) -> bool:
    """The code decides: the words "check your plan and billing" also stand in plain rate limits."""
    if _SPEED.search(f"{failure.code} {failure.raw}") and not _CREDIT.search(failure.code):
        return False
    return _CREDIT.search(said) is not None


def _refusal_by_words(failure: Failure, said: str, model: str, detail: str) -> Problem | None:
    kinds: tuple[tuple[re.Pattern[str], Callable[[], Problem]], ...] = (
        (_UNVERIFIED, lambda: OrganizationUnverified(detail)),
        (_REGION, lambda: RegionRefused(detail)),
        (_BAD_KEY, lambda: KeyRefused(detail)),
    )
    for pattern, problem in kinds:
        if failure.status != 429 and pattern.search(said):
            return problem()
    if failure.status in (None, 400, 403, 422, 451) and _CONTENT.search(said):
        return ContentRefused(detail)
    if failure.status in (None, 400, 403, 404, 410, 422) and not failure.is_html:
        if _NO_MODEL.search(said):
            return ModelNotFound(model, detail)
    return None


def _by_status(failure: Failure, model: str, detail: str) -> Problem:
    status = failure.status or 0
    wait = retry_after(failure.headers, f"{failure.message} {failure.raw}")
    if status == 404:
        return _not_found(failure, model, detail)
    if status == 429:
        return RateLimited(wait, detail)
    if status >= 500 or status in (409, 425):
        return ServiceFailed(status, wait, detail)
    if status < 400 or (failure.is_html and status == 400):
        return NotAnApi(_with_target(failure, detail))
    name = re.split(r"[.\[]", failure.param, maxsplit=1)[0]
    if status in (400, 422) and name not in _NO_SETTINGS:
        return ParameterRefused(name, detail)
    kind = _PLAIN.get(status)
    return RequestRefused(status, detail) if kind is None else kind(detail)


_PLAIN: dict[int, Callable[[str], Problem]] = {
    401: KeyRefused,
    403: AccessRefused,
    405: NotAnApi,
    407: ProxyLogin,
    408: lambda detail: TimedOut("first", detail),
    413: RequestTooLarge,
    451: RegionRefused,
}


def _not_found(failure: Failure, model: str, detail: str) -> Problem:
    """404 has two meanings: the model is gone, or the address leads nowhere."""
    if failure.is_html:
        return NotAnApi(detail)
    if len(model) > 2 and model.lower() in failure.raw:
        return ModelNotFound(model, detail)
    return AddressNotFound(detail)


def _with_target(failure: Failure, detail: str) -> str:
    target = failure.headers.get("location", "").partition("?")[0]
    return f"{detail}\n→ {target}" if target else detail


def _without_status(failure: Failure, detail: str) -> Problem:
    """An error inside a stream that was accepted."""
    said = f"{failure.code} {failure.type} {failure.message}"
    if _SPEED.search(said) or "rate limit" in said.lower():
        return RateLimited(retry_after({}, failure.message), detail)
    if "invalid_request" in said and not _OVERLOADED.search(said):
        return RequestRefused(400, detail)
    return ServiceFailed(500, None, detail)
