"""One actor, a person or a state or organisation: who they are, what they and others said, where they stand, with whom they have to do."""

from datetime import date
from difflib import SequenceMatcher
from typing import Any

import msgspec

from communique.ask.parties import CODE
from communique.ask.question import structs
from communique.ask.quote import Quote
from communique.ask.search import search
from communique.errors import UsageError
from communique.ledger import Ledger

LEAST = 0.5  # confidence below which nothing is laid to somebody's charge, unless it is asked for
ROLES, STANDS, PARTNERS, FOUND = 100, 40, 25, 40


class Seen(msgspec.Struct, frozen=True):
    """An actor as a whole, under a name, in a role, or in a month: statements, from when to when; what is not told apart is None."""

    part: str
    name: str | None
    country: str | None
    role: str | None
    title: str | None
    month: date | None
    statements: int
    first: date | None
    last: date | None


class Stand(msgspec.Struct, frozen=True):
    """Where an actor stands on an issue.

    stance    as of `last`; None where reports of that day differ, or no day is known
    since     the first day of reports that all take it, up to `last`
    turned    the last day before on which another stance was reported
    first     of all reports on the issue
    position  one that shows the stance
    """

    issue: str
    stance: str | None
    since: date | None
    last: date | None
    first: date | None
    turned: date | None
    reports: int
    position: str


class Partner(msgspec.Struct, frozen=True):
    """Another side: statements directed at it, events done to or with it, events it did."""

    code: str
    said: int
    did: int
    met: int


class Actor(msgspec.Struct, frozen=True):
    """One actor.

    id        as asked for: an actor's id, or the code of a state or organisation
    code      that code; None for a person
    name      the name used most; None for a code
    country   for whom a person speaks
    whole     all in all
    names     every name; for a code those of the people who speak for it
    roles     each office and role, with the first and the last day it is reported
    months    what was said month by month
    by        what they are reported to have said, a page of it
    about     what others are reported to have said with acts directed at a code, or in words that name a person
    named     the words by which `about` was looked for; None where it was by acts
    least     confidence below which records are left out
    """

    id: str
    code: str | None
    name: str | None
    country: str | None
    whole: Seen
    names: tuple[Seen, ...]
    roles: tuple[Seen, ...]
    months: tuple[Seen, ...]
    by: tuple[Quote, ...]
    about: tuple[Quote, ...]
    named: str | None
    stands: tuple[Stand, ...]
    partners: tuple[Partner, ...]
    least: float
    page: int
    has_more: bool


def actor(ledger: Ledger, id: str, *, least: float = LEAST, page: int = 1, size: int = 25) -> Actor:
    """The actor of an id or code, with the `page`th `size` of their statements. Raises UsageError where there is none."""
    who = {"code": id if CODE.fullmatch(id) else None, "actor": None if CODE.fullmatch(id) else id}
    seen = structs(ledger, "actor_seen", Seen, **who, most=ROLES)
    parts = {part: tuple(one for one in seen if one.part == part) for part in ("whole", "name", "role", "month")}
    if not parts["name"]:
        raise UsageError(f"no actor {id} in this ledger: actors have ids like nor.brandvold.ada, states and organisations codes like NOR")
    main, given = parts["name"][0], {**who, "least": least}
    said = structs(ledger, "actor_said", Quote, **given, most=size + 1, skip=(page - 1) * size)
    named = None if who["code"] else naming(id, main.name)
    return Actor(
        id, who["code"], None if who["code"] else main.name, main.country, parts["whole"][0], parts["name"], parts["role"],
        tuple(one for one in parts["month"] if one.month and one.statements), said[:size], told(ledger, named, given, size), named,
        structs(ledger, "actor_stands", Stand, **given, most=STANDS),
        structs(ledger, "actor_partners", Partner, **who, most=PARTNERS), least, page, len(said) > size,
    )  # fmt: skip


def naming(id: str, name: str | None) -> str | None:
    """The word by which others name a person: that of the name which is most like the family name in the id, else the last."""
    words, family = (name or "").split(), id.partition(".")[2].partition(".")[0]
    return max(reversed(words), key=lambda word: SequenceMatcher(None, word.casefold(), family).ratio(), default=None)


def told(ledger: Ledger, named: str | None, given: dict[str, Any], size: int) -> tuple[Quote, ...]:
    """What others said of an actor, the latest first."""
    found = naming_it(ledger, named) if named else []
    return structs(ledger, "actor_told", Quote, **given, ids=found, most=size) if found or given["code"] else ()


def naming_it(ledger: Ledger, named: str) -> list[str]:
    """Ids of statements in which the words stand; none where search is not installed."""
    try:
        answer = search(ledger, named, limit=FOUND)
    except UsageError:
        return []
    place = answer.columns.index("id")
    return [str(row[place]) for row in answer.rows()]
