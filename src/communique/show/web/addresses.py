"""Twins by their ending: "/r/x.json" is asked of the page "/r/x" as JSON; "/index.csv" of the front page.

Inside, a twin stands under "/.json/r/x": endings become beginnings, for an id may hold anything and a router matches whole parts.
"""

from collections.abc import Mapping

from litestar.types import ASGIApp, Receive, Scope, Send

FORMS = ("json", "csv", "jsonld", "atom")
STATIC = "/static/"
FRONT = "/index"  # what the front page is called where an ending has to follow


def inside(path: str) -> str:
    """The path under which the router knows an address."""
    if path.startswith(STATIC):
        return path
    stem, dot, form = path.rpartition(".")
    if not dot or form not in FORMS or "/" in form:
        return path
    return f"/.{form}{'/' if stem == FRONT else stem}"


def outside(path: str) -> str:
    """The address under which others know a path of the router."""
    form, _, rest = path.removeprefix("/.").partition("/")
    if not path.startswith("/.") or form not in FORMS:
        return path
    return f"{FRONT if not rest else f'/{rest}'}.{form}"


def twin(path: str, form: str) -> str:
    """The address of a page's twin."""
    return f"{FRONT if path == '/' else path.rstrip('/')}.{form}"


class Endings:
    """Puts the form of a twin before its path. What begins with a dot from outside does not exist."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if "path" in scope:
            path = scope["path"]
            changed = "/.nothing" if path.startswith("/.") else inside(path)
            scope = {**scope, "path": changed, "raw_path": changed.encode()}  # type: ignore[assignment]
        await self.app(scope, receive, send)


def form_of(scope: Mapping[str, object]) -> str:
    """In which form an address is asked for: html, or that of the twin."""
    path = str(scope["path"])
    form = path.removeprefix("/.").partition("/")[0] if path.startswith("/.") else ""
    return form if form in FORMS else "html"
