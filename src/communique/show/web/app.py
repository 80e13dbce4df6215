"""The application: made from a ledger's path, read by whoever may; the one place where the parts of this folder meet."""

from pathlib import Path
from secrets import token_hex
from typing import Any

from litestar import Litestar, Request, Response, get
from litestar.config.csrf import CSRFConfig
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import License
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp

from communique import __version__
from communique.errors import UsageError
from communique.show.web.addresses import Endings, outside
from communique.show.web.doors import LOOPBACK, Doorkeeper, Headers
from communique.show.web.drawing import templates
from communique.show.web.failures import failed
from communique.show.web.routes import handlers, views
from communique.show.web.schema import SpanSchema, TimeSchema
from communique.show.web.shelf import Shelf
from communique.show.web.tokens import token_handlers
from communique.show.web.turnstile import Turnstile

STATIC = Path(__file__).parent / "static"
HIDDEN = "/.schema"  # where Litestar would show the schema; it stands at /openapi.json
LARGEST = 2_000_000  # bytes of what is sent to us
HOST = "127.0.0.1"


def app(ledger: Path | str, *, review: bool = False, token: str | None = None, host: str = HOST) -> ASGIApp:
    """The page of a ledger, as an ASGI application.

    review  whether people may judge; else nothing is written
    token   what whoever comes has to know; needed where `host` is another address than this machine's own
    Raises UsageError without a token where one is needed, LedgerError where there is no ledger.
    """
    if host not in LOOPBACK and not token:
        raise UsageError(f"serving on {host}, where others can reach it, needs a token: --token SECRET")
    return Headers(Endings(inner(Path(ledger), review, Doorkeeper(host, token))))


def archived(ledger: Path, with_text: bool) -> ASGIApp:
    """The page as an archive has it: nothing that needs a server, and articles' texts only `with_text`. Raises LedgerError."""
    return Endings(inner(ledger, False, Doorkeeper(HOST, None), is_archive=True, with_text=with_text))


def inner(ledger: Path, review: bool, door: Doorkeeper, *, is_archive: bool = False, with_text: bool = True) -> Litestar:
    """What stands inside of headers and endings."""
    shelf = Shelf(ledger)
    shelf.take()  # now rather than at the first request, it says what is wrong with it
    made = Litestar(
        [*handlers(review), *token_handlers(door), openapi, create_static_files_router("/static", [STATIC], include_in_schema=False)],
        before_request=door,
        dependencies={
            "ledger": Provide(shelf.take, sync_to_thread=True),
            "kept": Provide(shelf.kept, sync_to_thread=True),
            "turn": Provide(Turnstile().turn, sync_to_thread=False),
        },
        exception_handlers={Exception: failed},
        template_config=templates(views(review), review, is_archive=is_archive, with_text=with_text),
        csrf_config=CSRFConfig(secret=token_hex(32), cookie_name="communique-csrf", cookie_samesite="strict", cookie_httponly=True),
        openapi_config=OpenAPIConfig("communique", __version__, path=HIDDEN, license=License("Apache-2.0"), use_handler_docstrings=True),
        request_max_body_size=LARGEST,
        plugins=[SpanSchema(), TimeSchema()],
        logging_config=None,
    )
    schema = made.openapi_schema
    schema.paths = {outside(path): item for path, item in (schema.paths or {}).items()}
    return made


@get("/.json/openapi", include_in_schema=False, sync_to_thread=False)
def openapi(request: Request[Any, Any, Any]) -> Response[dict[str, Any]]:
    """Every address for programs, as OpenAPI 3.1."""
    return Response(request.app.openapi_schema.to_schema(), media_type="application/json")
