"""The formats that events can be exported to: one line each. A new one is a file with a `write`, a line here, a golden and a docs line."""

from collections.abc import Callable, Iterable
from typing import IO, NamedTuple

from communique.errors import UsageError
from communique.export import csvfile, icews, jsonl, mentions, parquet, petrarch2, ploverjson, polecat
from communique.export.found import Found


class Export(NamedTuple):
    """One format.

    name       what `communique export` calls it
    about      what it is, in a few words
    takes      which events it can carry; the others are left out and counted
    what       the same in words
    write      events -> bytes
    is_binary  no text: not for a terminal
    """

    name: str
    about: str
    takes: Callable[[Found], bool]
    what: str
    write: Callable[[Iterable[Found], IO[bytes]], None]
    is_binary: bool = False


EVERY = "every event"
HAPPENED = "events that happened"

EXPORTS: tuple[Export, ...] = (
    Export("csv", "our own columns, a row an event, CSV", lambda found: True, EVERY, csvfile.write),
    Export("parquet", "the columns of csv, typed, Parquet", lambda found: True, EVERY, parquet.write, is_binary=True),
    Export("jsonl", "the event's record with its article's, JSON Lines", lambda found: True, EVERY, jsonl.write),
    Export("plover", "PLOVER 2.0, JSON Lines", ploverjson.takes, ploverjson.TAKES, ploverjson.write),
    Export("polecat", "POLECAT's 40 columns, TSV", polecat.takes, polecat.TAKES, polecat.write),
    Export("icews", "ICEWS's 20 columns, a row a pair, TSV", icews.takes, icews.TAKES, icews.write),
    Export("gdelt", "GDELT's 16 columns of mentions with character offsets, a row a pair, TSV", mentions.takes, HAPPENED, mentions.write),
    Export("petrarch2", "what PETRARCH2 writes, a row a pair, TSV", petrarch2.takes, petrarch2.TAKES, petrarch2.write),
)


def export_named(name: str) -> Export:
    """The format of a name. Raises UsageError that lists the formats."""
    for export in EXPORTS:
        if export.name == name:
            return export
    raise UsageError(f"unknown format {name!r}: use one of {', '.join(export.name for export in EXPORTS)}")
