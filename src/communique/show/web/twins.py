"""One view in five forms. The view's function is the same; each class here writes down what it gave."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.response import Stream, Template
from litestar.response.base import ASGIResponse

from communique.show.web.addresses import outside
from communique.show.web.view import Table, View

AT_ONCE = 1000  # rows written together
BETWEEN = ";"  # members of a list in one cell
MEDIA = {
    "html": "text/html",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml",
}
Asked = Request[Any, Any, Any]


class Html(Response[Any]):
    """The view's template over its data."""

    def to_asgi_response(self, app: Any, request: Asked, **given: Any) -> ASGIResponse:
        view: View = request.route_handler.opt["view"]
        context = {"page": self.content, "view": view, "title": view.title(self.content), **view.draws}
        page = Template(f"{view.name}.html", context=context, media_type=MEDIA["html"], headers=self.headers)
        return page.to_asgi_response(app, request, **given)


class Csv(Response[Any]):
    """Rows as they come, so that millions of them take no memory."""

    def to_asgi_response(self, app: Any, request: Asked, **given: Any) -> ASGIResponse:
        view: View = request.route_handler.opt["view"]
        table = self.content if isinstance(self.content, Table) else view.table(self.content)  # type: ignore[misc]
        name = f'attachment; filename="{view.name}.csv"'
        stream = Stream(written(table), media_type=MEDIA["csv"], headers={"Content-Disposition": name})
        return stream.to_asgi_response(app, request, **given | {"media_type": MEDIA["csv"]})


class JsonLd(Response[Any]):
    """The data as linked data."""

    def to_asgi_response(self, app: Any, request: Asked, **given: Any) -> ASGIResponse:
        view: View = request.route_handler.opt["view"]
        linked = view.linked(self.content, site(request))  # type: ignore[misc]
        response = Response(msgspec.json.encode(linked), media_type=MEDIA["jsonld"])
        return response.to_asgi_response(app, request, **given)


class Atom(Response[Any]):
    """The data as a feed."""

    def to_asgi_response(self, app: Any, request: Asked, **given: Any) -> ASGIResponse:
        view: View = request.route_handler.opt["view"]
        feed = view.feed(self.content, f"{site(request)}{address(request)}")  # type: ignore[misc]
        return Response(feed, media_type=MEDIA["atom"]).to_asgi_response(app, request, **given)


def written(table: Table) -> Iterator[bytes]:
    """A table as CSV, in pieces: UTF-8, texts in quotation marks, numbers not, an empty cell for what is not known."""
    rows = iter(table.rows)
    yield _lines([table.columns])
    while some := list(islice(rows, AT_ONCE)):
        yield _lines([[cell(value) for value in row] for row in some])


def _lines(rows: Sequence[Sequence[Any]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


def cell(value: object) -> str | int | float | None:
    """A value of a row in one cell: texts joined by semicolons, anything else that has parts as JSON."""
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, bool)):
        return value
    if isinstance(value, list | tuple) and all(one is None or isinstance(one, str) for one in value):
        return BETWEEN.join((one or "").replace(BETWEEN, ",") for one in value)
    plain = msgspec.to_builtins(value, str_keys=True)
    return plain if isinstance(plain, str) else msgspec.json.encode(plain).decode()


def site(request: Asked) -> str:
    """Scheme and host under which this page is read."""
    return str(request.base_url).rstrip("/")


def address(request: Asked) -> str:
    """The address that was asked for, with its parameters."""
    query = request.scope["query_string"].decode("latin-1")
    return outside(request.scope["path"]) + (f"?{query}" if query else "")
