"""The rows that a coding gives each table of the ledger; the one place where records become rows.

Spans become structs of `start` and `end`; the words a span names stand beside it, so that queries read without the article.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from communique.model import Article, Coding, Commitment, Event, Participant, Position, Span, Spans, Speaker, Statement, Texts
from communique.record.jsonl import to_json
from communique.record.tables import (
    ActorRow,
    ArticleRow,
    CommitmentRow,
    EventRow,
    OfArticle,
    PositionRow,
    ReadingRow,
    RelayRow,
    Rows,
    Side,
    StatementRow,
    Stretch,
    Stretches,
    Trouble,
)

BETWEEN = " … "  # between the parts of a content that is told in several
_ENCODER = msgspec.json.Encoder()
_WORD = re.compile(r"\w+")


Row = TypeVar("Row", bound=OfArticle)
Own = tuple[str, str, str | None, str | None]  # what every record has from its article: id, hash of the text, day, outlet


def rows_of(coding: Coding) -> Rows:
    """The rows of every table, each id once."""
    article = coding.article
    own: Own = (article.id, article.text_sha256, day_of(article), article.outlet)
    speakers = (row for one in coding.statements if one.speaker for row in _speakers(own, one.id, one.speaker))
    sides = (row for one in coding.events for row in _sides(own, one))
    return Rows(
        articles=(_article(article),),
        statements=_once(_statement(article, own, one) for one in coding.statements),
        positions=_once(_position(article, own, one) for one in coding.positions),
        commitments=_once(_commitment(article, own, one) for one in coding.commitments),
        events=_once(_event(article, own, one) for one in coding.events),
        actors=_once(chain(speakers, sides)),
        relays=_once(row for one in coding.statements for row in _relays(own, one)),
    )


def reading_of(coding: Coding) -> ReadingRow:
    """That the article was coded, and by what."""
    article, coder = coding.article, coding.coder
    bare = replace(coding, coder=replace(coder, kernel=""))  # a matter of the machine
    return ReadingRow(
        article_id=article.id, text_sha256=article.text_sha256, article_sha256=hash_of(article),
        reading_sha256=hashlib.sha256(to_json(bare)).hexdigest(), version=coder.version, lexicon_sha256=coder.lexicon_sha256,
        pipeline_sha256=coder.pipeline_sha256, settings_sha256=coder.settings_sha256, kernel=coder.kernel,
        weights_sha256=coder.weights_sha256, problems=tuple(Trouble(p.stage, p.message, _stretch(p.span)) for p in coding.problems),
    )  # fmt: skip


def hash_of(article: Article) -> str:
    """Hex SHA-256 of the article with its metadata, by which one that was coded is known again."""
    return hashlib.sha256(_ENCODER.encode(article)).hexdigest()


def _once(rows: Iterator[Row]) -> tuple[Row, ...]:
    """The rows without those whose id another has taken."""
    taken: dict[str, Row] = {}
    for row in rows:
        taken.setdefault(row.id, row)
    return tuple(taken.values())


def day_of(article: Article) -> str | None:
    """The day an article is of, YYYY-MM-DD: its dateline's, else that of its publication; None where neither is known."""
    written = (article.dateline.date if article.dateline else None) or article.published or ""
    try:
        return date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        return None


def passage_of(text: str) -> str:
    """A hash of the words alone, so that the same passage is known again under another outlet's capitals and punctuation."""
    return hashlib.blake2b(" ".join(_WORD.findall(text.casefold())).encode(), digest_size=12).hexdigest()


def _article(article: Article) -> ArticleRow:
    dateline, layout = article.dateline, article.layout
    return ArticleRow(
        id=article.id, url=article.url, title=article.title, outlet=article.outlet, byline=article.byline, published=article.published,
        day=day_of(article), language=article.language, place=dateline.place if dateline else None,
        agency=dateline.agency if dateline else None, dateline=_stretch(dateline.span if dateline else None),
        layout={name: _stretches(getattr(layout, name)) for name in layout.__struct_fields__},
        text_sha256=article.text_sha256, text=article.text,
    )  # fmt: skip


def _statement(article: Article, own: Own, one: Statement) -> StatementRow:
    speaker, content = one.speaker, _joined(article, one.content)
    return StatementRow(
        one.id, *own, source=_stretch(one.source), source_text=_words(article, one.source), cue=_stretch(one.cue),
        cue_text=_words(article, one.cue), content=_stretches(one.content), content_text=content, passage=passage_of(content),
        kind=one.kind, manner=one.manner, speaker_names=_listed(speaker.name) if speaker else None,
        speaker_countries=_listed(speaker.country) if speaker else None, speaker_role=speaker.role if speaker else None,
        speaker_title=speaker.title if speaker else None, actor_id=speaker.actor_id if speaker else None,
        speaker_rule=speaker.rule if speaker else None, speaker_evidence=_stretches(speaker.evidence) if speaker else (), act=one.act,
        targets=one.targets, addressee=_stretch(one.addressee), addressee_text=_words(article, one.addressee), parent=one.parent,
        rule=one.rule, confidence=one.confidence,
    )  # fmt: skip


