"""What there are positions on, issues with most reports first."""

import msgspec

from communique.ask.issue import Listed, listed
from communique.show.web.asking import SIZE, MaybeText, Opened, Page, Remembered, window
from communique.show.web.view import Table, View


class Issues(msgspec.Struct, frozen=True):
    """One page of issues; `words` are those they were looked for by."""

    issues: tuple[Listed, ...]
    words: str | None
    page: int
    has_more: bool


def issues(ledger: Opened, kept: Remembered, words: MaybeText = None, page: Page = 1) -> Issues:
    """Issues with positions: all, or those that some words mean."""
    first = not words and page == 1
    found = kept("issues", lambda: listed(ledger, None, **window(1))) if first else listed(ledger, words, **window(page))
    return Issues(found[:SIZE], words, page, len(found) > SIZE)


def _every(ledger: Opened, words: MaybeText = None) -> Table:
    """All of them."""
    found = listed(ledger, words, 1_000_000, 0)
    return Table(Listed.__struct_fields__, (msgspec.structs.astuple(one) for one in found))


VIEW = View("issues", "/issues", issues, title=lambda page: "Issues", menu="Issues", every=_every)
