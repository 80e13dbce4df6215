"""The ledger that people open: with a method for each question."""

from communique import ledger
from communique.ask.actors import actors
from communique.ask.cite import cite
from communique.ask.codings import codings
from communique.ask.commitments import commitments
from communique.ask.diff import diff
from communique.ask.events import events
from communique.ask.positions import positions
from communique.ask.search import search
from communique.ask.statements import statements


class Ledger(ledger.Ledger):
    """A ledger in one file, and what it can be asked: `Ledger.open("ledger.duckdb").positions(holder="Fiji", issue="net ban")`.

    Answers are DuckDB relations (`.df()`, `.pl()`, `.arrow()`), drawn as tables in notebooks. Tables without a question of their own are
    attributes (`ledger.articles`), and SQL reaches all (`ledger.sql`). Reading shows the ledger as it was when it was opened or last
    refreshed; it never hinders a writer.
    """

    positions = positions
    statements = statements
    commitments = commitments
    events = events
    actors = actors
    search = search
    cite = cite
    diff = diff
    codings = codings
