"""Who may repeat whom: texts that share sampled runs of six words, in one query for all articles of a unit."""

from collections.abc import Iterable
from typing import NamedTuple

import duckdb
import numpy as np

from communique.ledger.likeness import Runs, Text, sample_of, text_of

OFTEN = 200  # texts in which a run is looked for: furniture of a site stands in all of its pages
FURNITURE = 5  # texts of one outlet: a run that stands in so many is its site's, not the story's
ENOUGH = 0.25  # of the shorter text's sampled runs make a candidate
APART = 31  # days after which the same words are said again, not printed again
HELD = 8192  # texts whose runs are kept at hand

GIVEN = """CREATE OR REPLACE TEMP TABLE given AS
    SELECT id, text_sha256, md5_number_lower(text_sha256) AS "text", outlet, "day" FROM {}"""
# runs that given texts share with each other or with any other text
MET = """CREATE OR REPLACE TEMP TABLE met AS
    WITH found AS (SELECT "text", passage, rowid AS nth FROM history.passages WHERE passage IN (SELECT passage FROM samples)),
    times AS (SELECT passage, count(*) AS times FROM found GROUP BY passage HAVING count(*) > 1)
    SELECT * FROM found JOIN times USING (passage)"""
FURNISHED = f"""CREATE OR REPLACE TEMP TABLE furniture AS
    SELECT DISTINCT passage FROM met JOIN (
        SELECT DISTINCT md5_number_lower(text_sha256) AS "text", outlet FROM articles WHERE outlet IS NOT NULL
    ) USING ("text") GROUP BY passage, outlet HAVING count(*) >= {FURNITURE}"""
PAIRED = f"""CREATE OR REPLACE TEMP TABLE paired AS WITH sizes AS (
    SELECT "text", any_value(size) - count(passage) AS size
    FROM search.sampled LEFT JOIN (FROM met SEMI JOIN furniture USING (passage)) USING ("text")
    WHERE "text" IN (SELECT "text" FROM met) GROUP BY "text"
),
told AS (SELECT "text", passage, times, nth FROM met ANTI JOIN furniture USING (passage)),
held AS (
    SELECT "text", passage FROM told WHERE times <= {OFTEN}
    UNION ALL
    SELECT "text", passage FROM told WHERE times > {OFTEN} QUALIFY row_number() OVER (PARTITION BY passage ORDER BY nth) <= {OFTEN}
),
texts AS (SELECT DISTINCT "text" FROM given),
shared AS (
    SELECT f."text" AS one, h."text" AS other, count(*) AS shared FROM samples AS f JOIN held AS h USING (passage)
    WHERE f."text" != h."text" GROUP BY ALL
),
likely AS (
    SELECT one, other FROM shared JOIN sizes AS a ON a."text" = one JOIN sizes AS b ON b."text" = other
    WHERE shared >= {ENOUGH} * least(a.size, b.size)
),
alike AS (FROM likely UNION ALL SELECT "text", "text" FROM texts),
others AS (
    SELECT id, text_sha256, md5_number_lower(text_sha256) AS "text", outlet, "day" FROM articles
    WHERE md5_number_lower(text_sha256) IN (SELECT other FROM alike)
)
SELECT g.id AS first, a.id AS second, g.text_sha256 AS one, a.text_sha256 AS other, abs(a."day" - g."day") AS apart,
    coalesce(g.outlet = a.outlet, false) AS is_of_one_outlet
FROM alike JOIN given AS g ON g."text" = one JOIN others AS a ON a."text" = other"""
# a query of its own: within the other these conditions would make DuckDB compare every article with every other
PAIRS = f"""SELECT DISTINCT ON (least(first, second), greatest(first, second)) first, second, one, other, is_of_one_outlet
FROM paired WHERE first != second AND coalesce(apart <= {APART}, true) ORDER BY least(first, second), greatest(first, second), first"""


class Pair(NamedTuple):
    """Two articles that may repeat one another, their texts, and whether one outlet published both."""

    first: str
    second: str
    one: str
    other: str
    is_of_one_outlet: bool


class Texts(dict[str, Text]):
    """Texts at hand, by their hashes."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def take(self, source: str) -> None:
        """Reads those of a table of articles."""
        self._read(f'SELECT text_sha256, any_value("text"), any_value(layout.body) FROM {source} GROUP BY text_sha256', [])

    def fetch(self, hashes: Iterable[str]) -> None:
        """Sees to it that these are at hand. The hashes are constants of the query, so that no other text is read."""
        if missing := sorted(set(hashes) - self.keys()):
            marks = ", ".join("?" * len(missing))
            self._read(f'SELECT text_sha256, "text", layout.body FROM history.articles WHERE text_sha256 IN ({marks})', missing)

    def _read(self, query: str, parameters: list[str]) -> None:
        if len(self) > HELD:
            self.clear()
        for sha, text, spans in self.connection.execute(query, parameters).fetchall():
            self[sha] = text_of(body_of(text, spans))


def body_of(text: str, spans: list[dict[str, int]] | None) -> str:
    """The article without headline, credits and furniture; all of it where no body was found."""
    return "\n".join(text[span["start"] : span["end"]] for span in spans or ()) or text


def look_for(connection: duckdb.DuckDBPyConnection, source: str, texts: Texts) -> tuple[list[Pair], Runs]:
    """The pairs of which at least one is among the articles of a table, and the runs of these that are furniture; samples are recorded.

    A pair's texts share enough of their samples, or are the same.
    """
    connection.execute(GIVEN.format(source))
    numbers = dict(connection.execute('SELECT DISTINCT text_sha256, "text" FROM given').fetchall())
    samples = [sample_of(texts[sha].runs) for sha in numbers]
    sizes = [len(sample) for sample in samples]
    own = np.array(list(numbers.values()), dtype=np.uint64)
    connection.register("samples", {"text": np.repeat(own, sizes), "passage": np.concatenate(samples)})
    connection.register("sizes", {"text": own, "size": np.array(sizes, dtype=np.int32)})
    for table, rows in (("history.passages", "samples"), ("search.sampled", "sizes")):
        connection.execute(f'INSERT INTO {table} FROM {rows} WHERE "text" NOT IN (SELECT "text" FROM search.sampled)')
    for step in (MET, FURNISHED, PAIRED):
        connection.execute(step)
    pairs = [Pair(*row) for row in connection.execute(PAIRS).fetchall()]
    for name in ("samples", "sizes"):
        connection.unregister(name)
    return pairs, np.asarray(connection.execute("FROM furniture").fetchnumpy()["passage"], dtype=np.uint64)
