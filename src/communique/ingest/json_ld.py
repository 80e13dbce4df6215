"""What a page says of its article in JSON-LD (schema.org's NewsArticle and its kin), whatever the shape and however broken."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

Node = Mapping[str, Any]

ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|Report)$")
LIVE = "LiveBlogPosting"
DEEPEST = 12  # levels of nesting that are looked through
LARGEST = 5_000_000  # characters of one block
# what pages leave around and in their JSON: comment marks of HTML and JavaScript, a comma before a closing bracket, a final semicolon
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|-->)\s*$")
LAST_COMMA = re.compile(r",(?=\s*[}\]])")
# fields that are looked for in a block that is no JSON at all, so long as they are strings without escapes
LOOSE = re.compile(r'"(headline|datePublished|articleBody|inLanguage)"\s*:\s*"([^"\\\n]{1,400})"')


class LinkedData(NamedTuple):
    """The article that a page describes; fields as written, None where not given."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    text: str | None = None
    is_live: bool = False


def linked_data(blocks: Iterable[str]) -> LinkedData:
    """What the JSON-LD blocks of a page say of its article."""
    roots = [root for block in blocks for root in _loaded(block)]
    nodes = [node for root in roots for node in _nodes(root, DEEPEST)]
    article = next((node for node in nodes if _is_article(node)), None)
    if article is None:
        return LinkedData()
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    return LinkedData(
        title=_text(article.get("headline")) or _text(article.get("name")),
        outlet=", ".join(_names(article.get("publisher"), by_id)[:1]) or None,
        byline=", ".join(dict.fromkeys(_names(article.get("author"), by_id))) or None,
        published=_text(article.get("datePublished")),
        language=_language(article.get("inLanguage")),
        url=_text(article.get("url")) or _address(article.get("mainEntityOfPage")),
        text=_text(article.get("articleBody")),
        is_live=LIVE in _types(article),
    )


def _loaded(block: str) -> Iterator[Any]:
    """The JSON value of a block; where it is none, the fields that can still be told."""
    text = WRAPPING.sub("", WRAPPING.sub("", block[:LARGEST])).strip().rstrip(";")
    for attempt in (text, LAST_COMMA.sub("", text)):
        try:
            yield json.JSONDecoder(strict=False).raw_decode(attempt)[0]
            return
        except (ValueError, RecursionError):
            continue
    if re.search(r'"@type"\s*:\s*"\w*Article"', text):
        first: dict[str, str] = {"@type": "NewsArticle"}
        for key, value in LOOSE.findall(text):
            first.setdefault(key, value)
        yield first


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    """Every object in a value, outer ones first."""
    if depth and isinstance(value, dict):
        yield value
        value = list(value.values())
    if depth and isinstance(value, list):
        for item in value:
            if isinstance(item, dict | list):
                yield from _nodes(item, depth - 1)


def _is_article(node: Node) -> bool:
    return any(ARTICLE.match(kind) for kind in _types(node)) and ("headline" in node or "datePublished" in node or "articleBody" in node)


def _types(node: Node) -> list[str]:
    kinds = node.get("@type")
    return [kind.rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _text(value: Any) -> str | None:
    """A string, or the first of a list of strings."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return value.strip() or None if isinstance(value, str) else None


def _names(value: Any, by_id: Mapping[str, Node]) -> list[str]:
    """Names of persons or organisations, given as text, objects or references to objects."""
    if isinstance(value, list):
        return [name for item in value for name in _names(item, by_id)]
    if isinstance(value, dict):
        name = value.get("name") or by_id.get(str(value.get("@id")), {}).get("name")
        return _names(name, {}) if isinstance(name, str | list) else []
    return [value.strip()] if isinstance(value, str) and value.strip() else []


def _language(value: Any) -> str | None:
    return _text(value.get("alternateName") or value.get("name")) if isinstance(value, dict) else _text(value)


def _address(value: Any) -> str | None:
    return _text(value.get("@id") or value.get("url")) if isinstance(value, dict) else _text(value)
