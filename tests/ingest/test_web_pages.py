"""Web pages in several makes become articles: their text, and what they say about themselves."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import communique.ingest as ingest
from communique.errors import ReadError
from communique.ingest.html import page_article, sniff
from communique.ingest.html_bytes import declared_encoding
from communique.ingest.html_metadata import without_site
from communique.model import Article, Unread

PAGES = Path(__file__).parent / "web_pages"
PROSE = "Fiji and Tonga resumed their talks on a ferry on Monday, officials said, and a decision is due in the spring."
MORE = "“We are close,” Minister Ana Lolo told reporters at the quay, and added that the last open question was who would pay for it."


def article_of(markup: str | bytes) -> Article:
    found = page_article(markup.encode() if isinstance(markup, str) else markup, "page.html")
    assert isinstance(found, Article)
    return found


def body_of(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.layout.body]


def page(head: str = "", body: str = f"<p>{PROSE}</p><p>{MORE}</p>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"


# page, (url, title, outlet, byline, published), how many body paragraphs, a piece of the first and of the last one
MAKES = [
    (
        "json-ld",
        ("https://courier.island.example/world/harbour-talks", "Harbour talks resume after a year", "Island Courier",
         "Mere Tavola, Jon Hale", "2031-03-04T09:15:00+12:00"),
        4, "resumed their talks on the harbour treaty", "Peni Vaka",
    ),
    (
        "opengraph",
        ("https://wire.example/2030/envoy", "Envoy rejects border plan", "Northern Wire", "Sana Orr", "2030-11-02T18:40:00+00:00"),
        3, "The envoy of the northern republic", "within thirty days",
    ),
    ("time-element", (None, "Ministry answers protest note", None, None, "2029-07-14"), 2, "answered the protest note", "Ilse Brandt"),
    ("no-metadata", (None, None, None, None, None), 2, "council of elders", "Tom Reva"),
    (
        "live-blog",
        (None, "Summit live: leaders arrive", "The Beacon", None, "2032-01-09T06:00:00+00:00"),
        5, "Leaders of nine states", "doubted the figures",
    ),
    (
        "print-view",
        ("https://radio.example/notes/levy", "Coastal states denounce the levy", "Radio Litoral", None, None),
        2, "The coastal states denounced", "Luz Marten",
    ),
    ("broken", (None, "Pact signed", "Daily Ledger", None, None), 3, "and both said that it would outlast", "within thirty days"),
    ("chunks", (None, "The long road to the accord", None, None, None), 4, "eleven years ago", "will enter into force in June"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "said", "paragraphs", "first", "last"), MAKES, ids=[make[0] for make in MAKES])
def test_a_page_of_each_make_is_read(name: str, said: tuple[str | None, ...], paragraphs: int, first: str, last: str) -> None:
    article = ingest.read(PAGES / f"{name}.html")
    assert (article.url, article.title, article.outlet, article.byline, article.published) == said
    body = body_of(article)
    assert len(body) == paragraphs
    assert first in body[0]
    assert last in body[-1]
    assert (article.language, article.problems) == ("en", ())


def test_every_page_here_is_tested() -> None:
    assert {path.stem for path in PAGES.iterdir()} == {make[0] for make in MAKES}


def test_a_dateline_is_found_as_in_text() -> None:
    dateline = ingest.read(PAGES / "opengraph.html").dateline
    assert dateline is not None
    assert (dateline.place, dateline.agency, dateline.date) == ("VOSTOK", "NW", "2030-11-02")


def test_paragraphs_stand_apart_and_the_repeated_title_is_no_body() -> None:
    article = article_of(page("<title>Ferry talks resume</title>", f"<h1>Ferry talks resume</h1><p>{PROSE}</p><p>{MORE}</p>"))
    assert article.text == f"Ferry talks resume\n\n{PROSE}\n\n{MORE}"
    assert [span.of(article.text) for span in article.layout.headline] == ["Ferry talks resume"]


def test_a_heading_in_other_words_than_the_title_is_no_body() -> None:
    head = '<meta property="og:title" content="Two states back at the table">'
    article = article_of(page(head, f"<h1>Ferry talks resume</h1><p>{PROSE}</p><p>{MORE}</p>"))
    assert article.title == "Two states back at the table"
    assert body_of(article) == [PROSE, MORE]


FURNITURE = [
    '<figure><img src="a.jpg"><figcaption>{other}</figcaption></figure>',
    "<aside><p>{other}</p></aside>",
    '<div class="related-stories"><p>{other}</p></div>',
    '<div id="newsletter-signup"><p>{other}</p></div>',
    '<p class="wp-caption-text">{other}</p>',
    '<p><a href="/x">{short}</a></p>',
    '<p><strong><a href="/x">{short}</a></strong></p>',
    '<article class="teaser"><p>{other}</p></article>',
    '<div style="display: none"><p>{other}</p></div>',
    '<section class="comments"><p>{other}</p></section>',
    '<p><img src="a.jpg"></p><p><em>{short}</em></p>',
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_furniture_is_left_out(furniture: str) -> None:
    other, short = "A ferry was cancelled for the third time in a week because of high seas.", "Ferry cancelled again"
    body = (
        f"<p>{PROSE}</p><p>{MORE}</p>{furniture.format(other=other, short=short)}<p>{PROSE[:-1]} or the summer.</p><p>{MORE[:-1]} all.</p>"
    )
    text = article_of(page(body=body)).text
    assert other not in text
    assert short not in text
    assert "or the summer." in text


@pytest.mark.parametrize("name", ["related", "subscription", "promo gallery", "share"])
def test_what_holds_the_article_stays_whatever_it_is_called(name: str) -> None:
    article = article_of(f'<html><body><div class="{name}"><p>{PROSE}</p><p>{MORE}</p></div></body></html>')
    assert body_of(article) == [PROSE, MORE]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="parsely-pub-date" content="2031-03-04">', "2031-03-04"),
        ('<meta name="sailthru.date" content="2031-03-04">', "2031-03-04"),
        ('<meta name="DC.date.issued" content="2031-03-04">', "2031-03-04"),
        ('<meta name="date" content="4 March 2031">', "2031-03-04"),
        ('<meta itemprop="datePublished" content="2031-03-04">', "2031-03-04"),
        ('<meta property="article:modified_time" content="2031-03-04">', None),
        ('<meta name="copyright" content="2031-03-04">', None),
        ('<link rel="canonical" href="https://a.example/2031/03/04/talks">', None),
    ],
)
def test_only_a_date_of_publication_that_the_page_states_is_one(head: str, expected: str | None) -> None:
    assert article_of(page(head)).published == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<time datetime="2031-03-04T10:00">Tuesday</time>', "2031-03-04T10:00:00"),
        ('<time class="updated" datetime="2031-03-05"></time><time datetime="2031-03-04"></time>', "2031-03-04"),
        ('<span itemprop="datePublished" content="2031-03-04">Tuesday</span>', "2031-03-04"),
        ('<aside><time datetime="2031-03-04"></time></aside>', None),
        ('<ul><li><time datetime="2031-03-04"></time></li></ul>', None),
    ],
)
def test_a_time_element_dates_its_own_article_only(body: str, expected: str | None) -> None:
    assert article_of(page(body=f"{body}<p>{PROSE}</p><p>{MORE}</p>")).published == expected


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Pact signed | Daily Ledger", ["dailyledger"], "Pact signed"),
        ("Pact signed - World - Daily Ledger", ["dailyledger"], "Pact signed"),
        ("Daily Ledger: Pact signed", ["dailyledger"], "Pact signed"),
        ("Pact signed – dailyledger.example", ["dailyledger"], "Pact signed"),
        ("Budget 3.0 | Treasury hires", ["dailyledger"], "Budget 3.0 | Treasury hires"),
        ("Minister: talks go on", ["dailyledger"], "Minister: talks go on"),
        ("Daily Ledger", ["dailyledger"], ""),
    ],
)
def test_a_title_loses_the_sites_name(title: str, site: list[str], expected: str) -> None:
    assert without_site(title, site) == expected


def test_a_section_behind_the_title_goes_where_the_page_shows_the_title_alone() -> None:
    head = '<meta property="og:title" content="Ferry talks resume after a year | World">'
    assert article_of(page(head, f"<h1>Ferry talks resume after a year</h1><p>{PROSE}</p><p>{MORE}</p>")).title == (
        "Ferry talks resume after a year"
    )


@pytest.mark.parametrize("author", ["https://social.example/jane", "@jane", "Daily Ledger", "12"])
def test_what_is_no_name_is_no_byline(author: str) -> None:
    head = f'<meta property="og:site_name" content="Daily Ledger"><meta name="author" content="{author}">'
    assert article_of(page(head)).byline is None


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<link rel="canonical" href="https://a.example/talks">', "https://a.example/talks"),
        ('<link rel="canonical" href="/talks"><meta property="og:url" content="https://a.example/x">', "https://a.example/talks"),
        ('<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/x">', "https://a.example/x"),
        ('<link rel="canonical" href="/talks">', None),
        ('<link rel="canonical" href="http://[bad/">', None),
    ],
)
def test_the_address_is_absolute_and_no_front_page(link: str, expected: str | None) -> None:
    assert article_of(page(link)).url == expected


RUSSIAN = "Министр иностранных дел заявил, что переговоры о договоре будут продолжены в мае, и поблагодарил посредников за их труд."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "koi8-r", "windows-1251"])
@pytest.mark.parametrize("form", ['<meta charset="{}">', '<meta http-equiv="Content-Type" content="text/html; charset={}">'])
def test_declared_encodings_and_marks_are_followed(encoding: str, form: str) -> None:
    article = article_of(page(form.format(encoding), f"<p>{RUSSIAN}</p><p>{RUSSIAN[:-1]} и терпение.</p>").encode(encoding))
    assert body_of(article)[0] == RUSSIAN
    assert (article.language, article.problems) == ("ru", ())


def test_utf_8_is_told_though_something_else_is_declared() -> None:
    assert RUSSIAN in article_of(page('<meta charset="windows-1251">', f"<p>{RUSSIAN}</p>")).text


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("", "Windows-1252"),
        ('<meta charset="utf-8">', "Windows-1252"),
        ('<meta charset="utf-7">', "Windows-1252"),
        ('<meta charset="iso-2022-jp">', "iso2022_jp"),
    ],
)
def test_what_is_not_as_declared_is_a_problem(head: str, message: str) -> None:
    (problem,) = article_of(page(head, f"<p>Señor Peña: {PROSE}</p>").encode("cp1252")).problems
    assert message in problem.message


@pytest.mark.parametrize("name", ["utf-7", "rot13", "unicode_escape", "idna", "x", ""])
def test_codecs_that_are_no_encodings_of_pages_are_not_used(name: str) -> None:
    assert declared_encoding(f'<meta charset="{name}">'.encode()) is None


FRENCH = "Le ministre a déclaré que les négociations se poursuivraient dans les deux capitales et que rien n’était encore décidé."


@pytest.mark.parametrize(
    ("lang", "text", "expected", "has_doubts"),
    [
        ("fr-CA", FRENCH, "fr", False),
        ("en", FRENCH, "fr", True),
        (None, FRENCH, "fr", False),
        ("zu", PROSE, "zu", False),
        ("de", f"{PROSE} {MORE} " * 6, "en", True),
        ("xx", PROSE, "en", False),
    ],
)
def test_pages_in_other_languages_are_kept_and_marked(lang: str | None, text: str, expected: str, has_doubts: bool) -> None:
    article = article_of(page(body=f"<p>{text}</p>").replace("<html>", f'<html lang="{lang}">' if lang else "<html>"))
    assert (article.language, bool(article.problems)) == (expected, has_doubts)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty: no article"),
        (b" \n ", "empty: no article"),
        (b"<!-- nothing -->", "no page"),
        (b"<html></html>", "no article text"),
        (b"<html><script>var a = '<p>said</p>';</script></html>", "no article text"),
        (b"<!doctype html><frameset><frame src=a></frameset>", "no article text"),
    ],
)
def test_a_page_without_an_article_says_so(data: bytes, message: str) -> None:
    found = page_article(data, "page.html")
    assert isinstance(found, Unread)
    assert message in found.message


def test_an_article_that_only_scripts_show_is_taken_from_its_json_ld() -> None:
    block = json.dumps({"@type": "NewsArticle", "headline": "Pact signed", "articleBody": f"<p>{PROSE}</p><p>{MORE}</p>"})
    article = article_of(f'<html><head><script type="application/ld+json">{block}</script></head><body><div id="root"></div></body></html>')
    assert body_of(article) == [PROSE, MORE]
    assert "articleBody" in article.problems[0].message


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("<!DOCTYPE html>", True),
        ("\ufeff\n<!doctype HTML>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', True),
        ("<!-- saved --><!-- twice --><html>", True),
        ("<head>", True),
        ("<header>", False),
        ("<?xml version='1.0'?><rss>", False),
        ("The <html> tag", False),
    ],
)
def test_pages_are_told_by_their_opening(opening: str, expected: bool) -> None:
    assert sniff(opening) is expected


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.htm", "a"])
def test_a_page_is_read_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(page(), encoding="utf-8")
    assert body_of(ingest.read(tmp_path / name)) == [PROSE, MORE]


def test_a_fragment_is_a_page_where_it_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<div><p>{PROSE}</p><p>{MORE}</p></div>", encoding="utf-8")
    assert body_of(ingest.read(tmp_path / "a.html")) == [PROSE, MORE]


HUGE = {
    "links": "<div><a href='/x'>Ferry talks resume</a></div>" * 20_000 + f"<p>{PROSE}</p>",
    "tables": "<table><tr><td>" * 1_500 + f"<p>{PROSE}</p>" + "</td></tr></table>" * 1_500,
    "one paragraph of 5 MB": "<p>" + PROSE * 46_000 + "</p>",
    "unclosed": f"<div class='related'><b><i><p>{PROSE}</p>" * 2_000,
    "script of 5 MB": "<script>" + "var a = '<p>said</p>';" * 230_000 + "</script>",
}


@pytest.mark.parametrize("make", HUGE)
def test_huge_and_nested_pages_take_bounded_time(make: str) -> None:
    start = time.process_time()
    page_article(f"<html><body>{HUGE[make]}</body></html>".encode(), "page.html")
    assert time.process_time() - start < 30


PIECES = st.sampled_from(
    [
        "<html>", "<body>", "<p>", "</p>", "<article>", "</article>", '<div class="related">', "</div>", "<table><tr><td>", "</table>",
        '<a href="http://[x">', "</a>", PROSE, "<h1>Ferry talks</h1>", "<title>Ferry | Wire</title>", "<hr>", "<img>", "<form>",
        '<meta name=date content="2030-13-45">', '<link rel=canonical href="http://[bad/">', '<script type="application/ld+json">',
        "</script>", '{"@type":"NewsArticle","headline":[7]}', "<!--", "-->", "<![CDATA[", "&#x0;", "&#xD800;", "\x01", "\ufeff",
        "<svg><title>x</title></svg>", '<time datetime="2030-01-01">', '<?xml version="1.0" encoding="koi8-r"?>', "<meta charset=utf-16>",
        "<plaintext>", "<frameset>",
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join))
def test_any_markup_gives_an_article_an_unread_or_a_read_error(markup: str) -> None:
    try:
        found = page_article(markup.encode("utf-8", "surrogatepass"), "page.html")
    except ReadError:
        return
    if isinstance(found, Article):
        assert found.text.strip()
        assert found.layout.body or found.problems
