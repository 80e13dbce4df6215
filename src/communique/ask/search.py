"""Statements in which words stand, the most fitting first (BM25)."""

from communique.ask.days import Day, day, moment
from communique.ask.question import asked
from communique.errors import UsageError
from communique.ledger import Ledger
from communique.ledger.answer import Answer
from communique.ledger.connection import load_search

MARKS = ("**", "**")
FEW = 20  # statements, where no limit is given
NEWER = "SELECT count(*) > 0 FROM history.statements WHERE run > (SELECT run FROM search.indexed)"
POOL = 10  # times the limit: how many wordings are looked up at first


def search(
    ledger: Ledger,
    words: str,
    *,
    outlet: str | None = None,
    since: Day = None,
    until: Day = None,
    recorded: Day = None,
    limit: int = FEW,
    marks: tuple[str, str] = MARKS,
) -> Answer:
    """Statements whose content has all of the words, in any form that shares their stem, marked in the column `marked`.

    Raises UsageError where there is no word to search for, or the extension that makes stems is not installed.
    """
    if not any(character.isalnum() for character in words):
        raise UsageError(f"search {words!r}: no word to search for")
    need_stems(ledger)
    parameters = {
        "words": words, "outlet": outlet, "since": day(since, "since"), "until": day(until, "until"),
        "recorded": moment(recorded, "recorded"), "most": limit, "before": marks[0], "behind": marks[1],
    }  # fmt: skip
    parameters["is_behind"] = is_behind(ledger)
    some = asked(ledger, "ranked", "search", **parameters, pool=POOL * limit)
    return some if len(some) >= limit else asked(ledger, "ranked", "search", **parameters, pool=None)


def need_stems(ledger: Ledger) -> None:
    """Raises UsageError where the extension that makes stems is not installed."""
    if not load_search(ledger.connection):
        raise UsageError("search needs the package duckdb-extension-fts, which comes with communique: install it again")


def is_behind(ledger: Ledger) -> bool:
    """True where statements were added since the index was made."""
    return bool(ledger.sql(NEWER).fetchall()[0][0])
