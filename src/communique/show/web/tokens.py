"""The form in which a visitor gives the token, and the cookie that stands for it."""

from typing import Any

import msgspec
from litestar import Request, get, post
from litestar.datastructures import Cookie
from litestar.exceptions import NotAuthorizedException
from litestar.handlers import BaseRouteHandler
from litestar.params import URLEncodedBody
from litestar.response import Redirect, Template

from communique.show.web.doors import COOKIE, Doorkeeper


class Given(msgspec.Struct, frozen=True):
    """What the form sends."""

    token: str


def token_handlers(door: Doorkeeper) -> list[BaseRouteHandler]:
    """The form and what takes it; neither where no token is needed."""
    if door.token is None:
        return []

    @get("/token", include_in_schema=False, sync_to_thread=False)
    def ask_for_token() -> Template:
        return Template("token.html", context={"page": None, "view": None, "title": "Token"}, media_type="text/html")

    @post("/token", include_in_schema=False, sync_to_thread=False)
    def take_token(data: URLEncodedBody[Given], request: Request[Any, Any, Any]) -> Redirect:
        if not door.is_token(data.token):
            raise NotAuthorizedException("this is not the token")
        cookie = Cookie(COOKIE, value=data.token, httponly=True, samesite="lax", secure=request.url.scheme == "https")
        return Redirect("/", status_code=303, cookies=[cookie])

    return [ask_for_token, take_token]
