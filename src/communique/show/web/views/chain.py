"""What a holder said on an issue over time: each occasion against the one before, its wording word by word."""

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated, Literal

import msgspec
from litestar.params import QueryParameter

from communique.ask.chains import Link, chains, sides
from communique.ask.parties import called
from communique.ask.wording import Piece, compared
from communique.show.web.asking import InPath, Opened
from communique.show.web.failures import MissingError
from communique.show.web.view import Table, View

Against = Annotated[Literal["before", "first"], QueryParameter(description="What each wording is compared with.")]
MOST = 200  # occasions of a chain that are shown, the latest
MOVES = {
    "first": "said for the first time", "again": "said again", "softened": "put more softly", "hardened": "put more firmly",
    "shift": "turned", "withdrawn": "taken back",
}  # fmt: skip


class Said(msgspec.Struct, frozen=True):
    """An occasion, and its wording in pieces against an earlier one; `is_compared` is False for the first."""

    link: Link
    wording: tuple[Piece, ...]
    is_compared: bool


class Chain(msgspec.Struct, frozen=True):
    """What one holder said on one issue, the earliest first; `earlier` occasions are not shown."""

    holder: str
    issue: str
    said: tuple[Said, ...]
    earlier: int


class Chains(msgspec.Struct, frozen=True):
    """The chains that a position or a statement belongs to: one for each of those who hold it together."""

    id: str
    against: str
    chains: tuple[Chain, ...]


def chain(ledger: Opened, id: InPath, against: Against = "before") -> Chains:
    """The chains of a position or a statement."""
    known = sides(ledger, id.partition("@")[0])
    found = [link for who, what in known for link in chains(ledger, holder=who, issue=what) if link.issue == what]
    if not found:
        raise MissingError(f"{id} is no position and no statement with one: the page of an issue leads to chains")
    groups = groupby(found, key=lambda link: (link.holder, link.issue))
    return Chains(id, against, tuple(_chain(*key, list(links), against) for key, links in groups))


def _chain(holder: str, issue: str, links: Sequence[Link], against: str) -> Chain:
    first = max(len(links) - MOST, 0)
    said = []
    for place, link in enumerate(links[first:], first):
        other = None if place == 0 else links[0] if against == "first" else links[place - 1]
        said.append(Said(link, compared(other.words, link.words) if other else (Piece("same", link.words),), other is not None))
    return Chain(holder, issue, tuple(said), first)


def _table(page: Chains) -> Table:
    """A row for each occasion."""
    links = (one.link for chain in page.chains for one in chain.said)
    return Table(Link.__struct_fields__, (msgspec.structs.astuple(link) for link in links))


def titled(page: Chains) -> str:
    """What the page is called."""
    return f"{' and '.join(dict.fromkeys(called(one.holder) for one in page.chains))} on {page.chains[0].issue}"


VIEW = View("chain", "/chain/{id:str}", chain, title=titled, table=_table, draws={"MOVES": lambda: MOVES})
