"""Words are found in any form, in what is indexed and in what is not yet, and the index grows with each add."""

import pytest
from msgspec.structs import replace

from communique import Ledger
from communique.errors import UsageError
from communique.ledger import index
from ledger.invented import coding, codings, statement_of


def saying(number, words):
    """A coding in which the words are said."""
    who = "The Fijian envoy Litia Ravouvou and the Samoan envoy"
    text = f"Suva, May {{day}} — {who} said, as the Reef Post was told, that dispatch {words}. Fiji will"
    one = coding(number)
    article = replace(one.article, text=text.format(day=number % 28 + 1), id=f"s{number}")
    statement = replace(statement_of(replace(article, text=article.text.replace(". Fiji will", " . Fiji will"))), id=f"said{number}")
    return replace(one, article=article, statements=(statement,), positions=(), commitments=(), events=())


def found(ledger, words, **filters):
    answer = ledger.search(words, **filters)
    return [row[answer.columns.index("article_id")] for row in answer.fetchall()]


@pytest.fixture
def ledger(tmp_path):
    opened = Ledger.open(tmp_path / "reef.duckdb")
    opened.add([saying(1, "forbids trawling at night"), saying(2, "forbade the trawler"), saying(3, "invites the UN: Résolution 242")])
    return opened


def test_all_words_in_any_form_and_case(ledger):
    assert found(ledger, "TRAWL") == ["s1"]
    assert found(ledger, "nights trawling") == ["s1"]
    assert found(ledger, "night un") == []
    assert found(ledger, "resolution 242") == ["s3"]
    assert found(ledger, "zebra") == []


def test_what_fits_best_comes_first(ledger):
    ledger.add([saying(4, "says net, net and net"), saying(5, "says that a net is one of many things that lie about")])
    assert found(ledger, "net") == ["s4", "s5"]
    assert found(ledger, "net", limit=1) == ["s4"]


def test_the_words_are_marked(ledger):
    answer = ledger.search("resolution 242", marks=("<", ">"))
    assert answer.select("marked").fetchall() == [("dispatch invites the UN: <Résolution 242>.",)]


def test_a_filter_does_not_hide_what_fits_less(ledger):
    ledger.add([saying(number, "net net net") for number in range(30, 36)])
    ledger.add([saying(6, "says that a net is one of many things that lie about")])
    assert found(ledger, "net", until="2020-05-07", limit=1) == ["s30"]
    assert sorted(found(ledger, "net", since="2020-05-07", until="2020-05-07")) == ["s34", "s6"]
    assert len(found(ledger, "net", limit=50)) == 7


def test_a_superseded_statement_is_found_no_more(ledger):
    ledger.add([replace(saying(1, "forbids trawling at night"), statements=())])
    assert found(ledger, "trawling") == []
    assert found(ledger, "trawling", recorded="2001-01-01") == []


def test_what_is_newer_than_the_index_is_found_with_the_same_score(ledger, monkeypatch):
    more = [saying(7, "forbids a harpoon"), saying(8, "forbids every harpoon and net at night")]
    with monkeypatch.context() as patched:
        patched.setattr("communique.ledger.writer.index", lambda connection: None)
        ledger.add(more)
    before = ledger.search("harpoon forbid").select("article_id, score").fetchall()
    assert sorted(id for id, _ in before) == ["s7", "s8"]
    ledger.add([saying(9, "says nothing else")])
    assert ledger.sql("SELECT count(*) FROM search.passages").fetchall() == [(6,)]
    after = ledger.search("harpoon forbid").select("article_id").fetchall()
    assert [id for (id,) in after] == [id for id, _ in before]


def test_an_add_that_goes_on_is_found_before_its_end(ledger):
    with ledger.writer("add") as writer:
        writer.add([saying(7, "forbids a harpoon")])
        writer.copy.publish_meanwhile()
        assert found(Ledger.open(ledger.path), "harpoon") == ["s7"]


def test_a_wording_is_indexed_once_and_found_in_every_article(tmp_path):
    ledger = Ledger.open(tmp_path / "copies.duckdb")
    ledger.add([saying(1, "forbids trawling")])
    ledger.add([saying(2, "forbids trawling")])
    assert ledger.sql("SELECT count(*) FROM search.passages").fetchall() == [(1,)]
    assert sorted(found(ledger, "trawling")) == ["s1", "s2"]


def test_the_index_is_sorted_anew_when_much_is_appended(ledger, monkeypatch):
    state = "SELECT sorted, (SELECT count(*) FROM search.postings) FROM search.indexed"
    monkeypatch.setattr(index, "UNSORTED", 0.5)
    ((whole, count),) = ledger.sql(state).fetchall()
    assert whole == count
    ledger.add([saying(10, "says ape")])
    ((whole, count),) = ledger.sql(state).fetchall()
    assert whole < count
    ledger.add(codings(20))
    ((whole, count),) = ledger.sql(state).fetchall()
    assert whole == count
    terms = [term for (term,) in ledger.sql("SELECT term FROM search.postings").fetchall()]
    assert terms == sorted(terms, key=str.encode)


def test_an_index_that_fails_leaves_what_there_was(ledger, monkeypatch):
    monkeypatch.setattr(index, "POSTINGS", "SELECT * FROM nowhere")
    with pytest.raises(Exception, match="nowhere"):
        ledger.add([saying(11, "forbids a harpoon")])
    monkeypatch.undo()
    ledger.add([])
    assert found(Ledger.open(ledger.path), "harpoon") == ["s11"]
    assert found(ledger, "trawling") == ["s1"]


def test_no_word_to_search_for(ledger):
    with pytest.raises(UsageError, match="no word"):
        ledger.search("?!")
