"""The review queue: what comes first, what a decision does, that it can be undone, that nobody else's forms are taken."""

import re
import shutil

import msgspec
import pytest

from communique import Ledger
from communique.ask.question import rows_of
from communique.ledger import columns_of, written
from communique.ledger.judging.fields import FIELDS, value_from
from ledger.invented import coding, codings
from show.web.visitors import visitor

ORIGIN = {"origin": "http://127.0.0.1:8321"}
ALONE = "/review?judge=A.+Jansen"
BESIDE = "/review?judge=B.+Okoro&other=A.+Jansen"


@pytest.fixture
def copy(tmp_path, reef):
    return shutil.copy(reef, tmp_path / "reef.duckdb")


@pytest.fixture
def bench(copy):
    with visitor(copy, review=True) as opened:
        yield opened


def waiting(client, address):
    return client.get(address.replace("/review", "/review.json")).json()


def decide(client, action, id, judge="A. Jansen", **more):
    page = client.get(ALONE).text
    form = {"judge": judge, "id": id, "action": action, "_csrf_token": re.search(r'name="_csrf_token" value="([^"]+)"', page)[1]}
    return client.post("/review", data=form | more, headers=ORIGIN)


def ruled(path, id):
    with Ledger.open(path) as ledger:
        found = ledger.sql("SELECT verdict, act, corrected FROM statements WHERE id = ?", [id]).fetchall()
    return found[0] if found else "gone"


def test_the_least_sure_that_most_rests_on_comes_first(tmp_path):
    path = tmp_path / "sure.duckdb"
    Ledger.open(path).add([coding(1), *codings(3, start=10)])
    with visitor(path, review=True) as client:
        found = waiting(client, ALONE)["waiting"]
    scores = [(1 - one["confidence"]) * one["used"] for one in found]
    assert scores == sorted(scores, reverse=True)
    used = {one["record"]: one["used"] for one in found}
    assert used["commitment"] == 4, "the same words in four articles"
    assert used["event"] == 1


def test_a_statement_is_used_by_what_rests_on_it(bench):
    found = waiting(bench, ALONE + "&record=statement")["waiting"]
    assert {one["record"] for one in found} == {"statement"}
    assert {one["used"] for one in found} == {2}, "itself, and the position"


def test_without_a_name_nothing_is_to_be_judged(bench):
    page = bench.get("/review")
    assert page.status_code == 200
    assert 'method="post"' not in page.text


@pytest.mark.parametrize("address", ["/review", "/review.json", "/agreement", ALONE])
def test_there_is_no_queue_without_review(client, address):
    assert client.get(address).status_code == 404
    assert "/review" not in client.get("/").text


def test_accepting_leads_to_the_next(bench, copy):
    id = waiting(bench, ALONE + "&record=statement")["waiting"][0]["id"]
    answer = decide(bench, "accept", id, note="as in the text", record="statement")
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?judge=A.+Jansen&record=statement")
    assert ruled(copy, id)[0] == "accept"
    after = waiting(bench, answer.headers["location"])
    assert id not in {one["id"] for one in after["waiting"]}
    assert (after["judged"], after["last"]["record_id"], after["last"]["note"]) == (1, id, "as in the text")


def test_a_rejected_record_is_gone_until_it_is_undone(bench, copy):
    id = coding(2).statements[0].id
    decide(bench, "reject", id)
    assert ruled(copy, id) == "gone"
    page = bench.get(ALONE)
    assert f"position {coding(2).positions[0].id}" in page.text, "what rests on it waits for a judge"
    last = waiting(bench, ALONE)["last"]["id"]
    assert decide(bench, "undo", last).status_code == 303
    assert ruled(copy, id) == (None, "reject", None)
    assert waiting(bench, ALONE)["last"] is None


def test_only_what_was_changed_is_corrected(bench, copy):
    id = coding(1).statements[0].id
    shown = {"was.act": "reject", "was.targets": "IGO:UN", "was.cue": "said"}
    answer = decide(bench, "correct", id, **shown, **{"field.act": "demand", "field.targets": "IGO:UN", "field.cue": "said"})
    assert answer.status_code == 303
    assert ruled(copy, id) == (None, "demand", ["act"])
    assert decide(bench, "correct", id, **shown, **{"field.act": "reject"}).status_code == 400, "nothing was changed"


