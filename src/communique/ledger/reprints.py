"""Reprints: each unit's articles compared with all there are, in the unit's transaction.

A sample of each text's runs of six words finds who may repeat whom; the whole texts decide. Stories that an article joins, leaves or
ties together are made anew; what has not changed is not recorded again.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

import duckdb

from communique.ledger.candidates import Pair, Texts, look_for
from communique.ledger.likeness import Alike, Likeness, Runs, Text, compared, has
from communique.ledger.load import LISTED
from communique.ledger.stories import Copy, Member, Names, origin_of, stories_in
from communique.lexicon import outlets

SOME = 1000  # articles whose texts are looked at together, and pairs that are compared together

SHAPE = """'[{"article_id": "VARCHAR", "origin_id": "VARCHAR", "likeness": "VARCHAR", "score": "DOUBLE", "story": "VARCHAR",
"agency": "VARCHAR", "origin_rule": "VARCHAR"}]'"""


class Row(NamedTuple):
    """A row of `reprints` as the ledger holds it."""

    article_id: str
    origin_id: str | None
    likeness: Alike
    score: float
    story: str
    agency: str | None
    origin_rule: str | None


def relate(connection: duckdb.DuckDBPyConnection, run: int, now: datetime) -> None:
    """Finds whom the articles just loaded repeat; of a ledger whose texts have no samples yet, those of all its articles."""
    is_sampled = connection.execute("SELECT 1 FROM search.sampled LIMIT 1").fetchone() is not None
    is_alone = connection.execute("SELECT count(*) > (SELECT count(*) FROM staged_articles) FROM articles").fetchone() == (False,)
    if is_sampled or is_alone:
        _relate("staged_articles", connection, run, now)
        return
    connection.execute("CREATE OR REPLACE TEMP TABLE every_id AS SELECT id, row_number() OVER (ORDER BY id) AS nth FROM articles")
    for first in range(0, _count(connection, "every_id"), SOME):
        some = f"id IN (SELECT id FROM every_id WHERE nth > {first} AND nth <= {first + SOME})"
        connection.execute(f"CREATE OR REPLACE TEMP TABLE some_articles AS FROM articles WHERE {some}")
        _relate("some_articles", connection, run, now)


def _relate(source: str, connection: duckdb.DuckDBPyConnection, run: int, now: datetime) -> None:
    """The same for the articles of a table."""
    fresh = [id for (id,) in connection.execute(f"SELECT id FROM {source}").fetchall()]
    if not fresh:
        return
    touched = set(fresh) | _part(connection, fresh, run, now)
    texts = Texts(connection)
    texts.take(source)
    copies = list(_copies(*look_for(connection, source, texts), texts))
    _record_copies(connection, copies, run, now)
    _record_stories(connection, touched | {one.other for one in copies} | {one.article for one in copies}, run, now)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0


def _part(connection: duckdb.DuckDBPyConnection, articles: Collection[str], run: int, now: datetime) -> set[str]:
    """Forgets whom changed articles repeated; returns who that was."""
    listed = json.dumps(list(articles))
    found = connection.execute(
        f"""UPDATE history.copies SET superseded_by = $run, superseded_at = $now::TIMESTAMP WHERE superseded_by IS NULL
        AND (article_id IN ({LISTED.replace("?", "$listed")}) OR other_id IN ({LISTED.replace("?", "$listed")}))
        RETURNING article_id, other_id""",
        {"run": run, "now": now, "listed": listed},
    ).fetchall()
    return {id for pair in found for id in pair}


def _copies(pairs: Sequence[Pair], furniture: Runs, texts: Texts) -> Iterator[Copy]:
    """Who repeats whom, each pair once."""
    seen: dict[tuple[str, str], Likeness | None] = {}
    for first in range(0, len(pairs), SOME):
        some = pairs[first : first + SOME]
        texts.fetch(sha for pair in some for sha in (pair.one, pair.other))
        for pair in some:
            one, other = texts[pair.one], texts[pair.other]
            if (pair.one, pair.other) not in seen:
                seen[pair.one, pair.other] = compared(one.runs, other.runs, furniture)
            found = seen[pair.one, pair.other]
            if found and not (pair.is_of_one_outlet and not _shares_lead(one, other, found)):
                part, whole = (pair.first, pair.second) if found.first_is_shorter else (pair.second, pair.first)
                yield Copy(part, whole, found.kind, round(found.jaccard, 4), round(found.containment, 4))


