"""Who "He", "the diplomat", "the ministry" and "I" inside a quotation are, and who goes on where no one is named.

Asked once the statements are known, outer ones first, in the order of the text.
Each function answers only where one answer fits; where two fit as well the answer is nobody.
"""

from typing import NamedTuple

from communique.model import Attribution
from communique.resolve.actors import Actor
from communique.resolve.descriptions import Description
from communique.resolve.home import is_chief
from communique.resolve.sources import Cast, Part, read_part

Actors = tuple[Actor, ...]
SAME_OFFICE = 6
NEXT_SENTENCES = 3  # in which an unnamed person's name may follow


class Turn(NamedTuple):
    """A statement already seen.

    actors       who made it
    at           the token where it is anchored
    parent       the statement it is nested in
    is_document  its source is a text ("the statement by ...")
    """

    actors: Actors
    at: int
    parent: int | None
    is_document: bool

    @property
    def person(self) -> Actor | None:
        """The one human being who spoke."""
        return self.actors[0] if len(self.actors) == 1 and self.actors[0].is_person else None


class Story(NamedTuple):
    """What is known when a statement is resolved: everybody the article names, the turns before, and whom each statement was given to."""

    cast: Cast
    found: tuple[Attribution, ...]
    turns: list[Turn]
    given: dict[int, Actors]

    def last_turn(self, at: int, parent: int | None) -> Turn | None:
        """The turn before a token on the same level, if it lies in the same paragraph or the one before."""
        earlier = [turn for turn in self.turns if turn.at < at and turn.parent in (None, parent)]
        last = max(earlier, key=lambda turn: turn.at, default=None)
        return last if last and self.is_near(last.at, at) else None

    def is_near(self, earlier: int, later: int) -> bool:
        """True where two tokens lie in one paragraph or in neighbours."""
        paragraph_of = self.cast.marked.body.paragraph_of
        return paragraph_of[later] - paragraph_of[earlier] <= 1

    def named_between(self, first: int, end: int) -> list[Actor]:
        """Bearers of the names in a token range."""
        by_token = self.cast.persons.by_token
        return [actor for named in self.cast.persons.named_in(first, end) if (actor := by_token[named.name[0]])]


def pronoun(story: Story, part: Part, attribution: Attribution) -> Actors:
    """Whom a pronoun means."""
    is_in, token = story.cast.marked.is_in, part.head
    if is_in(token, "first_person"):
        return _speaker_around(story, attribution)
    if is_in(token, "pronouns_he"):
        return _human(story, token, attribution.parent, "m")
    if is_in(token, "pronouns_she"):
        return _human(story, token, attribution.parent, "f")
    if is_in(token, "pronouns_they"):
        return _several(story, token, attribution.parent)
    if is_in(token, "pronouns_it"):
        return _thing(story, token, attribution.parent)
    return ()


def _speaker_around(story: Story, attribution: Attribution) -> Actors:
    """The speaker of the statement this one is nested in."""
    return () if attribution.parent is None else story.given.get(attribution.parent, ())


def _human(story: Story, token: int, parent: int | None, sex: str) -> Actors:
    """He or she: the last speaker, unless somebody else who may be meant was named as a subject since."""
    turn = story.last_turn(token, parent)
    last = turn.person if turn else None
    if turn and last and _may_be(last, sex):
        rivals = {actor for actor in _subjects(story, turn.at, token) if _may_be(actor, sex)} - {last}
        return () if rivals else (last,)
    body = story.cast.marked.body
    since = body.sentences[max(0, body.sentence_of[token] - 1)][0]
    named = {actor for actor in story.named_between(since, token) if _may_be(actor, sex) and actor.sort == "person"}
    return tuple(named) if len(named) == 1 else ()


def _may_be(actor: Actor, sex: str) -> bool:
    """True unless the article shows the actor to be of the other sex or no single person."""
    return actor.is_person and actor.about.sex in (None, sex)


