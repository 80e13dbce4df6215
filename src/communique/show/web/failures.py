"""Errors as pages, and as JSON for programs. Each says what is wrong and what to do."""

from http import HTTPStatus
from logging import getLogger
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi.datastructures import ResponseSpec
from litestar.response import Redirect, Template

from communique.errors import CommuniqueError, LedgerError, LedgerLockedError
from communique.show.web.addresses import form_of

log = getLogger(__name__)
Asked = Request[Any, Any, Any]
WAYS = {
    400: "Change the address, or go back to where you came from.",
    401: "Give the token that communique serve printed when it started.",
    403: "Open the page under the address that communique serve printed, and send the form from there.",
    404: "Look for it in search, or begin at the front page.",
    405: "This address is only read: the page may be served without --review.",
    413: "Send less at once.",
    429: "Wait a minute, then try again.",
    500: "Report it with the address and what the program printed.",
    503: "Wait for it, then load the page again.",
}


class Failure(msgspec.Struct, frozen=True):
    """What went wrong: the status, what is wrong, what to do."""

    status: int
    wrong: str
    do: str


class MissingError(CommuniqueError):
    """There is nothing under this address."""


class MovedError(CommuniqueError):
    """What is asked for has another address now: two actors were merged, say."""

    def __init__(self, to: str, why: str) -> None:
        super().__init__(why)
        self.to = to


FAILURES = {
    status: ResponseSpec(data_container=Failure, generate_examples=False, description=HTTPStatus(status).phrase)
    for status in (400, 401, 403, 404, 429, 503)
}


def failed(request: Asked, error: Exception) -> Response[Any]:
    """The page, or the JSON, that tells of an error."""
    if isinstance(error, MovedError):
        return Redirect(error.to, status_code=301)
    failure = _failure(request, error)
    headers = getattr(error, "headers", None) or {}
    if form_of(request.scope) != "html":
        return Response(failure, status_code=failure.status, media_type="application/json", headers=headers)
    context = {"page": failure, "view": None, "title": HTTPStatus(failure.status).phrase}
    return Template("failure.html", context=context, status_code=failure.status, media_type="text/html", headers=headers)


def _failure(request: Asked, error: Exception) -> Failure:
    status = _status(error)
    if status >= 500 and not isinstance(error, LedgerError):
        log.error("%s failed", request.scope["path"], exc_info=error)
        return Failure(status, "The program failed.", WAYS[500])
    return Failure(status, _wrong(error), WAYS.get(status, WAYS[400]))


def _status(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    if isinstance(error, LedgerLockedError | LedgerError):
        return 503
    if isinstance(error, MissingError):
        return 404
    return 400 if isinstance(error, CommuniqueError) else 500


def _wrong(error: Exception) -> str:
    """What is wrong, in words; of parameters, which."""
    if isinstance(error, ValidationException) and isinstance(error.extra, list):
        return "; ".join(f"{one.get('key', 'the address')}: {one.get('message', '')}" for one in error.extra)
    if isinstance(error, HTTPException):
        return error.detail
    return str(error)
