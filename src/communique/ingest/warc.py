"""Web archives: the HTML pages of a WARC that were found (status 200), the texts of a WET. Needs the extra `scale` (fastwarc)."""

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from msgspec.structs import replace

from communique.errors import ReadError
from communique.ingest.assemble import assemble
from communique.ingest.decoding import decode
from communique.ingest.html import page_article
from communique.ingest.metadata import Metadata
from communique.ingest.sources import LARGEST, Source
from communique.model import Article, Problem, Unread

MISSING = 'reading web archives needs fastwarc: pip install "communique[scale]"'
NOTHING = "no HTML page with status 200 and no text record among {count:,} records"
BROKEN = "broken record: left out, reading goes on with the next"
PAGES = frozenset({"text/html", "application/xhtml+xml"})
RECORD = re.compile(rb"(?:\A|\n)(?=WARC/[01]\.\d+\r?\n)")
MOST_KEPT = 64_000_000  # bytes of the latest record kept to find the next one when it is broken


def sniff(head: str) -> bool:
    """True where the bytes open as a record does."""
    return re.match(r"WARC/[01]\.\d", head) is not None


def read(source: Source) -> Iterator[Article | Unread]:
    """An Article a page or text, in the archive's order; a broken record costs itself alone."""
    kept = _Kept(source.stream)
    found = number = 0
    for number, record in source.chosen(enumerate(_records(kept), start=1)):
        outcome = Unread(f"{source.name}, record {number}", BROKEN) if record is None else _outcome(record, source.name, number)
        if outcome is not None:
            found += 1
            kept.is_broken = isinstance(outcome, Unread) and outcome.message == BROKEN
            yield outcome
    if not found and source.places is None:
        yield Unread(source.name, NOTHING.format(count=number))


def _outcome(record: Any, name: str, number: int) -> Article | Unread | None:
    """What a record gives; None where it is no news page."""
    import fastwarc.warc as warc

    if "WARC-Type" not in record.headers:
        return Unread(f"{name}, record {number}", BROKEN)
    if record.record_type not in (warc.response, warc.conversion):
        return None
    url = record.headers.get("WARC-Target-URI")
    where = f"{name}, record {number}" + (f" ({url})" if url else "")
    if record.content_length > LARGEST:
        return Unread(where, f"larger than {LARGEST // 1_000_000} MB: left out")
    try:
        if not _is_whole(record):
            return Unread(where, BROKEN)
        if record.record_type == warc.response and not _is_page(record):
            return None
        data = record.reader.read()
        if RECORD.search(data):  # its length reaches into the next one
            return Unread(where, BROKEN)
        article = page_article(data, where, url) if record.record_type == warc.response else _text(data, where, url)
        return article if isinstance(article, Unread) or article.published else _fetched(article, record)
    except (OSError, ValueError, EOFError):
        return Unread(where, BROKEN)
    except ReadError as error:
        return Unread(where, str(error))


def _fetched(article: Article, record: Any) -> Article:
    """An undated article with the day on which it was fetched as a Problem: it was published then or before."""
    day = record.record_date.date().isoformat() if record.record_date else "on an unknown day"
    return replace(article, problems=(*article.problems, Problem("ingest", f"the page gives no date; it was fetched {day}")))


def _is_whole(record: Any) -> bool:
    """True where a record is as long as its head says, and an HTTP response has a head of its own. Takes the record into memory."""
    length = record.headers.get("Content-Length") or ""
    record.freeze()
    if not length.isdigit() or record.content_length != int(length):
        return False
    record.parse_http(auto_decode="all")
    return not record.is_http or record.http_headers.status_code is not None


def _is_page(record: Any) -> bool:
    """True for an HTML page that was found."""
    return record.is_http and record.http_headers.status_code == 200 and (record.http_content_type or "").lower() in PAGES


def _text(data: bytes, where: str, url: str | None) -> Article | Unread:
    """The article of a text that somebody took from a page; its first line is mostly the page's title."""
    text, problems = decode(data)
    if not text.strip():
        return Unread(where, "empty: no article")
    return assemble(text, Metadata(url=url), problems, has_headline=True)


def _records(kept: "_Kept") -> Iterator[Any]:
    """The records in order, None for one whose head is broken. Raises ReadError where fastwarc is missing."""
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise ReadError(MISSING) from error
    while True:
        begun = False
        try:
            for record in ArchiveIterator(cast(BinaryIO, kept), parse_http=False):
                begun = True
                kept.forget_before(record.stream_pos)
                yield record
                if kept.is_broken:
                    break
            else:
                return
        except OSError:
            if not begun:
                yield None
        if not kept.go_to_next_record():
            return


class _Kept:
    """A stream that keeps what was read since the latest record began, so that reading can start anew behind that."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._kept = bytearray()
        self._start = 0  # where in what the iterator has read `_kept` begins
        self._again = io.BytesIO()
        self.is_broken = False  # what the latest record gave cannot be trusted, nor where it ends

    def read(self, size: int = -1) -> bytes:
        data = self._again.read(size) or self._stream.read(size)
        self._kept += data
        if len(self._kept) > 2 * MOST_KEPT:
            self.forget_before(self._start + len(self._kept) - MOST_KEPT)
        return data

    def tell(self) -> int:
        return self._start + len(self._kept)

    def forget_before(self, position: int) -> None:
        """What was read before a position of the iterator is not needed any more."""
        del self._kept[: max(0, position - self._start)]
        self._start = max(self._start, position)

    def go_to_next_record(self) -> bool:
        """Puts the stream before the next record that begins behind the latest; False where there is none."""
        while (match := RECORD.search(self._kept, 1)) is None:
            del self._kept[:-16]
            data = self._again.read(1_000_000) or self._stream.read(1_000_000)
            if not data:
                return False
            self._kept += data
        self._again = io.BytesIO(bytes(self._kept[match.end() :]) + self._again.read())
        self._kept, self._start, self.is_broken = bytearray(), 0, False
        return True
