"""What adding records, what it leaves alone, and how the past is asked for."""

from datetime import date, timedelta
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from invented import coding, codings, without_position
from msgspec.structs import replace

from communique.errors import LedgerError, UsageError
from communique.ledger import Added, Ledger, writer
from communique.ledger.ledger import TABLES
from communique.record import rows_of
from record.arbitrary import codings as arbitrary_codings

EMPTY = ("reprints", "copies", "passages", "votes", "judgements", "rulings", "orphans")  # as long as nobody fills them


@pytest.fixture
def ledger(tmp_path):
    return Ledger.open(tmp_path / "reef.duckdb")


def test_every_record_becomes_a_row_that_sql_can_ask(ledger):
    added = ledger.add([coding(3)])
    assert added == Added(run=1, new=1, records=10)
    assert {name: len(ledger.sql(f"FROM {name}").fetchall()) for name in TABLES if name not in EMPTY} == {
        "articles": 1, "statements": 1, "positions": 1, "commitments": 1, "events": 1, "actors": 4, "relays": 1, "issues": 1,
        "readings": 1, "runs": 1,
    }  # fmt: skip
    found = ledger.sql(
        """SELECT day, outlet, source_text, text[s.source.start + 1 : s.source.end], content_text, speaker_countries, targets
        FROM statements AS s JOIN (SELECT id AS article_id, text FROM articles) USING (article_id)
        WHERE list_contains(speaker_countries, $who) AND act = 'reject'""",
        {"who": "WSM"},
    ).fetchall()
    source = "The Fijian envoy Litia Ravouvou and the Samoan envoy"
    content = "dispatch 3 🐋 rejects the net ban because the lagoon is theirs"
    assert found == [(date(2020, 5, 4), "Lagoon Courier", source, source, content, ["FJI", "WSM"], ["IGO:UN"])]
    assert ledger.sql("SELECT name, country, part FROM actors ORDER BY part, place").fetchall() == [
        ("Fiji", "FJI", "actor"), ("Samoa", "WSM", "recipient"), ("Litia Ravouvou", "FJI", "speaker"), (None, "WSM", "speaker"),
    ]  # fmt: skip
    assert ledger.sql("SELECT deadline_text, deadline_latest FROM commitments").fetchall() == [("by June 2021", date(2021, 6, 30))]
    assert ledger.sql("SELECT cameo, actor[1].country, recipient[1].span.end - recipient[1].span.start FROM events").fetchall() == [
        ("051", "FJI", 5)
    ]
    assert ledger.sql("SELECT problems[1].message, problems[1].span.end FROM readings").fetchall() == [("no headline", 4)]


@pytest.mark.parametrize("unit", [1, 7, 1000])
def test_adding_again_changes_not_a_byte(ledger, monkeypatch, unit):
    monkeypatch.setattr(writer, "UNIT", unit)
    assert ledger.add(codings(20)).new == 20
    before = sha256(ledger.path.read_bytes()).hexdigest()
    assert ledger.add(codings(20)) == Added(known=20)
    assert sha256(ledger.path.read_bytes()).hexdigest() == before
    assert [path.name for path in sorted(ledger.path.parent.iterdir())] == ["reef.duckdb", "reef.duckdb.lock"]


def test_a_changed_reading_supersedes_what_it_has_no_more(ledger):
    ledger.add(codings(3))
    added = ledger.add([without_position(coding(1))])
    assert (added.run, added.new, added.changed, added.records, added.superseded) == (2, 0, 1, 0, 1)
    assert ledger.sql("SELECT article_id FROM positions ORDER BY 1").fetchall() == [("a0",), ("a2",)]
    assert ledger.sql("SELECT article_id, run, superseded_by FROM history.positions WHERE superseded_by IS NOT NULL").fetchall() == [
        ("a1", 1, 2)
    ]
    assert ledger.sql("SELECT run, superseded_by FROM history.readings WHERE article_id = 'a1' ORDER BY run").fetchall() == [
        (1, 2), (2, None),
    ]  # fmt: skip
    assert ledger.sql("SELECT count(*), count(DISTINCT id) FROM statements").fetchall() == [(3, 3)]


def test_a_corrected_text_leaves_the_old_one_to_its_old_rows(ledger):
    ledger.add([coding(1)])
    ledger.add([coding(1, text="Correction: " + coding(1).article.text)])
    assert ledger.sql("SELECT count(*) FROM history.articles").fetchall() == [(2,)]
    assert ledger.sql("SELECT text[:11], source_text FROM articles JOIN statements ON article_id = articles.id").fetchall() == [
        ("Correction:", "The Fijian envoy Litia Ravouvou and the Samoan envoy")
    ]
    assert ledger.verify().orphans == ()


def test_an_old_reading_stays_superseded_unless_it_is_wanted_again(ledger):
    ledger.add([coding(1)])
    ledger.add([without_position(coding(1))])
    assert ledger.add([coding(1)]) == Added(outdated=1)
    assert ledger.positions.fetchall() == []
    assert ledger.add([coding(1)], again=True).changed == 1
    assert len(ledger.positions.fetchall()) == 1
    assert ledger.add([coding(1)]) == Added(known=1)


def test_another_kernel_makes_no_other_reading(ledger):
    ledger.add([coding(1)])
    blis = replace(coding(1), coder=replace(coding(1).coder, kernel="blis"))
    assert ledger.add([blis]) == Added(known=1)
    with ledger.writer("add") as opened:
        assert len(opened.coded_by(blis.coder)) == 1


