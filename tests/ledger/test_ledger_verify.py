"""Spans checked against texts: what no longer points at its words is marked, and nothing is moved."""

import duckdb
import pytest
from invented import coding, codings

from communique.ledger import Ledger
from communique.ledger.load import TABLES
from communique.ledger.verify import _columns


@pytest.fixture
def ledger(tmp_path):
    ledger = Ledger.open(tmp_path / "reef.duckdb")
    ledger.add(codings(4))
    return ledger


def tampered(ledger, statement):
    ledger.close()
    with duckdb.connect(ledger.path) as connection:
        connection.execute(statement)


def test_what_was_added_holds(ledger):
    verified = ledger.verify()
    assert (verified.articles, verified.rows, verified.orphans, verified.is_marked) == (4, 40, (), True)
    assert ledger.runs.aggregate("max(run)").fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("statement", "reason", "failing"),
    [
        ("UPDATE history.articles SET text = replace(text, 'lagoon', 'harbor') WHERE id = 'a1'", "text changed", {
            "actors", "articles", "commitments", "events", "positions", "relays", "statements"}),
        ("UPDATE history.articles SET text = NULL WHERE id = 'a1'", "no text", {
            "actors", "articles", "commitments", "events", "positions", "relays", "statements"}),
        ("UPDATE history.statements SET cue = {'start': 7000, 'end': 7004} WHERE article_id = 'a1'", "outside text", {"statements"}),
        ("UPDATE history.statements SET content = [{'start': 0, 'end': 4}] WHERE article_id = 'a1'", "other words", {"statements"}),
        ("UPDATE history.positions SET grounds_text = ['no word of it'] WHERE article_id = 'a1'", "other words", {"positions"}),
        ("UPDATE history.events SET actor = list_transform(actor, lambda a: {'span': {'start': 5, 'end': 5}, 'name': a.name, "
         "'country': a.country, 'sector': a.sector}) WHERE article_id = 'a1'", "outside text", {"events"}),
    ],
)  # fmt: skip
def test_what_fails_is_marked_and_not_moved(ledger, statement, reason, failing):
    tampered(ledger, statement)
    told = ledger.verify(only_tell=True)
    assert {one.reason for one in told.orphans} == {reason}
    assert {one.table for one in told.orphans} == failing
    assert {one.article_id for one in told.orphans} == {"a1"}
    assert ledger.orphans.fetchall() == []
    before = ledger.sql("SELECT id, cue, content FROM statements ORDER BY id").fetchall()
    ledger.verify()
    assert len(ledger.orphans.fetchall()) == len(told.orphans)
    assert ledger.sql("SELECT id, cue, content FROM statements ORDER BY id").fetchall() == before
    assert ledger.verify().is_marked
    assert ledger.runs.aggregate("count(*)").fetchall() == [(2,)]


def test_a_mark_goes_when_its_reason_is_gone(ledger):
    tampered(ledger, "UPDATE history.articles SET text = text || '!' WHERE id = 'a1'")
    ledger.verify()
    tampered(ledger, "UPDATE history.articles SET text = left(text, -1) WHERE id = 'a1'")
    assert ledger.verify().orphans == ()
    assert ledger.orphans.fetchall() == []
    assert ledger.sql("SELECT count(*) FROM history.orphans WHERE superseded_by = 3").fetchall()[0][0] > 0


def test_every_column_of_spans_is_checked(ledger):
    checked = {(column.table, column.name) for column in _columns(ledger.connection)}
    found = ledger.sql("SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'history' AND data_type LIKE '%\"end\"%'")
    assert checked == {(table, column) for table, column in found.fetchall() if table in TABLES}
    assert ("events", "recipient") in checked
    assert ("articles", "layout") in checked


def test_words_outside_the_first_plane_count_as_one(ledger):
    ledger.add([coding(50, text="🐋🐋 " + coding(1).article.text)])
    assert ledger.verify().orphans == ()
