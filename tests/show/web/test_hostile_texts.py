"""News text is hostile: nothing of it runs, breaks out or stops a page; the text a browser has is the article's, to the letter."""

from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from communique import Ledger
from communique.model import Layout, Relay, Span, sha256_of
from communique.model.problem import Problem
from ledger.invented import TEXT, coding
from show.web.visitors import visitor

EVIL = {
    "script": "<script>alert(1)</script>", "attribute": "\" onmouseover=\"alert(1)\" x='", "closing": "</mark></a></div></main><h1>",
    "style": "</style><style>*{display:none}</style>", "template": "{{ 7*7 }}{% raw %}${7*7}", "bidi": "\u202e\u2066evil\u2067 desrever",
    "null": "a\x00b\x07\x1bc", "returns": "one\r\ntwo\rthree", "entity": "&amp;&lt;&#0;&nbsp", "comment": "<!-- --><![CDATA[ ]]>",
    "url": "javascript:alert(1)", "surrogates": "😀\U0010ffff\ufffe", "huge": "x" * 200_000, "many": "<b>" * 5_000,
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would have of a page."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text, self.depth = [], [], [], 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if (tag == "div" and ("class", "text") in attrs) or self.depth:
            self.depth += tag == "div"

    def handle_endtag(self, tag):
        self.depth -= self.depth > 0 and tag == "div"

    def handle_data(self, data):
        if self.depth:
            self.text.append(data)


def hostile(words):
    """A coding whose text, metadata, speaker and relay all hold the words."""
    one = coding(3, text=TEXT.replace("🐋", words.replace("{", "{{").replace("}", "}}")))
    speaker = replace(one.statements[0].speaker, name=(words, None), title=words)
    statement = replace(one.statements[0], speaker=speaker, via=(Relay(words, one.statements[0].via[0].span),), rule=words)
    article = replace(one.article, id=f"evil {words}"[:1500], title=words, outlet=words, byline=words, url=words, published="2020-05-04")
    end = len(article.text)
    article = replace(article, text_sha256=sha256_of(article.text), layout=Layout(body=(Span(0, end),)))
    return replace(one, article=article, statements=(statement,), problems=(Problem("layout", words, None),))


@pytest.fixture(scope="module", params=EVIL)
def evil(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("evil") / "evil.duckdb"
    one = hostile(EVIL[request.param])
    with Ledger.open(path) as ledger:
        ledger.add([one])
    with visitor(path) as client:
        yield client, one


def addresses(one):
    said, held = one.statements[0].id, one.positions[0].id
    return [("/article", {"id": one.article.id}), (f"/r/{said}", {}), (f"/r/{held}", {}), ("/search", {"words": "rejects"}), ("/", {})]


def test_nothing_of_it_becomes_markup(evil):
    client, one = evil
    for address, query in addresses(one):
        answer = client.get(address, params=query)
        assert answer.status_code == 200, answer.text[:2000]
        page = Page(answer.text)
        assert page.tags.count("script") == 1 + (address == "/search")
        assert {"style", "b", "iframe"}.isdisjoint(page.tags)
        assert page.tags.count("h1") == page.tags.count("main") == 1
        assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
        assert not [value for name, value in page.attributes if name in ("href", "src") and value.lower().startswith("javascript:")]
        assert "7*749" not in answer.text


def test_the_text_is_the_articles_to_the_letter(evil):
    client, one = evil
    page = Page(client.get("/article", params={"id": one.article.id}).text)
    assert "".join(page.text) == one.article.text.replace("\x00", "\ufffd")
    assert client.get("/article.json", params={"id": one.article.id}).json()["coding"]["article"]["text"] == one.article.text


def test_twins_are_well_formed(evil):
    client, one = evil
    for address, query in addresses(one)[:4]:
        assert client.get(f"{address}.json", params=query).json()
        assert client.get(f"{address}.csv", params=query).status_code == 200
        assert client.get(f"{address}.jsonld", params=query).json()
    assert ElementTree.fromstring(client.get("/search.atom", params={"words": "rejects"}).content).tag.endswith("feed")


def test_pages_stay_small_where_a_list_shows_it(evil):
    client, _ = evil
    assert len(client.get("/search", params={"words": "rejects"}).content) < 1_000_000


def test_hostile_words_in_an_address_come_back_escaped(client):
    for words in EVIL.values():
        page = client.get("/search", params={"words": f"net {words}"[:300], "outlet": words[:300]})
        assert page.status_code in (200, 400)
        parsed = Page(page.text)
        assert parsed.tags.count("script") in (1, 2)
        assert not [name for name, _ in parsed.attributes if name.startswith("on")]
