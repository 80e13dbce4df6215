"""From source mentions to speakers, within one article."""

from communique.lexicon.entries import Lexicon
from communique.model import Article, Attribution, Body, Range, Spans, Speaker
from communique.resolve import coreference
from communique.resolve.actors import find_persons, with_told
from communique.resolve.bodies import find_bodies
from communique.resolve.coreference import Actors, Story, Turn
from communique.resolve.home import Home, at_home, find_home
from communique.resolve.index import index_of
from communique.resolve.marked import Marked, mark
from communique.resolve.offices import find_offices, holders
from communique.resolve.people import find_names
from communique.resolve.sources import Cast, Reading, parts_of, read_part

Resolved = tuple[Actors, str]
NOBODY: Resolved = ((), "")


def resolve_speakers(article: Article, body: Body, found: tuple[Attribution, ...], lexicon: Lexicon) -> tuple[Speaker | None, ...]:
    """Who makes each statement, in the order given; None where that is not certain."""
    if not found:
        return ()
    marked = mark(body, index_of(lexicon))
    story = Story(_cast(marked), found, [], {})
    home = find_home(article, marked, story.cast.persons, lexicon.domains)
    cases = {}
    for number in _outer_first(found):
        actors, case = _resolve(story, found[number])
        story.given[number], cases[number] = actors, case
        at = _position(marked, found[number])
        if actors and at is not None:
            story.turns.append(Turn(actors, at, found[number].parent, case.startswith("document")))
    return tuple(
        _speaker(marked, attribution, *_at_home(story, home, story.given[number], cases[number]), lexicon.language)
        for number, attribution in enumerate(found)
    )


def _cast(marked: Marked) -> Cast:
    """Everybody the article names, holders of an office with the country that it gives the office elsewhere."""
    persons = find_persons(marked, find_names(marked))
    bodies = find_bodies(marked)
    told = holders(persons, find_offices(marked, persons, bodies), marked)
    if told:
        persons = with_told(persons, {actor: (office.about, office.span) for actor, office in told.items()})
    return Cast(marked, persons, bodies)


def _outer_first(found: tuple[Attribution, ...]) -> list[int]:
    """The statements in order, each after the one it is nested in."""

    def depth(number: int) -> int:
        parent = found[number].parent
        return 0 if parent is None or parent == number else 1 + depth(parent)

    return sorted(range(len(found)), key=depth)


def _position(marked: Marked, attribution: Attribution) -> int | None:
    """The token at which a statement is anchored: its source, else its cue, else its content."""
    span = attribution.source or attribution.cue or attribution.content[0]
    tokens = marked.tokens_of(span.start, span.end)
    return tokens[0] if tokens else None


def _resolve(story: Story, attribution: Attribution) -> Resolved:
    """The actors behind a statement and the case that gave them."""
    parts = parts_of(story.cast, attribution)
    if not parts:
        at = _position(story.cast.marked, attribution)
        if attribution.source is None and attribution.cue is None and at is not None:
            return coreference.continuation(story, at, attribution.parent), "continuation"
        return NOBODY
    resolved = [_settle(story, attribution, read_part(story.cast, part)) for part in parts]
    if len(resolved) == 1:
        return resolved[0]
    return _joint(resolved)


def _joint(resolved: list[Resolved]) -> Resolved:
    """Several speakers at once; unnamed company ("and others") is left out beside a name, one who is not known makes all unknown."""
    actors = [actor for actors, _ in resolved for actor in actors]
    if any(not actors for actors, _ in resolved):
        return NOBODY
    named = [actor for actor in actors if actor.name or actor.country]
    return tuple(named or actors), "joint" if len(named or actors) > 1 else resolved[0][1]


def _settle(story: Story, attribution: Attribution, reading: Reading) -> Resolved:
    """Ask the rest of the article where the source's own words do not tell."""
    part, actor, parent = reading.part, reading.actor, attribution.parent
    if reading.form == "pronoun":
        return coreference.pronoun(story, part, attribution), "pronoun"
    if reading.form == "office" and actor is not None:
        holder = coreference.office(story, part, actor, parent)
        if holder is None and actor.country is None:
            return NOBODY
        return (holder, "role-description") if holder else ((actor,), "unnamed")
    if reading.form == "people" and actor is not None and actor.about.office and actor.about.plural:
        known = coreference.offices(story, part, actor, parent)
        return (known, "joint-description" if len(known) > 1 else "sloppy-number") if known else ((actor,), "people")
    if reading.form == "document" and actor is None:
        return coreference.document(story, part, parent), "document-again"
    if reading.form == "body" and actor is not None and actor.name is None and not actor.country:
        known = coreference.institution(story, part, actor, parent)
        return (known, "institution") if known else ((actor,), "body")
    return ((actor,), reading.form) if actor else NOBODY


def _at_home(story: Story, home: Home | None, actors: Actors, case: str) -> Resolved:
    """The actors, the home country given to those who can only be its."""
    moved = at_home(actors, home, story.cast.marked.index) if home else actors
    return moved, case if moved == actors else f"{case}-home"


def _speaker(marked: Marked, attribution: Attribution, actors: Actors, case: str, language: str) -> Speaker | None:
    """The record of one or several actors; None where nothing is known of them."""
    if not any(actor.name or actor.country or actor.role for actor in actors):
        return None
    rule, evidence = f"{language}.resolve.{case}", _evidence(marked, attribution, actors)
    roles = {actor.role for actor in actors}
    role = roles.pop() if len(roles) == 1 else None
    if len(actors) == 1:
        one = actors[0]
        return Speaker(one.name, one.country, role, one.about.title, None, rule, evidence)
    names = tuple(actor.name for actor in actors)
    countries = tuple(actor.country for actor in actors)
    return Speaker(names if any(names) else None, countries if any(countries) else None, role, None, None, rule, evidence)


def _evidence(marked: Marked, attribution: Attribution, actors: Actors) -> Spans:
    """The source and the mentions that say who it is."""
    ranges: list[Range] = [mention for actor in actors for mention in actor.mentions]
    spans = {marked.body.span(first, end) for first, end in ranges}
    if attribution.source:
        spans = {span for span in spans if not attribution.source.covers(span)} | {attribution.source}
    return tuple(sorted(spans))
