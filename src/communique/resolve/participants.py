"""Who takes part in an event: from a noun phrase anywhere in a body to those it names or describes, each with country and sector."""

from msgspec.structs import replace

from communique.model import Attribution, Participant, Range
from communique.resolve.actors import Actor
from communique.resolve.concern import concern
from communique.resolve.descriptions import affiliated_role
from communique.resolve.home import Home, at_home
from communique.resolve.pronouns import pronoun
from communique.resolve.settle import settle
from communique.resolve.sources import Part, parts_between, read_part
from communique.resolve.story import Actors, Story

_ASKED = Attribution(
    source=None, source_head=None, cue=None, cue_head=None, lemma=None, content=(), kind="speech", manner="indirect", act=None,
    rule="", confidence=0.0,
)  # fmt: skip


def participants(story: Story, home: Home | None, tokens: Range, head: int) -> tuple[Participant, ...]:
    """The members of a noun phrase, each with its mention; those of whom nothing is known have neither country nor sector."""
    return tuple(one for part in parts_between(story.cast, *tokens, head) for one in _members(_seen_from(story, head), home, part))


def _seen_from(story: Story, token: int) -> Story:
    """The story with one more voice in it, which speaks where the token stands: what it can see decides about pronouns."""
    inside = story.inside[token]
    return story._replace(found=(*story.found, replace(_ASKED, parent=None if inside < 0 else inside)))


def _members(story: Story, home: Home | None, part: Part) -> list[Participant]:
    actors, tokens = _whom(story, part)
    marked = story.cast.marked
    if home:
        humans = frozenset(actor for found in story.pronouns.values() for actor in found.actors)
        actors = at_home(actors, home, marked.index, humans)
    several = len(actors) > 1
    return [_participant(story, part, _own_words(story, part, actor) if several else tokens, actor) for actor in actors] or [
        Participant(marked.body.span(*tokens), None, None, None)
    ]


def _whom(story: Story, part: Part) -> tuple[Actors, Range]:
    """Whom a part means, and where that is written: a pronoun is told by the mention it goes back to."""
    reading, number = read_part(story.cast, part), len(story.found) - 1
    if reading.form == "pronoun":
        found = pronoun(story, reading.part, number)
        return found.actors, _whole(story, found.mention) or (part.first, part.end)
    parent = story.found[number].parent
    own = (reading.actor,) if reading.actor else ()
    actors = own if reading.form in ("document", "outlet") else settle(story, reading, parent)[0] or own
    return actors, (part.first, part.end)


def _own_words(story: Story, part: Part, actor: Actor) -> Range:
    """Where in a phrase one of several is named: the name, the country's word; else the whole phrase."""
    marked, persons = story.cast.marked, story.cast.persons
    names = (named.name for named in persons.named_in(part.first, part.end) if persons.by_token[named.name[0]] == actor)
    labels = ((label.first, label.end) for label in marked.labels_in(part.first, part.end) if marked.code_of(label) == actor.country)
    return next(names, None) or next(labels, (part.first, part.end))


def _whole(story: Story, mention: Range | None) -> Range | None:
    """The whole source where a mention is only its first word."""
    if mention is None or mention[1] - mention[0] > 1:
        return mention
    sources = (story.cast.marked.tokens_of(one.source.start, one.source.end) for one in story.found if one.source)
    return next((tokens for tokens in sources if tokens and tokens[0] == mention[0]), mention)


def _participant(story: Story, part: Part, tokens: Range, actor: Actor) -> Participant:
    marked = story.cast.marked
    role = actor.role
    if role is None and actor.sort == "people":
        role = concern(marked, part.first, part.end) or affiliated_role(marked, part.first, part.end)
    if role is None and actor.sort == "state":
        role = "GOV"
    return Participant(marked.body.span(*tokens), actor.name, actor.country, role)
