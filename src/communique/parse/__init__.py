"""spaCy once per paragraph of an article's body; quotation marks paired over paragraphs. The only package that imports spaCy."""

from array import array
from collections.abc import Iterator, Sequence

from communique.lexicon import Lexicon
from communique.model import Article, Body, Problem, Span, Spans
from communique.parse.body import Zone, body_of
from communique.parse.capitals import is_capitals, mixed_case
from communique.parse.normal import for_parser
from communique.parse.passages import read_passages
from communique.parse.pipeline import Pipeline, load_pipeline
from communique.parse.quotations import find_quotations

__all__ = ["Pipeline", "load_pipeline", "parse_article", "parse_captions", "read_ahead"]

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
    zones = _zones(article.text, article.layout.body, pipeline, lexicon)
    quoted, problems = find_quotations(article.text, article.layout.body, lexicon.marks)
    return body_of(article.text, zones, quoted), tuple(problems)


def read_ahead(articles: Sequence[Article], pipeline: Pipeline, lexicon: Lexicon) -> None:
    """Have the pipeline read the paragraphs of several articles together, which is faster, before each of them is parsed."""
    shown = [clean for article in articles for _, _, clean in _shown(article.text, article.layout.body, lexicon)]
    read_passages([text for text, _ in shown], pipeline, lexicon.words["abbreviations"])


def parse_captions(article: Article, pipeline: Pipeline, lexicon: Lexicon) -> Body:
    """Tokens and trees of the captions, where no statement is looked for but persons are introduced."""
    return body_of(article.text, _zones(article.text, article.layout.caption, pipeline, lexicon), ())


def _zones(text: str, paragraphs: Spans, pipeline: Pipeline, lexicon: Lexicon) -> list[Zone]:
    """The paragraphs, parsed."""
    shown = _shown(text, paragraphs, lexicon)
    passages = read_passages([clean for _, _, (clean, _) in shown], pipeline, lexicon.words["abbreviations"])
    return [Zone(p, clean, source, start, kept) for p, (start, source, (clean, kept)) in zip(passages, shown, strict=True)]


def _shown(text: str, paragraphs: Spans, lexicon: Lexicon) -> list[tuple[int, str, tuple[str, "array[int] | None"]]]:
    """Where each piece of the paragraphs begins, its text, and what the pipeline is shown of it."""
    spans = [piece for paragraph in paragraphs for piece in _pieces(text, paragraph)]
    sources = ((span.start, span.of(text)) for span in spans)
    return [(start, source, for_parser(_readable(source, lexicon))) for start, source in sources]
