"""What people judge, and what asking gives then."""

import msgspec
import pytest
from invented import TEXT, coding, codings, without_position
from msgspec.structs import replace

from communique.errors import LedgerError, UsageError
from communique.ledger import Ledger, read_judgement
from communique.ledger.judging import bench as benches
from communique.ledger.marking import RULED
from communique.model import Span


@pytest.fixture
def ledger(tmp_path):
    made = Ledger.open(tmp_path / "reef.duckdb")
    made.add(codings(3))
    return made


def id_of(number, kind="statements"):
    return getattr(coding(number), kind)[0].id


def asked(ledger, query):
    return ledger.sql(query).fetchall()


def states(ledger):
    return [(one.judgement.verdict, one.state) for one in ledger.standing()]


def test_a_rejected_statement_goes_with_its_parts_and_the_reading_stays(ledger):
    with ledger.bench("Ada") as bench:
        bench.reject(id_of(1))
    assert asked(ledger, "SELECT count(*), count(verdict) FROM statements") == [(2, 0)]
    assert asked(ledger, "SELECT count(*) FROM relays") == [(2,)]
    assert asked(ledger, "SELECT part, count(*) FROM actors GROUP BY 1 ORDER BY 1") == [("actor", 3), ("recipient", 3), ("speaker", 4)]
    assert asked(ledger, "SELECT count(*), count(superseded_by) FROM history.statements") == [(3, 0)]
    assert ledger.resting_on(id_of(1)) == (f"position {id_of(1, 'positions')}",)


def test_accepting_later_brings_it_back_and_undoing_that_takes_it_away_again(ledger):
    with ledger.bench("Ada") as bench:
        bench.reject(id_of(1))
    with ledger.bench("Tui") as bench:
        bench.accept(id_of(1), note="the envoy did say it")
    assert asked(ledger, f"SELECT verdict, corrected FROM statements WHERE id = '{id_of(1)}'") == [("accept", None)]
    assert states(ledger) == [("reject", "overruled"), ("accept", "holds")]
    with ledger.bench("Ada") as bench:
        bench.undo(ledger.standing()[1].judgement.id)
    assert asked(ledger, "SELECT count(*) FROM statements") == [(2,)]
    assert states(ledger) == [("reject", "holds"), ("accept", "undone"), ("undo", "undo")]
    with pytest.raises(UsageError, match=r"no judgement .* is in force"), ledger.bench("Ada") as bench:
        bench.undo(ledger.standing()[1].judgement.id)


def test_fields_are_corrected_as_people_write_them(ledger):
    with ledger.bench("Ada") as bench:
        bench.correct(id_of(0), {"content": "dispatch 0 🐋 … rejects the net ban", "cue": "49-50", "act": "", "targets": "FJI, WSM"})
        bench.correct(id_of(0, "positions"), {"stance": "support", "evidence": "rejects the net", "holder": "FJI"})
        bench.correct(id_of(0, "commitments"), {"deadline": "2021-06-01..2021-07-15", "strength": "hope"})
    (found,) = asked(ledger, f"SELECT content_text, len(content), cue_text, act, targets, passage FROM statements WHERE id = '{id_of(0)}'")
    assert found[:5] == ("dispatch 0 🐋 … rejects the net ban", 2, coding(0).article.text[49:50], None, ["FJI", "WSM"])
    other = asked(ledger, f"SELECT passage FROM history.statements WHERE id = '{id_of(0)}'")
    assert found[5] != other[0][0]
    text = asked(
        ledger,
        """SELECT a."text"[s.content[2].start + 1 : s.content[2]."end"] FROM statements AS s JOIN articles AS a ON a.id = s.article_id
        WHERE corrected IS NOT NULL""",
    )
    assert text == [("rejects the net ban",)]
    assert asked(ledger, "SELECT stance, evidence_text, holder FROM positions WHERE corrected IS NOT NULL") == [
        ("support", "rejects the net", ["FJI"])
    ]
    assert asked(ledger, "SELECT deadline_latest::VARCHAR, deadline_rule, strength FROM commitments WHERE corrected IS NOT NULL") == [
        ("2021-07-15", "judgement", "hope")
    ]


