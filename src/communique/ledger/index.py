"""The full-text index: how often each stem stands in each wording of a statement.

DuckDB's own index is made whole each time, twice as slowly, and read ten times as slowly (docs/why/ledger.md); of its extension the stems
are used. This one grows with each add by what is new, and is sorted anew when a fifth of it is unsorted.
"""

import duckdb

from communique.ledger.connection import load_search

UNSORTED = 0.2  # of the postings, at most, stand at the end as they were added

FRESH = """CREATE OR REPLACE TEMP TABLE fresh AS
    SELECT (SELECT count(*) FROM search.passages) + row_number() OVER (ORDER BY passage) AS doc, passage, any_value(content_text) AS words
    FROM history.statements WHERE run > (SELECT run FROM search.indexed) AND passage NOT IN (SELECT passage FROM search.passages)
    GROUP BY passage"""
WORDS = """CREATE OR REPLACE TEMP TABLE fresh_words AS
    SELECT doc, word, count(*) AS times FROM (SELECT doc, unnest(words_in(words)) AS word FROM fresh) WHERE word != '' GROUP BY ALL"""
STEMS = """CREATE OR REPLACE TEMP TABLE fresh_stems AS
    SELECT word, stem(word, 'porter') AS term FROM (SELECT DISTINCT word FROM fresh_words)"""
PASSAGES = "INSERT INTO search.passages SELECT doc, passage FROM fresh ORDER BY doc"
POSTINGS = """INSERT INTO search.postings
    SELECT term, doc, sum(times) AS times, any_value(size) FROM fresh_words JOIN fresh_stems USING (word)
    JOIN (SELECT doc, sum(times) AS size FROM fresh_words GROUP BY doc) USING (doc) GROUP BY term, doc ORDER BY term, doc"""
STATE = """UPDATE search.indexed SET run = coalesce((SELECT max(run) FROM history.runs), 0),
    size = size + (SELECT coalesce(sum(times), 0) FROM fresh_words)"""
SORT = "CREATE OR REPLACE TABLE search.postings AS FROM search.postings ORDER BY term, doc"
FIRST = "UPDATE search.indexed SET sorted = (SELECT count(*) FROM search.postings) WHERE sorted = 0"  # these were put in sorted
SORTED = "UPDATE search.indexed SET sorted = (SELECT count(*) FROM search.postings)"


def index(connection: duckdb.DuckDBPyConnection) -> None:
    """Takes into the index what is new, in one transaction. Without the extension that makes the stems nothing is indexed."""
    if not (load_search(connection) and _is_behind(connection)):
        return
    connection.begin()
    try:
        for step in (FRESH, WORDS, STEMS, PASSAGES, POSTINGS, STATE, FIRST):
            connection.execute(step)
        if _is_unsorted(connection):
            connection.execute(SORT)
            connection.execute(SORTED)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _is_behind(connection: duckdb.DuckDBPyConnection) -> bool:
    row = connection.execute("SELECT count(*) > 0 FROM history.statements WHERE run > (SELECT run FROM search.indexed)").fetchone()
    return bool(row and row[0])


def _is_unsorted(connection: duckdb.DuckDBPyConnection) -> bool:
    row = connection.execute("SELECT (count(*) - any_value(i.sorted)) / count(*) FROM search.postings, search.indexed AS i").fetchone()
    return bool(row and row[0] and row[0] > UNSORTED)