def _subjects(story: Story, first: int, end: int) -> list[Actor]:
    """Persons named as the subject of a clause in a range."""
    body, persons, found = story.cast.marked.body, story.cast.persons, []
    for named in persons.named_in(first, end):
        start, stop = named.name
        if any(body.deps[i] in ("nsubj", "nsubjpass") for i in range(start, stop)):
            actor = persons.by_token.get(start)
            if actor is not None:
                found.append(actor)
    return found


def _several(story: Story, token: int, parent: int | None) -> Actors:
    """They: the last speakers, if they are several or a body."""
    turn = story.last_turn(token, parent)
    if turn is None:
        return ()
    several = len(turn.actors) > 1 or any(actor.about.plural or actor.sort in ("body", "state") for actor in turn.actors)
    return turn.actors if several else ()


def _thing(story: Story, token: int, parent: int | None) -> Actors:
    """It: the state, body or outlet that spoke last, else the only subject of the sentence before; nobody if another came since."""
    body = story.cast.marked.body
    turn = story.last_turn(token, parent)
    spoke = turn.actors if turn and len(turn.actors) == 1 and _is_thing(turn.actors[0]) else ()
    since = turn.at if turn and spoke else body.sentences[max(0, body.sentence_of[token] - 1)][0]
    subjects = {actor.name or actor.country: actor for actor in _things(story, since, token)}
    if not spoke:
        return tuple(subjects.values()) if len(subjects) == 1 else ()
    return spoke if not subjects.keys() - {spoke[0].name, spoke[0].country} else ()


def _things(story: Story, first: int, end: int) -> list[Actor]:
    """States, bodies and outlets that are the subject of a clause in a range."""
    body, found = story.cast.marked.body, []
    for i in range(first, end):
        if body.deps[i] in ("nsubj", "nsubjpass") and body.tags[i][:3] == "NNP" and body.quotation_of[i] < 0:
            actor = read_part(story.cast, Part(max(body.lefts[i], first), i + 1, i)).actor
            if actor and _is_thing(actor):
                found.append(actor)
    return found


def _is_thing(actor: Actor) -> bool:
    """A state, a body or an outlet, or an unknown name of one word."""
    return actor.sort in ("state", "body", "outlet") or (actor.sort == "name" and " " not in (actor.name or " "))


def continuation(story: Story, at: int, parent: int | None) -> Actors:
    """A statement without source and cue goes on with the words of the one before."""
    turn = story.last_turn(at, parent)
    return turn.actors if turn else ()


def institution(story: Story, part: Part, described: Actor, parent: int | None) -> Actors:
    """The institution that a bare noun repeats ("the ministry", "the agency")."""
    if part.end - part.first != 2 or not story.cast.marked.is_in(part.first, "definite"):
        return ()
    head = story.cast.marked.body.lower[part.head]
    earlier = [actor for span, actor in story.cast.bodies.named if span[1] <= part.first and head in actor.about.office and actor.name]
    names = {actor.name: actor for actor in earlier}
    if len(names) == 1:
        return tuple(names.values())
    turn = story.last_turn(part.first, parent)
    if turn and len(turn.actors) == 1 and _is_thing(turn.actors[0]) and turn.actors[0].role in (None, described.role):
        return turn.actors
    return ()


def office(story: Story, part: Part, described: Actor, parent: int | None) -> Actors | None:
    """The one person whose title fits a role word ("the Deputy Minister"), the last speaker before others; None where two fit."""
    if story.cast.marked.is_in(part.first, "indefinite"):
        return _named_next(story, part, described.about)
    scored = _candidates(story, part, described.about)
    best = max((score for score, _ in scored), default=0)
    fits = list(dict.fromkeys(actor for score, actor in scored if score == best)) if best else []
    if len(fits) < 2:
        return tuple(fits)
    turn = story.last_turn(part.head, parent)
    if turn is None or turn.person not in fits:
        return None
    body = story.cast.marked.body
    since = body.sentences[body.sentence_of[turn.at]][0]
    return None if set(story.named_between(since, part.head)) & set(fits) - {turn.person} else turn.actors


