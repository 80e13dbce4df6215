"""Feeds: entries with their full text are articles, summaries are kept and not coded."""

from pathlib import Path

import pytest

import communique.ingest as ingest
from communique.errors import ReadError
from communique.model import Article, Unread

FULL = (
    "<p>SUVA, May 5 (PINA) – Fiji and Tonga resumed their talks on a ferry, officials said.</p>"
    "<figure><img src='a.jpg'><figcaption>The quay</figcaption></figure>"
    "<p>Tonga <b>welcomed</b> the step &amp; thanked Samoa.</p><script>track()</script>"
)
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Pacific Wire</title><link>https://pacific-wire.example/</link><language>en-fj</language>
<item><title>Ferry talks &lt;i&gt;resume&lt;/i&gt;</title><link>https://pacific-wire.example/1</link><guid isPermaLink="false">pw-1</guid>
<pubDate>Tue, 06 May 2031 10:15:00 GMT</pubDate><dc:creator>Mere Vuki</dc:creator>
<description>Fiji and Tonga resumed their talks.</description><content:encoded><![CDATA[{FULL}]]></content:encoded></item>
<item><title>Samoa speaks</title><link>https://pacific-wire.example/2</link><pubDate>Tue, 06 May 2031 11:15:00 GMT</pubDate>
<description>Samoa said that it would wait. Read more...</description></item>
<item><title>Picture of the day</title><link>https://pacific-wire.example/3</link></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Pacific Wire</title><id>tag:pw</id>
<entry><id>tag:pw,2031:1</id><title>Ferry talks resume</title><link href="https://pacific-wire.example/1"/>
<updated>2031-05-06T10:15:00Z</updated><author><name>Mere Vuki</name></author>
<content type="html">{FULL.replace("&", "&amp;").replace("<", "&lt;")}</content></entry></feed>"""


def outcomes(tmp_path: Path, content: str, name: str = "feed.xml") -> list[Article | Unread]:
    (tmp_path / name).write_text(content, encoding="utf-8")
    return list(ingest.read_all([tmp_path / name]))


@pytest.mark.parametrize(("content", "entry"), [(RSS, "pw-1"), (ATOM, "tag:pw,2031:1")], ids=["rss", "atom"])
@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed"])
def test_a_full_entry_is_an_article(tmp_path: Path, content: str, entry: str, name: str) -> None:
    article = outcomes(tmp_path, content, name)[0]
    assert isinstance(article, Article)
    assert (article.id, article.url, article.title) == (entry, "https://pacific-wire.example/1", "Ferry talks resume")
    assert (article.outlet, article.byline, article.published, article.language) == (
        "Pacific Wire", "Mere Vuki", "2031-05-06T10:15:00+00:00", "en",
    )  # fmt: skip
    assert [span.of(article.text) for span in article.layout.body] == [
        "Fiji and Tonga resumed their talks on a ferry, officials said.",
        "Tonga welcomed the step & thanked Samoa.",
    ]
    assert article.problems == ()


def test_a_summary_is_kept_and_not_coded(tmp_path: Path) -> None:
    article = outcomes(tmp_path, RSS)[1]
    assert isinstance(article, Article)
    assert article.text.startswith("Samoa said that it would wait.")
    assert article.layout.body == ()
    assert (article.title, article.url, article.outlet) == ("Samoa speaks", "https://pacific-wire.example/2", "Pacific Wire")
    assert any("summary only" in problem.message for problem in article.problems)


def test_an_entry_without_text_is_named(tmp_path: Path) -> None:
    unread = outcomes(tmp_path, RSS)[2]
    assert isinstance(unread, Unread)
    assert unread.where.endswith("entry 3")


def test_a_long_description_is_the_report(tmp_path: Path) -> None:
    said = "<p>" + "Fiji said on Monday that the ferry would sail again. " * 30 + "</p>"
    item = f"<item><title>T</title><description><![CDATA[{said}]]></description></item>"
    (article,) = outcomes(tmp_path, f"<rss version='2.0'><channel><title>PW</title>{item}</channel></rss>")
    assert isinstance(article, Article)
    assert len(article.layout.body) == 1


def test_a_feed_that_is_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    found = outcomes(tmp_path, RSS[: RSS.index("<item><title>Picture")])
    assert [type(outcome) for outcome in found] == [Article, Article]


def test_a_feed_without_entries_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no entries"):
        ingest.read(_written(tmp_path / "a.xml", "<rss version='2.0'><channel><title>PW</title></channel></rss>"))


def _written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path
