"""What each question finds, and what it leaves out."""

from datetime import date
from shutil import copy

import pytest
from msgspec.structs import replace

from communique import Ledger
from communique.errors import UsageError
from communique.export import events_of
from ledger.invented import article_of, coding, codings, event_of, without_position


def ids(answer, column="article_id"):
    return [row[answer.columns.index(column)] for row in answer.fetchall()]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """Articles a0 to a4 of 1 to 5 May 2020, then a second run: a1 without its position, a9 of 10 May with a changed stance."""
    path = tmp_path_factory.mktemp("recorded") / "reef.duckdb"
    opened = Ledger.open(path)
    opened.add(codings(5))
    opened.add([without_position(coding(1)), coding(9, stance="support", outlet="Reef Weekly")])
    return path


@pytest.fixture
def ledger(recorded, tmp_path):
    """A copy that a test may write to."""
    return Ledger.open(copy(recorded, tmp_path / "reef.duckdb"))


@pytest.mark.parametrize("holder", ["FJI", "Fiji", "suva", "Fijian"])
def test_a_holder_is_meant_by_code_name_capital_or_adjective(ledger, holder):
    assert ids(ledger.positions(holder=holder)) == ["a0", "a2", "a3", "a4", "a9"]
    assert ids(ledger.positions(holder="Tonga")) == []


def test_words_that_mean_two_states_are_refused(ledger):
    with pytest.raises(UsageError, match="may be COD or COG: give the code"):
        ledger.positions(holder="Congolese")


@pytest.mark.parametrize(("issue", "found"), [("net ban", 5), ("BAN", 5), ("ban net", 5), ("net", 5), ("nets", 0), ("embargo", 0)])
def test_an_issue_is_found_by_its_words(ledger, issue, found):
    assert len(ids(ledger.positions(issue=issue))) == found


def on_issue(number, issue):
    one = coding(number)
    return replace(one, positions=(replace(one.positions[0], issue=issue),))


def test_an_issue_is_found_by_what_it_is_also_called(ledger):
    ledger.add([on_issue(20, "US embargo on Cuba"), on_issue(21, "US sanctions on Iran"), on_issue(22, "embargo on shells")])
    assert ids(ledger.positions(issue="blockade")) == ["a20"]
    assert ids(ledger.positions(issue="embargo")) == ["a20", "a22"]
    assert ids(ledger.positions(issue="us Embargo on CUBA")) == ["a20"]


def test_as_of_a_day_stands_only_what_was_said_last(ledger):
    assert ids(ledger.positions(holder="FJI", as_of="2020-05-09")) == ["a4"]
    assert ids(ledger.positions(holder="FJI", as_of="2020-05-10")) == ["a9"]
    assert ids(ledger.positions(holder="FJI", as_of="2020-05-10", stance="oppose")) == []
    assert ids(ledger.positions(holder="FJI", until="2020-05-10", stance="oppose")) == ["a0", "a2", "a3", "a4"]
    assert ids(ledger.positions(as_of=date(2020, 4, 30))) == []


def test_two_stances_of_one_day_both_stand(ledger):
    ledger.add([coding(9 + 28, stance="mixed")])
    assert sorted(ids(ledger.positions(as_of="2020-06-01"), "stance")) == ["mixed", "support"]


def test_joint_holders_have_each_their_own_last_position(ledger):
    one = coding(11)
    ledger.add([replace(one, positions=(replace(one.positions[0], holder=("WSM",), stance="support"),))])
    assert ids(ledger.positions(holder="FJI", as_of="2020-06-01")) == ["a9"]
    assert ids(ledger.positions(holder="WSM", as_of="2020-06-01")) == ["a11"]
    assert ids(ledger.positions(as_of="2020-06-01")) == ["a9", "a11"]


def test_what_was_recorded_by_a_time(ledger):
    ((first,),) = ledger.sql("SELECT ended_at FROM runs WHERE run = 1").fetchall()
    assert ids(ledger.positions(recorded=first)) == ["a0", "a1", "a2", "a3", "a4"]
    assert ids(ledger.positions(recorded="2001-01-01")) == []
    assert ids(ledger.positions(recorded="2100-01-01T12:00")) == ["a0", "a2", "a3", "a4", "a9"]


