"""Which articles repeat one another."""

from collections.abc import Iterator
from importlib.resources import files

from communique.errors import UsageError
from communique.ledger import Ledger

ReprintRows = tuple[list[str], Iterator[tuple[object, ...]]]


def reprints(ledger: Ledger, id: str | None = None) -> ReprintRows:
    """Columns and rows: the articles of every story that has several, or of the story of an article, or of a statement's.

    Raises UsageError where there is no article and no statement of that id.
    """
    bare = id.partition("@")[0] if id else None
    known = "SELECT id FROM articles WHERE id = $id UNION ALL SELECT id FROM statements WHERE id = $id"
    if bare and not ledger.sql(known, {"id": bare}).fetchall():
        raise UsageError(f"{id}: no article and no statement of that id; communique reprints shows all that were printed again")
    return ledger.rows(files("communique.ask").joinpath("reprints.sql").read_text("utf-8"), {"id": bare})
