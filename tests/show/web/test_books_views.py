"""The pages of reprints, votes, runs, and what changed between runs."""

from datetime import date

import pytest

from communique import Ledger
from communique.ledger import record_votes
from communique.model import Vote
from ledger.invented import codings, without_position
from show.web.tides import Tide, tides, told
from show.web.visitors import visitor


@pytest.fixture(scope="module")
def booked(tmp_path_factory):
    """The path of a ledger with a reprint, votes, and a second reading without a position."""
    path = tmp_path_factory.mktemp("books") / "books.duckdb"
    with Ledger.open(path) as ledger:
        ledger.add([*codings(2), *tides(), told(Tide(7, date(2020, 1, 10), outlet="Reef Post"))])
        ledger.add([without_position(codings(1)[0])])
        given = (("FJI", "no", "oppose"), ("WSM", "yes", "support"), ("TUV", "abstain", None))
        record_votes(ledger, [Vote("UNGA", "r1", "A/1", "Nets", "2020-06-20", who, vote, "net ban", stance) for who, vote, stance in given])
    return path


@pytest.fixture
def books(booked):
    with visitor(booked) as client:
        yield client


def test_a_story_is_listed_and_has_its_articles(books):
    stories = books.get("/reprints.json").json()["stories"]
    [shared] = [one for one in stories if one["story"] in ("t1", "t7")]
    assert shared["reports"] >= 2
    reports = books.get(f"/reprints.json?id={shared['story']}").json()["reports"]
    assert {"t1", "t7"} <= {one["article"] for one in reports}
    page = books.get(f"/reprints?id={shared['story']}").text
    assert "Reef Post" in page
    assert books.get("/reprints?id=nothing").status_code == 404
    assert len(books.get(f"/reprints.csv?id={shared['story']}").text.splitlines()) == len(reports) + 1


def test_votes_stand_beside_what_was_said(books):
    found = books.get("/votes.json").json()
    assert {one["holder"]: one["agrees"] for one in found["votes"]} == {"FJI": False, "WSM": True, "TUV": None}
    assert found["counts"] == {"agree": 1, "differ": 1, "not known": 1}
    assert [one["holder"] for one in books.get("/votes.json?holder=Fiji").json()["votes"]] == ["FJI"]
    assert books.get("/votes.json?issue=whales").json()["votes"] == []
    assert books.get("/votes?holder=Narnia").status_code == 400


def test_the_last_vote_stands_on_the_page_of_the_issue(books):
    fiji = next(one for one in books.get("/issue.json?name=net+ban").json()["holders"] if one["holder"] == "FJI")
    assert (fiji["vote"]["vote"], fiji["vote"]["day"]) == ("no", "2020-06-20")


def test_runs_are_listed_and_lead_to_what_they_changed(books):
    runs = books.get("/runs.json").json()["runs"]
    assert [one["run"] for one in runs] == sorted((one["run"] for one in runs), reverse=True)
    assert 'href="/diff?first=1&amp;second=2"' in books.get("/runs").text


def test_what_a_run_changed_is_counted_and_shown(books):
    found = books.get("/diff.json?first=1&second=2").json()
    assert found["changed"] == [{"record": "position", "change": "dropped", "records": 1}]
    [one] = found["changes"]
    assert (one["article_id"], one["before"], one["after"]) == ("a0", 1, None)
    assert books.get("/diff.json?first=1&second=2&record=event").json()["changes"] == []
    assert books.get("/diff.json?first=2&second=1").json()["changed"][0]["change"] == "added"
    assert len(books.get("/diff.csv?first=0&second=1").text.splitlines()) == 1 + 4 * 9
    assert books.get("/diff?first=1&second=99").status_code == 400
