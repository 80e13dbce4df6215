"""From source mentions to speakers, within one article."""

from typing import NamedTuple

from communique.lexicon.entries import Lexicon
from communique.model import Article, Attribution, Body, Member, Mention, Participant, Range, Relay, Span, Spans, Speaker
from communique.resolve import coreference
from communique.resolve.actors import Actor, find_persons, with_told
from communique.resolve.bodies import find_bodies
from communique.resolve.captions import with_captions
from communique.resolve.cases import OWNER
from communique.resolve.citing import cited, who
from communique.resolve.home import Home, at_home, beside_text, find_home
from communique.resolve.identity import actor_id
from communique.resolve.index import index_of
from communique.resolve.marked import Marked, mark
from communique.resolve.members import members_of
from communique.resolve.mentions import find_mentions
from communique.resolve.offices import find_offices, heads_of_administrations, holders
from communique.resolve.owners import owned
from communique.resolve.participants import participants
from communique.resolve.people import find_names
from communique.resolve.pronouns import pronoun
from communique.resolve.relays import find_relays
from communique.resolve.settle import NOBODY, Resolved, settle
from communique.resolve.sources import Cast, Part, parts_of, read_part
from communique.resolve.story import Actors, Story, Turn, new_story


class Told(NamedTuple):
    """Who made a statement and how it came here.

    speaker      None where that is not certain
    via          the hands it went through, outward from the speaker
    is_layer     it only passes on another statement, or names whom another cites, and is none of its own
    source, cue  where an outlet cites somebody, whom and by what word; else None: as extract found them
    """

    speaker: Speaker | None
    via: tuple[Relay, ...]
    is_layer: bool
    source: Span | None = None
    cue: Span | None = None


class Resolution(NamedTuple):
    """Who made each statement, in the order given, the story that told it, and the country it is at home in."""

    told: tuple[Told, ...]
    story: Story
    home: Home | None

    def members(self, ids: tuple[str, ...]) -> tuple[Member, ...]:
        """Everybody the article speaks of; `ids` names the statements."""
        return members_of(self.story, tuple(one.speaker for one in self.told), ids)

    def mentions(self) -> tuple[Mention, ...]:
        """Who is named where in the body."""
        return find_mentions(self.story)

    def who(self, tokens: Range, head: int) -> tuple[Participant, ...]:
        """Whom a noun phrase of the body names or describes."""
        return participants(self.story, self.home, tokens, head)


def resolve_speakers(
    article: Article, body: Body, found: tuple[Attribution, ...], lexicon: Lexicon, captions: Body | None = None
) -> Resolution:
    """Who makes each statement and who passed it on."""
    marked = mark(body, index_of(lexicon))
    story = new_story(_cast(marked, captions), found)
    home = find_home(beside_text(article, lexicon), marked, story.cast.persons)
    quoted = cited(story)
    cases = _tell(story, quoted)
    speakers = [
        _speaker(story, number, *_at_home(story, home, *_owned(story, number, cases[number])), lexicon) for number in range(len(found))
    ]
    passed = find_relays(story, quoted)
    told = [
        Told(speaker, *hands, *_cited_by(story, quoted, number))
        for number, (speaker, hands) in enumerate(zip(speakers, passed, strict=True))
    ]
    return Resolution(tuple(told), story, home)


def _cited_by(story: Story, quoted: dict[int, int], number: int) -> tuple[Span | None, Span | None]:
    """Whom a statement of an outlet cites and the word for it."""
    if number not in quoted:
        return None, None
    citing = story.found[quoted[number]]
    return Span(citing.content[0].start, citing.content[-1].end), citing.cue


def _tell(story: Story, quoted: dict[int, int]) -> dict[int, str]:
    """Give each statement to its speakers; the case that told them."""
    cases = {}
    for number in _outer_first(story.found):
        attribution = story.found[number]
        parts = who(story, story.found[quoted[number]]) if number in quoted else parts_of(story.cast, attribution)
        actors, case = _resolve(story, number, parts)
        story.given[number], cases[number] = actors, case
        at = _position(story.cast.marked, attribution)
        if at is not None:
            story.turns.append(Turn(actors, at, attribution.parent, case.startswith("document")))
    return cases


