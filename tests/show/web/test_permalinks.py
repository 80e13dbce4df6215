"""Permalinks survive a new reading, name one reading for good, and lead on where actors were merged."""

import shutil

import pytest
from msgspec.structs import replace

from communique import Ledger
from communique.ask.merged import merged, merged_into
from communique.show.web.failures import MovedError
from communique.show.web.tombstones import follow
from ledger.invented import coding
from show.web.visitors import visitor

FIRST = coding(3)
SAID, HELD = FIRST.statements[0], FIRST.positions[0]


def read_anew(one, **changes):
    """The same article read by a later version, which sees the statement otherwise."""
    statement = replace(one.statements[0], **changes)
    return replace(one, statements=(statement,), coder=replace(one.coder, version="0.2.0", lexicon_sha256="8" * 64))


@pytest.fixture
def path(tmp_path, reef):
    return shutil.copy(reef, tmp_path / "reef.duckdb")


def test_a_permalink_survives_a_new_reading(path):
    Ledger.open(path).add([read_anew(FIRST, act="deny")])
    with visitor(path) as client:
        latest = client.get(f"/r/{SAID.id}.json").json()
        assert (latest["statement"]["act"], latest["cited"]["run"]) == ("deny", 2)
        old = client.get(f"/r/{SAID.id}@1.json").json()
        assert (old["statement"]["act"], old["cited"]["is_current"]) == ("reject", False)
        page = client.get(f"/r/{SAID.id}@1").text
        assert "Superseded" in page
        assert f'href="/r/{SAID.id}@2"' in page
        assert client.get(f"/r/{HELD.id}.json").json()["cited"]["run"] == 1, "what did not change is not read anew"


def test_what_a_new_reading_no_longer_has_stays_at_its_address(path):
    Ledger.open(path).add([replace(FIRST, positions=(), coder=replace(FIRST.coder, version="0.2.0"))])
    with visitor(path) as client:
        page = client.get(f"/r/{HELD.id}")
        assert page.status_code == 200
        assert "Superseded" in page.text
        assert client.get("/article.json?id=a3").json()["coding"]["positions"] == []


def test_decisions_are_shown_and_applied(path):
    with Ledger.open(path).bench("A. Jansen") as bench:
        bench.correct(SAID.id, {"act": "deny"}, note="he denies it")
        bench.reject(HELD.id, note="a joke")
    with visitor(path) as client:
        record = client.get(f"/r/{SAID.id}.json").json()
        assert (record["statement"]["act"], record["corrected"]) == ("deny", ["act"])
        assert record["decisions"][0]["judge"] == "A. Jansen"
        page = client.get(f"/r/{SAID.id}").text
        assert "he denies it" in page
        assert "<td>people</td>" in page
        rejected = client.get(f"/r/{HELD.id}")
        assert rejected.status_code == 200
        assert "Rejected" in rejected.text
        assert "corrected by people" in " ".join(client.get("/article?id=a3").text.replace("<", " <").split())
        assert client.get("/article.json?id=a3").json()["coding"]["positions"] == []


def test_a_merged_actor_leads_on(path):
    named = replace(SAID.speaker, name="Litia Ravouvou", country="FJI", actor_id="fji.ravouvou.litia")
    other = replace(coding(9).statements[0], speaker=replace(named, actor_id="fji.ravouvou.l"))
    with Ledger.open(path) as ledger:
        ledger.add([read_anew(FIRST, speaker=named), replace(coding(9), statements=(other,))])
        assert merged(ledger, "fji.ravouvou.l") is None
        with ledger.bench("A. Jansen") as bench:
            bench.merge_actors("fji.ravouvou.l", "fji.ravouvou.litia")
        found = merged(ledger, "fji.ravouvou.l")
        assert (found.stands_for, found.judge) == ("fji.ravouvou.litia", "A. Jansen")
        assert merged_into(ledger, "fji.ravouvou.litia") == ("fji.ravouvou.l",)
        with pytest.raises(MovedError, match="merged") as moved:
            follow(ledger, "fji.ravouvou.l")
        assert moved.value.to == "/a/fji.ravouvou.litia?was=fji.ravouvou.l"
        follow(ledger, "fji.ravouvou.litia")
    with visitor(path) as client:
        answer = client.get("/a/fji.ravouvou.l")
        assert (answer.status_code, answer.headers["location"]) == (301, "/a/fji.ravouvou.litia?was=fji.ravouvou.l")
        assert client.get(answer.headers["location"]).status_code == 200


def test_spans_of_linked_data_are_the_words(client):
    page = client.get("/article.jsonld?id=a3").json()
    text = FIRST.article.text
    assert page["schema:about"]["@type"] == "NewsArticle"
    assert len(page["items"]) == 4
    for item in page["items"]:
        for target in item["target"]:
            place, quote = target["selector"]
            assert text[place["start"] : place["end"]] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert around in text
    quotation = next(item["body"] for item in page["items"] if item["communique:kind"] == "statement")
    assert quotation["@type"] == "Quotation"
    assert [one["name"] for one in quotation["spokenByCharacter"]] == ["Litia Ravouvou"]
    alone = client.get(f"/r/{SAID.id}.jsonld").json()
    assert alone["target"] == next(item["target"] for item in page["items"] if item["id"] == alone["id"])
