"""The page of commitments due."""

import shutil

from communique import Ledger
from show.web.visitors import visitor


def shown(client, query):
    return [(one["article_id"], one["status"]) for one in client.get(f"/commitments.json?{query}").json()["commitments"]]


def test_what_is_past_is_overdue_on_the_day_asked_about(shore):
    overdue = {article for article, _ in shown(shore, "on=2020-04-12&status=overdue")}
    assert overdue == {"t1", "t2", "t3"}
    assert {article for article, _ in shown(shore, "on=2020-04-11&status=overdue")} == {"t1"}, "the last day itself is not past"
    assert shore.get("/commitments.json?on=2020-04-12").json()["counts"] == {"overdue": 3, "open": 3, "kept": 0, "broken": 0}


def test_those_nearest_to_their_last_day_come_first(shore):
    assert shown(shore, "on=2020-08-11")[0] == ("t4", "open")
    page = shore.get("/commitments?on=2020-08-11").text
    assert "today" in page
    assert "named: “by 2020-08-11”" in page


def test_of_one_committer(shore):
    assert {article for article, _ in shown(shore, "committer=Samoa")} == {"t3", "t5"}
    assert shown(shore, "committer=Tuvalu") == []


def test_whoever_judged_it_kept_is_named(tidal, tmp_path):
    path = shutil.copy(tidal, tmp_path / "kept.duckdb")
    with Ledger.open(path) as ledger:
        id = ledger.sql("SELECT id FROM commitments WHERE article_id = 't1'").fetchall()[0][0]
        with ledger.bench("Ana Faleolo") as bench:
            bench.keep(id, note="the harbour is open")
    with visitor(path) as client:
        [one] = client.get("/commitments.json?status=kept").json()["commitments"]
        assert (one["id"], one["judge"], one["note"]) == (id, "Ana Faleolo", "the harbour is open")
        assert "says Ana Faleolo" in client.get("/commitments").text
        assert id not in client.get("/commitments.csv?status=overdue").text


def test_what_is_no_status_and_no_day_is_told(shore):
    assert shore.get("/commitments?status=late").status_code == 400
    assert "2020-99" in shore.get("/commitments?on=2020-99").text
