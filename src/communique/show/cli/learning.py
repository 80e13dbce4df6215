"""Learned offices as the CSV that a user's lexicon folder may hold."""

import csv
from collections.abc import Iterable
from io import StringIO

from communique.resolve.learned import Office

COLUMNS = ("name", "aliases", "country", "role", "from", "to", "title", "first_seen", "last_seen", "articles", "evidence")
BETWEEN = "; "


def table_of(offices: Iterable[Office], *, unbounded: bool) -> tuple[bytes, list[str]]:
    """The table as UTF-8, and the names left out because no day bounds them."""
    kept = StringIO()
    writer = csv.writer(kept, lineterminator="\n")
    writer.writerow(COLUMNS)
    left_out = []
    for office in offices:
        if unbounded or office.first_seen:
            writer.writerow(_row(office, unbounded))
        else:
            left_out.append(office.name)
    return kept.getvalue().encode("utf-8", "backslashreplace"), left_out


def _row(office: Office, unbounded: bool) -> tuple[object, ...]:
    bounds = ("", "") if unbounded else (office.first_seen, office.last_seen)
    seen = (office.first_seen or "", office.last_seen or "", office.articles, BETWEEN.join(office.evidence))
    return (office.name, BETWEEN.join(office.aliases), office.country, office.role or "", *bounds, office.title, *seen)
