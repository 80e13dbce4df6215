"""From what the stages find to the records of a coding: ids, parents, and the days that times are counted from. Only the coder calls it."""

from datetime import date

from msgspec.structs import replace

from communique.extract import Found
from communique.lexicon import Lexicon
from communique.model import Article, Coding, Commitment, DateExpression, Direction, Event, Position, Said, Span, Statement
from communique.record import stable_id
from communique.resolve import Told, day_of, find_dates


def ids_of(article: Article, found: Found) -> tuple[str, ...]:
    """The id of each attribution, in the order given."""
    return tuple(stable_id(article.id, "statement", attribution.content) for attribution in found.attributions)


def said_of(article: Article, found: Found, told: tuple[Told, ...]) -> tuple[Said, ...]:
    """The attributions with their speakers and ids; those that only pass another on among them."""
    return tuple(Said(a, one.speaker, id) for a, one, id in zip(found.attributions, told, ids_of(article, found), strict=True))


def statements_of(told: tuple[Told, ...], said: tuple[Said, ...], targets: tuple[tuple[str, ...], ...]) -> tuple[Statement, ...]:
    """The statements; those that only pass another on are left out, and the other moves up into their place."""
    above = [one.attribution.parent for one in said]
    parents = [above[p] if p is not None and told[p].is_layer else p for p in above]
    every = zip(said, told, parents, targets, strict=True)
    return tuple(_statement(one, way, None if p is None else said[p].id, aimed) for one, way, p, aimed in every if not way.is_layer)


def _statement(said: Said, told: Told, parent: str | None, targets: tuple[str, ...]) -> Statement:
    found = said.attribution
    return Statement(
        id=said.id, source=told.source or found.source, cue=told.cue or found.cue, content=found.content, kind=found.kind,
        manner=found.manner, speaker=told.speaker, via=told.via, act=found.act, targets=targets, addressee=found.addressee,
        parent=parent, rule=found.rule, confidence=found.confidence,
    )  # fmt: skip


def numbered_position(article: Article, position: Position) -> Position:
    """The position under its id."""
    return replace(position, id=stable_id(article.id, "position", (position.evidence,), position.issue, *position.holder))


def numbered_commitment(article: Article, commitment: Commitment) -> Commitment:
    """The commitment under its id."""
    return replace(commitment, id=stable_id(article.id, "commitment", commitment.action, commitment.committer))


def numbered_event(article: Article, event: Event) -> Event:
    """The event under its id."""
    sides = (one.country or one.name or "" for one in (*event.actor, *event.recipient))
    return replace(event, id=stable_id(article.id, "event", (event.trigger,), event.event or "", *sides))


def of_copy(coding: Coding, article: Article) -> Coding:
    """The coding of an article of the same text and circumstances: the same records, under its own ids."""
    ids = {s.id: stable_id(article.id, "statement", s.content) for s in coding.statements}

    def own(id: str | None) -> str | None:
        return None if id is None else ids[id]

    return replace(
        coding,
        article=article,
        statements=tuple(replace(s, id=ids[s.id], parent=own(s.parent)) for s in coding.statements),
        positions=tuple(numbered_position(article, replace(p, statement=own(p.statement))) for p in coding.positions),
        commitments=tuple(numbered_commitment(article, replace(c, statement=own(c.statement))) for c in coding.commitments),
        events=tuple(numbered_event(article, replace(e, statement=own(e.statement))) for e in coding.events),
    )


def dates_in(
    article: Article, lexicon: Lexicon, span: Span, day: str | None = None, direction: Direction = "future"
) -> tuple[DateExpression, ...]:
    """The times in a stretch of the article's text, counted from a day, else from the article's; where the words leave it open, later or
    earlier as `direction` says."""
    day = day or day_of(article)
    return find_dates(article.text, span.start, span.end, date.fromisoformat(day) if day else None, lexicon, direction)
