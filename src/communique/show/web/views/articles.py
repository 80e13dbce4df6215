"""The articles, the newest first."""

import msgspec

from communique.ask.listed import Listed, listed
from communique.show.web.asking import SIZE, MaybeText, Opened, Page, window
from communique.show.web.view import Table, View


class Articles(msgspec.Struct, frozen=True):
    """One page of articles, of one outlet where it is named."""

    outlet: str | None
    articles: tuple[Listed, ...]
    page: int
    has_more: bool


def articles(ledger: Opened, outlet: MaybeText = None, page: Page = 1) -> Articles:
    """Articles, the newest first, with how many statements were found in each."""
    found = listed(ledger, outlet or None, **window(page))
    return Articles(outlet or None, found[:SIZE], page, len(found) > SIZE)


def _table(page: Articles) -> Table:
    return Table(Listed.__struct_fields__, (msgspec.structs.astuple(one) for one in page.articles))


VIEW = View(
    "articles", "/articles", articles, title=lambda page: f"Articles of {page.outlet}" if page.outlet else "Articles", menu="Articles",
    table=_table,
)  # fmt: skip
