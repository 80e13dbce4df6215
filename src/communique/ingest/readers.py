"""The formats that can be read: one line each. A new one is a file with a `sniff` and a `read`, and a line here."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.errors import ReadError, UsageError
from communique.ingest import feed, html, jsonl, ninjs, pdf, printview, table, text, warc
from communique.ingest.foreign import look_of
from communique.ingest.sources import Source
from communique.model import Article, Unread


class Reader(NamedTuple):
    """One format.

    name      what `format` calls it
    suffixes  file name endings, lower case with dot
    sniff     tells from the first few thousand characters whether this is it; surer than the suffix
    read      the articles of an open source, each bad one an Unread; may raise ReadError where nothing can be read
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[str], bool]
    read: Callable[[Source], Iterator[Article | Unread]]


READERS: tuple[Reader, ...] = (
    Reader("pdf", (".pdf",), pdf.sniff, pdf.read),
    Reader("parquet", (".parquet",), table.sniff_parquet, table.read_parquet),
    Reader("html", (".html", ".htm", ".xhtml"), html.sniff, html.read),
    Reader("warc", (".warc", ".wet"), warc.sniff, warc.read),
    Reader("feed", (".rss", ".atom", ".xml"), feed.sniff, feed.read),
    Reader("ninjs", (), ninjs.sniff, ninjs.read),
    Reader("jsonl", (".jsonl", ".ndjson", ".jsonlines"), jsonl.sniff, jsonl.read),
    Reader("json", (".json",), jsonl.sniff_object, jsonl.read_object),
    Reader("csv", (".csv", ".tsv", ".tab"), table.sniff, table.read),
    Reader("print-view", (), printview.sniff, printview.read),
    Reader("text", (".txt", ".text", ".md", ".markdown"), text.sniff, text.read),
)
SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
FALLBACK = READERS[-1]


def reader_named(name: str) -> Reader:
    """The reader of a format. Raises UsageError that lists the formats."""
    for reader in READERS:
        if reader.name == name:
            return reader
    raise UsageError(f"unknown format {name!r}: use one of {', '.join(reader.name for reader in READERS)}")


def reader_for(source: Source) -> Reader:
    """Chooses by content first, by suffix second, else plain text. Raises ReadError where the bytes are some foreign format."""
    head = source.head.decode("utf-16" if source.head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")
    by_content = next((reader for reader in READERS if reader.sniff(head)), None)
    look = look_of(source.head)
    if look and not by_content:
        raise ReadError(look)
    by_suffix = next((reader for reader in READERS if source.suffix in reader.suffixes), None)
    return by_content or by_suffix or FALLBACK
