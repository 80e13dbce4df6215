"""spaCy once per paragraph of an article's body; quotation marks paired over paragraphs. The only package that imports spaCy."""

from collections.abc import Iterator, Sequence
from itertools import islice

from communique.lexicon import Lexicon
from communique.model import Article, Body, Problem, Span, Spans
from communique.parse.body import Zone, body_of
from communique.parse.capitals import is_capitals, mixed_case
from communique.parse.normal import for_parser
from communique.parse.passages import read_passages
from communique.parse.pipeline import Pipeline, load_pipeline
from communique.parse.quotations import find_quotations

__all__ = ["Pipeline", "load_pipeline", "parse_article", "parse_articles", "parse_captions"]

LONGEST_ZONE = 20_000  # characters given to the parser at once; its memory grows with them


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph, or, where it is too long for the parser, pieces of it cut after a sentence, else at white space, else anywhere."""
    start = paragraph.start
    while paragraph.end - start > LONGEST_ZONE:
        window = text[start : start + LONGEST_ZONE]
        cut = max(window.rfind(". "), window.rfind(".\n")) + 1 or window.rfind(" ") + 1 or LONGEST_ZONE
        yield Span(start, start + cut)
        start += cut
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _readable(text: str, lexicon: Lexicon) -> str:
    return mixed_case(text, lexicon) if is_capitals(text) else text


Parsed = tuple[Body, tuple[Problem, ...]]


def parse_article(article: Article, pipeline: Pipeline, lexicon: Lexicon) -> Parsed:
    """Tokens, trees and quotations of the article's body paragraphs, and what went wrong with its quotation marks."""
    return parse_articles([article], pipeline, lexicon)[0]


def parse_articles(articles: Sequence[Article], pipeline: Pipeline, lexicon: Lexicon) -> list[Parsed]:
    """The same of several articles, read together because that is faster; what is read of one does not depend on the others."""
    read = _zones([(article.text, article.layout.body) for article in articles], pipeline, lexicon)
    return [_parsed(article, zones, lexicon) for article, zones in zip(articles, read, strict=True)]


def _parsed(article: Article, zones: Sequence[Zone], lexicon: Lexicon) -> Parsed:
    quoted, problems = find_quotations(article.text, article.layout.body, lexicon.marks)
    return body_of(article.text, zones, quoted), tuple(problems)


def parse_captions(article: Article, pipeline: Pipeline, lexicon: Lexicon) -> Body:
    """Tokens and trees of the captions, where no statement is looked for but persons are introduced."""
    return body_of(article.text, _zones([(article.text, article.layout.caption)], pipeline, lexicon)[0], ())


def _zones(texts: Sequence[tuple[str, Spans]], pipeline: Pipeline, lexicon: Lexicon) -> list[list[Zone]]:
    """The paragraphs of each text, parsed."""
    spans = [[piece for paragraph in paragraphs for piece in _pieces(text, paragraph)] for text, paragraphs in texts]
    sources = [span.of(text) for (text, _), own in zip(texts, spans, strict=True) for span in own]
    clean = [for_parser(_readable(source, lexicon)) for source in sources]
    passages = read_passages([text for text, _ in clean], pipeline, lexicon.words["abbreviations"])
    read = zip(passages, clean, sources, strict=True)
    return [
        [Zone(p, text, source, span.start, kept) for span, (p, (text, kept), source) in zip(own, islice(read, len(own)), strict=True)]
        for own in spans
    ]