def _position(article: Article, own: Own, one: Position) -> PositionRow:
    evidence = one.evidence.of(article.text)
    return PositionRow(
        one.id, *own, statement_id=one.statement, holder=one.holder, issue=one.issue, stance=one.stance,
        evidence=Stretch(*_pair(one.evidence)), evidence_text=evidence, grounds=_stretches(one.grounds),
        grounds_text=tuple(span.of(article.text) for span in one.grounds), ground_kinds=one.ground_kinds,
        passage=passage_of(evidence), rule=one.rule, confidence=one.confidence,
    )  # fmt: skip


def _commitment(article: Article, own: Own, one: Commitment) -> CommitmentRow:
    due, action = one.deadline, one.action.of(article.text)
    return CommitmentRow(
        one.id, *own, statement_id=one.statement, committer=one.committer, action=Stretch(*_pair(one.action)),
        action_text=action, beneficiary=one.beneficiary, condition=_stretch(one.condition), condition_text=_words(article, one.condition),
        deadline=_stretch(due.span if due else None), deadline_text=_words(article, due.span if due else None),
        deadline_earliest=due.earliest if due else None, deadline_latest=due.latest if due else None,
        deadline_assumed=due.assumed_latest if due else None, deadline_rule=due.rule if due else None, strength=one.strength,
        passage=passage_of(action), rule=one.rule, confidence=one.confidence,
    )  # fmt: skip


def _event(article: Article, own: Own, one: Event) -> EventRow:
    when, where = one.date, one.location
    return EventRow(
        one.id, *own, statement_id=one.statement, event=one.event, mode=one.mode, context=one.context, cameo=one.cameo,
        trigger=Stretch(*_pair(one.trigger)), trigger_text=one.trigger.of(article.text), actor=tuple(map(_side, one.actor)),
        recipient=tuple(map(_side, one.recipient)), date_earliest=when.earliest if when else None,
        date_latest=when.latest if when else None, date_rule=when.rule if when else None, location=_stretch(where.span if where else None),
        location_name=where.name if where else None, location_country=where.country if where else None, auxiliary=one.auxiliary,
        rule=one.rule, confidence=one.confidence,
    )  # fmt: skip


def _speakers(own: Own, statement: str, speaker: Speaker) -> Iterator[ActorRow]:
    """A row for each of those who speak; an actor_id names one only where one speaks."""
    names, countries = _listed(speaker.name) or (), _listed(speaker.country) or ()
    count = max(len(names), len(countries), 1)
    for place, (name, country) in enumerate(zip(_each(names, count), _each(countries, count), strict=True)):
        yield ActorRow(
            f"{statement}.speaker.{place}", *own, record="statement", record_id=statement,
            part="speaker", place=place, actor_id=speaker.actor_id if count == 1 else None, name=name, country=country,
            role=speaker.role, title=speaker.title, evidence=_stretches(speaker.evidence),
        )  # fmt: skip


def _sides(own: Own, event: Event) -> Iterator[ActorRow]:
    for part, side in (("actor", event.actor), ("recipient", event.recipient)):
        for place, who in enumerate(side):
            yield ActorRow(
                f"{event.id}.{part}.{place}", *own, record="event", record_id=event.id, part=part,
                place=place, actor_id=None, name=who.name, country=who.country, role=who.sector, title=None,
                evidence=_stretches((who.span,)),
            )  # fmt: skip


def _relays(own: Own, statement: Statement) -> Iterator[RelayRow]:
    for place, relay in enumerate(statement.via):
        id = f"{statement.id}.via.{place}"
        yield RelayRow(id, *own, statement_id=statement.id, place=place, name=relay.name, span=Stretch(*_pair(relay.span)))


def _joined(article: Article, spans: Spans) -> str:
    """What the spans name, in a line."""
    return BETWEEN.join(span.of(article.text) for span in spans)


def _words(article: Article, span: Span | None) -> str | None:
    return span.of(article.text) if span else None


def _listed(texts: Texts) -> tuple[str | None, ...] | None:
    return (texts,) if isinstance(texts, str) else texts


def _each(texts: tuple[str | None, ...], count: int) -> tuple[str | None, ...]:
    """The texts where there is one for each, else unknown for each."""
    return texts if len(texts) == count else (None,) * count


def _side(who: Participant) -> Side:
    return Side(Stretch(*_pair(who.span)), who.name, who.country, who.sector)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _stretch(span: Span | None) -> Stretch | None:
    return Stretch(span.start, span.end) if span else None


def _stretches(spans: Spans) -> Stretches:
    return tuple(Stretch(span.start, span.end) for span in spans)
