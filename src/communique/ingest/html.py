"""Web pages: the article's text, found by trafilatura in what is left when furniture is out, and what the page says about it.

The text is the extracted one, paragraphs with blank lines between them; `layout` finds its parts as in any text.
How the text is found is told in html_text.py, where metadata come from in html_metadata.py.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from communique.ingest.assemble import assemble
from communique.ingest.decoding import without_surrogates
from communique.ingest.html_bytes import decode_page
from communique.ingest.html_metadata import letters_of, page_metadata
from communique.ingest.html_text import article_text
from communique.ingest.language import is_clearly_english, language_of
from communique.ingest.metadata import Metadata
from communique.ingest.sources import Source
from communique.model import Article, Problem, Unread

# white space, an XML declaration and comments, then a tag that only web pages open with
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
# characters that trees do not hold
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NO_TEXT = "no article text in this page: it lists links or is filled in by scripts; save it from the browser, or give its text"
FROM_DATA = "the page shows no article: the text is the one its JSON-LD gives (articleBody)"


def sniff(head: str) -> bool:
    """True where the text opens as a web page does."""
    return PAGE.match(head.lstrip("\ufeff")) is not None


def read(source: Source) -> Iterator[Article | Unread]:
    """The one article of a page. Raises ReadError where it is no text."""
    yield page_article(source.whole(), source.name)


def page_article(data: bytes, where: str, url: str | None = None) -> Article | Unread:
    """The article of a page's bytes; an Unread where there is none.

    where  names the page in messages
    url    where the page was found, for pages that do not say
    """
    markup, problems = decode_page(data)
    tree = _parsed(markup)
    if tree is None:
        return Unread(where, "nothing but white space or comments: no page" if data.strip() else "empty: no article")
    metadata, linked = page_metadata(tree)
    heads = [letters_of(element.text_content()) for element in tree.iter("h1")]
    text = _without_other_heading(article_text(tree, is_live=linked.is_live), heads, metadata.title)
    if not text and linked.text:
        text, problems = _plain(linked.text), (*problems, Problem("ingest", FROM_DATA))
    if not text.strip():
        return Unread(where, NO_TEXT)
    text, replaced = without_surrogates(text)
    language, doubts = _language(text, metadata.language)
    metadata = metadata._replace(url=metadata.url or url, language=language)
    return assemble(text, _clean(metadata), problems + replaced + doubts, has_headline=False)


def _parsed(markup: str) -> Any | None:
    """The page's tree, None where it holds no element."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(NO_XML.sub(" ", markup).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _without_other_heading(text: str, heads: list[str], title: str | None) -> str:
    """The text without a first paragraph that is the page's heading in other words than its title: that is no body."""
    first, _, rest = text.partition("\n\n")
    letters = letters_of(first)
    return rest if rest and letters in heads and letters != letters_of(title) else text


def _plain(text: str) -> str:
    """Text of a field that may hold markup, one paragraph a line."""
    marked = re.sub(r"(?i)<br\s*/?>|</(?:p|div|h[1-6]|li)>", "\n", text)
    lines = unescape(re.sub(r"<[^<>]{1,500}>", " ", marked)).splitlines()
    return "\n\n".join(" ".join(line.split()) for line in lines if line.strip())


def _language(text: str, declared: str | None) -> tuple[str | None, tuple[Problem, ...]]:
    """The text's language: as declared, unless the words clearly say otherwise; templates often declare English whatever they hold."""
    told = language_of(text)
    if declared is None or told in (declared, None):
        return declared or told, ()
    if declared == "en" or (told == "en" and is_clearly_english(text)):
        return told, (Problem("ingest", f"the page declares its language as {declared!r}, its text reads as {told!r}: taken as that"),)
    return declared, ()


def _clean(metadata: Metadata) -> Metadata:
    """Metadata without lone surrogates."""
    return Metadata(*(without_surrogates(value)[0] if value else None for value in metadata))
