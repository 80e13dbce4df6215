"""Which addresses an archive keeps, and in which file each stands.

Kept is what a view shows of what it must be told: an article, an actor, a page of a list. What merely chooses among it (filters, orders,
other readings) takes a server.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from inspect import Parameter, signature
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from communique.show.web.addresses import inside
from communique.show.web.view import View

PLAIN = re.compile(r"(?=.{1,80}$)[a-z0-9]+([._-]+[a-z0-9]+)*")  # what is one file name on every system, in either case
LEAD = 40  # characters of a value that a file name shows
HASH = 12
INDEX = "index"
PAGE = "page"
GIVEN = ("ledger", "kept")  # parameters that are no part of the address


class Place(NamedTuple):
    """A view, what it is told, and the page of it."""

    view: View
    values: tuple[str, ...]
    page: int

    @property
    def file(self) -> str:
        """The file without its ending, from the folder of the archive."""
        stem = self.view.path.strip("/").partition("/")[0] or INDEX
        told = "/" + name_of("--".join(self.values)) if self.values else ""
        return stem + told + (f"~{self.page}" if self.page > 1 else "")


class Places:
    """The kept addresses of some views."""

    def __init__(self, views: Iterable[View]) -> None:
        self._views = [(view, _parts(view.path), _asked(view)) for view in views if not view.needs_server]

    def place(self, address: str) -> Place | None:
        """What an address shows; None where an archive does not keep it."""
        parsed = urlsplit(address)
        if inside(parsed.path) != parsed.path:  # a twin
            return None
        given = dict(parse_qsl(parsed.query, keep_blank_values=True))
        for view, parts, asked in self._views:
            told = _matched(parts, parsed.path)
            if told is not None:
                return _place(view, told, asked, given)
        return None


def _place(view: View, told: Sequence[str], asked: Sequence[str], given: dict[str, str]) -> Place | None:
    page = given.pop(PAGE, "1")
    if given.keys() != set(asked) or not page.isdecimal() or any("@" in value for value in told):
        return None
    return Place(view, (*told, *(given[name] for name in asked)), int(page))


def _parts(path: str) -> list[str]:
    return path.strip("/").split("/")


def _matched(parts: Sequence[str], path: str) -> list[str] | None:
    """What stands in an address where a view's path has a name; None where it is another view's."""
    given = _parts(path)
    if len(given) != len(parts) or any(one != two for one, two in zip(parts, given, strict=True) if not one.startswith("{")):
        return None
    return [unquote(two) for one, two in zip(parts, given, strict=True) if one.startswith("{")]


def _asked(view: View) -> list[str]:
    """The parameters that the view must be given."""
    in_path = {part.strip("{}").partition(":")[0] for part in _parts(view.path) if part.startswith("{")}
    must = [name for name, one in signature(view.show).parameters.items() if one.default is Parameter.empty]
    return [name for name in must if name not in in_path and name not in GIVEN and name not in view.given]


def name_of(value: str) -> str:
    """A file name for any text: the text itself where it is plain, else as much of it as is with a hash."""
    if PLAIN.fullmatch(value):
        return value
    lead = re.sub(r"[^a-z0-9]+", "-", value[:LEAD].lower()).strip("-")
    return f"{lead or 'x'}~{hashlib.sha256(value.encode('utf-8', 'surrogatepass')).hexdigest()[:HASH]}"
