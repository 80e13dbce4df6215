"""The coding: everything read off one article. Field names follow docs/reference/records.md; unknown is None, never a guess."""

from typing import Literal

from communique.model.article import Article
from communique.model.base import Record
from communique.model.problem import Problem
from communique.model.span import Span, Spans

Kind = Literal["speech", "attitude"]
Manner = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert", "demand", "request", "propose", "promise", "accept", "reject", "praise", "condemn", "accuse",
    "deny", "threaten", "warn", "congratulate", "thank", "condole", "apologize", "announce", "question",
]  # fmt: skip
Role = Literal[
    "GOV", "MIL", "LEG", "JUD", "SPY", "COP", "OPP", "REB", "PTY", "JRN", "BUS", "EDU", "REL", "LAB", "CVL", "CRM",
    "PRM", "UAF", "ELI", "REF", "AGR", "MED", "SOC", "PRE", "UNK", "IGO", "NGO",
]  # fmt: skip
Stance = Literal["support", "oppose", "mixed"]
GroundKind = Literal["legal", "moral", "security", "economic", "humanitarian", "historical", "procedural", "factual"]
Strength = Literal["vow", "intend", "hope"]
Texts = str | tuple[str | None, ...] | None


class Speaker(Record, frozen=True):
    """Who really speaks. `name` and `country` are a text, None, or two tuples of equal length when speakers are joint.

    name      fullest form of the name in the article, or the institution without article; None for a state as a whole or unnamed people
    country   ISO 3166-1 alpha-3 of whom they speak for (Kosovo XKX), IGO:UN, IGO:EU ...; None where unknown
    role      PLOVER 2.0 sector, or IGO, NGO
    title     the office as written ("Deputy Foreign Minister")
    actor_id  the same across articles and spellings: "rus.ryabkov.sergei", "rus" for a state; None where the name does not settle it
    rule      how the source was resolved
    evidence  the mentions it rests on
    """

    name: Texts = None
    country: Texts = None
    role: Role | None = None
    title: str | None = None
    actor_id: str | None = None
    rule: str = ""
    evidence: Spans = ()


class Relay(Record, frozen=True):
    """One hand the words passed through, outward from the speaker: name as written and where."""

    name: str
    span: Span


class Statement(Record, frozen=True):
    """Somebody is reported to have said something.

    id          stable across re-codings: hash of article id, kind of record and content spans
    source      mention of who says it, nearest the cue ("He"); None where none is expressed
    cue         word or words that show attribution; None for free continuation
    content     the words attributed, without cue, source, outer quotation marks, "that" or final punctuation
    kind        speech, or attitude (belief, wish, fear reported with a content)
    manner      direct, indirect or mixed
    speaker     who it is; None where not resolved
    via         relays between speaker and article
    act         the one main thing done by saying it; None where not known
    targets     country and IGO codes at whom the act is directed
    addressee   mention of the hearer
    parent      id of the statement this one is nested in
    rule        name of the rule that found it
    confidence  0..1
    """

    id: str
    source: Span | None
    cue: Span | None
    content: Spans
    kind: Kind
    manner: Manner
    speaker: Speaker | None
    via: tuple[Relay, ...]
    act: Act | None
    targets: tuple[str, ...]
    addressee: Span | None
    parent: str | None
    rule: str
    confidence: float

    def __repr__(self) -> str:
        cue = f"cue {self.cue}" if self.cue else "no cue"
        return f"<Statement {self.id}: {self.rule}, {cue}, content {', '.join(map(repr, self.content))}, {self.confidence:.2f}>"


class Position(Record, frozen=True):
    """Where a holder stands on an issue, with the phrase that shows it and the grounds given.

    id            stable across re-codings
    holder        codes of states and organisations of states; names of those behind whom no state stands
    issue         a settled name of the lexicon, else the thing judged in plain words
    stance        mixed where its holder is both for and against it
    evidence      the shortest phrase that shows the stance
    grounds       the reasons given
    ground_kinds  the sort of each of them, in the same order; None where its words do not settle it
    statement     id of the statement it rests on; None for votes and deeds
    rule          name of the rule that found it
    confidence    0..1
    """

    id: str
    holder: tuple[str, ...]
    issue: str
    stance: Stance
    evidence: Span
    grounds: Spans
    ground_kinds: tuple[GroundKind | None, ...]
    statement: str | None
    rule: str
    confidence: float


