"""What a row of each table of the ledger holds: fields are columns, in their order. docs/reference/ledger.md says what each means.

Rows hold no circles and come by the hundred thousand, so Python's garbage collector is told not to follow them: that halves the time.
"""

import msgspec


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A span as a struct of SQL."""

    start: int
    end: int


Stretches = tuple[Stretch, ...]


class ArticleRow(msgspec.Struct, frozen=True, gc=False):
    """An article as read."""

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    day: str | None
    language: str | None
    place: str | None
    agency: str | None
    dateline: Stretch | None
    layout: dict[str, Stretches]
    text_sha256: str
    text: str


class OfArticle(msgspec.Struct, frozen=True, gc=False):
    """What every record has from its article: the columns that all tables but `articles` begin with."""

    id: str
    article_id: str
    text_sha256: str
    day: str | None
    outlet: str | None


class StatementRow(OfArticle, frozen=True, gc=False):
    """Somebody is reported to have said something."""

    source: Stretch | None
    source_text: str | None
    cue: Stretch | None
    cue_text: str | None
    content: Stretches
    content_text: str
    passage: str
    kind: str
    manner: str
    speaker_names: tuple[str | None, ...] | None
    speaker_countries: tuple[str | None, ...] | None
    speaker_role: str | None
    speaker_title: str | None
    actor_id: str | None
    speaker_rule: str | None
    speaker_evidence: Stretches
    act: str | None
    targets: tuple[str, ...]
    addressee: Stretch | None
    addressee_text: str | None
    parent: str | None
    rule: str
    confidence: float


class PositionRow(OfArticle, frozen=True, gc=False):
    """Where a holder stands on an issue."""

    statement_id: str | None
    holder: tuple[str, ...]
    issue: str
    stance: str
    evidence: Stretch
    evidence_text: str
    grounds: Stretches
    grounds_text: tuple[str, ...]
    ground_kinds: tuple[str | None, ...]
    passage: str
    rule: str
    confidence: float


class CommitmentRow(OfArticle, frozen=True, gc=False):
    """What somebody binds themselves to do."""

    statement_id: str | None
    committer: tuple[str, ...]
    action: Stretch
    action_text: str
    beneficiary: str | None
    condition: Stretch | None
    condition_text: str | None
    deadline: Stretch | None
    deadline_text: str | None
    deadline_earliest: str | None
    deadline_latest: str | None
    deadline_assumed: str | None
    deadline_rule: str | None
    strength: str
    passage: str
    rule: str
    confidence: float


class Side(msgspec.Struct, frozen=True, gc=False):
    """A participant of an event as a struct of SQL."""

    span: Stretch
    name: str | None
    country: str | None
    sector: str | None


class EventRow(OfArticle, frozen=True, gc=False):
    """Who did what to whom."""

    statement_id: str | None
    event: str | None
    mode: tuple[str, ...]
    context: tuple[str, ...]
    cameo: str | None
    trigger: Stretch
    trigger_text: str
    actor: tuple[Side, ...]
    recipient: tuple[Side, ...]
    date_earliest: str | None
    date_latest: str | None
    date_rule: str | None
    location: Stretch | None
    location_name: str | None
    location_country: str | None
    auxiliary: tuple[str, ...]
    rule: str
    confidence: float


class ActorRow(OfArticle, frozen=True, gc=False):
    """One party to one record: a speaker of a statement (joint ones a row each), a side of an event."""

    record: str
    record_id: str
    part: str
    place: int
    actor_id: str | None
    name: str | None
    country: str | None
    role: str | None
    title: str | None
    evidence: Stretches


class RelayRow(OfArticle, frozen=True, gc=False):
    """One hand that a statement's words passed through."""

    statement_id: str
    place: int
    name: str
    span: Stretch


class Trouble(msgspec.Struct, frozen=True, gc=False):
    """A Problem as a struct of SQL."""

    stage: str
    message: str
    span: Stretch | None


class ReadingRow(msgspec.Struct, frozen=True, gc=False):
    """That an article was coded, by what, and the hashes by which the same coding is known again, whatever its matrix kernel."""

    article_id: str
    text_sha256: str
    article_sha256: str
    reading_sha256: str
    version: str
    lexicon_sha256: str
    pipeline_sha256: str
    settings_sha256: str
    kernel: str
    weights_sha256: str | None
    problems: tuple[Trouble, ...]


class Rows(msgspec.Struct, frozen=True, gc=False):
    """The rows of one coding; fields bear the names of the tables."""

    articles: tuple[ArticleRow, ...]
    statements: tuple[StatementRow, ...]
    positions: tuple[PositionRow, ...]
    commitments: tuple[CommitmentRow, ...]
    events: tuple[EventRow, ...]
    actors: tuple[ActorRow, ...]
    relays: tuple[RelayRow, ...]
