"""Text and metadata become an Article: the one place where decoding, layout and language meet."""

from communique.ingest.language import language_of
from communique.ingest.layout import lay_out
from communique.ingest.metadata import Metadata
from communique.model import Article, Layout, Problem, sha256_of

LANGUAGE_SAMPLE = 3_000  # characters of the body that are enough to tell its language


def assemble(text: str, metadata: Metadata, problems: tuple[Problem, ...] = (), *, has_headline: bool) -> Article:
    """The article of a decoded text.

    text          kept as it is; every span of the article points into it
    metadata      what the input says; it wins over what the text says
    problems      what went wrong so far
    has_headline  True where a first line that looks like a headline is one (text files), False where only the title tells (JSON Lines)
    """
    found = lay_out(text, title=metadata.title, published=metadata.published, has_headline=has_headline)
    url = metadata.url or found.url
    text_sha256 = sha256_of(text)
    return Article(
        id=metadata.id or url or text_sha256,
        text_sha256=text_sha256,
        text=text,
        url=url,
        title=metadata.title or found.title,
        outlet=metadata.outlet or found.outlet,
        byline=metadata.byline or found.byline,
        published=metadata.published,
        language=metadata.language or language_of(body_sample(text, found.layout)),
        dateline=found.dateline,
        layout=found.layout,
        problems=problems + found.problems,
    )


def body_sample(text: str, layout: Layout) -> str:
    """The first few thousand characters of an article's body, or of its text where it has none."""
    pieces: list[str] = []
    room = LANGUAGE_SAMPLE
    if not layout.body:
        return text[:LANGUAGE_SAMPLE]
    for span in layout.body:
        pieces.append(text[span.start : min(span.end, span.start + room)])
        room -= len(pieces[-1])
        if room <= 0:
            break
    return "\n".join(pieces)