def _shares_lead(first: Text, second: Text, found: Likeness) -> bool:
    """True where the longer has the lead of the shorter: what else pages of one outlet share is furniture, or what went before."""
    shorter, longer = (first, second) if found.first_is_shorter else (second, first)
    return has(longer.runs, shorter.lead)


def _record_copies(connection: duckdb.DuckDBPyConnection, copies: Iterable[Copy], run: int, now: datetime) -> None:
    connection.execute(
        """INSERT INTO history.copies SELECT unnest(one), $run, $now::TIMESTAMP, NULL, NULL FROM (SELECT unnest(from_json($rows::JSON,
        '[{"article": "VARCHAR", "other": "VARCHAR", "kind": "VARCHAR", "jaccard": "DOUBLE", "containment": "DOUBLE"}]')) AS one)""",
        {"rows": json.dumps([one._asdict() for one in copies]), "run": run, "now": now},
    )


def _record_stories(connection: duckdb.DuckDBPyConnection, touched: set[str], run: int, now: datetime) -> None:
    """Makes the stories of these articles, and of all tied to them, anew."""
    copies, touched = _tied(connection, touched)
    listed = json.dumps(sorted(touched))
    found = connection.execute(f"SELECT {', '.join(Row._fields)} FROM reprints WHERE article_id IN ({LISTED})", [listed]).fetchall()
    before = {Row(*row) for row in found}
    after = set(_rows(connection, copies))
    gone = [row.article_id for row in before - after]
    connection.execute(
        f"""UPDATE history.reprints SET superseded_by = ?, superseded_at = ?::TIMESTAMP
        WHERE superseded_by IS NULL AND article_id IN ({LISTED})""",
        [run, now, json.dumps(gone)],
    )
    connection.execute(
        """INSERT INTO history.reprints BY NAME SELECT unnest(one), $run AS run, $now::TIMESTAMP AS recorded_at
        FROM (SELECT unnest(from_json($rows::JSON, $shape)) AS one)""".replace("$shape", SHAPE),
        {"rows": json.dumps([one._asdict() for one in sorted(after - before, key=lambda row: row.article_id)]), "run": run, "now": now},
    )


def _tied(connection: duckdb.DuckDBPyConnection, articles: set[str]) -> tuple[list[Copy], set[str]]:
    """All pairs that hang together with these articles, and all articles in them, these included."""
    known, edge, copies = set(articles), set(articles), set[Copy]()
    while edge:
        listed = json.dumps(sorted(edge))
        found = connection.execute(
            f"""SELECT article_id, other_id, likeness, jaccard, containment FROM copies
            WHERE article_id IN ({LISTED}) OR other_id IN ({LISTED})""",
            [listed, listed],
        ).fetchall()
        copies.update(Copy(*row) for row in found)
        edge = {id for row in found for id in row[:2]} - known
        known |= edge
    return sorted(copies), known


def _rows(connection: duckdb.DuckDBPyConnection, copies: list[Copy]) -> Iterator[Row]:
    """A row for each article of each story."""
    groups = stories_in(copies)
    names = Names(outlets() if groups else ())
    members = _members(connection, {id for group in groups for id in group})
    ties = defaultdict(list)
    for copy in copies:
        ties[copy.article].append(copy)
        ties[copy.other].append(copy)
    for group in groups:
        origin, story = origin_of([members[id] for id in sorted(group)], names), min(group)
        for id in sorted(group):
            best = max((one for one in ties[id] if {one.article, one.other} <= group), key=lambda one: (one.kind != "contained", one.score))
            yield Row(id, origin.article, best.kind, best.score, story, origin.agency, origin.rule)


def _members(connection: duckdb.DuckDBPyConnection, articles: set[str]) -> dict[str, Member]:
    found: list[tuple[str, str | None, date | None, str | None, str | None, list[str]]] = connection.execute(
        f"""SELECT a.id, a.outlet, a."day", a.published, a.agency,
        (SELECT coalesce(list(DISTINCT name ORDER BY name), []) FROM relays AS r WHERE r.article_id = a.id)
        FROM articles AS a WHERE id IN ({LISTED})""",
        [json.dumps(sorted(articles))],
    ).fetchall()
    return {id: Member(id, outlet, day, published, agency, tuple(credits)) for id, outlet, day, published, agency, credits in found}
