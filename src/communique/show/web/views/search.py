"""Search: statements by words, speaker, country, issue, act, outlet and day, all of it in the address; the same as a feed."""

from typing import Annotated, Any, Literal, get_args

import msgspec
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from communique.ask.find import Asked, Facet, Hit, find, find_all
from communique.export.atom import Entry, Feed, written
from communique.model.coding import Act, Kind, Manner
from communique.show.web.asking import MaybeText, Opened, Page
from communique.show.web.drawing import record_url, said
from communique.show.web.view import Table, View

FEW = 20  # hits of a page: each lies somewhere else in a large ledger
Order = Annotated[Literal["fit", "newest"], QueryParameter(description="The most fitting first, or the newest.")]
MaybeAct = Annotated[Act | Literal[""] | None, QueryParameter()]
MaybeKind = Annotated[Kind | Literal[""] | None, QueryParameter()]
MaybeManner = Annotated[Manner | Literal[""] | None, QueryParameter()]


class Found(msgspec.Struct, frozen=True):
    """One page of what was found.

    asked     the search, by parameter; only what was given
    hits      those of this page
    count     of all hits, where `is_more` of the first of them
    facets    how many of those counted have which value
    page      counted from 1
    has_more  whether there is a next page
    """

    asked: dict[str, str]
    hits: tuple[Hit, ...]
    count: int
    is_more: bool
    facets: tuple[Facet, ...]
    page: int
    has_more: bool


def asked(
    words: MaybeText = None, speaker: MaybeText = None, country: MaybeText = None, about: MaybeText = None, issue: MaybeText = None,
    act: MaybeAct = None, kind: MaybeKind = None, manner: MaybeManner = None, outlet: MaybeText = None, since: MaybeText = None,
    until: MaybeText = None,
) -> Asked:  # fmt: skip
    """The search that an address holds; what a form left empty does not matter."""
    given = (words, speaker, country, about, issue, act, kind, manner, outlet, since, until)
    return Asked(*(one.strip() or None if one else None for one in given))


def search(ledger: Opened, asked: NamedDependency[Asked], order: Order = "fit", page: Page = 1) -> Found:
    """Statements with all of the words, in any form that shares their stem; "two words" as a phrase, -word for what must not be there."""
    skip = (page - 1) * FEW
    found = find(ledger, asked, skip=skip, few=FEW, newest=order == "newest")
    given = {name: value for name, value in asked._asdict().items() if value}
    return Found(given, found.hits, found.count, found.is_more, found.facets, page, skip + FEW < found.count)


def every(ledger: Opened, asked: NamedDependency[Asked], order: Order = "fit") -> Table:
    """Every statement that was found, with all columns; not only those of a page."""
    answer = find_all(ledger, asked, newest=order == "newest")
    return Table(answer.columns, answer.rows())


def _title(page: Found) -> str:
    words = ", ".join(f"{name}: {value}" if name != "words" else value for name, value in page.asked.items())
    return f"Search: {words}" if words else "Search"


def _feed(page: Found, address: str) -> bytes:
    site = address.rpartition("/search")[0]
    entries = [
        Entry(f"{site}{record_url(hit.id)}", said(hit), "".join(text for text, _ in hit.snippet), hit.recorded_at) for hit in page.hits
    ]
    return written(Feed(address, _title(page), address.replace("/search.atom", "/search"), entries))


def _linked(page: Found, site: str) -> dict[str, Any]:
    """The hits as a list of quotations."""
    items = [
        {"@type": "ListItem", "position": place, "url": f"{site}{record_url(hit.id)}", "name": said(hit)}
        for place, hit in enumerate(page.hits, 1)
    ]
    return {"@context": "https://schema.org", "@type": "ItemList", "name": _title(page), "itemListElement": items}


VIEW = View(
    "search", "/search", search, title=_title, menu="Search", every=every, linked=_linked, feed=_feed, given={"asked": asked},
    needs_server=True,
    draws={"few": FEW, "acts": get_args(Act), "kinds": get_args(Kind), "manners": get_args(Manner)},
)  # fmt: skip
