"""Who may come in, and what a browser may do with what goes out.

hosts    a page that is served on this machine answers only to the names of this machine, so that no site can lure a browser to it
tokens   whoever is elsewhere shows a token: in a header, or once in a form, after which a cookie stands for it
writes   come from this page: the browser says so (Origin, Sec-Fetch-Site); forms bring a token of their own besides (Litestar's CSRF)
headers  no script, style, picture or frame but our own; nothing is told to other sites, nothing is guessed
"""

from hmac import compare_digest
from typing import Any
from urllib.parse import urlsplit

from litestar import Request
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from communique.show.web.addresses import form_of

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
ANYWHERE = frozenset({"0.0.0.0", "::", ""})
COOKIE = "communique-token"
FREE = ("/static/", "/token")  # what may be seen without a token
LONGEST = 4096  # bytes of an address
READS = ("GET", "HEAD")
POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "private, no-cache",
}


class Headers:
    """Sets the headers of every answer. HEAD is answered as GET; the server leaves the body away."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                had = {name.lower() for name, _ in message["headers"]}
                ours = [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in had]
                message["headers"] = [*message["headers"], *ours]
            await send(message)

        if scope.get("method") == "HEAD":
            scope = {**scope, "method": "GET"}  # type: ignore[assignment]
        await self.app(scope, receive, sent)


class Doorkeeper:
    """What every request has to meet; raises what failures.py turns into a page."""

    def __init__(self, host: str, token: str | None) -> None:
        self.hosts = LOOPBACK if host in LOOPBACK else None if host in ANYWHERE else LOOPBACK | {host.lower()}
        self.token = token

    def __call__(self, request: Request[Any, Any, Any]) -> None:
        """Lets a request in. Raises HTTPException."""
        if len(request.scope["path"]) + len(request.scope["query_string"]) > LONGEST:
            raise HTTPException(status_code=414, detail=f"the address is longer than {LONGEST:,} characters")
        name = hostname(request.headers.get("host", ""))
        if self.hosts is not None and name not in self.hosts:
            raise PermissionDeniedException(f"this page does not answer to the name {name!r}")
        if request.method not in READS:
            self._check_origin(request)
            self._check_kind(request)
        if self.token and not request.scope["path"].startswith(FREE) and not self.is_known(request):
            raise NotAuthorizedException("this page needs a token", headers={"WWW-Authenticate": "Bearer"})

    def is_known(self, request: Request[Any, Any, Any]) -> bool:
        """True where the request brings the token, in the header Authorization or in the cookie."""
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        return any(self.is_token(given) for given in (bearer, request.cookies.get(COOKIE, "")))

    def is_token(self, given: str) -> bool:
        """True for the token itself, told in the same time whatever is given."""
        return compare_digest(given.encode("utf-8", "replace"), (self.token or "").encode())

    def _check_origin(self, request: Request[Any, Any, Any]) -> None:
        origin, host = request.headers.get("origin"), request.headers.get("host", "")
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise PermissionDeniedException("another site sent this form")
        if origin is not None and urlsplit(origin).netloc != host:
            raise PermissionDeniedException("another site sent this form")

    def _check_kind(self, request: Request[Any, Any, Any]) -> None:
        """What programs send is JSON and says so: a browser asks before it sends that to another site, and is not answered."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if form_of(request.scope) == "json" and kind != "application/json":
            raise HTTPException(status_code=415, detail="send JSON, with Content-Type: application/json")


def hostname(written: str) -> str:
    """The name in a Host header, without the port."""
    try:
        return (urlsplit(f"//{written}").hostname or "").rstrip(".")
    except ValueError:
        return ""
