"""Statements by their words and by who said them where, as a list of hits with counts to narrow it down."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import msgspec

from communique.ask.days import day
from communique.ask.issues import issues
from communique.ask.parties import country as code_of
from communique.ask.parties import party
from communique.ask.question import query_of, rows_of
from communique.ask.search import is_behind, need_stems
from communique.errors import UsageError
from communique.ledger import Ledger
from communique.ledger.answer import Answer

MOST = 2000  # hits that are listed and counted; .csv has all
BEFORE, BEHIND = 160, 240  # characters of a snippet around the first word that was found
_PART = re.compile(r'-?"[^"]*"|\S+')


class Asked(NamedTuple):
    """What is looked for; None where it does not matter. `words` as people write them: cod -ban "net ban"."""

    words: str | None = None
    speaker: str | None = None
    country: str | None = None
    about: str | None = None
    issue: str | None = None
    act: str | None = None
    kind: str | None = None
    manner: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None


class Hit(msgspec.Struct, frozen=True):
    """A statement that was found; `snippet` is what was said, in pieces with whether they are words that were looked for."""

    id: str
    run: int
    article_id: str
    day: date | None
    outlet: str | None
    title: str | None
    speaker_names: tuple[str | None, ...] | None
    speaker_countries: tuple[str | None, ...] | None
    source_text: str | None
    actor_id: str | None
    act: str | None
    kind: str
    manner: str
    confidence: float
    verdict: str | None
    recorded_at: datetime
    snippet: tuple[tuple[str, bool], ...]


class Facet(msgspec.Struct, frozen=True):
    """How many of the hits have a value: the parameter that narrows the search to them, and the value."""

    parameter: str
    value: str
    hits: int


class Hits(msgspec.Struct, frozen=True):
    """What was found: one stretch of the hits, how many there are, and whether more than that.

    count    of hits, at most MOST
    is_more  whether there are more than counted
    facets   the commonest values among those counted
    """

    hits: tuple[Hit, ...]
    count: int
    is_more: bool
    facets: tuple[Facet, ...]


def find(ledger: Ledger, asked: Asked, *, skip: int = 0, few: int = 50, newest: bool = False) -> Hits:
    """The hits from `skip` on, the most fitting first, or the newest. Raises UsageError where a value means nothing."""
    query, parameters = _query(ledger, asked, newest, MOST + 1)
    found = rows_of(ledger, query, **parameters)
    shown = found[skip : min(skip + few, MOST)]
    return Hits(tuple(_hits(ledger, shown, parameters.get("words"))), min(len(found), MOST), len(found) > MOST, facets(found[:MOST]))


def find_all(ledger: Ledger, asked: Asked, *, newest: bool = False) -> Answer:
    """Every hit with all columns, without a limit."""
    query, parameters = _query(ledger, asked, newest, None)
    ranked = f"SELECT s.* FROM ({query}) AS h JOIN statements AS s USING (id)"
    return Answer(ledger, ranked, parameters)


def _query(ledger: Ledger, asked: Asked, newest: bool, most: int | None) -> tuple[str, dict[str, Any]]:
    """The query for hits, with its parameters: only those that it names."""
    words, phrases, without = parts(asked.words or "")
    who, about = party(asked.speaker), issues(asked.issue)
    parameters: dict[str, Any] = {
        "since": day(asked.since, "since"), "until": day(asked.until, "until"), "outlet": asked.outlet, "speaker_code": who.code,
        "speaker_names": named(ledger, who.name), "country": code_of(asked.country, "country"), "target": code_of(asked.about, "about"),
        "act": asked.act, "kind": asked.kind, "manner": asked.manner, "is_any_issue": about.names is about.words is None, "issues": about.names,
        "issue_words": about.words, "phrases": phrases, "without": without, "is_newest": newest, "most": most,
    }  # fmt: skip
    if not words:
        return query_of("every", "find"), parameters
    need_stems(ledger)
    return query_of("ranked", "best", "find"), {**parameters, "words": words, "pool": None, "is_behind": is_behind(ledger)}


def named(ledger: Ledger, name: str | None) -> list[str] | None:
    """Names of speakers in which the words of a name stand; None where no name is asked for."""
    if name is None:
        return None
    bare = str(ledger.sql("SELECT bare_words($name)", {"name": name}).fetchall()[0][0])
    first = next(iter(bare.split()), None)
    return [row["name"] for row in rows_of(ledger, query_of("named"), first=first, bare=bare)] if first else []


def parts(written: str) -> tuple[str, list[str], list[str]]:
    """The words, the phrases, and what must not stand there: cod -ban "net ban". A phrase's words are looked for as well.

    Raises UsageError where only what must not be there is given.
    """
    given = [(one.startswith("-"), one.strip('-"')) for one in _PART.findall(written)]
    wanted = [one for is_out, one in given if not is_out and any(map(str.isalnum, one))]
    without = [one for is_out, one in given if is_out and any(map(str.isalnum, one))]
    if written.strip() and not wanted:
        raise UsageError(f"search {written!r}: no word to search for")
    return " ".join(wanted), [one for one in wanted if " " in one], without


def _hits(ledger: Ledger, rows: Sequence[dict[str, Any]], words: str | None) -> Iterable[Hit]:
    """What is shown of some hits, in their order."""
    ids, articles = [row["id"] for row in rows], [row["article_id"] for row in rows]
    found = rows_of(ledger, query_of("found"), ids=ids, articles=articles, words=words or "") if ids else []
    told = {(row["id"], row["article_id"]): row for row in found}
    for row in rows:
        if one := told.get((row["id"], row["article_id"])):
            pieces = one.pop("pieces")
            yield msgspec.convert({**one, "snippet": snippet([(piece["t"], piece["h"]) for piece in pieces])}, Hit)


def snippet(pieces: Sequence[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    """The stretch around the first word that was found; neighbours of one sort together, an ellipsis where something is left out."""
    first = next((n for n, (_, is_hit) in enumerate(pieces) if is_hit), 0)
    before = sum(len(text) for text, _ in pieces[:first])
    joined, at = list[tuple[str, bool]](), 0
    for text, is_hit in pieces:
        start, at = at, at + len(text)
        if at <= before - BEFORE or start >= before + BEHIND:
            continue
        piece = text[:BEHIND]  # a word without end
        joined = [*joined[:-1], (joined[-1][0] + piece, is_hit)] if joined and joined[-1][1] == is_hit else [*joined, (piece, is_hit)]
    return ((("… ", False),) if before > BEFORE else ()) + tuple(joined) + ((("…", False),) if at > before + BEHIND else ())


def facets(rows: Sequence[dict[str, Any]], few: int = 8) -> tuple[Facet, ...]:
    """The commonest values among hits, of what a search can be narrowed down by."""
    counts = {
        "act": Counter(row["act"] for row in rows if row["act"]), "outlet": Counter(row["outlet"] for row in rows if row["outlet"]),
        "country": Counter(code for row in rows for code in {*(row["speaker_countries"] or ())} if code),
        "year": Counter(str(row["day"].year) for row in rows if row["day"]),
    }  # fmt: skip
    ordered = {name: sorted(counted.items(), key=lambda one: (-one[1], one[0])) for name, counted in counts.items()}
    return tuple(Facet(name, value, n) for name, values in ordered.items() for value, n in values[:few])