def test_long_articles_make_small_units(ledger, monkeypatch):
    monkeypatch.setattr(writer, "SIZE", 500)
    units = []
    monkeypatch.setattr(writer, "load", lambda connection, unit, run, now: units.append(len(unit.new)) or Added(run))
    ledger.add(codings(7))
    assert units == [3, 3, 1]


def test_two_readings_of_an_article_in_one_add_are_two_in_their_order(ledger):
    added = ledger.add([coding(1), coding(1), without_position(coding(1)), coding(2)])
    assert (added.new, added.changed, added.known) == (2, 1, 1)
    assert [article for (article,) in ledger.sql("SELECT article_id FROM positions").fetchall()] == ["a2"]


def test_the_past_as_recorded_and_as_of_a_day(ledger):
    ledger.add(codings(3))
    (before,) = ledger.sql("SELECT max(recorded_at) FROM history.readings").fetchall()[0]
    ledger.add([without_position(coding(1))])
    days = [row[0] for row in ledger.as_of("positions", recorded=str(before)).select("day").order("day").fetchall()]
    assert days == [date(2020, 5, 1), date(2020, 5, 2), date(2020, 5, 3)]
    assert ledger.as_of("positions", recorded=str(before - timedelta(seconds=1))).fetchall() == []
    assert ledger.as_of("positions").select("article_id").order("article_id").fetchall() == [("a0",), ("a2",)]
    assert ledger.as_of("positions", "2020-05-02", str(before)).select("article_id").order("article_id").fetchall() == [("a0",), ("a1",)]
    with pytest.raises(UsageError, match="no table 'runs'"):
        ledger.as_of("runs")


def test_what_broke_off_is_kept_and_the_rest_comes_later(ledger):
    def broken():
        yield from codings(4)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.add(broken())
    assert len(ledger.articles.fetchall()) == 4
    assert ledger.runs.select("ended_at").fetchall() == [(None,)]
    added = ledger.add(codings(6))
    assert (added.new, added.known) == (2, 4)


def test_a_long_add_is_seen_by_readers_before_its_end(ledger, monkeypatch):
    monkeypatch.setattr(writer, "UNIT", 5)
    monkeypatch.setattr(writer, "PUBLISH_AFTER", 0.0)
    monkeypatch.setattr(writer, "SHARE", 1e9)
    seen = []

    def watched():
        for one in codings(20):
            yield one
            if ledger.path.exists():
                with Ledger.open(ledger.path) as reader:
                    seen.append(reader.articles.aggregate("count(*)").fetchall()[0][0])

    assert ledger.add(watched()).new == 20
    assert seen[0] == 5
    assert seen == sorted(seen)
    assert ledger.sql("SELECT count(*), count(DISTINCT id) FROM articles").fetchall() == [(20, 20)]


def test_which_articles_a_coder_has_read_already(ledger):
    ledger.add([coding(1)])
    with ledger.writer("add") as opened:
        assert len(opened.coded_by(coding(1).coder)) == 1
        assert opened.coded_by(replace(coding(1).coder, weights_sha256="7" * 64)) == frozenset()


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("INSERT INTO history.runs SELECT * FROM history.runs", "only reads"),
        ("COPY articles TO 'stolen.csv'", "only reads"),
        ("FROM read_csv('/etc/hosts')", "only reads"),
        ("FROM statments", "statments"),
        ("SELECT CAST(id AS INTEGER) FROM statements", "Could not convert"),
        ("", "asks nothing"),
    ],
)
def test_sql_only_reads(ledger, query, told):
    ledger.add([coding(1)])
    with pytest.raises(UsageError, match=told):
        list(ledger.rows(query)[1])


def test_values_go_in_as_parameters(ledger):
    ledger.add([coding(1)])
    hostile = "x' OR '1' = '1"
    assert ledger.sql("FROM positions WHERE issue = ?", [hostile]).fetchall() == []
    assert ledger.sql("FROM positions WHERE issue = $issue", {"issue": hostile}).fetchall() == []


def test_a_name_with_an_apostrophe(tmp_path):
    ledger = Ledger.open(tmp_path / "reef's; DROP.duckdb")
    ledger.add([coding(1)])
    assert len(ledger.articles.fetchall()) == 1


def test_full_text_search_is_there_without_the_net(ledger):
    ledger.add([coding(1)])
    assert ledger.sql("SELECT stem('rejections', 'english')").fetchall() == [("reject",)]


def test_no_ledger(ledger):
    with pytest.raises(LedgerError, match="communique add"):
        ledger.stats()
    with pytest.raises(AttributeError, match="its tables are articles"):
        ledger.statments  # noqa: B018


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(arbitrary_codings())
def test_whatever_a_coding_holds_is_recorded(tmp_path_factory, made):
    ledger = Ledger.open(tmp_path_factory.mktemp("any") / "any.duckdb")
    added = ledger.add([made])
    rows = rows_of(made)
    assert added.records == sum(len(getattr(rows, table)) for table in rows.__struct_fields__)
    assert ledger.sql("SELECT text, id, outlet FROM articles").fetchall() == [(made.article.text, made.article.id, made.article.outlet)]
    assert sorted(ledger.sql("SELECT content_text, speaker_names FROM statements ORDER BY ALL").fetchall(), key=repr) == sorted(
        [(row.content_text, row.speaker_names and list(row.speaker_names)) for row in rows.statements], key=repr
    )
    assert ledger.add([made]) == Added(known=1)
