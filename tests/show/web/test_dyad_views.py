"""The pages of dyads."""

import re

import pytest

AT = "/dyad?one=FJI&other=WSM"


def counted(client, count):
    page = client.get(f"{AT}&count={count}").text
    return [
        re.findall(r'<td class="number">(\d+)</td>', row) for row in re.findall(r"<tr><th scope=\"row\">\w+ towards.*?</tr>", page, re.S)
    ]


def test_each_direction_has_its_quad_classes(shore):
    assert counted(shore, "reports") == [["2", "1", "1", "0"], ["0", "0", "1", "1"]]


def test_one_a_day_counts_days(shore):
    assert counted(shore, "days") == counted(shore, "reports")
    assert shore.get(f"{AT}&count=hours").status_code == 400


def test_a_bar_leads_to_its_evidence(shore):
    page = shore.get(AT).text
    assert page.count('<svg class="chart" role="group"') == 2
    [june] = re.findall(r'<a href="([^"]+)"[^>]* aria-label="2020-06: 1 reports \(material conflict\)"', page)
    shown = shore.get(june.replace("&amp;", "&").partition("#")[0]).text
    evidence = shown[shown.index('id="evidence"') :]
    assert "raided" in evidence
    assert "supplied" in evidence
    assert "blamed" not in evidence


def test_events_of_a_quad_class_are_listed(shore):
    found = shore.get("/dyad.json?one=Samoa&other=Fiji&quad=3").json()["deeds"]
    assert {(one["kind"], one["article_id"], one["is_one"], one["is_other"]) for one in found} == {
        ("ACCUSE", "t2", False, True), ("ACCUSE", "t3", True, False),
    }  # fmt: skip
    assert shore.get("/dyad.csv?one=Samoa&other=Fiji&quad=4").text.count("\n") == 2


@pytest.mark.parametrize(
    ("query", "words"), [("one=FJI&other=Narnia", "Narnia"), ("one=FJI&other=WSM&when=2020-13", "2020-13"), ("one=FJI", "other")]
)
def test_what_is_no_dyad_is_told(shore, query, words):
    page = shore.get(f"/dyad?{query}")
    assert page.status_code == 400
    assert words in page.text


def test_dyads_are_listed(shore):
    [one] = shore.get("/dyads.json").json()["dyads"]
    assert (one["one"], one["other"], one["events"]) == ("FJI", "WSM", 6)
