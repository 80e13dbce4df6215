"""Our own columns, a row an event: nothing of the record is lost but the article's text. Lists keep their order, member for member."""

from communique.export.found import Found
from communique.export.tables import Column, Row, Value, listed
from communique.lexicon.ontology import cameo, plover
from communique.model import Participant, Span

SIDE = ("country", "sector", "name", "text", "span")
COLUMNS = (
    *map(Column, ("event_id", "article_id", "url", "outlet", "title", "published", "language", "text_sha256")),
    *map(Column, ("date_earliest", "date_latest", "date_rule", "event", "mode", "context", "auxiliary")),
    *(Column("quad", "integer"), Column("intensity", "number"), Column("cameo"), Column("goldstein", "number")),
    *(Column(f"{side}_{what}") for side in ("actor", "recipient") for what in SIDE),
    *(Column("trigger"), Column("trigger_start", "integer"), Column("trigger_end", "integer")),
    *map(Column, ("place", "place_country", "statement_id", "rule")),
    Column("confidence", "number"),
    *map(Column, ("plover_version", "cameo_version", "map_version", "coder_version")),
)


def row_of(found: Found) -> Row:
    """An event's row under COLUMNS; what the text does not tell is None, its date too."""
    event, article, date, place = found.event, found.article, found.event.date, found.event.location
    return (
        *(event.id, article.id, article.url, article.outlet, article.title, article.published, article.language, article.text_sha256),
        *((date.earliest, date.latest, date.rule) if date else (None, None, None)),
        *(event.event, listed(event.mode), listed(event.context), listed(event.auxiliary)),
        *(found.quad, found.intensity, event.cameo, found.goldstein),
        *_side(found, event.actor),
        *_side(found, event.recipient),
        *(event.trigger.of(article.text), event.trigger.start, event.trigger.end),
        *((place.name, place.country) if place else (None, None)),
        *(event.statement, event.rule, event.confidence),
        *(plover().version, cameo().version, cameo().map_version, found.coding.coder.version),
    )


def _side(found: Found, side: tuple[Participant, ...]) -> tuple[Value, ...]:
    return (
        listed(one.country for one in side),
        listed(one.sector for one in side),
        listed(one.name for one in side),
        listed(map(found.words, side)),
        listed(_written(one.span) for one in side),
    )


def _written(span: Span) -> str:
    return f"{span.start}-{span.end}"