def _cast(marked: Marked, captions: Body | None = None) -> Cast:
    """Everybody the article names, with what captions say and, for holders of an office, the country that it gives the office elsewhere."""
    persons = find_persons(marked, find_names(marked))
    if captions:
        persons = with_captions(persons, captions, marked.index)
    bodies = find_bodies(marked)
    offices = find_offices(marked, persons, bodies)
    told = holders(persons, offices, marked) | heads_of_administrations(persons, offices, marked)
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


def _resolve(story: Story, number: int, parts: tuple[Part, ...]) -> Resolved:
    """The actors behind a statement whose source has these members, and the case that gave them."""
    attribution = story.found[number]
    if not parts:
        at = _position(story.cast.marked, attribution)
        if attribution.source is None and attribution.cue is None and at is not None:
            return coreference.continuation(story, at, attribution.parent), "continuation"
        return NOBODY
    resolved = [_member(story, part, number) for part in parts]
    if len(resolved) == 1:
        return resolved[0]
    return _joint(resolved)


def _member(story: Story, part: Part, number: int) -> Resolved:
    """Whom one member of a source means."""
    attribution, reading = story.found[number], read_part(story.cast, part)
    if reading.form == "pronoun":
        found = pronoun(story, reading.part, number)
        if found.mention:
            story.shown[number] = found.mention
        return (found.actors, found.case) if found.actors else NOBODY
    return settle(story, reading, attribution.parent)


def _joint(resolved: list[Resolved]) -> Resolved:
    """Several speakers at once; unnamed company ("and others") is left out beside a name, one who is not known makes all unknown."""
    actors = [actor for actors, _ in resolved for actor in actors]
    if any(not actors for actors, _ in resolved):
        return NOBODY
    named = [actor for actor in actors if actor.name or actor.country]
    return tuple(named or actors), "joint" if len(named or actors) > 1 else resolved[0][1]


def _owned(story: Story, number: int, case: str) -> Resolved:
    """The actors of a statement, an official given the country that "its" before the office goes back to."""
    actors = story.given[number]
    moved = owned(story.cast.marked, story.found[number], actors)
    return moved, case if moved == actors else f"{case}{OWNER}"


def _at_home(story: Story, home: Home | None, actors: Actors, case: str) -> Resolved:
    """The actors, the home country given to those who can only be its."""
    humans = frozenset(actor for found in story.pronouns.values() for actor in found.actors)
    moved = at_home(actors, home, story.cast.marked.index, humans) if home else actors
    return moved, case if moved == actors else f"{case}-home"


def _speaker(story: Story, number: int, actors: Actors, case: str, lexicon: Lexicon) -> Speaker | None:
    """The record of one or several actors; None where nothing is known of them."""
    if not any(actor.name or actor.country or actor.role for actor in actors):
        return None
    rule, evidence = f"{lexicon.language}.resolve.{case}", _evidence(story, number, actors)
    roles = {actor.role for actor in actors}
    role = roles.pop() if len(roles) == 1 else None
    if len(actors) == 1:
        one = actors[0]
        return Speaker(one.name, one.country, role, one.about.title, _id_of(one, lexicon), rule, evidence)
    names = tuple(actor.name for actor in actors)
    countries = tuple(actor.country for actor in actors)
    return Speaker(names if any(names) else None, countries if any(countries) else None, role, None, None, rule, evidence)


def _id_of(actor: Actor, lexicon: Lexicon) -> str | None:
    """The actor's id across articles: of persons by their full name, of states and organisations of states by their code."""
    if actor.sort == "state":
        return (actor.country or "").lower().replace(":", "-") or None
    return actor_id(actor.name, actor.country, lexicon) if actor.name and actor.sort in ("person", "name") else None


def _evidence(story: Story, number: int, actors: Actors) -> Spans:
    """The source, what a pronoun goes back to, and the mentions that say who it is."""
    body, source = story.cast.marked.body, story.found[number].source
    ranges: list[Range] = [mention for actor in actors for mention in actor.mentions]
    ranges += [story.shown[number]] if number in story.shown else []
    spans = {body.span(first, end) for first, end in ranges} | {span for actor in actors for span in actor.told}
    if source:
        spans = {span for span in spans if not source.covers(span)} | {source}
    return tuple(sorted(span for span in spans if not any(other != span and other.covers(span) for other in spans)))
