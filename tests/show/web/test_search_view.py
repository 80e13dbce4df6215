"""Search finds, narrows, marks and feeds; and CSV has all."""

import csv
import io
import shutil
from xml.etree import ElementTree

import pytest

from ask.test_search import saying
from communique import Ledger
from communique.ask.find import BEFORE, BEHIND, parts, snippet
from communique.errors import UsageError
from show.web.visitors import visitor

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def shore(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "shore.duckdb"
    words = [
        "forbids trawling at night",
        "forbade the trawls their net",
        "invites the UN: Résolution 242",
        "says nothing of nets or trawls",
    ]
    with Ledger.open(path) as ledger:
        ledger.add([saying(number, said) for number, said in enumerate(words, 1)])
        ledger.add([saying(number, "wants a lighthouse") for number in range(100, 160)])
    with visitor(path) as client:
        yield client


def found(client, query):
    answer = client.get(f"/search.json?{query}")
    assert answer.status_code == 200, answer.text
    return sorted(hit["article_id"] for hit in answer.json()["hits"])


@pytest.mark.parametrize(("query", "articles"), [
    ("words=trawl", ["s1", "s2", "s4"]), ("words=trawling+-net", ["s1", "s4"]), ("words=%22the+trawls%22", ["s2"]), ("words=zebra", []),
    ("words=trawl&outlet=lagoon+courier", ["s1", "s2", "s4"]), ("words=trawl&outlet=other", []),
    ("words=trawl&speaker=Ravouvou", ["s1", "s2", "s4"]),
    ("words=trawl&speaker=Nobody", []), ("words=trawl&country=Samoa&act=reject", ["s1", "s2", "s4"]), ("words=trawl&act=praise", []),
    ("words=trawl&about=UN", ["s1", "s2", "s4"]), ("words=trawl&since=2020-05-03&until=2020-05-04", ["s2"]),
    ("words=trawl&act=&kind=&manner=&speaker=&since=", ["s1", "s2", "s4"]), ("words=trawl&issue=net+ban", []),
])  # fmt: skip
def test_what_is_found(shore, query, articles):
    assert found(shore, query) == articles


@pytest.mark.parametrize(("query", "words"), [
    ("words=---", "no word"), ("country=Nowhereland", "Nowhereland"), ("since=soon", "since"), ("act=shout", "act"), ("page=0", "page"),
    ("words=-cod", "no word"),
])  # fmt: skip
def test_a_search_that_means_nothing_says_why(shore, query, words):
    answer = shore.get(f"/search.json?{query}")
    assert answer.status_code == 400
    assert words in answer.json()["wrong"]


def test_hits_are_marked_and_narrowed_down_by_links(shore):
    page = shore.get("/search?words=trawl&until=2020-05-04").text
    assert '<mark class="content">trawling</mark>' in page
    assert 'href="/search?words=trawl&amp;until=2020-05-04&amp;act=reject"' in page
    assert "Lagoon Courier reported on 2020-05-02 that the Fijian envoy Litia Ravouvou and the Samoan envoy said" in page
    assert "not reviewed" in page


def test_pages_follow_one_another_and_csv_has_all(shore):
    first, second = (shore.get(f"/search.json?words=lighthouse&page={page}").json() for page in (1, 3))
    assert (first["count"], len(first["hits"]), first["has_more"]) == (60, 20, True)
    assert (len(second["hits"]), second["has_more"]) == (20, False)
    assert not {hit["id"] for hit in first["hits"]} & {hit["id"] for hit in second["hits"]}
    rows = list(csv.DictReader(io.StringIO(shore.get("/search.csv?words=lighthouse").text)))
    assert len(rows) == 60
    assert {row["act"] for row in rows} == {"reject"}
    assert 'rel="next" href="/search?words=lighthouse&amp;page=2"' in shore.get("/search?words=lighthouse").text


def test_a_search_is_a_feed(shore):
    feed = ElementTree.fromstring(shore.get("/search.atom?words=trawl&order=newest").content)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 3
    for entry in entries:
        link = entry.find(f"{ATOM}link").get("href")
        assert shore.get(link.removeprefix("http://127.0.0.1:8321")).status_code == 200
        assert entry.findtext(f"{ATOM}updated").endswith("Z")
    own = next(link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self").get("href")
    assert shore.get(own.removeprefix("http://127.0.0.1:8321")).content == ElementTree.tostring(feed) or own.endswith("order=newest")


def test_what_is_added_later_is_found(tmp_path, reef):
    path = shutil.copy(reef, tmp_path / "reef.duckdb")
    with visitor(path) as client:
        assert found(client, "words=harpoon") == []
        Ledger.open(path).add([saying(9, "forbids a harpoon")])
        assert found(client, "words=harpoon") == ["s9"]


def test_words_are_read_as_people_write_them():
    assert parts('cod -ban "net ban" -"cold sea"') == ("cod net ban", ["net ban"], ["ban", "cold sea"])
    with pytest.raises(UsageError):
        parts("-cod")


def test_a_snippet_is_short_and_holds_the_word():
    pieces = [("word ", False)] * 2000 + [("hit", True)] + [(" word", False)] * 2000
    cut = snippet(pieces)
    assert sum(len(text) for text, _ in cut) < BEFORE + BEHIND + 20
    assert ("hit", True) in cut
    assert cut[0] == ("… ", False)
    assert cut[-1] == ("…", False)
    assert sum(len(text) for text, _ in snippet([("x" * 10**6, False)])) <= BEHIND + 1
