"""Does every span hold? Codes all articles of ../shared/corpora and checks each span of each record against the text it points at.

usage: python benchmarks/spans.py [--limit N] [--file NAME]

Exit code 1 when any check fails; failures are listed with article and span. Checked:
  text    the article's text is the input's, and text_sha256 is the hash of its UTF-8
  inside  every span of every record lies in the text and holds more than white space
  bare    source, cue and content begin and end with a visible character
  words   a cue holds a word and cuts none in two
  coding  no exception
  again   the coding read back from its JSON is the same coding
"""

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

import communique as cq
from codings import articles_of
from communique.model import Article, Coding, Span, Statement
from communique.record import from_json, to_json
from inputs import shared_file

Failure = tuple[str, str]  # name of the check, what is wrong


def spans_in(value: object) -> Iterator[Span]:
    """Every span of a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from spans_in(getattr(value, field))
    elif isinstance(value, tuple):
        for member in value:
            yield from spans_in(member)


def check_text(coding: Coding, given: frozenset[str]) -> Iterator[Failure]:
    """The text the spans point at is the one that was given."""
    article = coding.article
    if article.text not in given:
        yield "text", "differs from the input's"
    if hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest() != article.text_sha256:
        yield "text", "text_sha256 is another text's"


def check_inside(coding: Coding) -> Iterator[Failure]:
    """Spans lie in the text and hold something."""
    text = coding.article.text
    for span in spans_in(coding):
        if not 0 <= span.start < span.end <= len(text):
            yield "inside", f"{span} of {len(text)} characters"
        elif not text[span.start : span.end].strip():
            yield "inside", f"{span} holds white space alone"


def check_bare(statement: Statement, text: str) -> Iterator[Failure]:
    """Source, cue and content carry no white space at their ends."""
    for name, spans in (("source", (statement.source,)), ("cue", (statement.cue,)), ("content", statement.content)):
        for span in spans:
            if span is not None and text[span.start : span.end] != text[span.start : span.end].strip():
                yield "bare", f"{name} {span}: {text[span.start : span.end]!r}"


def check_cue(statement: Statement, text: str) -> Iterator[Failure]:
    """A cue is made of whole words."""
    cue = statement.cue
    if cue is None:
        return
    words = text[cue.start : cue.end]
    if not any(c.isalpha() for c in words):
        yield "words", f"cue {cue}: {words!r} holds no word"
    cut_before = text[cue.start - 1 : cue.start].isalnum() and words[:1].isalnum()
    if cut_before or (text[cue.end : cue.end + 1].isalnum() and words[-1:].isalnum()):
        yield "words", f"cue {cue}: {words!r} cuts a word in two"


def check_again(coding: Coding) -> Iterator[Failure]:
    """JSON and back."""
    if from_json(to_json(coding)) != coding:
        yield "again", "coding differs after JSON"


def check(coding: Coding, given: frozenset[str]) -> Iterator[Failure]:
    """All that is wrong with one coding."""
    yield from check_text(coding, given)
    yield from check_inside(coding)
    for statement in coding.statements:
        yield from check_bare(statement, coding.article.text)
        yield from check_cue(statement, coding.article.text)
    yield from check_again(coding)


def code_and_check(article: Article, given: frozenset[str], counts: Counter[str]) -> list[Failure]:
    """Code one article and list what is wrong; an exception is a failure like any other, and the next article follows."""
    try:
        coding = cq.code(article)
        counts["statements"] += len(coding.statements)
        counts["spans"] += sum(1 for _ in spans_in(coding))
        return list(check(coding, given))
    except Exception as error:  # noqa: BLE001
        return [("coding", f"{type(error).__name__}: {error}")]


def texts_of(corpus: Path, limit: int | None) -> dict[str, frozenset[str]]:
    """Texts by id: the first `limit` articles of a corpus that have one, ids being unique but for repeated lines."""
    texts: dict[str, set[str]] = defaultdict(set)
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            if given.get("text") and given.get("id") and (limit is None or len(texts) < limit):
                texts[given["id"]].add(given["text"])
    return {key: frozenset(found) for key, found in texts.items()}


def check_corpus(corpus: Path, limit: int | None, counts: Counter[str]) -> None:
    """Code and check one file, adding to the counts and printing failures as they come."""
    texts = texts_of(corpus, limit)
    if not texts:
        print(f"{corpus.name:28} holds no texts of articles")
        return
    articles = islice((article for article in articles_of(corpus) if article.id in texts), limit)
    before = counts.copy()
    for article in articles:
        counts["articles"] += 1
        for name, message in code_and_check(article, texts[article.id], counts):
            counts["failures"] += 1
            print(f"FAILED {name}: {corpus.name}, {article.id}: {message}")
    new = counts - before
    print(f"{corpus.name:28} {new['articles']:6,} articles {new['statements']:7,} statements {new['spans']:8,} spans", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, metavar="N", help="at most N articles a file")
    parser.add_argument("--file", metavar="NAME", help="this file of ../shared/corpora alone")
    options = parser.parse_args()
    corpora = shared_file("corpora")
    counts: Counter[str] = Counter()
    for corpus in sorted(corpora.glob(options.file or "*.jsonl")):
        check_corpus(corpus, options.limit, counts)
    failures = counts["failures"]
    print(f"{counts['spans']:,} spans of {counts['statements']:,} statements in {counts['articles']:,} articles: {failures:,} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
