"""Who "he", "she", "they", "it" and "I" are: the nearest sentence before that has somebody who fits decides, and only if one does.

What stands in the content of a statement is its speaker's talk of others and never decides about a pronoun outside it.
"""

from communique.model import Attribution
from communique.resolve.actors import Actor
from communique.resolve.settle import settle
from communique.resolve.sources import Part, parts_between, read_part
from communique.resolve.story import Actors, Story, is_thing

_SUBJECTS = ("nsubj", "nsubjpass")
_SENTENCES_BACK = 3


def pronoun(story: Story, part: Part, attribution: Attribution, number: int) -> Actors:
    """Whom the pronoun of a statement's source means; nobody where that is open."""
    is_in, token, parent = story.cast.marked.is_in, part.head, attribution.parent
    if is_in(token, "first_person"):
        return () if parent is None else story.given.get(parent, ())
    if is_in(token, "pronouns_he"):
        return human(story, token, number, "m")
    if is_in(token, "pronouns_she"):
        return human(story, token, number, "f")
    if is_in(token, "pronouns_they"):
        return _several(story, token, number)
    if is_in(token, "pronouns_it"):
        return _thing(story, token, parent)
    return ()


def _ranges_before(story: Story, token: int) -> list[tuple[int, int]]:
    """The token's sentence up to it, then the sentences before, the nearest first, as far as a pronoun reaches."""
    body = story.cast.marked.body
    number = body.sentence_of[token]
    before = [body.sentences[n] for n in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1)]
    return [(body.sentences[number][0], token), *(r for r in before if story.is_near(r[0], token))]


def human(story: Story, token: int, number: int, sex: str) -> Actors:
    """He or she."""
    if token in story.pronouns:
        return story.pronouns[token]
    found: Actors = ()
    for distance, (first, end) in enumerate(_ranges_before(story, token)):
        turns = story.turns_in(first, end, number)
        if any(not turn.actors for turn in turns):
            break
        spoke = {turn.person: None for turn in turns if turn.person and _may_be(turn.person, sex)}
        subjects = dict.fromkeys(_human_subjects(story, first, end, number, sex))
        others = {} if spoke or subjects or distance != 1 else _bystanders(story, first, end, number, sex)
        fits = spoke or _main_subjects(story, first, end, subjects) or others
        if fits or subjects:
            found = tuple(fits) if len(fits) == 1 else ()
            break
    story.pronouns[token] = found
    return found


def _may_be(actor: Actor, sex: str) -> bool:
    """True unless the article shows the actor to be of the other sex or no single person."""
    return actor.is_person and actor.about.sex in (None, sex)


def _is_human(story: Story, actor: Actor, sex: str) -> bool:
    """True for a person, a name of several words, or one who has spoken: "Snow fell" is about nobody."""
    sure = actor.sort == "person" or " " in (actor.name or "") or any(turn.person == actor for turn in story.turns)
    return sure and _may_be(actor, sex)


def _human_subjects(story: Story, first: int, end: int, number: int, sex: str) -> list[Actor]:
    """Persons who are the subject of a clause of a range, by name or by a pronoun that is clear itself."""
    body, persons, pronouns = story.cast.marked.body, story.cast.persons, "pronouns_he" if sex == "m" else "pronouns_she"
    found = []
    for named in persons.named_in(first, end):
        actor = persons.by_token.get(named.name[0])
        is_subject = any(body.deps[i] in _SUBJECTS for i in range(*named.name))
        if actor and is_subject and _is_human(story, actor, sex) and story.is_visible(named.name[0], number):
            found.append(actor)
    for i in range(first, end):
        if body.deps[i] in _SUBJECTS and story.cast.marked.is_in(i, pronouns) and story.is_visible(i, number):
            found += human(story, i, number, sex)
    return found


def _main_subjects(story: Story, first: int, end: int, subjects: dict[Actor, None]) -> dict[Actor, None]:
    """Of several subjects the one of the main clause; all where none stands there."""
    if len(subjects) < 2:
        return subjects
    body, persons = story.cast.marked.body, story.cast.persons
    main = {
        actor: None
        for named in persons.named_in(first, end)
        if (actor := persons.by_token.get(named.name[0])) in subjects
        and actor
        and any(body.deps[i] in _SUBJECTS and body.heads[body.heads[i]] == body.heads[i] for i in range(*named.name))
    }
    return main or subjects


def _bystanders(story: Story, first: int, end: int, number: int, sex: str) -> dict[Actor, None]:
    """Persons of a sentence that has no person for its subject: "N. N.'s arrival was announced"."""
    named = story.cast.persons.named_in(first, end)
    actors = [story.cast.persons.by_token.get(n.name[0]) for n in named if story.is_visible(n.name[0], number)]
    return {actor: None for actor in actors if actor and actor.sort == "person" and _may_be(actor, sex)}


def _several(story: Story, token: int, number: int) -> Actors:
    """They: those of the nearest sentence who spoke together or are its plural subject."""
    for first, end in _ranges_before(story, token):
        turns = story.turns_in(first, end, number)
        spoke = {turn.actors: None for turn in turns if _is_several(turn.actors)}
        found = spoke or {actors: None for actors in _plural_subjects(story, first, end, number) if actors}
        if found:
            return next(iter(found)) if len(found) == 1 else ()
    return ()


def _is_several(actors: Actors) -> bool:
    return len(actors) > 1 or any(actor.about.plural or actor.sort in ("body", "state") for actor in actors)


def _plural_subjects(story: Story, first: int, end: int, number: int) -> list[Actors]:
    """Whom the plural subjects of a range mean."""
    marked = story.cast.marked
    body, found = marked.body, []
    for i in range(first, end):
        if body.deps[i] not in _SUBJECTS or not story.is_visible(i, number) or body.rights[i] >= end:
            continue
        several = body.tags[i] in ("NNS", "NNPS") or bool(body.dependents(i, "conj"))
        if several and body.tags[i][:2] == "NN":
            parts = parts_between(story.cast, body.lefts[i], body.rights[i] + 1, i)
            actors = [settle(story, read_part(story.cast, part), None)[0] for part in parts]
            found.append(tuple(actor for group in actors for actor in group) if all(actors) else ())
    return [actors for actors in found if _is_several(actors)]


def _thing(story: Story, token: int, parent: int | None) -> Actors:
    """It: the state, body or outlet that spoke last, else the only subject of the sentence before; nobody if another came since."""
    body = story.cast.marked.body
    turn = story.last_turn(token, parent)
    spoke = turn.actors if turn and len(turn.actors) == 1 and is_thing(turn.actors[0]) else ()
    since = turn.at if turn and spoke else body.sentences[max(0, body.sentence_of[token] - 1)][0]
    subjects = {actor.name or actor.country: actor for actor in _things(story, since, token)}
    if not spoke:
        return tuple(subjects.values()) if len(subjects) == 1 else ()
    return spoke if not subjects.keys() - {spoke[0].name, spoke[0].country} else ()


def _things(story: Story, first: int, end: int) -> list[Actor]:
    """States, bodies and outlets that are the subject of a clause in a range."""
    body, found = story.cast.marked.body, []
    for i in range(first, end):
        if body.deps[i] in _SUBJECTS and body.tags[i][:3] == "NNP" and body.quotation_of[i] < 0:
            actor = read_part(story.cast, Part(max(body.lefts[i], first), i + 1, i)).actor
            if actor and is_thing(actor):
                found.append(actor)
    return found
