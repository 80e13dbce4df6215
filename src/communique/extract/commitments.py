"""What somebody binds themselves to do, on what condition and by when."""

from collections.abc import Iterator

from communique.extract.beneficiaries import beneficiary_of
from communique.extract.committers import Cast, committers
from communique.extract.confidence import confidence_of
from communique.extract.deadlines import DatesIn, day_of_saying, deadline_of
from communique.extract.deed_spans import condition_of, deed_range
from communique.extract.referents import Referents, referents_of
from communique.extract.tree import sentence
from communique.extract.undertakings import Undertaking, undertakings
from communique.lexicon import Lexicon
from communique.model import Article, Body, Commitment, Mention, Range, Said, Span, Strength

COMMITMENTS = {
    "en.commitment.future": "What somebody says his own side will do, or would; in the outlet's own words what it will do, a plan.",
    "en.commitment.clause": "The same in a clause that a committing word opens and whose strength it takes: hopes that we will.",
    "en.commitment.verb": "What the subject of a committing verb binds itself to: pledged to, agreed to, intends to.",
    "en.commitment.adjective": "What somebody is said to be ready, committed or obliged to do.",
    "en.commitment.noun": "What a commitment, plan or intention is for that its bearer announces, has or confirms.",
    "en.commitment.agenda": "A step to come that the outlet reports: is scheduled to, is to.",
}


def find_commitments(
    article: Article, body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon, dates_in: DatesIn
) -> tuple[Commitment, ...]:
    """The commitments an article reports, in the order of their actions, without ids; `dates_in` gives the times in a stretch of text,
    counted from a day."""
    cast, referents = Cast(body, said, mentions, lexicon), referents_of(body, mentions, lexicon)
    found = [
        _commitment(article, cast, referents, deed, who, told, dates_in)
        for deed in undertakings(body, lexicon)
        for who, told in (committers(cast, deed),)
        if who
    ]
    return tuple(sorted(_once(article.text, found), key=lambda one: one.action))


def _commitment(
    article: Article, cast: Cast, referents: Referents, deed: Undertaking, who: tuple[str, ...], told: Said | None, dates_in: DatesIn
) -> Commitment:
    body, words = cast.body, cast.words
    tokens = deed_range(body, deed, told.attribution.content if told else (), words)
    scope = _scope(body, deed, tokens)
    day = article.published[:10] if article.published else None
    times = dates_in(body.span(*scope), day_of_saying(body, told.attribution.cue_head if told else None, dates_in), "future")
    deadline = deadline_of(body, deed, times, scope, day, words)
    condition = condition_of(body, deed, scope, words)
    served = beneficiary_of(referents, _before(tokens, condition), who)
    return Commitment(
        id="", committer=who, action=_without(body, tokens, deadline.span if deadline else None), beneficiary=served,
        condition=body.span(*condition) if condition else None, deadline=deadline, strength=_strength(deed, told),
        statement=told.id if told else None, rule=deed.rule, confidence=confidence_of(deed.rule, cast.lexicon),
    )  # fmt: skip


def _before(tokens: Range, condition: Range | None) -> Range:
    """The tokens of a deed that stand before its condition."""
    first, end = tokens
    return (first, condition[0]) if condition and first < condition[0] < end else tokens


def _strength(deed: Undertaking, told: Said | None) -> Strength:
    """ "Will" binds in the mouth of him who says it; in the outlet's it tells a plan."""
    return "intend" if told is None and deed.rule == "en.commitment.future" else deed.strength


def _scope(body: Body, deed: Undertaking, tokens: Range) -> Range:
    """The tokens in which a deed's time and condition may stand: its sentence, as far as the deed's clause reaches."""
    low, high = sentence(body, deed.trigger)
    return low, max(tokens[1], min(high, body.rights[deed.trigger] + 1, body.rights[deed.verb] + 1))


def _without(body: Body, tokens: Range, time: Span | None) -> Span:
    """The action without the time that ends it."""
    first, end = tokens
    if time is not None and body.starts[first] < time.start and time.end >= body.ends[end - 1]:
        while end > first + 1 and body.starts[end - 1] >= time.start:
            end -= 1
        while end > first + 1 and body.words[end - 1] in (",", "-", "--"):
            end -= 1
    return body.span(first, end)


def _once(text: str, found: list[Commitment]) -> Iterator[Commitment]:
    """Each commitment once: neither what repeats an earlier one nor what lies within another of the same committer."""
    for number, one in enumerate(found):
        earlier = found[:number]
        within = any(other is not one and other.committer == one.committer and other.action.covers(one.action) for other in found)
        if not within and not any(_repeats(text, one, other) for other in earlier):
            yield one


def _repeats(text: str, one: Commitment, other: Commitment) -> bool:
    """True where the same committer is bound to the same words, or most of them."""
    a, b = (frozenset(word for word in c.action.of(text).lower().split() if len(word) > 2) for c in (one, other))
    shared, shorter = len(a & b), min(len(a), len(b))
    return one.committer == other.committer and (2 * shared > len(a | b) or shared == shorter > 2)
