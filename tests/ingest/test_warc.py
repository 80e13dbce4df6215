"""Web archives: found pages and texts become articles, a broken record costs itself alone."""

import gzip
import sys
from pathlib import Path

import pytest

import communique.ingest as ingest
from communique.model import Article, Unread

pytest.importorskip("fastwarc", reason="WEB ARCHIVES ARE NOT TESTED: install the extra `scale`")

PARAGRAPHS = "".join(
    f"<p>Fiji and Tonga resumed their talks on day {day}, and officials of both governments said that the ferry would sail again.</p>"
    for day in range(1, 5)
)


def page(number: int, dated: bool = True) -> bytes:
    date = '<meta property="article:published_time" content="2031-05-06T10:15:00Z">' if dated else ""
    return (
        f"<html lang=en><head><title>Ferry talks {number} resume</title>{date}</head>"
        f"<body><article><h1>Ferry talks {number} resume</h1>{PARAGRAPHS}</article></body></html>"
    ).encode()


def response(number: int, status: str = "200 OK", kind: str = "text/html; charset=utf-8", body: bytes | None = None) -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + (page(number) if body is None else body)
    return record("response", f"https://pacific-wire.example/{number}", "application/http; msgtype=response", block)


def record(kind: str, url: str, content: str, block: bytes, length: str | None = None) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-08T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {content}\r\n"
        f"Content-Length: {length or len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


FOUND = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
INFO = record("warcinfo", "x", "application/warc-fields", b"software: none\r\n")


def outcomes(tmp_path: Path, data: bytes, name: str = "news.warc") -> list[Article | Unread]:
    (tmp_path / name).write_bytes(data)
    return list(ingest.read_all([tmp_path / name]))


def urls(found: list[Article | Unread]) -> list[str | None]:
    """The last part of each article's address, None for what was not read."""
    return [(outcome.url or "")[-1:] if isinstance(outcome, Article) else None for outcome in found]


def test_found_pages_are_articles_with_their_address_and_date(tmp_path: Path) -> None:
    (article,) = outcomes(tmp_path, INFO + response(1))
    assert isinstance(article, Article)
    assert (article.url, article.title) == ("https://pacific-wire.example/1", "Ferry talks 1 resume")
    assert article.published is not None
    assert article.published.startswith("2031-05-06")


def test_the_day_of_the_crawl_is_no_date_of_publication(tmp_path: Path) -> None:
    (article,) = outcomes(tmp_path, response(1, body=page(1, dated=False)))
    assert isinstance(article, Article)
    assert article.published is None
    assert any("fetched 2031-05-08" in problem.message for problem in article.problems)


def test_other_statuses_and_types_are_no_news(tmp_path: Path) -> None:
    others = response(2, "404 Not Found") + response(3, "301 Moved") + response(4, kind="image/png") + response(5, kind="application/json")
    assert urls(outcomes(tmp_path, INFO + response(1) + others + response(6))) == ["1", "6"]
    (nothing,) = outcomes(tmp_path, INFO + others)
    assert "among 5 records" in getattr(nothing, "message", "")


def test_texts_of_a_wet_are_articles(tmp_path: Path) -> None:
    text = b"Ferry talks resume\n\nFiji and Tonga resumed their talks on a ferry, officials said.\n"
    (article,) = outcomes(tmp_path, record("conversion", "https://pacific-wire.example/1", "text/plain", text), "news.wet")
    assert isinstance(article, Article)
    assert (article.url, article.title, article.text) == ("https://pacific-wire.example/1", "Ferry talks resume", text.decode())


@pytest.mark.parametrize("suffix", ["warc.gz", "gz"])
def test_each_record_may_be_a_gzip_member(tmp_path: Path, suffix: str) -> None:
    data = b"".join(gzip.compress(part) for part in (INFO, response(1), response(2)))
    assert urls(outcomes(tmp_path, data, f"news.{suffix}")) == ["1", "2"]


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(record("response", "u", "application/http", FOUND, length="x9"), id="no length"),
        pytest.param(record("response", "u", "application/http", FOUND, length="99999999"), id="too long"),
        pytest.param(record("response", "u", "application/http", FOUND, length="700"), id="into the next"),
        pytest.param(record("response", "u", "application/http", b"no head of its own"), id="no HTTP"),
        pytest.param(b"WARC/1.0\r\nno field at all\r\nContent-Length\r\n\r\n", id="no fields"),
    ],
)
def test_a_broken_record_costs_itself_alone(tmp_path: Path, broken: bytes) -> None:
    found = outcomes(tmp_path, INFO + response(1) + broken + response(2) + response(3))
    assert [url for url in urls(found) if url] == ["1", "2", "3"]
    assert [outcome.message for outcome in found if isinstance(outcome, Unread)] in (
        ["broken record: left out, reading goes on with the next"],
        ["broken record: left out, reading goes on with the next"] * 2,
    )


def test_an_archive_that_was_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    assert urls(outcomes(tmp_path, (response(1) + response(2))[:-200])) == ["1", None]


def test_without_fastwarc_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    (unread,) = outcomes(tmp_path, response(1))
    assert "communique[scale]" in getattr(unread, "message", "")
