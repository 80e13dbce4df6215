"""Many codings of few: the same records in texts of other words, by which a ledger grows as it would by other news.

Every second word of small letters becomes another of its length, another one in each copy, so that every span still holds and no copy
repeats an article. Ids are told apart by a suffix, days by the copy's number.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from communique.model import Article, Coding, sha256_of

WORD = re.compile(r"\b[a-z]{4,}\b")
APART = 13  # days between a coding and its next copy

Vocabulary = dict[int, list[str]]


def vocabulary_of(codings: Iterable[Coding]) -> Vocabulary:
    """The words that may be put in, by their length."""
    words = {word for coding in codings for word in WORD.findall(coding.article.text)}
    found: Vocabulary = {}
    for word in sorted(words):
        found.setdefault(len(word), []).append(word)
    return found


class Wording(dict[str, str]):
    """What becomes of each word in one copy."""

    def __init__(self, number: int, vocabulary: Vocabulary) -> None:
        self.number, self.vocabulary = number, vocabulary

    def __missing__(self, word: str) -> str:
        drawn, choice = zlib.crc32(f"{self.number} {word}".encode()), self.vocabulary[len(word)]
        self[word] = choice[(drawn >> 1) % len(choice)] if drawn & 1 else word
        return self[word]


def copies_of(codings: Sequence[Coding], times: int) -> Iterator[Coding]:
    """The codings, and so many copies of all of them less one."""
    vocabulary = vocabulary_of(codings)
    yield from codings
    for number in range(1, times):
        wording = Wording(number, vocabulary)
        yield from (copy_of(coding, number, wording) for coding in codings)


def copy_of(coding: Coding, number: int, wording: Wording) -> Coding:
    """A coding as if of another article, on another day."""
    suffix, of = f"~{number}", lambda id: id and f"{id}~{number}"
    return replace(
        coding,
        article=_article(coding.article, number, wording),
        statements=tuple(replace(one, id=one.id + suffix, parent=of(one.parent)) for one in coding.statements),
        positions=tuple(replace(one, id=one.id + suffix, statement=of(one.statement)) for one in coding.positions),
        commitments=tuple(replace(one, id=one.id + suffix, statement=of(one.statement)) for one in coding.commitments),
        events=tuple(replace(one, id=one.id + suffix, statement=of(one.statement)) for one in coding.events),
    )


def _article(article: Article, number: int, wording: Wording) -> Article:
    text = WORD.sub(lambda found: wording[found.group()], article.text)
    dateline = article.dateline and replace(article.dateline, date=_moved(article.dateline.date, number))
    return replace(
        article, id=f"{article.id}~{number}", text=text, text_sha256=sha256_of(text), published=_moved(article.published, number),
        dateline=dateline,
    )  # fmt: skip


def _moved(day: str | None, number: int) -> str | None:
    try:
        return (date.fromisoformat((day or "")[:10]) - timedelta(days=APART * number)).isoformat()
    except ValueError:
        return day
