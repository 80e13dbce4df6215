"""A record with all that a citation of it says."""

import datetime

import msgspec

from communique.ask.question import asked
from communique.errors import UsageError
from communique.ledger import Ledger


class Cited(msgspec.Struct, frozen=True):
    """A record, the statement it rests on, and the article they stand in.

    record        statement, position, commitment or event
    id, run       its id, and the run of the reading that is cited: id@run
    is_current    False where a later run superseded this reading
    words         what was said, the evidence, the action or the trigger
    spans         where these words stand, [start, end] in code points of the text
    kind, manner  of the statement: speech or attitude; direct, indirect or mixed; None where no one says it
    speakers      who says it, by name; None in the place of one whose name is not known
    countries     for whom they speak, one for each
    source        the words that name who says it
    relays        through whose hands the statement came, outward from the speaker
    parties       who holds the position, who commits themselves
    issue, stance of a position
    article_id, title, outlet, byline, published, url, language, text_sha256  of the article
    day           the day it is of
    """

    record: str
    id: str
    run: int
    is_current: bool
    words: str
    spans: tuple[tuple[int, int], ...]
    kind: str | None
    manner: str | None
    speakers: tuple[str | None, ...]
    countries: tuple[str | None, ...]
    source: str | None
    relays: tuple[str, ...]
    parties: tuple[str, ...]
    issue: str | None
    stance: str | None
    article_id: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    url: str | None
    day: datetime.date | None
    language: str | None
    text_sha256: str


def cite(ledger: Ledger, id: str) -> Cited:
    """The record of an id, as last read, or of id@run that reading. Raises UsageError where there is none."""
    bare, mark, run = id.partition("@")
    if mark and not run.isdecimal():
        raise UsageError(f"{id}: write a reading as ID@RUN, the run's number behind the @")
    found = asked(ledger, "cite", id=bare, run=int(run) if mark else None).fetchall()
    if not found:
        raise UsageError(f"no record {id} in {ledger.path}: give the id of a statement, position, commitment or event")
    return msgspec.convert(dict(zip(Cited.__struct_fields__, found[0], strict=True)), Cited)
