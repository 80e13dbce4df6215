"""Who "the diplomat", "the ministry" and "the statement" are, and who goes on where no one is named.

Asked once the statements are known, outer ones first, in the order of the text.
Each function answers only where one answer fits; where two fit as well the answer is nobody.
"""

from communique.model import Range
from communique.resolve.actors import Actor
from communique.resolve.descriptions import Description
from communique.resolve.home import is_chief
from communique.resolve.marked import Marked
from communique.resolve.sources import Part, labelled_actor, read_part
from communique.resolve.story import Actors, Story, is_thing

SAME_OFFICE = 6
NEXT_SENTENCES = 3  # in which an unnamed person's name may follow


def continuation(story: Story, at: int, parent: int | None) -> Actors:
    """A statement without source and cue goes on with the words of the one before."""
    turn = story.last_turn(at, parent)
    return turn.actors if turn else ()


def institution(story: Story, part: Part, described: Actor, parent: int | None) -> Actors:
    """The institution that a shorter form repeats ("the ministry", "the Foreign Ministry")."""
    marked = story.cast.marked
    bare = part.first == part.head and described.role == "COP"  # "Police said"
    if not described.name and not bare and not marked.is_in(part.first, "definite"):
        return ()
    said = set(described.name.lower().split() if described.name else marked.body.lower[part.first + (not bare) : part.head + 1])
    spoke = [actor for turn in story.turns if turn.at < part.first for actor in turn.actors if actor.sort == "body"]
    named = [actor for span, actor in story.cast.bodies.named if span[1] <= part.first]
    known = [actor for actor in (*named, *spoke) if actor.name and marked.body.lower[part.head] in actor.about.office]
    longer = [actor for actor in known if len(actor.name.split()) > len(said)] if described.name else known  # type: ignore[union-attr]
    names = {actor.name.lower(): actor for actor in longer if actor.name and said <= set(actor.name.lower().split())}
    if len(names) == 1:
        return tuple(names.values())
    turn = story.last_turn(part.first, parent)
    if len(said) == 1 and turn and len(turn.actors) == 1 and is_thing(turn.actors[0]) and turn.actors[0].role in (None, described.role):
        return turn.actors
    return _enterprise(story, part) if described.role == "BUS" and not described.name else ()


def _enterprise(story: Story, part: Part) -> Actors:
    """The one enterprise named in this paragraph or the one before that may be "the company", or, by its name, "the airline"."""
    marked = story.cast.marked
    labels = [label for label in marked.labels_in(0, part.first) if label.sense.sort == "organisation" and label.sense.role == "BUS"]
    listed = [((label.first, label.end), actor) for label in labels if (actor := labelled_actor(marked, label))]
    near = [(span, a) for span, a in (*listed, *story.cast.bodies.named) if span[1] <= part.first and story.is_near(span[0], part.first)]
    named = {a.name: a for span, a in near if a.role == "BUS" and a.name and _may_be(marked, part.head, span)}
    return tuple(named.values()) if len(named) == 1 else ()


def _may_be(marked: Marked, noun: int, name: Range) -> bool:
    """True where the noun may stand for any enterprise, or the name says that it is of that kind."""
    return marked.is_in(noun, "any_enterprise") or (marked.is_in(noun, "airlines") and marked.is_any_in(*name, "airline_names"))


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
    """ "The statement", "a statement": of whoever issued it in the same sentence, else the text that spoke last, else the last speaker."""
    issuer = _issuer(story, part)
    if issuer:
        return issuer
    marked, turn = story.cast.marked, story.last_turn(part.first, parent)
    if turn is None or len(turn.actors) != 1:
        return ()
    again = marked.is_in(part.first, "definite") and (turn.is_document or marked.is_in(part.head, "pronouncements"))
    same_sentence = marked.body.sentence_of[turn.at] == marked.body.sentence_of[part.head]
    return turn.actors if again or (marked.is_in(part.head, "pronouncements") and same_sentence) else ()


def _issuer(story: Story, part: Part) -> Actors:
    """The subject of the verb whose object a document is: "the ministry released a statement saying"."""
    body, verb = story.cast.marked.body, story.cast.marked.body.heads[part.head]
    if body.deps[part.head] != "dobj" or body.tags[verb][:2] != "VB":
        return ()
    for subject in body.dependents(verb, "nsubj"):
        reading = read_part(story.cast, Part(body.lefts[subject], body.rights[subject] + 1, subject))
        if reading.actor and reading.form not in ("document", "pronoun", "office", "people"):
            return institution(story, reading.part, reading.actor, None) or (reading.actor,)
    return ()


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
    scored = [(fit(actor, about, lesser) or _leads(story, actor, about), actor) for actor in known]
    return [(score, actor) for score, actor in scored if score]


def _leads(story: Story, actor: Actor, about: Description) -> int:
    """1 for the head of state or government whom "the Ruritanian leader" means."""
    index = story.cast.marked.index
    is_leader = about.office[-1] in index.among("leader_words") and about.country is not None
    return int(is_leader and actor.country == about.country and is_chief(actor, index))


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
