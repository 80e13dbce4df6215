"""What was read off an article, as W3C Web Annotations: where it stands by offsets, and by its words with those around them."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import msgspec

from communique.ask.context import Quote, quotes
from communique.export.linked.schema_org import news_article, quotation
from communique.model import Article, Coding, Commitment, Event, Position, Span, Statement

Anything: TypeAlias = Statement | Position | Commitment | Event
CLAIMS = {
    "position": ("holder", "issue", "stance"),
    "commitment": ("committer", "beneficiary", "deadline", "strength"),
    "event": ("event", "mode", "context", "cameo", "actor", "recipient", "date", "location", "auxiliary"),
}
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/", "communique": "urn:communique:"}]
KINDS: dict[type, str] = {Statement: "statement", Position: "position", Commitment: "commitment", Event: "event"}


def annotated(coding: Coding, address: str, site: str) -> dict[str, Any]:
    """The article and everything read off it; `address` is where it is read, records have theirs under `site`."""
    article = coding.article
    records: list[Anything] = [*coding.statements, *coding.positions, *coding.commitments, *coding.events]
    items = [annotation(one, quotes(article.text, spans_of(one)), article, address, site) for one in records]
    about = news_article(article, address)
    return {"@context": CONTEXT, "id": f"{address}#annotations", "type": "AnnotationPage", "items": items, "schema:about": about}


def annotation(record: Anything, found: Sequence[Quote], article: Article, address: str, site: str) -> dict[str, Any]:
    """One record: a target for each of its spans, what it claims as the body, by which rule and how surely."""
    kind = KINDS[type(record)]
    words = " … ".join(one.exact for one in found)
    body = quotation(record, words, article, address) if isinstance(record, Statement) else _claim(kind, record)
    return {
        "@context": CONTEXT, "id": f"{site}/r/{record.id}", "type": "Annotation", "motivation": "identifying", "body": body,
        "target": [target(one, article, address) for one in found], "communique:kind": kind, "communique:rule": record.rule,
        "communique:confidence": record.confidence,
    }  # fmt: skip


def spans_of(record: Anything) -> tuple[Span, ...]:
    """The spans by which a record is known: content, evidence, action or trigger."""
    if isinstance(record, Statement):
        return record.content
    if isinstance(record, Position):
        return (record.evidence,)
    return (record.action if isinstance(record, Commitment) else record.trigger,)


def target(quote: Quote, article: Article, address: str) -> dict[str, Any]:
    """A place in the text: offsets in code points, and the words with what stands around them."""
    words = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    place = {"type": "TextPositionSelector", "start": quote.span.start, "end": quote.span.end}
    state = {"type": "communique:TextState", "communique:sha256": article.text_sha256}
    return {"source": article.url or address, "selector": [place, {"type": "TextQuoteSelector", **words}], "state": state}


def _claim(kind: str, record: Anything) -> dict[str, Any]:
    """What a record claims, in our own words."""
    plain = msgspec.to_builtins(record)
    return {"type": "Dataset", **{f"communique:{name}": plain[name] for name in CLAIMS[kind] if plain[name] not in (None, [])}}
