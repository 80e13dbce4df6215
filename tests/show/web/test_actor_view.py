"""The page of an actor."""

from datetime import date

import pytest

from communique.ask.actor import naming
from communique.show.web.pictures import bars, months_between


def test_a_person_has_roles_with_days_and_what_they_said(shore):
    found = shore.get("/a/fji.ravouvou.litia.json").json()
    assert (found["name"], found["country"], found["code"]) == ("Litia Ravouvou", "FJI", None)
    assert [(one["title"], one["first"], one["last"], one["statements"]) for one in found["roles"]] == [
        ("Envoy", "2020-01-10", "2020-07-01", 3), ("Minister", "2020-06-12", "2020-06-12", 1),
    ]  # fmt: skip
    assert [one["article_id"] for one in found["by"]] == ["t4", "t2", "t1"], "the latest first; what is read at 30 % is left out"
    assert found["partners"][0] == {"code": "WSM", "said": 4, "did": 0, "met": 0}


def test_what_is_doubtful_is_shown_when_asked_for(shore):
    page = shore.get("/a/fji.ravouvou.litia?least=0").text
    assert "nobody asked" in page
    assert "nobody asked" not in shore.get("/a/fji.ravouvou.litia").text
    assert shore.get("/a/fji.ravouvou.litia?least=7").status_code == 400


def test_a_state_has_positions_with_the_day_they_turned(shore):
    [stand] = shore.get("/a/FJI.json").json()["stands"]
    assert (stand["issue"], stand["stance"], stand["since"], stand["turned"]) == ("net ban", "oppose", "2020-07-01", "2020-06-12")
    [steady] = shore.get("/a/WSM.json").json()["stands"]
    assert (steady["stance"], steady["since"], steady["last"], steady["turned"]) == ("support", "2020-02-11", "2020-06-13", None)


def test_a_state_has_counterparties_and_people(shore):
    found = shore.get("/a/FJI.json").json()
    assert found["partners"] == [{"code": "WSM", "said": 4, "did": 4, "met": 2}]
    assert [one["name"] for one in found["names"]] == ["Litia Ravouvou"]
    page = shore.get("/a/FJI").text
    assert "<h1>Fiji</h1>" in page
    assert 'href="/a/WSM">Samoa</a>' in page


def test_what_others_direct_at_a_state_is_about_it(shore):
    assert {one["article_id"] for one in shore.get("/a/FJI.json").json()["about"]} == {"t3", "t5"}


def test_an_actor_who_is_not_there_is_missing(shore):
    assert shore.get("/a/nobody.at.all").status_code == 404
    assert "codes like NOR" in shore.get("/a/QQQ").text


def test_bars_stand_along_time_without_gaps():
    assert months_between(date(2019, 11, 1), date(2020, 2, 1)) == [date(2019, 11, 1), date(2019, 12, 1), date(2020, 1, 1), date(2020, 2, 1)]
    chart = bars("Words", {date(2019, 11, 1): {"": 2}, date(2020, 2, 1): {"": 4}}, "words")
    low, high = chart.marks
    assert high.height == 2 * low.height
    assert high.x - low.x == 3 * 60
    assert high.told == "2020-02: 4 words"
    assert "6 words of a known day from 2019-11 to 2020-02, most in 2020-02 (4)" in chart.summary


def test_actors_are_listed_and_found_by_name_and_state(shore):
    assert [(one["id"], one["title"], one["statements"]) for one in shore.get("/actors.json").json()["actors"]] == [
        ("fji.ravouvou.litia", "Envoy", 4), ("wsm.tuala.sefo", "Premier", 2),
    ]  # fmt: skip
    assert [one["id"] for one in shore.get("/actors.json?name=tuala").json()["actors"]] == ["wsm.tuala.sefo"]
    assert [one["id"] for one in shore.get("/actors.json?name=Fiji").json()["actors"]] == ["fji.ravouvou.litia"]
    assert "no such actor" in shore.get("/actors?name=Nobody").text


def test_pages_lead_to_one_another(shore):
    record = shore.get("/issue.json?name=net+ban").json()["holders"][0]["days"][0]["position"]
    page = shore.get(f"/r/{record}").text
    assert f'href="/chain/{record}"' in page
    assert 'href="/issue?name=net+ban"' in page
    for address in ("/chain/" + record, "/issue?name=net+ban"):
        assert 'href="/a/FJI"' in shore.get(address).text


@pytest.mark.parametrize(("id", "name", "word"), [
    ("irn.arakchi.abbas", "Abbas Araghchi", "Araghchi"), ("wsm.tuala.sefo", "Tuala Sefo", "Tuala"), ("x", "Ana Faleolo", "Faleolo"),
    ("fji", None, None),
])  # fmt: skip
def test_others_name_a_person_by_the_family_name(id, name, word):
    assert naming(id, name) == word
