"""Plain text and Markdown: a file is an article; its first short line is the headline."""

from collections.abc import Iterator

from communique.ingest.assemble import assemble
from communique.ingest.decoding import decode
from communique.ingest.metadata import Metadata
from communique.ingest.sources import Source
from communique.model import Article, Unread


def sniff(head: str) -> bool:
    """Never sure: text is what is left when nothing else fits."""
    return False


def read(source: Source) -> Iterator[Article | Unread]:
    """The one article of a text file. Raises ReadError where it is empty or no text."""
    text, problems = decode(source.whole())
    if not text.strip():
        yield Unread(source.name, "nothing but white space: no article" if text else "empty: no article")
        return
    yield assemble(text, Metadata(), problems, has_headline=True)