class Deadline(Record, frozen=True):
    """By when something is to be done.

    span            the words that say it
    earliest        ISO date, first day of the interval named; None where it is unknown or open
    latest          ISO date, last day of the interval named; None where it is unknown or open
    assumed_latest  an estimate where the words are vague ("soon"); never repeated in `latest`
    rule            how the words were read
    """

    span: Span
    earliest: str | None
    latest: str | None
    assumed_latest: str | None
    rule: str


class Commitment(Record, frozen=True):
    """What somebody binds themselves to do.

    id           stable across re-codings
    committer    who is bound: codes of states and organisations of states; names of those behind whom no state stands
    action       the words that name the deed
    beneficiary  code of the state or organisation for which it is done; None where none is named
    condition    the words on which it depends; None where it is unconditional
    deadline     by when; None where none is set
    strength     vow, intend or hope
    statement    id of the statement in which it is made; None where no one says it
    rule         name of the rule that found it
    confidence   0..1
    """

    id: str
    committer: tuple[str, ...]
    action: Span
    beneficiary: str | None
    condition: Span | None
    deadline: Deadline | None
    strength: Strength
    statement: str | None
    rule: str
    confidence: float


class Participant(Record, frozen=True):
    """One of those on a side of an event.

    span     the mention
    name     fullest form of the name in the article; None for a state as a whole or unnamed people
    country  ISO 3166-1 alpha-3 of whom they act for (Kosovo XKX), IGO:UN, IGO:EU ...; None where unknown
    sector   PLOVER 2.0 sector, or IGO, NGO; None for a state as a whole or where unknown
    """

    span: Span
    name: str | None
    country: str | None
    sector: Role | None


class EventDate(Record, frozen=True):
    """When an event happened.

    earliest  ISO date, first day of the interval; None where unknown
    latest    ISO date, last day of the interval; None where unknown
    rule      how the words were read
    """

    earliest: str | None
    latest: str | None
    rule: str


class Location(Record, frozen=True):
    """Where an event happened.

    span     the words in the text
    name     the place as written
    country  ISO 3166-1 alpha-3; None where unknown
    """

    span: Span
    name: str
    country: str | None


class Event(Record, frozen=True):
    """Who did what to whom.

    id          stable across re-codings: hash of article id, kind of record, trigger and type
    event       PLOVER 2.0 type; None for CAMEO 01 and 02, which PLOVER dropped
    mode        PLOVER modes of that type
    context     PLOVER contexts
    cameo       CAMEO code as text ("043"), as far as the words tell it; None where they do not
    trigger     the words that show the event
    actor       who did it; everybody where they did it with each other
    recipient   to whom; empty where they did it with each other, or no one is named
    date        when it happened; None where the text does not tell
    location    where; None where the text does not tell
    auxiliary   what makes it no fact of the day: historical, future, hypothetical, negation
    statement   id of the statement that reports it or is it; None where the outlet tells it
    rule        name of the rule that found it
    confidence  0..1
    """

    id: str
    event: str | None
    mode: tuple[str, ...]
    context: tuple[str, ...]
    cameo: str | None
    trigger: Span
    actor: tuple[Participant, ...]
    recipient: tuple[Participant, ...]
    date: EventDate | None
    location: Location | None
    auxiliary: tuple[str, ...]
    statement: str | None
    rule: str
    confidence: float


class Coder(Record, frozen=True):
    """What made a coding: program version, hashes of lexicon, pipeline and settings, the matrix kernel used, and the hash of the weights
    (None: the rules alone)."""

    version: str
    lexicon_sha256: str
    pipeline_sha256: str
    settings_sha256: str
    kernel: str
    weights_sha256: str | None = None


class Coding(Record, frozen=True):
    """Everything read off one article, in the order of the text."""

    article: Article
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    commitments: tuple[Commitment, ...]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    coder: Coder

    def __repr__(self) -> str:
        return f"<Coding of {self.article.id!r}: {len(self.statements)} statements, {len(self.problems)} problems>"

    def _repr_html_(self) -> str:
        from communique.model.highlight import fragment

        return fragment(self)
