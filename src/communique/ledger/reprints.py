"""Reprints: each unit's articles compared with all there are, in the unit's transaction.

A sample of each text's runs of six words finds who may repeat whom; the whole texts decide. Stories that an article joins, leaves or
ties together are made anew; what has not changed is not recorded again.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache, partial
from typing import NamedTuple

import duckdb
import numpy as np

from communique.ledger.likeness import Alike, Likeness, Numbers, Runs, compared, has, lead_of, runs_of, sample_of
from communique.ledger.load import LISTED
from communique.ledger.stories import Copy, Member, Names, origin_of, stories_in
from communique.lexicon import load

OFTEN = 200  # texts in which a run is looked for: furniture of a site stands in all of its pages
FURNITURE = 5  # texts of one outlet: a run that stands in so many is its site's, not the story's
ENOUGH = 0.25  # of the shorter text's sampled runs make a candidate
APART = 31  # days after which the same words are said again, not printed again
HELD = 4096  # texts whose runs are kept at hand

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


class Text(NamedTuple):
    """The runs of a text's body, and those of its beginning."""

    runs: Runs
    lead: Runs


def relate(connection: duckdb.DuckDBPyConnection, run: int, now: datetime) -> None:
    """Finds whom the articles just loaded repeat; of a ledger that never looked, those of all its articles."""
    fresh = _ids(connection, "SELECT id FROM staged_articles")
    if not fresh:
        return
    if connection.execute("SELECT 1 FROM history.passages LIMIT 1").fetchone() is None:
        fresh = _ids(connection, "SELECT id FROM articles")
    touched = set(fresh) | _part(connection, fresh, run, now)
    _sample(connection, fresh)
    copies = list(_copies(connection, fresh))
    _record_copies(connection, copies, run, now)
    _record_stories(connection, touched | {one.other for one in copies} | {one.article for one in copies}, run, now)


def _ids(connection: duckdb.DuckDBPyConnection, query: str, *parameters: object) -> list[str]:
    return [id for (id,) in connection.execute(query, list(parameters)).fetchall()]


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


def _sample(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> None:
    """Records the sampled runs of texts that are new."""
    found = connection.execute(
        f"""SELECT DISTINCT ON (text_sha256) text_sha256, "text", layout.body FROM articles WHERE id IN ({LISTED})
        AND text_sha256 NOT IN (SELECT text_sha256 FROM history.passages)""",
        [json.dumps(list(articles))],
    ).fetchall()
    numbers = Numbers()
    rows = [{"text": sha, "runs": sample_of(runs_of(_body(text, spans), numbers)).tolist()} for sha, text, spans in found]
    connection.execute(
        """INSERT INTO history.passages SELECT one.text, unnest(one.runs)
        FROM (SELECT unnest(from_json(?::JSON, '[{"text": "VARCHAR", "runs": ["UBIGINT"]}]')) AS one)""",
        [json.dumps(rows)],
    )


def _body(text: str, spans: list[dict[str, int]] | None) -> str:
    """The article without headline, credits and furniture; all of it where no body was found."""
    return "\n".join(text[span["start"] : span["end"]] for span in spans or ()) or text


def _copies(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> Iterator[Copy]:
    """Who repeats whom, each pair once."""
    held = lru_cache(HELD)(partial(_text, connection))
    furniture = _furniture(connection, articles)
    seen: dict[tuple[str, str], Likeness | None] = {}
    for first, second, one, other, is_of_one_outlet in _candidates(connection, articles):
        if (one, other) not in seen:
            seen[one, other] = compared(held(one).runs, held(other).runs, furniture)
        found = seen[one, other]
        if found and not (is_of_one_outlet and not _shares_lead(held(one), held(other), found)):
            part, whole = (first, second) if found.first_is_shorter else (second, first)
            yield Copy(part, whole, found.kind, round(found.jaccard, 4), round(found.containment, 4))


def _furniture(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> Runs:
    """Those sampled runs of these articles that stand in many texts of one outlet."""
    found = connection.execute(
        f"""SELECT DISTINCT passage FROM history.passages JOIN (SELECT DISTINCT text_sha256, outlet FROM articles) USING (text_sha256)
        WHERE outlet IS NOT NULL AND passage IN (SELECT passage FROM history.passages
            WHERE text_sha256 IN (SELECT text_sha256 FROM articles WHERE id IN ({LISTED})))
        GROUP BY passage, outlet HAVING count(*) >= {FURNITURE}""",
        [json.dumps(list(articles))],
    ).fetchall()
    return np.array([passage for (passage,) in found], dtype=np.uint64)


def _shares_lead(first: Text, second: Text, found: Likeness) -> bool:
    """True where the longer has the lead of the shorter: what else pages of one outlet share is furniture, or what went before."""
    shorter, longer = (first, second) if found.first_is_shorter else (second, first)
    return has(longer.runs, shorter.lead)


def _text(connection: duckdb.DuckDBPyConnection, sha: str) -> Text:
    found = connection.execute('SELECT "text", layout.body FROM history.articles WHERE text_sha256 = ? LIMIT 1', [sha]).fetchone()
    body = _body(*found) if found else ""
    return Text(runs_of(body), lead_of(body))


def _candidates(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> list[tuple[str, str, str, str, bool]]:
    """Pairs of articles, at least one of them among these, whose samples share enough, or whose texts are the same; with each its texts
    and whether one outlet published both."""
    return connection.execute(
        f"""WITH given AS (SELECT id, text_sha256, outlet, "day" FROM articles WHERE id IN ({LISTED})),
        texts AS (SELECT DISTINCT text_sha256 FROM given),
        fresh AS (SELECT * FROM history.passages WHERE text_sha256 IN (FROM texts)),
        held AS (SELECT * FROM history.passages WHERE passage IN (SELECT passage FROM fresh)
            QUALIFY row_number() OVER (PARTITION BY passage ORDER BY rowid) <= {OFTEN}),
        shared AS (SELECT f.text_sha256 AS one, h.text_sha256 AS other, count(*) AS shared FROM fresh AS f JOIN held AS h USING (passage)
            WHERE f.text_sha256 != h.text_sha256 GROUP BY ALL),
        sizes AS (SELECT text_sha256, count(*) AS size FROM history.passages
            WHERE text_sha256 IN (SELECT other FROM shared) OR text_sha256 IN (FROM texts) GROUP BY ALL),
        likely AS (SELECT one, other FROM shared JOIN sizes AS a ON a.text_sha256 = one JOIN sizes AS b ON b.text_sha256 = other
            WHERE shared >= {ENOUGH} * least(a.size, b.size)),
        alike AS (FROM likely UNION ALL SELECT text_sha256, text_sha256 FROM texts)
        SELECT DISTINCT ON (least(g.id, a.id), greatest(g.id, a.id)) g.id, a.id, one, other,
            coalesce(g.outlet = a.outlet, false) FROM alike JOIN given AS g ON g.text_sha256 = one
        JOIN articles AS a ON a.text_sha256 = other WHERE g.id != a.id
            AND coalesce(abs(a."day" - g."day") <= {APART}, true)
        ORDER BY least(g.id, a.id), greatest(g.id, a.id), g.id""",
        [json.dumps(list(articles))],
    ).fetchall()


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
    names, groups = Names(load()), stories_in(copies)
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
