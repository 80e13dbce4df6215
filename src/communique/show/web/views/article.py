"""An article read: its text to the letter, with what was found in it marked and explained beside it."""

from collections.abc import Sequence
from typing import Any

from communique.ask.article import Read, read
from communique.errors import UsageError
from communique.export.linked import KINDS, Anything, annotated, spans_of
from communique.model import Participant, Statement
from communique.model.highlight import title_of
from communique.show.web.asking import Opened, Text
from communique.show.web.drawing import article_url
from communique.show.web.failures import MissingError
from communique.show.web.marking import pieces
from communique.show.web.view import Table, View

COLUMNS = ("record", "id", "start", "end", "words", "rule", "confidence", "verdict")


def article(ledger: Opened, id: Text) -> Read:
    """One article with everything that was read off it; `id` is the article's own."""
    try:
        return read(ledger, id)
    except UsageError as error:
        raise MissingError(f"no article {id} in this ledger") from error


def _table(page: Read) -> Table:
    """A row for each span by which a record is known."""
    coding, text = page.coding, page.coding.article.text
    records: list[Anything] = [*coding.statements, *coding.positions, *coding.commitments, *coding.events]
    rows = [
        (KINDS[type(one)], one.id, span.start, span.end, span.of(text), one.rule, one.confidence, page.verdicts.get(one.id))
        for one in records
        for span in spans_of(one)
    ]
    return Table(COLUMNS, rows)


def sides(parties: Sequence[Participant]) -> str:
    """Those on a side of an event, each by name and country as far as they are known."""
    known = (f"{one.name} ({one.country})" if one.name and one.country else one.name or one.country for one in parties)
    return ", ".join(one or "somebody" for one in known) or "somebody"


def speakers(statement: Statement, text: str) -> str:
    """Who is reported to say it, each with whom they speak for; in the words of the text where one of them has no name."""
    who = statement.speaker
    names, countries = (
        value if isinstance(value, tuple) else (value,) for value in (who.name if who else None, who.country if who else None)
    )
    if all(names) and len(names) == len(countries):
        return ", ".join(f"{name} ({code})" if code else str(name) for name, code in zip(names, countries, strict=True))
    if statement.source:
        return statement.source.of(text)
    return ", ".join(filter(None, names)) or ", ".join(filter(None, countries)) or "somebody"


def _linked(page: Read, site: str) -> dict[str, Any]:
    return annotated(page.coding, f"{site}{article_url(page.coding.article.id)}", site)


DRAWS = {"pieces": pieces, "sides": sides, "speakers": speakers}  # what reader.html needs
VIEW = View("article", "/article", article, title=lambda page: title_of(page.coding), table=_table, linked=_linked, draws=DRAWS)
