"""One issue: who stands where since when, how often it was said again, when somebody turned. Days decide; chains tell each occasion."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

import msgspec

from communique.ask.issues import issues as meant
from communique.ask.question import structs
from communique.errors import UsageError
from communique.ledger import Ledger


class Day(msgspec.Struct, frozen=True):
    """What is reported of one day (None: not known) about a holder; `stances` are several where reports differ."""

    holder: str
    day: date | None
    stances: tuple[str, ...]
    reports: int
    origins: int
    position: str

    @property
    def stance(self) -> str | None:
        """The stance, where reports of the day agree."""
        return self.stances[0] if len(self.stances) == 1 else None


class Shift(msgspec.Struct, frozen=True):
    """A day on which a holder is reported to take another stance than at the last clear one."""

    day: date
    before: str
    after: str
    position: str


class Vote(msgspec.Struct, frozen=True):
    """The last vote of a state on the issue: yes, no, abstain or absent, and what that says of the issue."""

    country: str
    day: date
    vote: str
    stance: str | None


class Holder(msgspec.Struct, frozen=True):
    """Where somebody stands on the issue.

    stance    that of the last day, or of all reports where no day is known; None where they differ
    since     the first day from which on all reports take it; None where no day is known
    times     stories that tell it from then on, those that repeat one another counted once
    reports   articles, all in all
    days      what is reported, day by day
    """

    holder: str
    stance: str | None
    since: date | None
    last: date | None
    times: int
    reports: int
    shifts: tuple[Shift, ...]
    vote: Vote | None
    days: tuple[Day, ...]


class Issue(msgspec.Struct, frozen=True):
    """An issue, and a page of those who take a stance on it, those of most reports first."""

    name: str
    holders: tuple[Holder, ...]
    least: float
    page: int
    has_more: bool


class Listed(msgspec.Struct, frozen=True):
    """An issue in a list."""

    issue: str
    reports: int
    positions: int
    holders: int
    first: date | None
    last: date | None


def issue(ledger: Ledger, name: str, *, least: float = 0.5, page: int = 1, size: int = 40) -> Issue:
    """The issue of a name as positions have it. Raises UsageError where no position is about it."""
    days = structs(ledger, "issue_days", Day, name=name, least=least, most=size + 1, skip=(page - 1) * size)
    if not days and page == 1:
        raise UsageError(f"no position on {name}: /issues lists what there are positions on")
    votes = {one.country: one for one in structs(ledger, "issue_votes", Vote, name=name)}
    holders = [held(tuple(own), votes.get(who)) for who, own in groupby(days, key=lambda one: one.holder)]
    return Issue(name, tuple(holders[:size]), least, page, len(holders) > size)


def held(days: Sequence[Day], vote: Vote | None) -> Holder:
    """Where a holder stands, from what is reported of them in the order of days."""
    known = [one for one in days if one.day]
    run = current(known or days)
    stance = run[-1].stance if run else None
    times, reports = sum(one.origins for one in run) if stance else 0, sum(one.reports for one in days)
    since, last = run[0].day if stance and known else None, known[-1].day if known else None
    return Holder(days[0].holder, stance, since, last, times, reports, tuple(shifts(known)), vote, tuple(days))


def current(days: Sequence[Day]) -> Sequence[Day]:
    """The days at the end that all have the stance of the last."""
    first = len(days)
    while first > 0 and days[first - 1].stance == days[-1].stance:
        first -= 1
    return days[first:]


def shifts(days: Iterable[Day]) -> Iterable[Shift]:
    """The days on which the stance is another than on the last day that was clear; days on which it is not clear turn nothing."""
    before = None
    for one in days:
        if one.day and one.stance and before and one.stance != before:
            yield Shift(one.day, before, one.stance, one.position)
        before = one.stance or before


def listed(ledger: Ledger, words: str | None, most: int, skip: int) -> tuple[Listed, ...]:
    """Issues with most reports; with words, those they mean."""
    what = meant(words)
    return structs(ledger, "issues", Listed, names=what.names, words=what.words, most=most, skip=skip)
