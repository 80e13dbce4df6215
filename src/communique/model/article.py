"""An article and its parts."""

import hashlib

from communique.model.base import Record
from communique.model.problem import Problem
from communique.model.span import Span, Spans


class Dateline(Record, frozen=True):
    """Where and when a dispatch was filed, and for whom ("Moscow, December 24 (RHC)--").

    span    the dateline in the text, with its closing dash
    place   as written, None where none is given
    agency  the wire named in it, as written
    date    ISO 8601 (YYYY-MM-DD), only where day, month and year are certain
    """

    span: Span
    place: str | None = None
    agency: str | None = None
    date: str | None = None


class Layout(Record, frozen=True):
    """The parts of an article's text; together with white space and markup they cover it. Only `body` is coded, one span a paragraph."""

    headline: Spans = ()
    byline: Spans = ()
    caption: Spans = ()
    credit: Spans = ()
    body: Spans = ()
    footer: Spans = ()
    furniture: Spans = ()


class Article(Record, frozen=True):
    """One article as read.

    id           the input's id where given, else its url, else the text's hash
    url          where it was published
    title        its headline, from the metadata or the text
    outlet       who publishes it, as written
    byline       who wrote it, as written
    published    ISO 8601 date (or date and time) of publication, as given by the input
    language     ISO 639-1 code, None where it could not be told
    text_sha256  hex SHA-256 of the text's UTF-8; binds every span to this text
    text         the decoded input, unaltered
    dateline     None where there is none
    layout       the parts of the text
    problems     what went wrong while reading; repeated first in its coding's problems
    """

    id: str
    text_sha256: str
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    layout: Layout = Layout()
    problems: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"<Article {self.id!r}: {(self.title or self.text.strip()[:40])!r}, {len(self.text):,} characters>"


class Unread(Record, frozen=True):
    """An input that gave no article: where it is ("news.jsonl, line 7") and what is wrong, with what to do."""

    where: str
    message: str


def sha256_of(text: str) -> str:
    """Hex SHA-256 of the text's UTF-8; a lone surrogate counts as the three bytes it would take."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