def test_statements_by_speaker_act_target_and_outlet(ledger):
    assert len(ledger.statements(speaker="ravouvou", country="Samoa", about="UN", act="reject")) == 6
    assert ids(ledger.statements(speaker="Litia", outlet="reef weekly")) == ["a9"]
    assert ids(ledger.statements(speaker="Rav")) == []
    assert ids(ledger.statements(about="FJI")) == []
    assert ids(ledger.statements(limit=2)) == ["a0", "a1"]
    assert ids(ledger.statements(article="a3", manner="indirect", kind="speech")) == ["a3"]
    with pytest.raises(UsageError, match="no state or organisation"):
        ledger.statements(about="the lagoon")


def test_a_commitment_is_overdue_the_day_after_its_last(ledger):
    assert set(ids(ledger.commitments(due="2021-06-30"), "status")) == {"open"}
    assert set(ids(ledger.commitments(due="2021-07-01"), "status")) == {"overdue"}
    assert ids(ledger.commitments(due="2021-06-29")) == []
    assert len(ledger.commitments(committer="Fiji", beneficiary="Apia", strength="vow")) == 6


def test_an_estimated_last_day_makes_nothing_overdue(ledger):
    one = coding(30)
    due = replace(one.commitments[0].deadline, latest=None, assumed_latest="2020-12-31")
    ledger.add([replace(one, commitments=(replace(one.commitments[0], deadline=due),))])
    found = ledger.commitments(since="2020-05-03", until="2020-05-03")
    assert dict(zip(ids(found), ids(found, "status"), strict=True))["a30"] == "open"
    assert "a30" not in ids(ledger.commitments(due="2030-01-01"))


def test_only_a_person_says_kept(ledger):
    record = ids(ledger.commitments(limit=1), "id")[0]
    with ledger.bench("ab") as bench:
        bench.break_(record)
    assert ids(ledger.commitments(limit=1), "status") == ["broken"]
    with ledger.bench("ab") as bench:
        bench.keep(record)
    assert ids(ledger.commitments(limit=1), "status") == ["kept"]
    assert "a0" not in ids(ledger.commitments(due="today"))


def with_event(number, **changes):
    article = article_of(number, "Reef Weekly", "Suva, May {day} — Dispatch {number}: Fiji thanked Samoa in Apia.")
    one = coding(number)
    return replace(one, article=article, statements=(), positions=(), commitments=(), events=(replace(event_of(article), **changes),))


def test_a_reprint_is_a_report_and_no_origin(tmp_path):
    ledger, first = Ledger.open(tmp_path / "printed.duckdb"), with_event(1)
    again = replace(first, article=replace(first.article, id="again", outlet="Fjord Post"), events=(replace(first.events[0], id="again"),))
    ledger.add([first, again, with_event(2)])
    assert ledger.events(by="year").select("reports, outlets, origins").fetchall() == [(3, 2, 2)]
    assert ledger.events(by="year", outlet="Fjord Post").select("reports, outlets, origins").fetchall() == [(1, 1, 1)]
    assert ledger.actors("Samoa").select("articles, outlets, origins").order("ALL").fetchall() == [(3, 2, 2)]


def test_events_are_counted_as_reports_outlets_and_origins(ledger):
    assert ledger.events(dyad="Fiji-WSM", by="month").fetchall() == [("2020-05", "FJI", "WSM", "SUPPORT", 6, 2, 6)]
    assert ledger.events(dyad="WSM-FJI", by="year", outlet="Reef Weekly").fetchall() == [("2020", "FJI", "WSM", "SUPPORT", 1, 1, 1)]
    assert ledger.events(dyad="FJI-TON", by="month").fetchall() == []
    assert ledger.events(type="reject").fetchall() == []


def test_what_did_not_happen_is_listed_and_not_counted(ledger):
    ledger.add([with_event(40, auxiliary=("negation",))])
    assert ledger.events(by="year").fetchall() == [("2020", "FJI", "WSM", "SUPPORT", 6, 2, 6)]
    assert "a40" in ids(ledger.events(dyad="FJI-WSM"))


def test_who_did_it_with_each_other_is_counted_both_ways(tmp_path):
    ledger = Ledger.open(tmp_path / "met.duckdb")
    met = with_event(1, event="CONSULT", cameo="046")
    both = (*met.events[0].actor, *met.events[0].recipient)
    ledger.add([replace(met, events=(replace(met.events[0], actor=both, recipient=()),))])
    found = ledger.events(dyad="FJI-WSM", by="day").fetchall()
    expected = sorted({(one.country, other.country) for event in events_of(ledger.codings()) for one, other in event.pairs})
    assert [row[1:3] for row in found] == expected == [("FJI", "WSM"), ("WSM", "FJI")]


