"""RSS and Atom: an entry with its full text is an article; one with a summary alone is kept, marked, and not coded."""

import io
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from communique.errors import ReadError
from communique.ingest.assemble import assemble
from communique.ingest.decoding import without_surrogates
from communique.ingest.fragment import line_of, text_of
from communique.ingest.metadata import Metadata, metadata_from
from communique.ingest.sources import Source
from communique.ingest.written_dates import iso_date
from communique.model import Article, Layout, Problem, Unread

# white space, declarations and comments, then a feed's first tag
FEED = re.compile(r"\s*(?:<\?.{0,300}?\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE [^>]{0,300}>\s*){0,6}<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
FULL_FROM = 1_200  # characters from which a description is the report itself, where the feed has no field for that
# how excerpts end: "...", "[…]", "Read more", "The post ... appeared first on ..."
CUT = re.compile(
    r"(?:\.\.\.|…)\W*$|(?:read (?:more|the (?:full|rest))|continue reading|more)\W{0,4}$|the post .{5,300} appeared first on [^.]+\.$", re.I
)
SUMMARY_ONLY = "summary only: the feed gives no full text, so nothing is coded; save the page and read that"
NO_FEED = "no entries in this feed"


def sniff(head: str) -> bool:
    """True where the text opens as RSS, Atom or RDF does."""
    return FEED.match(head.lstrip("\ufeff")) is not None


def read(source: Source) -> Iterator[Article | Unread]:
    """An Article an entry. Raises ReadError where the feed holds none."""
    import feedparser

    feed = feedparser.parse(io.BytesIO(source.whole()), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise ReadError(f"{NO_FEED}: {feed.bozo_exception}" if feed.bozo else NO_FEED)
    for number, entry in enumerate(feed.entries, start=1):
        yield _article(entry, feed.feed, f"{source.name}, entry {number}")


def _article(entry: Any, feed: Any, where: str) -> Article | Unread:
    full = max((text_of(content.get("value", "")) for content in entry.get("content", ())), key=len, default="")
    summary = text_of(entry.get("summary", ""))
    text = max(full, summary, key=len)
    if not text.strip():
        return Unread(where, "an entry without text: save its page and read that")
    text, replaced = without_surrogates(text)
    metadata, complaints = _metadata(entry, feed)
    article = assemble(text, metadata, replaced + complaints, has_headline=False)
    return article if _is_full(full, summary) else _uncoded(article)


def _is_full(full: str, summary: str) -> bool:
    """True where the entry holds the report and not just its beginning."""
    text = full or summary
    return not CUT.search(text[-400:]) and (len(text) >= FULL_FROM or (bool(full) and len(full) >= len(summary)))


def _metadata(entry: Any, feed: Any) -> tuple[Metadata, tuple[Problem, ...]]:
    outlet = entry.get("source", {}).get("title") or feed.get("title")
    given = {
        "id": entry.get("id"),
        "url": entry.get("link"),
        "title": line_of(entry.get("title", "")),
        "outlet": line_of(outlet or ""),
        "byline": line_of(entry.get("author", "")),
        "date": _date(entry),
        "language": next((content["language"] for content in entry.get("content", ()) if content.get("language")), feed.get("language")),
    }
    return metadata_from({name: value for name, value in given.items() if value})


def _date(entry: Any) -> str | None:
    """When the entry was published, else updated; as written where it cannot be read."""
    written = entry.get("published") or entry.get("updated")
    return (iso_date(written) or written) if written else None


def _uncoded(article: Article) -> Article:
    """The article with nothing in its body: what it holds is no report."""
    parts = article.layout
    layout = Layout(headline=parts.headline, furniture=tuple(sorted({*parts.furniture, *parts.body, *parts.caption, *parts.credit})))
    return replace(article, layout=layout, problems=(*article.problems, Problem("ingest", SUMMARY_ONLY)))
