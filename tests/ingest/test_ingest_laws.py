"""What holds for every text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

import communique.ingest as ingest
from communique.errors import ReadError
from communique.ingest.decoding import decode
from communique.model import Article, Span

# pieces of pages, so that hypothesis meets datelines, marks and furniture often
PIECES = st.sampled_from(
    [
        "\n", "\n\n", "\r\n", "    ", "SUVA, May 5 (PINA) - ", "Fiji said so. ", "# ", "*", "**", "---",
        "Image not found or type unknown", "watch now", "## Read more\n\n- One\n- Two\n", "<https://island.example/1>",
        "Jane Roe | Reuters", "[TEXT] ", "[SPEECH] ", "REUTER", "(fd)", "PL Photo", "!", "By Jane Doe",
        "Friday, August 24, 2029", "Ferry talks resume", "\u2029", "\ud800", "\x00", "“", "©", "All rights reserved",
    ]
)  # fmt: skip
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join)


def spans_of(article: Article) -> list[Span]:
    """All spans that must not overlap, in any order."""
    layout = [span for name in article.layout.__struct_fields__ for span in getattr(article.layout, name)]
    return layout + ([article.dateline.span] if article.dateline else [])


def check(article: Article) -> None:
    spans = sorted(spans_of(article))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert not spans or spans[-1].end <= len(article.text)
    assert all(span.of(article.text) == span.of(article.text).strip() for span in spans)
    assert list(article.layout.body) == sorted(article.layout.body)
    assert article.layout.body or article.problems


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.none() | st.sampled_from(["Ferry talks resume", "Fiji said so", " "]))
def test_any_text_is_read_and_its_spans_hold(text: str, title: str | None) -> None:
    article = ingest.read_text(text, title=title)
    assert len(article.text) == len(text)
    check(article)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_letters_are_in_some_part(text: str) -> None:
    article = ingest.read_text(text)
    covered = {i for span in spans_of(article) for i in range(span.start, span.end)}
    assert not [c for i, c in enumerate(article.text) if c.isalnum() and i not in covered]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert ingest.read_text(text) == ingest.read_text(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_decoding_gives_back_what_was_encoded(text: str, encoding: str) -> None:
    if text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
    assert decode(text.encode(encoding)) == (text, ())


@settings(max_examples=300, deadline=None)
@given(st.binary() | st.text().map(lambda text: text.encode("cp1252", "ignore")))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except ReadError:
        return
    text.encode()
