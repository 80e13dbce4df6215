"""JSON Lines: {"id", "text", "url", "title", "date", "outlet", "byline", "language"} a line, all but "text" optional.

A line may also be a coding: its article is read back, so that it can be coded again.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from communique.errors import ReadError
from communique.ingest.decoding import decode, split_mark
from communique.ingest.fields import article_from, renamed
from communique.ingest.sources import LARGEST, Source
from communique.model import Article, Problem, Span, Unread, sha256_of

# an object opens with a brace and a quoted key
OBJECT = re.compile(r"\s*\{\s*(?:\"|\})")


def sniff(head: str) -> bool:
    """True where the first line is a JSON object of its own, or one so long that the head does not show its end."""
    line, newline, _ = head.lstrip().partition("\n")
    return OBJECT.match(line) is not None and (not newline or _is_json(line))


def sniff_object(head: str) -> bool:
    """True where a JSON object begins that does not end on its line."""
    return OBJECT.match(head) is not None


def read(source: Source) -> Iterator[Article | Unread]:
    """An Article a line; a line that gives none is an Unread with its number, and reading goes on."""
    empty = True
    for number, data in source.chosen(lines_of(source.stream, source.head)):
        where = f"{source.name}, line {number}"
        if data is None:
            yield Unread(where, f"line longer than {LARGEST // 1_000_000} MB: left out")
        elif not data.strip():
            continue
        else:
            yield _article(data, where, source.columns)
        empty = False
    if empty and source.places is None:
        yield Unread(source.name, "empty: no article")


def read_object(source: Source) -> Iterator[Article | Unread]:
    """The article of a file that holds one JSON object; a file of several is read line by line."""
    data = source.whole()
    if not data.strip():
        yield Unread(source.name, "empty: no article")
        return
    yield _article(data, source.name, source.columns)


def lines_of(stream: BinaryIO, head: bytes) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1, None for one that is too long to hold; UTF-16 and UTF-32 are turned into UTF-8."""
    encoding, _ = split_mark(head)
    if encoding and encoding != "utf-8":
        text, _ = decode(stream.read(LARGEST))
        yield from enumerate((line.encode("utf-8", "surrogatepass") for line in text.split("\n")), start=1)
        return
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST)
            yield number, None
        else:
            yield number, split_mark(line)[1] if number == 1 else line


def object_of(data: bytes, where: str) -> tuple[dict[str, Any], tuple[Problem, ...]] | Unread:
    """The JSON object that bytes hold, and what decoding them had to guess; an Unread where they hold none."""
    try:
        decoded, problems = decode(data)
        given = json.loads(decoded)
    except ReadError as error:
        return Unread(where, str(error))
    except json.JSONDecodeError as error:
        return Unread(where, f"no JSON ({error.msg}, column {error.colno}): one whole object a line is expected")
    except (ValueError, RecursionError) as error:
        return Unread(where, f"no JSON that can be read: {error}")
    if isinstance(given, list):
        return Unread(where, "a list, expected a JSON object: put one object on each line (jq -c '.[]')")
    if not isinstance(given, dict):
        return Unread(where, f'expected a JSON object with "text", got {type(given).__name__}')
    return given, problems


def _article(data: bytes, where: str, columns: Mapping[str, str]) -> Article | Unread:
    """The article of one JSON object."""
    found = object_of(data, where)
    if isinstance(found, Unread):
        return found
    given, problems = found
    if isinstance(given.get("article"), dict):
        return _coded_article(given["article"], where)
    return article_from(renamed(given, columns), where, problems)


def _coded_article(given: object, where: str) -> Article | Unread:
    """The article of a coding, as it was read then."""
    try:
        article = msgspec.convert(given, Article)
    except (msgspec.ValidationError, ValueError) as error:
        return Unread(where, f'"article" is not as codings hold it: {error}')
    if article.text_sha256 != sha256_of(article.text):
        return Unread(where, '"article": text and text_sha256 disagree: read the original instead')
    if any(span.end > len(article.text) for span in _spans(article)):
        return Unread(where, '"article": a span lies outside its text: read the original instead')
    return article


def _spans(article: Article) -> Iterator[Span]:
    for field in article.layout.__struct_fields__:
        yield from getattr(article.layout, field)
    if article.dateline:
        yield article.dateline.span
    yield from (problem.span for problem in article.problems if problem.span)


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
