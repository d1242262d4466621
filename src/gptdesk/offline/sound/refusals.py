"""What the server answers when it cannot do as asked, in the shape of OpenAI's errors."""

from __future__ import annotations

import sys
import traceback

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

CLIENT_GONE = 499


class Refusal(Exception):
    """A request that cannot be fulfilled, and why, in a sentence for the one who asks."""

    def __init__(self, status: int, message: str, *, param: str = "", code: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.param = param
        self.code = code

    def body(self) -> dict[str, object]:
        kind = "invalid_request_error" if self.status < 500 else "server_error"
        error = {
            "message": self.message,
            "type": kind,
            "param": self.param or None,
            "code": self.code or None,
        }
        return {"error": error}

    def response(self) -> Response:
        # What was not read of the request would be taken for the next one
        return JSONResponse(self.body(), self.status, headers={"Connection": "close"})


def wrong(param: str, message: str, code: str = "invalid_value") -> Refusal:
    """A 400 about one parameter."""
    return Refusal(400, message, param=param, code=code)


def unexpected(error: Exception) -> Refusal:
    """Note where it happened, without a word of what was asked, and answer with a 500."""
    if not isinstance(error, Refusal):
        place = traceback.extract_tb(error.__traceback__)[-1]
        print(f"{type(error).__name__} at {place.filename}:{place.lineno}", file=sys.stderr)
        return Refusal(500, f"The engine failed: {type(error).__name__}.", code="engine_failed")
    return error


async def elsewhere(_request: Request, error: Exception) -> Response:
    """For what Starlette refuses by itself: an unknown address, a method, a broken form."""
    status = getattr(error, "status_code", 404)
    message = {
        404: "There is nothing at this address.",
        405: "This address does not take requests of this kind.",
    }.get(status, "The request cannot be read.")
    return Refusal(status, message, code="invalid_request").response()
