"""Said and voted: each vote beside what its state said last on the issue before."""

from collections import Counter
from itertools import islice

import msgspec

from communique.ask.parties import country
from communique.ask.votes import SaidAndVoted, said_and_voted
from communique.show.web.asking import SIZE, MaybeText, Opened, Page
from communique.show.web.view import Table, View


class Votes(msgspec.Struct, frozen=True):
    """A page of votes by day; `counts` of all that were asked for: how often word and vote agree, differ, or one is not known."""

    votes: tuple[SaidAndVoted, ...]
    counts: dict[str, int]
    holder: str | None
    issue: str | None
    page: int
    has_more: bool


def votes(ledger: Opened, holder: MaybeText = None, issue: MaybeText = None, page: Page = 1) -> Votes:
    """Votes of a state, on an issue, or all."""
    found = list(said_and_voted(ledger, holder=country(holder, "holder"), issue=issue or None))
    counts = Counter({True: "agree", False: "differ", None: "not known"}[one.agrees] for one in found)
    shown = tuple(islice(found, (page - 1) * SIZE, page * SIZE))
    return Votes(shown, {name: counts[name] for name in ("agree", "differ", "not known")}, holder, issue, page, len(found) > page * SIZE)


def _every(ledger: Opened, holder: MaybeText = None, issue: MaybeText = None, page: Page = 1) -> Table:
    """All of them."""
    found = said_and_voted(ledger, holder=country(holder, "holder"), issue=issue or None)
    return Table(SaidAndVoted.__struct_fields__, (msgspec.structs.astuple(one) for one in found))


VIEW = View("votes", "/votes", votes, title=lambda page: "Said and voted", menu="Votes", every=_every)
