"""An article and a quotation in schema.org's words; nothing that is not known."""

from typing import Any

from communique.model import Article, Speaker, Statement


def news_article(article: Article, address: str) -> dict[str, Any]:
    """schema.org's NewsArticle, without the text."""
    known = {
        "@id": article.url or address, "headline": article.title, "datePublished": article.published, "inLanguage": article.language,
        "url": article.url, "publisher": article.outlet and {"@type": "Organization", "name": article.outlet},
        "author": article.byline and {"@type": "Person", "name": article.byline},
        "dateline": article.dateline.span.of(article.text) if article.dateline else None, "identifier": article.id,
        "sha256": article.text_sha256,
    }  # fmt: skip
    return _schema("NewsArticle", known)


def quotation(statement: Statement, words: str, article: Article, address: str) -> dict[str, Any]:
    """schema.org's Quotation: the words, who is reported to say them, the article that reports it."""
    known = {"text": words, "spokenByCharacter": _speakers(statement.speaker) or None, "isPartOf": news_article(article, address)}
    return _schema("Quotation", known)


def _speakers(speaker: Speaker | None) -> list[dict[str, Any]]:
    """Those who speak and are known by name; the one for whom another speaks is no speaker."""
    names = speaker.name if speaker else None
    each = names if isinstance(names, tuple) else (names,)
    title = speaker.title if speaker and len(each) == 1 else None
    return [_schema("Person", {"name": name, "jobTitle": title}) for name in each if name]


def _schema(kind: str, known: dict[str, Any]) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": kind, **{name: value for name, value in known.items() if value is not None}}