def accept_and_correct(ledger, id, fields):
    with ledger.bench("Ada") as bench:
        bench.accept(id_of(2))
        bench.correct(id, fields)


@pytest.mark.parametrize(
    ("kind", "fields", "message"),
    [
        ("positions", {"stance": "against"}, "one of support, oppose, mixed"),
        ("positions", {"speaker": "Ada"}, "a position has no 'speaker'.* name one of holder, issue"),
        ("positions", {"stance": ""}, "stance cannot be None"),
        ("statements", {"content": "no such words"}, "does not stand in the article"),
        ("statements", {"source": "Fiji"}, "stands there 3 times: give its offsets"),
        ("statements", {"cue": "5-9999"}, "no span of a text of"),
        ("statements", {"cue": "9-5"}, "no span of a text of"),
        ("statements", {"speaker": "Ada; Tui", "country": "NOR"}, "as many countries as names"),
        ("commitments", {"deadline": "June"}, "write a day as"),
        ("commitments", {"deadline": "2021-06-02..2021-06-01"}, "first day comes after"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_recorded(ledger, kind, fields, message):
    before = ledger.path.read_bytes()
    with pytest.raises(UsageError, match=message):
        accept_and_correct(ledger, id_of(0, kind), fields)
    assert ledger.path.read_bytes() == before
    assert ledger.standing() == ()


def test_a_name_given_leaves_nothing_of_the_speaker_before(ledger):
    with ledger.bench("Ada") as bench:
        bench.correct(id_of(0), {"speaker": "Ioane Leota"})
        bench.correct(id_of(1), {"title": "special envoy"})
        bench.correct(id_of(2), {"speaker": ""})
    columns = "speaker_names, speaker_countries, speaker_role, speaker_title, actor_id, speaker_rule"
    assert asked(ledger, f"SELECT {columns} FROM statements ORDER BY article_id") == [
        (["Ioane Leota"], None, None, None, None, "judgement"),
        (["Litia Ravouvou", None], ["FJI", "WSM"], "GOV", "special envoy", None, "judgement"),
        (None, None, None, None, None, "judgement"),
    ]
    assert asked(ledger, "SELECT article_id, name, country, title FROM actors WHERE part = 'speaker' ORDER BY article_id, place") == [
        ("a0", "Ioane Leota", None, None), ("a1", "Litia Ravouvou", "FJI", "special envoy"), ("a1", None, "WSM", "special envoy"),
    ]  # fmt: skip


def test_the_sides_of_an_event_are_corrected_in_actors_too(ledger):
    with ledger.bench("Ada") as bench:
        bench.correct(id_of(0, "events"), {"recipient": "TON, PLW"})
    assert asked(ledger, "SELECT part, country FROM actors WHERE article_id = 'a0' AND record = 'event' ORDER BY part, place") == [
        ("actor", "FJI"), ("recipient", "TON"), ("recipient", "PLW"),
    ]  # fmt: skip


def test_only_people_say_that_a_commitment_was_kept_and_days_that_it_is_overdue(ledger):
    with ledger.bench("Ada") as bench:
        bench.keep(id_of(0, "commitments"))
        bench.break_(id_of(1, "commitments"))
    assert asked(ledger, "SELECT status, is_overdue FROM commitments ORDER BY article_id") == [
        ("kept", False), ("broken", False), ("unreviewed", True),
    ]  # fmt: skip
    early = "SELECT status, is_overdue FROM commitments_as_of(until := '2021-06-30') ORDER BY article_id"
    assert asked(ledger, early)[2] == ("unreviewed", False)
    with pytest.raises(UsageError, match="kept is said of commitment"), ledger.bench("Ada") as bench:
        bench.keep(id_of(0))


def with_actor(number, actor, name="Litia Ravouvou"):
    """The coding with one speaker, who has an id."""
    made = coding(number)
    speaker = replace(made.statements[0].speaker, name=name, country="FJI", actor_id=actor)
    return replace(made, statements=(replace(made.statements[0], speaker=speaker),))


SPEAKERS = """SELECT s.actor_id, s.speaker_names, a.actor_id, a.name FROM statements AS s JOIN actors AS a ON a.record_id = s.id
    ORDER BY s.article_id"""


def test_actors_are_merged_renamed_and_split(tmp_path):
    ledger = Ledger.open(tmp_path / "reef.duckdb")
    ledger.add([with_actor(0, "fji.ravouvou.l"), with_actor(1, "fji.ravouvou.litia"), with_actor(2, "fji.ravouvou.litia")])
    with ledger.bench("Ada") as bench:
        bench.merge_actors("fji.ravouvou.l", "fji.ravouvou.litia")
        bench.rename_actor("fji.ravouvou.litia", "Litia T. Ravouvou")
    assert asked(ledger, SPEAKERS) == [("fji.ravouvou.litia", ["Litia T. Ravouvou"], "fji.ravouvou.litia", "Litia T. Ravouvou")] * 3
    with ledger.bench("Ada") as bench:
        bench.split_actor("fji.ravouvou.litia", "fji.ravouvou.litia-2", [id_of(2)])
    assert asked(ledger, SPEAKERS)[2] == ("fji.ravouvou.litia-2", ["Litia Ravouvou"], "fji.ravouvou.litia-2", "Litia Ravouvou")
    ledger.add([with_actor(3, "fji.ravouvou.l")])
    assert asked(ledger, SPEAKERS)[3][0] == "fji.ravouvou.litia", "what comes later is merged too"
    with ledger.bench("Ada") as bench:
        bench.undo(*(one.judgement.id for one in ledger.standing()))
    assert [row[0] for row in asked(ledger, SPEAKERS)] == ["fji.ravouvou.l", "fji.ravouvou.litia", "fji.ravouvou.litia", "fji.ravouvou.l"]
    with pytest.raises(UsageError, match="knows no actor_id 'nobody'"), ledger.bench("Ada") as bench:
        bench.merge_actors("nobody", "fji.ravouvou.litia")
    with pytest.raises(UsageError, match=r"is no statement of fji\.ravouvou\.litia"), ledger.bench("Ada") as bench:
        bench.split_actor("fji.ravouvou.litia", "x", [id_of(0)])


def test_issues_are_merged(ledger):
    with ledger.bench("Ada") as bench:
        bench.merge_issues("net ban", "ban on nets")
    ledger.add(codings(4))
    assert asked(ledger, "SELECT issue, count(*) FROM positions GROUP BY 1") == [("ban on nets", 4)]
    assert asked(ledger, "SELECT issue FROM issues") == [("ban on nets",)]
    assert asked(ledger, "SELECT count(*) FROM positions WHERE issue = 'net ban'") == [(0,)]


def test_the_past_is_asked_for_as_it_was_judged_then(ledger):
    with ledger.bench("Ada") as bench:
        bench.reject(id_of(1))
    moment = asked(ledger, "SELECT max(recorded_at)::VARCHAR FROM history.rulings")[0][0]
    with ledger.bench("Ada") as bench:
        bench.undo(ledger.standing()[0].judgement.id)
    added = asked(ledger, "SELECT max(recorded_at)::VARCHAR FROM history.statements")[0][0]
    counts = [asked(ledger, f"SELECT count(*) FROM statements_as_of(recorded := '{at}')")[0][0] for at in (added, moment, "2100-01-01")]
    assert counts == [3, 2, 3]


def recoded(number, **changes):
    """The coding as another lexicon makes it, with a statement that differs."""
    made = coding(number)
    coder = replace(made.coder, lexicon_sha256="8" * 64)
    return replace(made, statements=(replace(made.statements[0], **changes),), coder=coder)


def test_a_recoding_carries_judgements_over_where_id_span_and_claim_are_the_same(ledger):
    with ledger.bench("Ada") as bench:
        bench.reject(id_of(0))
        bench.correct(id_of(1), {"act": "warn"})
    ledger.add([recoded(0, confidence=0.2, rule="en.other.rule"), recoded(1, act="demand", confidence=0.1)])
    assert states(ledger) == [("reject", "holds"), ("correct", "holds")]
    assert asked(ledger, "SELECT act, confidence FROM statements ORDER BY article_id") == [("warn", 0.1), ("reject", 0.9)]


def test_a_judgement_of_what_the_reading_says_no_more_is_stale_and_never_lost(ledger):
    with ledger.bench("Ada") as bench:
        bench.reject(id_of(0))
        bench.reject(id_of(1, "positions"))
        bench.comment(id_of(2), note="see the wire")
    ledger.add([recoded(0, act="demand"), without_position(coding(1)), recoded(2, content=(Span(0, 4),), id="another")])
    assert states(ledger) == [("reject", "stale"), ("reject", "stale"), ("comment", "stale")]
    assert asked(ledger, "SELECT count(*) FROM statements") == [(3,)], "another claim was not rejected"
    ledger.add([coding(0), coding(1)], again=True)
    assert states(ledger)[:2] == [("reject", "holds"), ("reject", "holds")]
    assert asked(ledger, "SELECT count(*) FROM statements") == [(2,)]


def test_other_words_at_the_same_span_were_not_judged(ledger):
    with ledger.bench("Ada") as bench:
        bench.correct(id_of(0), {"act": "warn"})
    other = coding(0, text=TEXT.replace("🐋", "🐟"))
    assert other.statements[0].id == id_of(0)
    ledger.add([other])
    assert states(ledger) == [("correct", "stale")]
    assert asked(ledger, "SELECT act FROM statements WHERE article_id = 'a0'") == [("reject",)]


def test_what_was_altered_after_signing_is_told(ledger):
    with ledger.bench("Ada") as bench:
        bench.accept(id_of(0))
    line = msgspec.json.encode(ledger.standing()[0].judgement)
    assert read_judgement(line) == ledger.standing()[0].judgement
    with pytest.raises(UsageError, match="altered after it was signed"):
        read_judgement(line.replace(b"Ada", b"Tui"))
    for broken in (b"{}", b"[]", b"x", line.replace(b'"accept"', b'"bless"').replace(line[1:24], b'"id":""')):
        with pytest.raises(UsageError):
            read_judgement(broken)


def test_who_does_not_say_who_they_are_does_not_judge(ledger):
    with pytest.raises(UsageError, match="signed"), ledger.bench(" ") as bench:
        bench.accept(id_of(0))
    with pytest.raises(LedgerError, match="no ledger at"), Ledger.open(ledger.path.with_name("none.duckdb")).bench("Ada"):
        pass
    with pytest.raises(UsageError, match="no current record"), ledger.bench("Ada") as bench:
        bench.accept("nothing")


def test_patience_has_an_end(ledger, monkeypatch):
    with ledger.writer("add"), pytest.raises(LedgerError, match="being written to"), benches.Bench(ledger.path, "Ada", patience=0.2):
        pass


@pytest.mark.parametrize("table", RULED)
def test_the_copies_of_judged_rows_are_the_rows(ledger, table):
    with ledger.bench("Ada") as bench:
        bench.reject(id_of(0))
        bench.accept(id_of(0, "positions"), id_of(1, "commitments"), id_of(1, "events"))
        bench.merge_issues("net ban", "nets")
    ledger.add([recoded(0, act="demand", id=id_of(0)), without_position(coding(1)), *codings(5, start=2)])
    with ledger.bench("Tui") as bench:
        bench.accept(id_of(4))
    copies = asked(ledger, f"SELECT * FROM judged.{table} ORDER BY ALL")
    assert copies == asked(ledger, f"SELECT * FROM history.{table} WHERE ruled_in IS NOT NULL ORDER BY ALL")
    assert copies