def offices(story: Story, part: Part, described: Actor, parent: int | None) -> Actors:
    """Several at once ("the two leaders"); or the last speaker, where an outlet's sloppy plural fits nobody else ("the diplomats")."""
    marked = story.cast.marked
    if not marked.is_in(part.first, "definite"):
        return ()
    fits = [actor for actor in story.cast.persons.actors if _is_one_of(story, actor, described.about)]
    turn = story.last_turn(part.first, parent)
    if turn and len(turn.actors) > 1 and set(turn.actors) <= set(fits):
        return turn.actors
    if len(fits) == 2 and not described.about.generic:
        return tuple(fits)
    return (turn.person,) if described.about.generic and turn and turn.person in fits and len(fits) == 1 else ()


def _is_one_of(story: Story, actor: Actor, about: Description) -> bool:
    """True where a plural may take in an actor; "leaders" are heads of state and government."""
    index = story.cast.marked.index
    if about.office[-1] in index.among("leader_words"):
        return is_chief(actor, index) and about.country in (None, actor.country)
    return fit(actor, about, index.among("lesser_office")) > 0


def document(story: Story, part: Part, parent: int | None) -> Actors:
    """ "The statement": the text that spoke last."""
    turn = story.last_turn(part.first, parent)
    return turn.actors if turn and turn.is_document and story.cast.marked.is_in(part.first, "definite") else ()


def _named_next(story: Story, part: Part, about: Description) -> Actors:
    """The person of the same office who is named first in the next sentences ("A spokesman said ... spokesman N. N. said")."""
    body, persons = story.cast.marked.body, story.cast.persons
    last = min(body.sentence_of[part.head] + NEXT_SENTENCES, len(body.sentences) - 1)
    new = {actor for actor in story.named_between(part.end, body.sentences[last][1]) if actor.mentions and actor.mentions[0][0] >= part.end}
    lesser = story.cast.marked.index.among("lesser_office")
    fits = [actor for actor in new if actor in persons.actors and fit(actor, about, lesser) >= SAME_OFFICE]
    return tuple(fits) if len(fits) == 1 else ()


def _candidates(story: Story, part: Part, about: Description) -> list[tuple[int, Actor]]:
    """Persons and unnamed speakers whom a description fits, with how well; "the official" only means somebody who has spoken."""
    speakers = [turn.person for turn in story.turns if turn.person and turn.at < part.first]
    known = speakers if about.generic else [*story.cast.persons.actors, *speakers]
    lesser = story.cast.marked.index.among("lesser_office")
    scored = [(fit(actor, about, lesser), actor) for actor in known]
    return [(score, actor) for score, actor in scored if score]


def fit(actor: Actor, about: Description, lesser: frozenset[str]) -> int:
    """How well a description fits: twice as well as the office, 1 where it says only the role, one more for the same country, 0 not."""
    if about.country and actor.country and about.country != actor.country:
        return 0
    if about.sex and actor.about.sex and about.sex != actor.about.sex:
        return 0
    best = 2 * max((_fit_office(held, about.office, lesser) for held in actor.offices), default=0)
    if not best and about.generic and actor.offices and about.role == actor.role is not None:
        best = 1
    return best + 1 if best and about.country and about.country == actor.country else best


def _fit_office(held: tuple[str, ...], said: tuple[str, ...], lesser: frozenset[str]) -> int:
    """3 the same office or a short form of it, 2 a longer form, 1 a form that leaves out the lower rank."""
    if held[-1] != said[-1]:
        return 0
    same_rank = lesser & set(held) == lesser & set(said)
    if set(said) <= set(held):
        return 3 if same_rank else 1
    return 2 if same_rank and set(held) <= set(said) else 0
