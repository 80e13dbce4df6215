"""An issue: who stands where, since when, how often it was said again, who turned."""

from communique.ask import issue as asked
from communique.ask.issue import Issue
from communique.errors import UsageError
from communique.show.web.asking import Least, Opened, Page, Text
from communique.show.web.failures import MissingError
from communique.show.web.matrix import matrix
from communique.show.web.view import Table, View

COLUMNS = ("holder", "stance", "since", "last", "times", "reports", "shifts", "vote", "vote_day")


def issue(ledger: Opened, name: Text, least: Least = 0.5, page: Page = 1) -> Issue:
    """The issue of a name, with a page of those who take a stance on it."""
    try:
        return asked.issue(ledger, name, least=least, page=page)
    except UsageError as error:
        raise MissingError(str(error)) from error


def _table(page: Issue) -> Table:
    """A row for each holder on this page."""
    rows = (
        (one.holder, one.stance, one.since, one.last, one.times, one.reports, [shift.day.isoformat() for shift in one.shifts],
         one.vote.vote if one.vote else None, one.vote.day if one.vote else None)
        for one in page.holders
    )  # fmt: skip
    return Table(COLUMNS, rows)


def chart(page: Issue) -> object:
    """Holders along time."""
    return matrix(page.name, page.holders)


VIEW = View("issue", "/issue", issue, title=lambda page: page.name, table=_table, draws={"chart": chart})