def test_a_dyad_names_two_sides(ledger):
    for wrong in ("FJI", "FJI-", "FJI-the lagoon", "-"):
        with pytest.raises(UsageError, match="name two states"):
            ledger.events(dyad=wrong)
    assert ledger.events(dyad="Guinea-Bissau-IGO:UN").fetchall() == []


def test_actors_stand_under_name_and_country(ledger):
    assert [row[:3] for row in ledger.actors("Ravouvou").fetchall()] == [("Litia Ravouvou", "FJI", ["GOV"])]
    assert [row[0] for row in ledger.actors("Samoa").fetchall()] == ["Samoa", None]
    assert ledger.actors("Ravouvou").select("statements, events, articles, outlets, origins").fetchall() == [(6, 0, 6, 2, 6)]


def test_runs_differ_in_what_was_added_dropped_and_changed(ledger):
    found = ledger.diff(1, 2)
    assert [(row[0], row[1]) for row in found.fetchall() if row[4] == "a1"] == [("position", "dropped")]
    assert {row[1] for row in ledger.diff(2, 1).fetchall() if row[4] == "a9"} == {"dropped"}
    ledger.add([coding(3, stance="mixed")])
    assert [row[:4] for row in ledger.diff(2, 3).fetchall()] == [("position", "changed", "rejects the net ban", ["stance"])]
    with pytest.raises(UsageError, match="no run 7"):
        ledger.diff(1, 7)


def test_events_come_back_as_they_were_coded(ledger):
    assert {one.article.id: one.events for one in ledger.codings()} == {
        one.article.id: one.events for one in [*codings(5), coding(9, outlet="Reef Weekly")]
    }
    assert {one.article.text for one in ledger.codings(since="2020-05-10")} == {coding(9).article.text}


def test_a_citation_knows_statement_and_relay(ledger):
    record = ids(ledger.positions(stance="support"), "id")[0]
    cited = ledger.cite(record)
    assert (cited.record, cited.parties, cited.issue, cited.stance) == ("position", ("FJI", "WSM"), "net ban", "support")
    assert (cited.speakers, cited.relays, cited.outlet) == (("Litia Ravouvou", None), ("Reef Post",), "Reef Weekly")
    assert cited.words == coding(9).article.text[slice(*cited.spans[0])]


def test_a_reading_that_was_superseded_can_be_cited(ledger):
    dropped = coding(1).positions[0].id
    assert not ledger.cite(f"{dropped}@1").is_current
    with pytest.raises(UsageError, match="no record"):
        ledger.cite(f"{dropped}@2")
    with pytest.raises(UsageError, match="no record nothing"):
        ledger.cite("nothing")


def test_answers_are_relations_and_tables(ledger, tmp_path):
    answer = ledger.statements(country="Fiji", limit=1)
    assert answer.select("act").fetchall() == [("reject",)]
    assert "<td>Litia Ravouvou, –</td>" in answer._repr_html_()
    answer.write_parquet(tmp_path / "said.parquet")
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_table(tmp_path / "said.parquet").column("act").to_pylist() == ["reject"]


def test_html_is_escaped(ledger):
    answer = ledger.statements(limit=1)
    answer.relation = answer.relation.select("'<b>' AS x")
    assert "&lt;b&gt;" in answer._repr_html_()


@pytest.mark.parametrize("wrong", [{"since": "May 2020"}, {"as_of": "2020-13-01"}, {"recorded": "2020-01-01 noon"}, {"stance": "against"}])
def test_what_cannot_be_asked_says_how_to(ledger, wrong):
    with pytest.raises(UsageError, match=r"write it as|use one of"):
        ledger.positions(**wrong)


def test_a_value_is_never_taken_for_sql(ledger):
    assert ids(ledger.positions(holder="x'); DROP TABLE positions; --")) == []
    assert ids(ledger.statements(outlet="' OR 1=1 --")) == []


def test_an_undated_position_stands_on_no_day(tmp_path):
    ledger = Ledger.open(tmp_path / "undated.duckdb")
    one = coding(1)
    ledger.add([replace(one, article=replace(one.article, published=None))])
    assert ids(ledger.positions()) == ["a1"]
    assert ids(ledger.positions(as_of="2030-01-01")) == ids(ledger.positions(since="1900-01-01")) == []
