"""spaCy once per paragraph of an article's body; quotation marks paired over paragraphs. The only package that imports spaCy."""

from collections.abc import Iterator

from spacy.tokens import Doc
from threadpoolctl import threadpool_limits

from communique.lexicon import Lexicon
from communique.model import Article, Body, Problem, Span, Spans
from communique.parse.body import Zone, body_of
from communique.parse.capitals import behind_headings, is_capitals, mixed_case
from communique.parse.normal import for_parser
from communique.parse.pipeline import Pipeline, load_pipeline
from communique.parse.quotations import find_quotations

__all__ = ["Pipeline", "load_pipeline", "parse_article", "parse_captions"]

LONGEST_ZONE = 20_000  # characters given to the parser at once; its memory grows with them
BATCH = 64  # paragraphs parsed together; more is slower (cache)


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


def _document(pipeline: Pipeline, text: str, abbreviations: frozenset[str]) -> Doc:
    """The tokens of a text, told where no sentence begins, for all the parser sees (after "Gen.", "Rev.", "No."), and where one does."""
    doc = pipeline.nlp.make_doc(text)
    if "." in text:
        for token in doc[1:]:
            if doc[token.i - 1].lower_ in abbreviations:
                token.is_sent_start = False
    for place in behind_headings([token.text for token in doc]):
        doc[place].is_sent_start = True
    return doc


def parse_article(article: Article, pipeline: Pipeline, lexicon: Lexicon) -> tuple[Body, tuple[Problem, ...]]:
    """Tokens, trees and quotations of the article's body paragraphs, and what went wrong with its quotation marks."""
    zones = _zones(article, article.layout.body, pipeline, lexicon)
    quoted, problems = find_quotations(article.text, article.layout.body, lexicon.marks)
    return body_of(article.text, zones, quoted, lexicon.words["abbreviations"]), tuple(problems)


def parse_captions(article: Article, pipeline: Pipeline, lexicon: Lexicon) -> Body:
    """Tokens and trees of the captions, where no statement is looked for but persons are introduced."""
    return body_of(article.text, _zones(article, article.layout.caption, pipeline, lexicon), ())


def _zones(article: Article, paragraphs: Spans, pipeline: Pipeline, lexicon: Lexicon) -> list[Zone]:
    """The paragraphs, parsed."""
    spans = [piece for paragraph in paragraphs for piece in _pieces(article.text, paragraph)]
    sources = [span.of(article.text) for span in spans]
    clean = [for_parser(_readable(source, lexicon)) for source in sources]
    with threadpool_limits(limits=1, user_api="blas"):
        docs = pipeline.nlp.pipe((_document(pipeline, text, lexicon.words["abbreviations"]) for text, _ in clean), batch_size=BATCH)
        return [Zone(d, text, source, span.start, kept) for d, (text, kept), source, span in zip(docs, clean, sources, spans, strict=True)]
