"""Which views there are, and the addresses of each.

A new view is a file views/<name>.py, a template templates/<name>.html, a line here and a test: docs/how-to/add-a-view.md.
"""

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from litestar import Response, get
from litestar.di import Provide
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.openapi.datastructures import ResponseSpec

from communique.show.web.failures import FAILURES
from communique.show.web.twins import MEDIA, Atom, Csv, Html, JsonLd
from communique.show.web.view import View

VIEWS = (
    "front",
    "search",
    "articles",
    "article",
    "record",
    "actors",
    "actor",
    "issues",
    "issue",
    "dyads",
    "dyad",
    "commitments",
    "chain",
    "votes",
    "reprints",
    "runs",
    "diff",
    "code",
    "sql",
)  # in the order of the menu
REVIEW = (
    "review",
    "agreement",
)  # those of the pages that are there only under --review
RESPONSES: dict[str, type[Response[Any]]] = {"csv": Csv, "jsonld": JsonLd, "atom": Atom}


def modules(review: bool = False) -> list[ModuleType]:
    """The files of the views."""
    return [import_module(f"communique.show.web.views.{name}") for name in (*VIEWS, *(REVIEW if review else ()))]


def views(review: bool = False) -> list[View]:
    """Every view that a page has."""
    return [module.VIEW for module in modules(review)]


def handlers(review: bool) -> list[BaseRouteHandler]:
    """What the router needs: each view and its twins; what a view's file adds in HANDLERS, and in WRITES where `review`."""
    names = ("HANDLERS", "WRITES") if review else ("HANDLERS",)
    added = [one for module in modules(review) for name in names for one in getattr(module, name, ())]
    return [*(handler for view in views(review) for handler in _handlers(view)), *added]


def _handlers(view: View) -> Iterator[HTTPRouteHandler]:
    yield _get(view, "html", view.path, response_class=Html, media_type=MEDIA["html"], include_in_schema=False)
    yield _get(view, "json", f"/.json{view.path}", responses=FAILURES)
    for form in view.forms[1:]:
        shape = dict[str, Any] if form == "jsonld" else str
        said = ResponseSpec(data_container=shape, generate_examples=False, media_type=MEDIA[form], description=f"The same as .{form}")
        given = {"response_class": RESPONSES[form], "media_type": MEDIA[form], "responses": {**FAILURES, 200: said}}
        yield _get(view, form, f"/.{form}{view.path}", **given)


def _get(view: View, form: str, path: str, **given: Any) -> HTTPRouteHandler:
    """A handler of the view's function; .csv has one of its own where it gives more than a page."""
    function = view.every if form == "csv" and view.every else view.show
    dependencies = {name: Provide(make, sync_to_thread=False) for name, make in view.given.items()}
    named: dict[str, Any] = {"name": f"{view.name}.{form}", "operation_id": f"{view.name}_{form}", "opt": {"view": view}}
    return get(path, sync_to_thread=True, dependencies=dependencies, **named, **given)(function)