def test_a_new_speaker_is_given_whole(bench, copy):
    id = coding(1).statements[0].id
    fields = {
        "field.speaker": "Mere Tabua",
        "was.speaker": "Litia Ravouvou; ",
        "field.country": "FJI",
        "was.country": "FJI",
        "field.role": "",
    }
    decide(bench, "correct", id, **fields)
    with Ledger.open(copy) as ledger:
        query = "SELECT speaker_names, speaker_countries, speaker_role FROM statements WHERE id = ?"
        assert ledger.sql(query, [id]).fetchall() == [(["Mere Tabua"], ["FJI"], None)]


def test_a_comment_changes_nothing_and_needs_words(bench, copy):
    id = coding(1).statements[0].id
    assert decide(bench, "comment", id).status_code == 400
    assert decide(bench, "comment", id, note="ask the archive").headers["location"].endswith("skip=1")
    assert ruled(copy, id) == (None, "reject", None)


@pytest.mark.parametrize(("given", "words"), [
    ({"action": "burn"}, "burn"), ({"id": "nothing"}, "no current record nothing"), ({"judge": " "}, "signed"), ({"id": ""}, "accept"),
])  # fmt: skip
def test_what_makes_no_sense_is_told(bench, given, words):
    answer = decide(bench, **{"action": "accept", "id": coding(1).statements[0].id} | given)
    assert answer.status_code == 400
    assert words in answer.text


def test_forms_of_others_are_not_taken(bench, copy):
    id = coding(1).statements[0].id
    form = {"judge": "M", "id": id, "action": "reject"}
    assert bench.post("/review", data=form, headers=ORIGIN).status_code == 403, "no token of the page"
    token = re.search(r'name="_csrf_token" value="([^"]+)"', bench.get(ALONE).text)[1]
    whole = form | {"_csrf_token": token}
    assert bench.post("/review", data=whole, headers={"origin": "http://evil.example"}).status_code == 403
    assert bench.post("/review", data=whole, headers=ORIGIN | {"sec-fetch-site": "cross-site"}).status_code == 403
    assert bench.post("/review", data=whole, headers=ORIGIN | {"host": "evil.example"}).status_code == 403
    assert ruled(copy, id) == (None, "reject", None)


def test_without_review_the_form_leads_nowhere(client):
    assert client.post("/review", data={"judge": "M", "id": "x", "action": "reject"}, headers=ORIGIN).status_code in (403, 404, 405)


def test_beside_another_their_records_come_first_and_unseen(bench):
    first = coding(3).statements[0].id
    decide(bench, "correct", first, **{"field.act": "demand", "was.act": "reject"})
    found = waiting(bench, BESIDE)
    assert found["waiting"][0]["id"] == first, "the other judged it"
    assert found["item"]["statement"]["act"] == "reject", "as the machine read it"
    assert found["fields"]["act"] == "reject"
    assert (found["judged"], found["others"]) == (0, 1)
    assert first not in {one["id"] for one in waiting(bench, "/review?judge=C")["waiting"]}, "alone, nobody judges what was judged"
    decide(bench, "accept", first, judge="B. Okoro")
    assert waiting(bench, BESIDE)["waiting"][0]["id"] != first


def test_how_far_two_agree(bench):
    ids = [coding(number).statements[0].id for number in range(4)]
    for id in ids:
        decide(bench, "accept", id)
        decide(bench, "reject" if id == ids[0] else "accept", id, judge="B. Okoro")
    page = bench.get("/agreement?one=A.+Jansen&other=B.+Okoro")
    assert page.status_code == 200
    found = {
        (one["field"], one["measure"]): one["value"]
        for one in bench.get("/agreement.json?one=A.+Jansen&other=B.+Okoro").json()["measures"]
        if one["one"] == "A. Jansen" and one["record"] == "statement"
    }
    assert found["verdict", "agreement"] == 0.75
    assert found["verdict", "kappa"] == 0.0
    assert found["content", "f1"] == pytest.approx(6 / 7)
    assert "judged is current" in bench.get("/agreement?one=Nobody").text


def test_what_is_shown_and_not_changed_means_what_was_read(reef):
    with Ledger.open(reef) as ledger:
        for record, shapes in FIELDS.items():
            for row in rows_of(ledger, f"FROM {record}s"):
                text = rows_of(ledger, 'SELECT "text" FROM articles WHERE id = $id', id=row["article_id"])[0]["text"]
                shown = written(record, row, text)
                for name in shapes.keys() - {"speaker", "actor", "recipient", "location_country", "deadline", "date"}:
                    given = msgspec.to_builtins(columns_of(record, name, value_from(record, name, shown[name], text)))
                    kept = {column: value for column, value in given.items() if column != "ground_kinds"}
                    assert {column: row[column] for column in kept} == {c: list(v) if isinstance(v, tuple) else v for c, v in kept.items()}
