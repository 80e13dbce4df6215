"""From pairs of articles that repeat one another to stories, and which article of a story was the first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from communique.ledger.likeness import Alike
from communique.lexicon import Outlet


class Copy(NamedTuple):
    """Two articles that repeat one another; where the likeness is contained, `article` is the one whose words `other` has."""

    article: str
    other: str
    kind: Alike
    jaccard: float
    containment: float

    @property
    def score(self) -> float:
        """How alike, in the measure that decided."""
        return self.containment if self.kind == "contained" else self.jaccard


class Member(NamedTuple):
    """What an article tells about where it comes from.

    published  as given, with or without a time
    agency     the wire in its dateline
    credits    those it says it has its statements from
    """

    id: str
    outlet: str | None
    day: date | None
    published: str | None
    agency: str | None
    credits: tuple[str, ...]


class Origin(NamedTuple):
    """The first article of a story and what told so, and the wire it comes from; None where it is not clear."""

    article: str | None
    rule: str | None
    agency: str | None


class Names:
    """Tells names of outlets and agencies that mean the same."""

    def __init__(self, outlets: Sequence[Outlet]) -> None:
        self.of = {name.casefold(): outlet.name for outlet in outlets for name in (outlet.name, *outlet.aliases)}
        self.agencies = {outlet.name for outlet in outlets if outlet.agency}

    def one(self, written: str | None) -> str | None:
        """The name under which all its spellings are one; None for none."""
        plain = " ".join((written or "").split()).removeprefix("The ").removeprefix("the ")
        return self.of.get(plain.casefold(), plain.casefold()) if plain else None


def stories_in(copies: Sequence[Copy]) -> list[set[str]]:
    """The articles that belong together. Those alike are one story. One contained in longer ones joins the story that has most of it, if
    most of that story's articles have it, and no other such part: else they are a survey, or the story with something added."""
    groups = Groups()
    for copy in copies:
        groups.add(copy.article)
        groups.add(copy.other)
        if copy.kind != "contained":
            groups.join(copy.article, copy.other)
    homes: dict[str, tuple[float, str]] = {}
    sizes = {min(members): len(members) for members in groups.all()}
    ties: dict[tuple[str, str], set[str]] = defaultdict(set)
    for copy in copies:
        part, whole = groups.first(copy.article), groups.first(copy.other)
        if copy.kind == "contained" and part != whole:
            ties[part, whole].add(copy.other)
            homes[part] = max(homes.get(part, (0.0, "")), (copy.containment, whole))
    parts = defaultdict(set)
    for part, (_, whole) in homes.items():
        parts[whole].add(part)
    for part, (_, whole) in sorted(homes.items()):
        if len(parts[whole]) == 1 and len(ties[part, whole]) > sizes.get(whole, 1) / 2:
            groups.join(part, whole)
    return groups.all()


class Groups:
    """Sets that grow together."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def add(self, one: str) -> None:
        """Lets it stand, alone if it is new."""
        self.above.setdefault(one, one)

    def first(self, one: str) -> str:
        """The least of those it belongs with."""
        while self.above[one] != one:
            self.above[one] = one = self.above[self.above[one]]
        return one

    def join(self, one: str, other: str) -> None:
        """Makes the two belong together."""
        low, high = sorted((self.first(one), self.first(other)))
        self.above[high] = low

    def all(self) -> list[set[str]]:
        """The sets of two and more."""
        found = defaultdict(set)
        for one in self.above:
            found[self.first(one)].add(one)
        return [members for members in found.values() if len(members) > 1]


def origin_of(members: Iterable[Member], names: Names) -> Origin:
    """The first of a story's articles: the one whose outlet is the wire that the others name, or the one they credit; else the one dated
    before all others, unless it has the story from a wire itself. What contradicts the dates is not clear."""
    story = tuple(members)
    agency = _one({names.one(one.agency) for one in story if one.agency})
    named = {name for one in story for name in (names.one(one.agency), *map(names.one, one.credits)) if name}
    credited = [one for one in story if names.one(one.outlet) in named]
    if credited:
        own, rule = credited[0], "agency" if names.one(credited[0].outlet) == agency else "credit"
        is_clear = len(credited) == 1 and not any(_is_before(one, own) for one in story if one is not own)
        return Origin(own.id, rule, agency) if is_clear else Origin(None, None, agency)
    if agency or named & names.agencies:
        return Origin(None, None, agency)
    first = [one for one in story if all(_is_before(one, other) for other in story if other is not one)]
    return Origin(first[0].id, "date", None) if len(first) == 1 else Origin(None, None, None)


def _is_before(one: Member, other: Member) -> bool:
    """True where it is known to be older, by its time where both have one, else by its day."""
    times = _time(one), _time(other)
    if times[0] and times[1] and (times[0].tzinfo is None) == (times[1].tzinfo is None):
        return times[0] < times[1]
    return one.day is not None and other.day is not None and one.day < other.day


def _time(one: Member) -> datetime | None:
    """The time of publication; None where only a day, or nothing, is given."""
    try:
        return datetime.fromisoformat(one.published) if one.published and len(one.published) > 10 else None
    except ValueError:
        return None


def _one(found: set[str | None]) -> str | None:
    """The only one there is."""
    return next(iter(found)) if len(found) == 1 else None
